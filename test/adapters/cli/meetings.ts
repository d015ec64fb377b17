import { type RowSet, rowSet } from '../../../src/adapters/cli/render/rows.js'
import { type Count, unknownCount } from '../../../src/domain/vocabulary/count.js'
import type { StatedDate } from '../../../src/domain/vocabulary/stated-date.js'
import type { Columns } from '../../../src/projections/engine/column.js'
import { count, date, flag, integer, list, maybe, text } from '../../../src/projections/engine/columns.js'

/** A row with every kind of column that formats treat differently. */
export interface Meeting {
  readonly meeting: string
  readonly title: string
  readonly heldOn?: StatedDate
  readonly attendance: Count
  readonly batch?: number
  readonly open: boolean
  readonly topics?: ReadonlyArray<string>
  readonly venue?: string
}

export const columns: Columns<Meeting> = {
  meeting: text(),
  title: text(),
  heldOn: maybe(date),
  attendance: count,
  batch: maybe(integer),
  open: flag,
  topics: maybe(list<string>(String)),
  venue: maybe(text()),
}

const meeting = (key: string, title: string, attendance: Count, rest: Partial<Meeting> = {}): Meeting => ({
  meeting: key,
  title,
  attendance,
  open: false,
  ...rest,
})

export const meetings: ReadonlyArray<Meeting> = [
  meeting('m-1', 'Briefing', { kind: 'exact', n: 350 }, { heldOn: { edtf: '2024-01-15' }, batch: 1 }),
  meeting('m-2', 'Seminar', { kind: 'about', n: 350, words: 'around 350' }, { heldOn: { edtf: '2023-09' }, open: true }),
  meeting('m-3', '公務員學院簡介', { kind: 'about', n: 30, tolerance: 5 }, { topics: ['國情', 'law | order'] }),
  meeting('m-4', 'Talk', { kind: 'more than', n: 320 }, { topics: [] }),
  meeting('m-5', 'Visit', { kind: 'at least', n: 2 }, { heldOn: { edtf: '2024-03~', derived: 'start and length' } }),
  meeting('m-6', 'Forum', { kind: 'less than', n: 5 }),
  meeting('m-7', 'Café ☕ Q&A', { kind: 'at most', n: 5 }, { batch: 12 }),
  meeting('m-8', 'Course', { kind: 'between', from: 1, to: 30 }),
  meeting('m-9', 'Tour', unknownCount),
]

export const meetingSet: RowSet = rowSet(columns, meetings)
