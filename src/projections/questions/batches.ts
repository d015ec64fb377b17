import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { Count } from '../../domain/vocabulary/count.js'
import { type CountSum, sumCounts } from '../../domain/vocabulary/count-sum.js'
import type { BatchId, ProgrammeId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { closedBy, type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { isOnOrBefore } from '../../domain/vocabulary/window.js'
import { type BatchRow, batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import { count, date, integer, maybe, namedList, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { sources } from '../sources.js'
import { type Naming, namingIn } from './parts/naming.js'
import { placedIn } from './parts/placed.js'
import { countSum } from './parts/presence-columns.js'
import { type ToldBy, toldBy } from './parts/stays.js'

/** The batches of one programme; absent: of all. */
export interface BatchesAsked {
  readonly programme?: ProgrammeId
  /** Adds whether each had opened by the end of that day. */
  readonly on?: CivilDate
}

/** One intake: how far it has come, and how many officers were sent, which is never taken from the plan. */
export interface BatchAnswer extends RestingOn {
  readonly batch: BatchId
  readonly name: string
  readonly programme: ProgrammeId
  /** As recorded; no date moves it. */
  readonly state: BatchRow['state']
  readonly ordinal?: number
  readonly edition?: string
  readonly partners?: NamedList<string>
  readonly openedOn?: StatedDate
  readonly closedOn?: StatedDate
  /** Where a day is asked: whether it had opened by then. Absent: no opening is on record, which the day does not change. */
  readonly hadOpened?: Answer
  readonly plannedSize?: Count
  /** The cohorts that were attached, and the placements within none of them; without any, nothing is on record. */
  readonly sent: CountSum
}

/** One that was opened by a report, on a day that is not exact or not stated, had opened when the report was issued. */
const hadOpened = (row: BatchRow, on: CivilDate, told: ToldBy): Answer => {
  const stated = row.openedOn === undefined ? {} : windowOf(row.openedOn)
  const issued = told(row)
  return isOnOrBefore(issued === undefined ? stated : closedBy(stated, issued), on)
}

const answerOf = (row: BatchRow, sent: ReadonlyArray<Count>, { of }: Naming): BatchAnswer => {
  const { batch, programme, state, ordinal, edition, partners, openedOn, closedOn, plannedSize, entries, sources } = row
  return {
    batch,
    name: of(batch),
    programme,
    state,
    ...(ordinal !== undefined && { ordinal }),
    ...(edition !== undefined && { edition }),
    ...(partners !== undefined && { partners: { ...partners, items: partners.items.map(of) } }),
    ...(openedOn !== undefined && { openedOn }),
    ...(closedOn !== undefined && { closedOn }),
    ...(plannedSize !== undefined && { plannedSize }),
    sent: sumCounts(sent),
    entries,
    sources,
  }
}

const answer =
  (tables: Tables, { programme, on }: BatchesAsked): TaskEither<RowStoreFault, ReadonlyArray<BatchAnswer>> =>
  async () => {
    const rows = await tables.of(batches).where(programme === undefined ? {} : { programme })()
    if (E.isLeft(rows)) return rows
    const together = await tables.of(cohorts).where({})()
    if (E.isLeft(together)) return together
    const single = await tables.of(placements).where({})()
    if (E.isLeft(single)) return single
    const issued = await tables.of(sources).where({})()
    if (E.isLeft(issued)) return issued
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    const told = toldBy(new Map(issued.right.map(({ source, issuedOn }) => [source, issuedOn])))
    const sent = placedIn(together.right, single.right)
    return E.right(
      rows.right.map((row) => ({
        ...answerOf(
          row,
          sent.filter(({ batch }) => batch === row.batch).map(({ count }) => count),
          labels.right,
        ),
        ...(on !== undefined && row.hasOpened && { hadOpened: hadOpened(row, on, told) }),
      })),
    )
  }

/** The batches on record. */
export const batchesOnRecord: Question<BatchesAsked, BatchAnswer> = {
  name: 'batches',
  about: 'Batches on record: state, partners, planned size, officers sent.',
  parameters: { programme: id('programme', 'only those of this programme'), on: day('tells whether each had opened by this day') },
  reads: [batches, cohorts, placements, sources, names],
  glance: ['name', 'programme', 'ordinal', 'state', 'plannedSize', 'sent'],
  columns: {
    batch: text<BatchId>(),
    name: text(),
    programme: text<ProgrammeId>(),
    state: text<BatchRow['state']>(),
    ordinal: maybe(integer),
    edition: maybe(text()),
    partners: maybe(namedList<string>(String)),
    openedOn: maybe(date),
    closedOn: maybe(date),
    hadOpened: maybe(text<Answer>(), ''),
    plannedSize: maybe(count),
    sent: countSum,
    ...restingOnColumns,
  },
  answer,
}
