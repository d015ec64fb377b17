import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DayLimits, Days } from '../../domain/calendars/events.js'
import { servedBy, stretchesOf, totalDays } from '../../domain/calendars/served.js'
import { addDays, type CivilDate } from '../../domain/vocabulary/civil-date.js'
import { between, type Count, exactly } from '../../domain/vocabulary/count.js'
import { calendarOf, type PersonId, type PlacementId } from '../../domain/vocabulary/id.js'
import { calendars, type HeldDays } from '../calendars.js'
import { count, integer, json, list, maybe, text } from '../engine/columns.js'
import { day, id, words } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { namingIn } from './parts/naming.js'

/** Whose days; of one scheme, or of each and of all together. */
export interface OfficerDaysAsked {
  readonly person: PersonId
  readonly scheme?: string
  /** Only days up to this one; absent: all that are held, those to come too. */
  readonly on?: CivilDate
}

/** The days that one officer has used of one scheme (absent: of all), and what remains. Held days are days promised, whether or not they were served. */
export interface OfficerDaysAnswer extends RestingOn {
  readonly person: PersonId
  readonly name: string
  readonly scheme?: string
  readonly placements: ReadonlyArray<PlacementId>
  /** All days, each once; a range where some days are of a scheme that nobody stated. */
  readonly total: Count
  /** The latest stretch without a break that counts as one. */
  readonly continuous: number
  readonly stretch: Days
  /** As the latest hold of the scheme was judged by (for all: the latest whose limits count every scheme); absent: none are on record. */
  readonly limits?: DayLimits
  /** What the lifetime total leaves; 0 where it is used up. */
  readonly remains?: Count
  /** What the longest continuous service leaves to the latest stretch. */
  readonly remainsContinuous?: number
  /** When the wait after the latest stretch is over. */
  readonly waitOverOn?: CivilDate
}

const left = (allowed: number, used: number): number => Math.max(0, allowed - used)
const range = (low: number, high: number): Count => (low === high ? exactly(low) : between(low, high))

type Used = Omit<OfficerDaysAnswer, 'person' | 'name' | keyof RestingOn>

const usedOf = (held: ReadonlyArray<HeldDays>, scheme: string | undefined, on: CivilDate | undefined): Used | undefined => {
  const upTo = (spans: ReadonlyArray<Days>): ReadonlyArray<Days> => (on === undefined ? spans : servedBy(spans, on))
  const own = scheme === undefined ? held : held.filter((hold) => hold.scheme === scheme)
  const perhaps = scheme === undefined ? own : held.filter((hold) => hold.scheme === scheme || hold.scheme === undefined)
  const limits = own.findLast((hold) => hold.scheme === scheme && hold.limits !== undefined)?.limits
  const stretch = stretchesOf(upTo(own), limits?.breakDays).at(-1)
  if (stretch === undefined) return undefined
  const [low, high] = [totalDays(upTo(own)), totalDays(upTo(perhaps))]
  const { lifetimeTotalDays: lifetime, longestContinuousDays: longest, waitDays } = limits ?? {}
  return {
    ...(scheme !== undefined && { scheme }),
    placements: own.filter((hold) => upTo([hold]).length > 0).map(({ placement }) => placement),
    total: range(low, high),
    continuous: stretch.days,
    stretch: { from: stretch.from, to: stretch.to },
    ...(limits !== undefined && { limits }),
    ...(lifetime !== undefined && { remains: range(left(lifetime, high), left(lifetime, low)) }),
    ...(longest !== undefined && { remainsContinuous: left(longest, stretch.days) }),
    ...(waitDays !== undefined && { waitOverOn: addDays(stretch.to, waitDays) }),
  }
}

const answer =
  (tables: Tables, { person, scheme, on }: OfficerDaysAsked): TaskEither<RowStoreFault, ReadonlyArray<OfficerDaysAnswer>> =>
  async () => {
    const row = await tables.of(calendars).row(calendarOf(person))()
    if (E.isLeft(row)) return row
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    if (row.right === undefined) return E.right([])
    const { held, entries, sources } = row.right
    const stated = [...new Set(held.flatMap((hold) => (hold.scheme === undefined ? [] : [hold.scheme])))].sort()
    const schemes = scheme === undefined ? [...stated, undefined] : [scheme]
    return E.right(
      schemes.flatMap((one) => {
        const used = usedOf(held, one, on)
        return used === undefined ? [] : [{ person, name: labels.right.of(person), ...used, entries, sources }]
      }),
    )
  }

const showLimits = (limits: DayLimits): string =>
  Object.entries(limits)
    .filter(([name]) => name !== 'terms')
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** An officer's days in service, one row for each scheme and one for all together; without any, nothing is on record. */
export const officerDays: Question<OfficerDaysAsked, OfficerDaysAnswer> = {
  name: 'officer-days',
  about: 'Days an officer is placed for: continuous, in a lifetime, and what the limits leave.',
  parameters: {
    person: required(id('person', 'whose days')),
    scheme: words('only those of this scheme'),
    on: day('only days up to this one'),
  },
  reads: [calendars, names],
  glance: ['name', 'scheme', 'total', 'continuous', 'remains', 'remainsContinuous'],
  columns: {
    person: text<PersonId>(),
    name: text(),
    scheme: maybe(text(), 'all'),
    placements: list<PlacementId>(String),
    total: count,
    continuous: integer,
    stretch: json<Days>(({ from, to }) => `${from} to ${addDays(to, -1)}`),
    limits: maybe(json<DayLimits>(showLimits)),
    remains: maybe(count),
    remainsContinuous: maybe(integer),
    waitOverOn: maybe(text<CivilDate>()),
    ...restingOnColumns,
  },
  answer,
}
