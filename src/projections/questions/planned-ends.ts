import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CohortId, PlacementId } from '../../domain/vocabulary/id.js'
import { type Period, plannedEnd, toWindow } from '../../domain/vocabulary/period.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { batches } from '../batches.js'
import { cohorts } from '../cohorts.js'
import { date, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { placements } from '../placements.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { namingIn } from './parts/naming.js'
import { cohortId, type WindowUsed, windowsUsed } from './parts/presence-columns.js'

/** Which cohort or placement is asked about; none: all of them. */
export interface PlannedEndsAsked {
  readonly cohort?: CohortId
  readonly placement?: PlacementId
}

/** When a cohort or a placement is to end, as far as it is told or can be worked out. */
export interface PlannedEndRow extends RestingOn {
  readonly entry: CohortId | PlacementId
  readonly name: string
  readonly start?: StatedDate
  /** Marked where no source states it. */
  readonly plannedEnd?: StatedDate
  /** What the planned end is: a stated one is the last day, one worked out from start and length is the day after it. */
  readonly shows?: 'last day' | 'day after the last'
  /** The window it was taken as; empty where there is none. */
  readonly windows: ReadonlyArray<WindowUsed>
  /** The last day as reported. */
  readonly endedOn?: StatedDate
}

const answerOf = (
  entry: CohortId | PlacementId,
  name: string,
  period: Period,
  endedOn: StatedDate | undefined,
  { entries, sources }: RestingOn,
): PlannedEndRow => {
  const [end, window] = [plannedEnd(period), toWindow(period)]
  return {
    entry,
    name,
    ...(period.start !== undefined && { start: period.start }),
    ...(end !== undefined && { plannedEnd: end, shows: period.end === undefined ? 'day after the last' : 'last day' }),
    windows: window === undefined ? [] : [{ side: 'day after the last', window }],
    ...(endedOn !== undefined && { endedOn }),
    entries,
    sources,
  }
}

const answer =
  (tables: Tables, { cohort, placement }: PlannedEndsAsked): TaskEither<RowStoreFault, ReadonlyArray<PlannedEndRow>> =>
  async () => {
    const asked = { cohorts: placement === undefined || cohort !== undefined, placements: cohort === undefined || placement !== undefined }
    const together = await tables.of(cohorts).where(cohort === undefined ? {} : { cohort })()
    if (E.isLeft(together)) return together
    const single = await tables.of(placements).where(placement === undefined ? {} : { placement })()
    if (E.isLeft(single)) return single
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    const ofCohorts = together.right.map((row) => answerOf(row.cohort, labels.right.of(row.batch), row.period ?? {}, row.overOn, row))
    const ofPlacements = single.right
      .filter(({ state }) => state !== 'cancelled')
      .map((row) => answerOf(row.placement, labels.right.of(row.officer), row.period, row.endedOn, row))
    return E.right([...(asked.cohorts ? ofCohorts : []), ...(asked.placements ? ofPlacements : [])])
  }

/** The planned ends on record, of cohorts first. A placement that was called off has none. */
export const plannedEnds: Question<PlannedEndsAsked, PlannedEndRow> = {
  name: 'planned-ends',
  about: 'When cohorts and placements are to end: stated, or worked out from start and length and marked so.',
  parameters: { cohort: cohortId('only this cohort'), placement: id('placement', 'only this placement') },
  reads: [cohorts, placements, batches, names],
  glance: ['name', 'start', 'plannedEnd', 'shows', 'endedOn'],
  columns: {
    entry: text<CohortId | PlacementId>(),
    name: text(),
    start: maybe(date),
    plannedEnd: maybe(date),
    shows: maybe(text<'last day' | 'day after the last'>(), ''),
    windows: windowsUsed,
    endedOn: maybe(date),
    ...restingOnColumns,
  },
  answer,
}
