import type { Recorded } from '../domain/kernel/recorded.js'
import type { SourceId } from '../domain/vocabulary/id.js'
import { type Period, plannedEnd } from '../domain/vocabulary/period.js'
import { type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { list, UNKNOWN } from './engine/columns.js'

// What cohorts and placements keep alike of their time.

/**
 * The sources of each report that tells the start as past (of the start, of days of presence, of a return, of the end). An attachment alone
 * tells what was agreed, not that it began; a decision tells nothing as past.
 */
export interface StartTold {
  readonly startTold: ReadonlyArray<ReadonlyArray<SourceId>>
}

export const startTold = (row: StartTold, { metadata: { mode, sources } }: Recorded<unknown>): StartTold => ({
  startTold: mode === 'report' && sources.length > 0 ? [...row.startTold, sources] : row.startTold,
})

export const startToldColumns = { startTold: list<ReadonlyArray<SourceId>>((sources) => sources.join(' and ')) }

const INTERVAL = /^([^/]+)\/([^/]+)$/

// An end that lies between two dates is one of those between them, `[a..b]` in EDTF: a second slash would read as a second period.
const side = (date: StatedDate | undefined): string =>
  date === undefined ? UNKNOWN : showDate({ ...date, edtf: date.edtf.replace(INTERVAL, '[$1..$2]') })

/**
 * A period in one line, start and planned end: the last day where it is stated, the day after the last where it was worked out, and marked so.
 * @example
 * showPeriod({ start: { edtf: '2024-12' }, length: { kind: 'exact', span: { n: 3, unit: 'month' } } }) // => '2024-12/2025-03~ (derived)'
 * showPeriod({ end: { edtf: '2025-02-28' } }) // => '?/2025-02-28'
 */
export const showPeriod = (period: Period): string => `${side(period.start)}/${side(plannedEnd(period))}`
