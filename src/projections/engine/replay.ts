import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../../domain/kernel/decider.js'
import { type EntryEvent, entryEventTypes, isEntryEvent, isOwnEvent, standing } from '../../domain/kernel/entry.js'
import type { Position, Recorded, StoredEvent } from '../../domain/kernel/recorded.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import type { AnyRow, Fold } from './fold.js'
import { type Any, type Reader, type ReadFault, walk } from './reading.js'
import { countsFrom, isKnown, type Viewpoint } from './viewpoint.js'

/** The rows of several read models, by the read model's name. */
export type Rows = ReadonlyMap<string, ReadonlyMap<string, AnyRow>>

export interface ReplayRequest<Ev extends Tagged> {
  readonly folds: ReadonlyArray<Fold<Any<Ev>>>
  /** The last position to take in. */
  readonly until: Position
  readonly view?: Viewpoint
  /** Only these rows, by read model; absent: all rows. */
  readonly only?: ReadonlyMap<string, ReadonlySet<string>>
  /** Sees every event that a row is made of, as it is folded; for explaining. */
  readonly onFold?: (folded: Folded<Ev>) => void
}

/** How far a long walk is: events read so far, of how many in all as far as positions tell. */
export type OnProgress = (done: { readonly events: number; readonly of: number }) => void

/** An event as it was recorded, the value of it that stands (none: voided, or it does not count from here), and what was said of it. */
export interface Folded<Ev extends Tagged> {
  readonly recorded: Recorded<Any<Ev>>
  readonly stands: Any<Ev> | undefined
  readonly said: ReadonlyArray<Recorded<EntryEvent<Ev>>>
}

/** What was said of entries, by entry, and when sources were issued: read before anything is folded, so that each event is folded once. */
interface Hindsight<Ev extends Tagged> {
  readonly said: ReadonlyMap<string, ReadonlyArray<Recorded<EntryEvent<Ev>>>>
  readonly issued: ReadonlyMap<string, StatedDate | undefined>
}

/**
 * Folds the log from its start into rows as they look from a viewpoint: what was said of entries later is read first, so that each event is
 * folded once. As-of questions, explaining a row and refolding after a correction are this one walk. Memory is bounded by rows and amendments.
 */
export const replay = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  { folds, until, view = {}, only, onFold }: ReplayRequest<Ev>,
): Promise<Either<ReadFault, Rows>> => {
  const hindsight = await lookBack(reader, until, view)
  if (E.isLeft(hindsight)) return hindsight
  const { said, issued } = hindsight.right
  const counts = countsFrom(view, issued)
  const rows = new Map(folds.map(({ name }) => [name, new Map<string, AnyRow>()]))
  const byType = foldsByType(folds)

  const stands = (recorded: Recorded<Any<Ev>>): Recorded<Any<Ev>> | undefined => {
    const { event } = recorded
    const spoken = said.get(recorded.id)
    if (spoken === undefined || !isOwnEvent(event)) return counts(recorded) ? recorded : undefined
    const value = standing({ original: { ...recorded, event }, said: spoken }, counts)
    return value === undefined ? undefined : { ...recorded, event: value }
  }

  /** The record shows an entry where it counts itself, or where anything that was said of it does. */
  const isMentioned = (recorded: Recorded<Any<Ev>>): boolean => counts(recorded) || said.get(recorded.id)?.some(counts) === true

  const visit = (events: ReadonlyArray<StoredEvent>): Either<ReadFault, void> => {
    for (const stored of events) {
      if (!isKnown(view, stored)) continue
      const concerned = byType.get(stored.type)
      if (concerned === undefined) continue
      const decoded = reader.format.decode(stored)
      if (E.isLeft(decoded)) return decoded
      const standingNow = stands(decoded.right)
      for (const fold of concerned) {
        const recorded = fold.reads === 'recorded' ? (isMentioned(decoded.right) ? decoded.right : undefined) : standingNow
        const table = rows.get(fold.name)
        const wanted = only === undefined ? undefined : (only.get(fold.name) ?? NONE)
        if (table === undefined) continue
        if (recorded !== undefined) apply(fold, recorded, table, wanted)
        if (onFold === undefined) continue
        const keys = [...fold.keysOf(decoded.right), ...(recorded === undefined ? [] : fold.keysOf(recorded))]
        if (keys.some((key) => wanted?.has(key) !== false))
          onFold({ recorded: decoded.right, stands: recorded?.event, said: said.get(stored.id) ?? [] })
      }
    }
    return E.right(undefined)
  }

  const walked = await walk(reader.log, { after: 'start', until, types: [...byType.keys()] }, visit)
  return E.isLeft(walked) ? walked : E.right(rows)
}

const NONE: ReadonlySet<string> = new Set()

/** Which read models read which type of event. */
export const foldsByType = <Ev extends Tagged>(folds: ReadonlyArray<Fold<Any<Ev>>>): ReadonlyMap<string, ReadonlyArray<Fold<Any<Ev>>>> => {
  const byType = new Map<string, Array<Fold<Any<Ev>>>>()
  for (const fold of folds) {
    for (const type of fold.types) byType.set(type, [...(byType.get(type) ?? []), fold])
  }
  return byType
}

/** Folds one event into the rows that it names. */
export const apply = <Ev extends Tagged>(
  fold: Fold<Ev>,
  recorded: Recorded<Ev>,
  table: Map<string, AnyRow>,
  wanted: ReadonlySet<string> | undefined,
): void => {
  const { event } = recorded
  const reading = fold.reading(event.type)
  if (reading === undefined) return
  for (const key of reading.keys(event, recorded)) {
    if (wanted !== undefined && !wanted.has(key)) continue
    const before = table.get(key)
    const row = reading.evolve(before, event, key, recorded)
    if (row === before) continue
    if (row === undefined) table.delete(key)
    else table.set(key, row)
  }
}

const lookBack = async <Ev extends Tagged>(
  reader: Reader<Ev>,
  until: Position,
  view: Viewpoint,
): Promise<Either<ReadFault, Hindsight<Ev>>> => {
  const said = new Map<string, Array<Recorded<EntryEvent<Ev>>>>()
  const registrations: Array<Recorded<Ev>> = []
  const types = [...entryEventTypes, ...(view.publishedBy === undefined ? [] : [reader.issue.type])]
  const walked = await walk(reader.log, { after: 'start', until, types }, (events) => {
    for (const stored of events) {
      if (!isKnown(view, stored)) continue
      const decoded = reader.format.decode(stored)
      if (E.isLeft(decoded)) return decoded
      const { event } = decoded.right
      if (isEntryEvent<Ev>(event)) said.set(event.entry, [...(said.get(event.entry) ?? []), { ...decoded.right, event }])
      else if (isOwnEvent(event)) registrations.push({ ...decoded.right, event })
    }
    return E.right(undefined)
  })
  if (E.isLeft(walked)) return walked
  const issued = new Map<string, StatedDate | undefined>()
  for (const original of registrations) {
    const event = standing({ original, said: said.get(original.id) ?? [] })
    const issue = event === undefined ? undefined : reader.issue.of(event)
    if (issue !== undefined) issued.set(issue.source, issue.on)
  }
  return E.right({ said, issued })
}
