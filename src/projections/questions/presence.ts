import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { Count } from '../../domain/vocabulary/count.js'
import type { CountSum } from '../../domain/vocabulary/count-sum.js'
import type { BatchId, CohortId, PersonId, PlacementId, ProgrammeId } from '../../domain/vocabulary/id.js'
import { pausedOn } from '../../domain/vocabulary/presence.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import { list, maybe, text } from '../engine/columns.js'
import { choice, day, id, words } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { organisations } from '../organisations.js'
import { people } from '../people.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { sources } from '../sources.js'
import { lookingOn } from './parts/looking-on.js'
import type { Naming } from './parts/naming.js'
import { type Entry, entriesIn } from './parts/placed.js'
import { placeAsked } from './parts/places.js'
import { countSum, type WindowUsed, windowsUsed } from './parts/presence-columns.js'
import {
  type Certainty,
  certaintyOf,
  eachOfficerOnce,
  type Figures,
  figuresOf,
  overEntries,
  windowsUsedBy,
} from './parts/presence-figures.js'

/** The day asked about, and which officers. */
export interface PresenceAsked {
  readonly on: CivilDate
  /** An entry whose direction nobody states is in none of them. */
  readonly direction?: 'outbound' | 'inbound'
  readonly place?: string
  readonly programme?: ProgrammeId
  readonly batch?: BatchId
  readonly person?: PersonId
}

/**
 * How many of an entry's officers were in post on the day: one row for each cohort, one for each placement that stands alone, and the last one
 * over them all, in which an officer who is known in several entries counts once. The classes show what is sure and what is not.
 */
export interface PresenceRow extends Figures, RestingOn {
  readonly entry: 'cohort' | 'placement' | 'all'
  /** Absent over all. */
  readonly id?: CohortId | PlacementId
  readonly programme?: ProgrammeId
  readonly name: string
  readonly direction?: 'outbound' | 'inbound' | 'both'
  readonly place?: string
  /** How many were reported sent, whenever that was. */
  readonly sent: CountSum
  readonly certainty: Certainty
  /** Those who were surely in, as far as they are known by themselves; absent: nobody is. */
  readonly surelyIn?: ReadonlyArray<string>
  /** Those whose placement was surely paused on the day: it goes on, and they were away. Absent: nobody's. */
  readonly suspended?: ReadonlyArray<string>
  /** The windows that vague dates and lengths were taken as. */
  readonly windows: ReadonlyArray<WindowUsed>
}

const rowOf = (label: Pick<PresenceRow, 'entry' | 'name'>, entries: ReadonlyArray<Entry>, { of }: Naming, on: CivilDate): PresenceRow => {
  const parts = eachOfficerOnce(entries.map((entry) => entry.parts))
  const all = parts.flat()
  const surelyIn = all.flatMap(({ officer, headline }) => (officer !== undefined && headline === 'in' ? [of(officer)] : []))
  const suspended = all.flatMap(({ officer, headline, stays }) =>
    officer !== undefined && headline === 'out' && stays.some((stay) => pausedOn(stay, on) === 'yes') ? [of(officer)] : [],
  )
  const sent = overEntries(entries.map((entry): Count => entry.sent))
  const figures = figuresOf(parts)
  return {
    ...label,
    sent,
    ...figures,
    certainty: certaintyOf(all, sent, figures.inPost),
    ...(surelyIn.length > 0 && { surelyIn }),
    ...(suspended.length > 0 && { suspended }),
    windows: windowsUsedBy(all),
    entries: [...new Set(entries.flatMap(({ rests }) => rests.flatMap((row) => row.entries)))],
    sources: [...new Set(entries.flatMap(({ rests }) => rests.flatMap((row) => row.sources)))],
  }
}

const answer =
  (tables: Tables, { on, place, ...asked }: PresenceAsked): TaskEither<RowStoreFault, ReadonlyArray<PresenceRow>> =>
  async () => {
    const looking = await lookingOn(tables, on)()
    if (E.isLeft(looking)) return looking
    const { placed, alone, places, naming, sight } = looking.right
    const entries = entriesIn(placed, alone, sight, { ...asked, ...(place !== undefined && { place: placeAsked(place, places) }) })
    if (entries.length === 0) return E.right([])
    const rows = entries.map((entry) => ({
      ...entry.label,
      ...rowOf({ entry: entry.kind, name: entry.called(naming) }, [entry], naming, on),
    }))
    return E.right([...rows, rowOf({ entry: 'all', name: 'all' }, entries, naming, on)])
  }

/** Who was in post on a day. */
export const presence: Question<PresenceAsked, PresenceRow> = {
  name: 'presence',
  about:
    'How many officers were in post on a day: in for sure, by class, with bounds where it cannot be told; the last row is over all entries.',
  parameters: {
    on: required(day('the day asked about')),
    direction: choice('only those sent out, or those received', 'outbound', 'inbound'),
    place: words('only where the record puts them in this place'),
    programme: id('programme', 'only of this programme'),
    batch: id('batch', 'only of this batch'),
    person: id('person', 'only this officer'),
  },
  reads: [cohorts, placements, sources, people, organisations, batches, names],
  glance: ['name', 'direction', 'place', 'sent', 'inPost', 'certainty', 'surelyIn'],
  columns: {
    entry: text<PresenceRow['entry']>(),
    id: maybe(text<CohortId | PlacementId>(), ''),
    programme: maybe(text<ProgrammeId>(), ''),
    name: text(),
    direction: maybe(text<'outbound' | 'inbound' | 'both'>()),
    place: maybe(text()),
    sent: countSum,
    inPost: countSum,
    certainty: text<Certainty>(),
    confirmed: countSum,
    stated: countSum,
    presumed: countSum,
    cannotTell: countSum,
    overdue: countSum,
    out: countSum,
    unknown: countSum,
    surelyIn: maybe(list<string>(String)),
    suspended: maybe(list<string>(String), ''),
    windows: windowsUsed,
    ...restingOnColumns,
  },
  answer,
}
