import { memory } from '../../src/adapters/memory/index.js'
import { isOwnEvent } from '../../src/domain/kernel/entry.js'
import type { CommandContext } from '../../src/domain/kernel/recorded.js'
import type { LedgerCommand, LedgerEvent } from '../../src/domain/ledger.js'
import type { AnyId, OrganisationId, PersonId, SourceId } from '../../src/domain/vocabulary/id.js'
import type { StatedDate } from '../../src/domain/vocabulary/stated-date.js'
import { type Ledger, openLedger } from '../../src/ledger.js'
import type { Projection } from '../../src/projections/engine/projection.js'
import type { Question } from '../../src/projections/engine/question.js'
import type { Viewpoint } from '../../src/projections/engine/viewpoint.js'
import { right } from './right.js'

/** A ledger in memory that commands are told to and questions are asked of; whatever fails, fails the test. */
export interface Recording {
  readonly ledger: Ledger
  /** Reports commands, one after another, as resting on these sources. */
  readonly tell: (sources: ReadonlyArray<SourceId>, ...commands: ReadonlyArray<LedgerCommand>) => Promise<void>
  /** The id of the n-th entry of a stream, from 0. */
  readonly entry: (stream: AnyId, n?: number) => Promise<string>
  readonly position: () => Promise<bigint>
  readonly ask: <P extends object, Row extends object>(
    question: Question<P, Row>,
    params: NoInfer<P>,
    view?: Viewpoint,
  ) => Promise<ReadonlyArray<Row>>
  readonly row: <Key extends string, Row extends object>(
    projection: Projection<LedgerEvent, Key, Row>,
    key: NoInfer<Key>,
    view?: Viewpoint,
  ) => Promise<Row | undefined>
}

/** A recording that is empty at first. */
export const recording = async (): Promise<Recording> => {
  const ledger = right(await openLedger(memory()))
  return {
    ledger,
    tell: async (sources, ...commands) => {
      const context: CommandContext = { actor: 'records-office', mode: 'report', sources }
      for (const command of commands) right(await ledger.execute(command, context))
    },
    entry: async (stream, n = 0) => right(await ledger.history(stream)).filter(({ event }) => isOwnEvent(event))[n]?.id ?? 'none',
    position: async () => {
      const at = right(await ledger.position())
      return at === 'start' ? 0n : at
    },
    ask: async (question, params, view = {}) => right(await ledger.query(question, params, view)),
    row: async (projection, key, view = {}) => right(await ledger.use(projection).row(key, view)),
  }
}

export const source = (id: SourceId, issuedOn?: StatedDate): LedgerCommand => ({
  type: 'RegisterSource',
  source: id,
  title: `Document ${id}`,
  language: 'en',
  kind: 'press release',
  ...(issuedOn && { issuedOn }),
})

export const person = (id: PersonId, name: string): LedgerCommand => ({
  type: 'RegisterPerson',
  person: id,
  names: [{ text: name, language: 'en' }],
})

export const organisation = (
  id: OrganisationId,
  name: string,
  rest: Partial<Extract<LedgerCommand, { readonly type: 'RegisterOrganisation' }>> = {},
): LedgerCommand => ({ type: 'RegisterOrganisation', organisation: id, names: [{ text: name, language: 'en' }], kind: 'bureau', ...rest })
