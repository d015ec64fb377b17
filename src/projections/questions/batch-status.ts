import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Count, exactly } from '../../domain/vocabulary/count.js'
import { type CountSum, remainder, sumCounts } from '../../domain/vocabulary/count-sum.js'
import type { BatchId, ProgrammeId } from '../../domain/vocabulary/id.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import type { CohortRow } from '../cohorts-row.js'
import { count, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type NominationRow, nominations } from '../nominations.js'
import { people } from '../people.js'
import { type PlacementRow, placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { survivorIn } from './parts/mergers.js'
import { namingIn } from './parts/naming.js'
import { membersOf } from './parts/placed.js'
import { countSum } from './parts/presence-columns.js'
import { overEntries, together } from './parts/presence-figures.js'
import { leaversOf, type Sight } from './parts/presence-parts.js'
import { restingTogether } from './parts/stints.js'

/** Of which batches; absent: all. */
export interface BatchStatusAsked {
  readonly batch?: BatchId
  readonly programme?: ProgrammeId
}

/**
 * How far the officers of a batch have come, as reported: no date moves anybody on. Attached are those returned early, those completed and
 * those of whom neither is on record, together.
 */
export interface BatchStatusRow extends RestingOn {
  readonly batch: BatchId
  readonly programme: ProgrammeId
  readonly name: string
  readonly state: 'planned' | 'open' | 'closed'
  readonly planned?: Count
  /** Put forward one by one, whatever became of it; a call for a batch as a whole names nobody. */
  readonly nominated: CountSum
  /** Of those, approved in every step. */
  readonly approved: CountSum
  readonly attached: CountSum
  /** On record as begun. Of starts that are staggered only the first is known, and those who are known by themselves. */
  readonly started: CountSum
  readonly extended: CountSum
  readonly returnedEarly: CountSum
  readonly completed: CountSum
  /** The rest of those attached: no end of theirs is on record. */
  readonly noEndOnRecord: CountSum
  /** Those whose completion report came in. */
  readonly reported: CountSum
}

type Status = { readonly [K in 'attached' | 'started' | 'extended' | 'returnedEarly' | 'completed' | 'noEndOnRecord' | 'reported']: Count }

const many = (rows: ReadonlyArray<PlacementRow>, has: (row: PlacementRow) => boolean): Count =>
  exactly(new Set(rows.filter(has).map(({ officer }) => officer)).size)

const hasBegun = ({ state }: PlacementRow): boolean => state === 'under way' || state === 'completed' || state === 'curtailed'
const hasBeenExtended = ({ extendedTo }: PlacementRow): boolean => extendedTo !== undefined
const hasReported = ({ reports }: PlacementRow): boolean => reports.some(({ kind }) => kind === 'completion report')

const startedOf = (row: CohortRow, own: ReadonlyArray<PlacementRow>): Count => {
  const members = many(own, hasBegun)
  const begun = row.startedOn !== undefined || row.confirmed.length > 0 || row.returns.length > 0 || row.completions.length > 0
  if (!begun) return members
  if (row.period?.startsStaggered !== true || row.confirmed.length > 0) return row.size
  return { kind: 'at least', n: members.kind === 'exact' ? Math.max(1, members.n) : 1 }
}

const statusOfCohort = (row: CohortRow, own: ReadonlyArray<PlacementRow>, sight: Sight): Status => {
  const curtailed = many(own, ({ state }) => state === 'curtailed')
  const completed = many(own, ({ state }) => state === 'completed')
  const ends = own.filter(({ endedOn }) => endedOn !== undefined).length
  const left = leaversOf(row, ends, sight).map((part) => part.count)
  const returnedEarly = together([...left.slice(0, row.returns.length), curtailed])
  const some = together([...left.slice(row.returns.length), completed])
  const all = row.completions.some((one) => one.count === undefined)
  const stayed = all ? remainder(row.size, [returnedEarly]) : some
  return {
    attached: row.size,
    started: startedOf(row, own),
    extended: row.extendedTo === undefined ? many(own, hasBeenExtended) : row.size,
    returnedEarly,
    completed: stayed,
    noEndOnRecord: all ? exactly(0) : remainder(row.size, [returnedEarly, stayed]),
    reported: many(own, hasReported),
  }
}

const isApproved = ({ steps, approvals }: NominationRow): boolean =>
  steps.every(({ step }) => approvals.some((approval) => approval.step === step))

const statusOfPlacement = (row: PlacementRow): Status => {
  const one = (is: boolean): Count => exactly(is ? 1 : 0)
  return {
    attached: exactly(1),
    started: one(hasBegun(row)),
    extended: one(hasBeenExtended(row)),
    returnedEarly: one(row.state === 'curtailed'),
    completed: one(row.state === 'completed'),
    noEndOnRecord: one(row.state !== 'curtailed' && row.state !== 'completed'),
    reported: one(hasReported(row)),
  }
}

const answer =
  (tables: Tables, { batch, programme }: BatchStatusAsked): TaskEither<RowStoreFault, ReadonlyArray<BatchStatusRow>> =>
  async () => {
    const asked = { ...(batch !== undefined && { batch }), ...(programme !== undefined && { programme }) }
    const intakes = await tables.of(batches).where(asked)()
    if (E.isLeft(intakes)) return intakes
    const groups = await tables.of(cohorts).where(asked)()
    if (E.isLeft(groups)) return groups
    const single = await tables.of(placements).where({})()
    if (E.isLeft(single)) return single
    const put = await tables.of(nominations).where({})()
    if (E.isLeft(put)) return put
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const sight: Sight = {
      on: '9999-12-31',
      told: () => undefined,
      survivor: survivorIn(known.right.map(({ person, mergedInto }) => ({ id: person, mergedInto }))),
    }
    const within = new Set(groups.right.flatMap((row) => membersOf(row, single.right)))
    return E.right(
      intakes.right.map((row): BatchStatusRow => {
        const own = groups.right.filter((one) => one.batch === row.batch && one.state !== 'planned')
        const alone = single.right.filter((one) => one.batch === row.batch && !within.has(one) && one.state !== 'cancelled')
        const forward = put.right.filter((one) => one.batch === row.batch)
        const statuses = [...own.map((one) => statusOfCohort(one, membersOf(one, single.right), sight)), ...alone.map(statusOfPlacement)]
        const sum = (of: keyof Status): CountSum => overEntries(statuses.map((status) => status[of]))
        return {
          batch: row.batch,
          programme: row.programme,
          name: naming.right.of(row.batch),
          state: row.state,
          ...(row.plannedSize && { planned: row.plannedSize }),
          nominated: sumCounts(forward.length === 0 ? [] : [exactly(forward.length)]),
          approved: sumCounts(forward.length === 0 ? [] : [exactly(forward.filter(isApproved).length)]),
          attached: sum('attached'),
          started: sum('started'),
          extended: sum('extended'),
          returnedEarly: sum('returnedEarly'),
          completed: sum('completed'),
          noEndOnRecord: sum('noEndOnRecord'),
          reported: sum('reported'),
          ...restingTogether([{ rests: [row, ...forward, ...own, ...own.flatMap((one) => membersOf(one, single.right)), ...alone] }]),
        }
      }),
    )
  }

/** How far the officers of each batch have come. */
export const batchStatus: Question<BatchStatusAsked, BatchStatusRow> = {
  name: 'batch-status',
  about: 'Each batch: planned, nominated, approved, attached, started, extended, returned early, completed, no end on record, reported.',
  parameters: { batch: id('batch', 'only this one'), programme: id('programme', 'only of this programme') },
  reads: [batches, cohorts, placements, nominations, people, names],
  glance: [
    'name',
    'planned',
    'nominated',
    'approved',
    'attached',
    'started',
    'extended',
    'returnedEarly',
    'completed',
    'noEndOnRecord',
    'reported',
  ],
  columns: {
    batch: text<BatchId>(),
    programme: text<ProgrammeId>(),
    name: text(),
    state: text<BatchStatusRow['state']>(),
    planned: maybe(count),
    nominated: countSum,
    approved: countSum,
    attached: countSum,
    started: countSum,
    extended: countSum,
    returnedEarly: countSum,
    completed: countSum,
    noEndOnRecord: countSum,
    reported: countSum,
    ...restingOnColumns,
  },
  answer,
}
