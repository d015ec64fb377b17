import type { ReadPosition } from '@eventstore/db-client'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { LogDamaged } from '../../domain/kernel/event-log.js'
import type { Position } from '../../domain/kernel/recorded.js'
import type { Calls } from './calls.js'
import { damaged, readFault, type Trouble } from './faults.js'
import type { Mark } from './marks.js'
import type { WireRecord } from './stored.js'
import { type ReadingFault, recordOf } from './stream.js'

/** Records of $all in order, whoever's they are. */
export type Records = ReadonlyArray<WireRecord>

/** Reading $all as the server has it. */
export interface AllRecords {
  /** Backwards from the end, or from before a position. */
  readonly before: (position: Position | 'end', maxCount: number) => Promise<Either<ReadingFault, Records>>
  /** Forwards, the record at the position itself included; nothing where the server says that none begins there. */
  readonly from: (position: Position, maxCount: number) => Promise<Either<ReadingFault, Records | undefined>>
  /**
   * Forwards after a place. The server must still hold what stood at the place: to a place beyond its end, or one that it took back and used again,
   * a real one answers with silence.
   */
  readonly after: (
    place: { readonly position: Position; readonly id: string | undefined } | 'start',
    maxCount: number,
  ) => Promise<Either<ReadingFault, Records>>
}

/** Where a record stands; in $all each stands somewhere. */
export const markOf = ({ position, id }: WireRecord): Mark => ({ position: position.commit, id })

interface Asked {
  readonly fromPosition: ReadPosition
  readonly direction?: 'forwards' | 'backwards'
  readonly maxCount: number
}

// For what is appended over gRPC both numbers of a position are the same.
const at = (position: Position): ReadPosition => ({ commit: position, prepare: position })

const present = (found: ReadonlyArray<WireRecord | undefined>): Records => found.filter((record) => record !== undefined)

export const allRecords = (calls: Calls): AllRecords => {
  const ask = async (read: Calls['read'], asked: Asked): Promise<Either<Trouble, Records>> => {
    const found = await read((client) => client.readAll({ ...asked, requiresLeader: true }), recordOf)
    return E.isLeft(found) ? found : E.right(present(found.right))
  }

  const before: AllRecords['before'] = async (position, maxCount) => {
    const fromPosition = position === 'end' ? position : at(position)
    const found = await ask(calls.read, { fromPosition, direction: 'backwards', maxCount })
    return E.isLeft(found) ? E.left(readFault(found.left, 'the end of the log')) : found
  }

  const isMisplaced = (answer: Either<Trouble, Records>): boolean =>
    E.isLeft(answer) && answer.left._tag === 'NotNow' && answer.left.misplaced

  const from: AllRecords['from'] = async (position, maxCount) => {
    const asked = { fromPosition: at(position), maxCount }
    const once = await ask(calls.readOnce, asked)
    if (E.isRight(once)) return once
    if (isMisplaced(once)) {
      // So a server speaks of a place between two events, but also of troubles of its own: believed if it says so twice, and has none in between.
      const healthy = await before('end', 1)
      if (E.isLeft(healthy)) return healthy
      const twice = await ask(calls.readOnce, asked)
      if (isMisplaced(twice)) return E.right(undefined)
    }
    const found = await ask(calls.read, asked)
    return E.isLeft(found) ? E.left(readFault(found.left, `position ${position}`)) : found
  }

  const after: AllRecords['after'] = async (place, maxCount) => {
    if (place === 'start') {
      const found = await ask(calls.read, { fromPosition: 'start', maxCount })
      return E.isLeft(found) ? E.left(readFault(found.left, 'the start of the log')) : found
    }
    const { position, id } = place
    const found = await from(position, maxCount + 1)
    if (E.isLeft(found)) return found
    const lost = (why: string): Either<LogDamaged, never> => E.left(damaged(`position ${position}`, why))
    if (found.right?.length === 0) return lost('it lies beyond the end of the log: this is another log, or an older copy of it')
    const [first, ...rest] = found.right ?? []
    if (first?.position?.commit !== position) return lost('no event begins there: this is another log, or it took back what it showed')
    if (id !== undefined && first.id !== id)
      return lost(`the event ${id} stood there, now it is ${first.id}: the log took back what it showed`)
    return E.right(rest)
  }

  return { before, from, after }
}
