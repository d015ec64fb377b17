import * as E from 'fp-ts/lib/Either.js'
import { addDays, type CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AnyId, CohortId } from '../../domain/vocabulary/id.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { isBefore } from '../../domain/vocabulary/window.js'
import { date, maybe, text } from '../engine/columns.js'
import type { Question } from '../engine/question.js'
import { type CertificateAnswer, certificatesOnRecord } from './certificates.js'
import { type DueAsked, type DueRow, due } from './due.js'
import { type FeedbackAnswer, feedback } from './feedback.js'

/** Which list a line stands in. */
export type DueList = DueRow['matter'] | 'feedback due' | 'feedback overdue' | 'certificate expiring' | 'certificate expired'

/** One thing that is due as of the day asked about, or within the days after it: of placements, feedback and certificates alike. */
export interface DueListRow {
  readonly list: DueList
  readonly what: AnyId | CohortId
  readonly name: string
  readonly detail?: string
  /** Absent: nothing on record says when. */
  readonly due?: StatedDate
  readonly certainty: DueRow['certainty']
}

const ofFeedback =
  (on: CivilDate, until: CivilDate) =>
  ({ occasion, what, name, state, due: last }: FeedbackAnswer): ReadonlyArray<DueListRow> => {
    if (last === undefined || last > until || state === 'given') return []
    const list = last < on ? 'feedback overdue' : 'feedback due'
    return [{ list, what: occasion, name, detail: what, due: { edtf: last }, certainty: 'yes' }]
  }

const ofCertificate =
  (on: CivilDate) =>
  ({ certificate, name, what, expiresOn, expires }: CertificateAnswer): ReadonlyArray<DueListRow> => {
    if (expiresOn === undefined) return []
    const past = isBefore(windowOf(expiresOn), on)
    const list = past === 'yes' ? 'certificate expired' : 'certificate expiring'
    const certainty = past === 'cannot tell' || expires !== 'yes' ? 'cannot tell' : 'yes'
    return [{ list, what: certificate, name, detail: what, due: expiresOn, certainty }]
  }

const LISTS: ReadonlyArray<DueList> = [
  'overdue',
  'ends soon',
  'report overdue',
  'report due',
  'review overdue',
  'review due',
  'obligation ending',
  'feedback overdue',
  'feedback due',
  'certificate expired',
  'certificate expiring',
]

const dayOf = ({ due: date }: DueListRow): string => (date && windowOf(date).earliest) ?? '9999-99-99'

const inOrder = (a: DueListRow, b: DueListRow): number =>
  LISTS.indexOf(a.list) - LISTS.indexOf(b.list) || (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.what < b.what ? -1 : 1)

/** Every due list in one table. */
export const dueLists: Question<DueAsked, DueListRow> = {
  name: 'due-lists',
  about: 'As of a day, list by list: what ends soon or is overdue, reports and reviews due, feedback due, certificates expiring.',
  parameters: due.parameters,
  reads: [...due.reads, ...feedback.reads, ...certificatesOnRecord.reads],
  glance: ['list', 'name', 'detail', 'due', 'certainty'],
  columns: {
    list: text<DueList>(),
    what: text<AnyId | CohortId>(),
    name: text(),
    detail: maybe(text(), ''),
    due: maybe(date),
    certainty: text<DueRow['certainty']>(),
  },
  answer: (tables, asked) => async () => {
    const { on, within = 30, programme } = asked
    const until = addDays(on, within)
    const placed = await due.answer(tables, asked)()
    if (E.isLeft(placed)) return placed
    const given = await feedback.answer(tables, { asOf: on, ...(programme && { within: programme }) })()
    if (E.isLeft(given)) return given
    const certified = await certificatesOnRecord.answer(tables, { expiringBy: until, ...(programme && { under: programme }) })()
    if (E.isLeft(certified)) return certified
    const ofPlacements = placed.right.map(
      ({ matter, entry, name, what, due: date, certainty }): DueListRow => ({
        list: matter,
        what: entry,
        name,
        ...(what !== undefined && { detail: what }),
        ...(date !== undefined && { due: date }),
        certainty,
      }),
    )
    const rows = [...ofPlacements, ...given.right.flatMap(ofFeedback(on, until)), ...certified.right.flatMap(ofCertificate(on))]
    return E.right(rows.toSorted(inOrder))
  },
}
