import * as E from 'fp-ts/lib/Either.js'
import { boundsOfCount, type Count, exactly, unknownCount } from '../../domain/vocabulary/count.js'
import type { OccasionId, SeriesId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { count, date, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type SeriesRow, type SeriesTalk, series } from '../series.js'
import { type Naming, namingIn } from './parts/naming.js'

/** Of which series; absent: of all. */
export interface SessionsAsked {
  readonly series?: SeriesId
}

/** One session of a series, or one that is missing: planned, or between others by its number, and not on record. The last row is planned against held. */
export interface SessionRow extends RestingOn {
  readonly line: 'session' | 'missing' | 'total'
  readonly series: SeriesId
  readonly name: string
  /** A number, `last`, or `?` where none is on record. */
  readonly ordinal?: string
  readonly occasion?: OccasionId
  readonly day?: StatedDate
  readonly topic?: string
  /** Absent: the talk is on record of the series alone. */
  readonly state?: OccasionRow['state'] | 'not on record'
  readonly attendance?: Count
  /** In the total: as announced, and as held. */
  readonly planned?: Count
  readonly held?: Count
}

const numberOf = ({ ordinal }: SeriesTalk): number | undefined => (typeof ordinal === 'number' ? ordinal : undefined)

/** Numbers first, then those without one in order of recording, "last" at the end. */
const place = (talk: SeriesTalk): number => numberOf(talk) ?? (talk.ordinal === undefined ? 1_000_000 : 2_000_000)

/** Numbers below the highest on record, and below the number that was surely planned, that no talk has: while some talk has no number, it may be one of them. */
const missingIn = ({ talks, planned }: SeriesRow): ReadonlyArray<number> => {
  const taken = new Set(talks.flatMap((talk) => numberOf(talk) ?? []))
  const most = Math.max(0, ...taken, planned === undefined ? 0 : boundsOfCount(planned).low)
  return Array.from({ length: Math.min(most, 1_000) }, (_, n) => n + 1).filter((n) => !taken.has(n))
}

const rowsOf = (row: SeriesRow, held: ReadonlyMap<string, OccasionRow>, { of }: Naming): ReadonlyArray<SessionRow> => {
  const label = { series: row.series, name: of(row.series) }
  const sessions = row.talks.map((talk): readonly [number, SessionRow] => {
    const occasion = held.get(talk.occasion)
    const topic = talk.topic ?? occasion?.themes?.items.join('; ')
    return [
      place(talk),
      {
        line: 'session',
        ...label,
        ...(talk.ordinal !== undefined && { ordinal: String(talk.ordinal) }),
        occasion: talk.occasion,
        ...(occasion?.day && { day: occasion.day }),
        topic: topic === undefined || topic === '' ? of(talk.occasion) : topic,
        state: occasion?.state ?? 'not on record',
        ...(occasion?.state === 'held' && { attendance: occasion.attendance ?? unknownCount }),
        entries: [...row.entries, ...(occasion?.entries ?? [])],
        sources: [...new Set([...row.sources, ...(occasion?.sources ?? [])])],
      },
    ]
  })
  const missing = missingIn(row).map((n): readonly [number, SessionRow] => [
    n,
    { line: 'missing', ...label, ordinal: String(n), entries: row.entries, sources: row.sources },
  ])
  const total: SessionRow = {
    line: 'total',
    ...label,
    ...(row.planned && { planned: row.planned }),
    held: exactly(row.talks.filter(({ occasion }) => held.get(occasion)?.state === 'held').length),
    entries: row.entries,
    sources: row.sources,
  }
  return [...[...sessions, ...missing].toSorted(([a], [b]) => a - b).map(([, session]) => session), total]
}

/** The sessions of series of talks, in order of their numbers. */
export const seriesSessions: Question<SessionsAsked, SessionRow> = {
  name: 'series-sessions',
  about: 'Sessions of a series by number: date, topic, attendance; the numbers that are missing, and planned against held.',
  parameters: { series: id('series', 'only this one') },
  reads: [series, occasions, names],
  glance: ['name', 'ordinal', 'line', 'day', 'topic', 'attendance', 'planned', 'held'],
  columns: {
    line: text<SessionRow['line']>(),
    series: text<SeriesId>(),
    name: text(),
    ordinal: maybe(text()),
    occasion: maybe(text<OccasionId>(), ''),
    day: maybe(date),
    topic: maybe(text()),
    state: maybe(text<NonNullable<SessionRow['state']>>()),
    attendance: maybe(count, ''),
    planned: maybe(count),
    held: maybe(count, ''),
    ...restingOnColumns,
  },
  answer:
    (tables, { series: asked }) =>
    async () => {
      const rows = await tables.of(series).where(asked === undefined ? {} : { series: asked })()
      if (E.isLeft(rows)) return rows
      const held = await tables.of(occasions).where({})()
      if (E.isLeft(held)) return held
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const byId = new Map<string, OccasionRow>(held.right.map((row) => [row.occasion, row]))
      return E.right(rows.right.flatMap((row) => rowsOf(row, byId, naming.right)))
    },
}
