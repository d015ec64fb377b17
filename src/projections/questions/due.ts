import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { periodOfMember } from '../../domain/placements/member-period.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { CohortId, PlacementId, ProgrammeId } from '../../domain/vocabulary/id.js'
import { invalid } from '../../domain/vocabulary/invalid.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { showWindow, type Window } from '../../domain/vocabulary/window.js'
import { cohorts } from '../cohorts.js'
import type { CohortRow } from '../cohorts-row.js'
import { date, json, maybe, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import { type Parameter, type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type PlacementRow, placements } from '../placements.js'
import { placementDetails } from '../placements-details.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { aheadOf, type Due, detailsDue, endDue, type Matter } from './parts/due-matters.js'
import { type Naming, namingIn } from './parts/naming.js'

/** As of which day, and how many days ahead. */
export interface DueAsked {
  readonly on: CivilDate
  /** Absent: 30. */
  readonly within?: number
  readonly programme?: ProgrammeId
}

/** One thing that is due of a cohort or of a placement. */
export interface DueRow extends RestingOn {
  readonly matter: Matter
  readonly entry: CohortId | PlacementId
  readonly name: string
  readonly programme: ProgrammeId
  /** Which report, or why the officer is bound. */
  readonly what?: string
  /** As stated, or worked out and marked so: then it is the day after the last. Absent: nothing on record says when. */
  readonly due?: StatedDate
  /** The days it was taken as: the last day of what ends. */
  readonly window?: Window
  /** Where it cannot be told: the window lies on both sides of a border of the days asked about, or there is none. */
  readonly certainty: Due['certainty']
}

const DAYS = 30
const MOST = 3_660

const days = (about: string): Parameter<number> => ({
  about: `${about} (a number of days)`,
  parse: (given) => {
    const n = Number(given)
    return /^\d+$/.test(given) && n <= MOST ? E.right(n) : E.left(invalid(`a whole number from 0 to ${MOST}`, given))
  },
})

const labelled = (
  due: ReadonlyArray<Due>,
  entry: CohortId | PlacementId,
  name: string,
  { programme, entries, sources }: Pick<PlacementRow, 'programme' | 'entries' | 'sources'>,
): ReadonlyArray<DueRow> => due.map((one) => ({ ...one, entry, name, programme, entries, sources }))

const isRunning = ({ state }: PlacementRow): boolean => state !== 'cancelled'

/** A member's own end where it is recorded, else his cohort's. */
const periodOf = (row: PlacementRow, within: ReadonlyArray<CohortRow>): PlacementRow['period'] => {
  const cohort = within.find(
    ({ cohort, identified }) => cohort === row.partOf || identified.some(({ placement }) => placement === row.placement),
  )
  return periodOfMember(row.period, cohort?.period ?? {})
}

/** Surest and earliest first; then in the order of the entries. */
const soonestFirst = (a: DueRow, b: DueRow): number => {
  const [x, y] = [a.window?.earliest ?? '9999', b.window?.earliest ?? '9999']
  return x < y ? -1 : x > y ? 1 : 0
}

const answer =
  (tables: Tables, { on, within = DAYS, programme }: DueAsked): TaskEither<RowStoreFault, ReadonlyArray<DueRow>> =>
  async () => {
    const asked = programme === undefined ? {} : { programme }
    const together = await tables.of(cohorts).where(asked)()
    if (E.isLeft(together)) return together
    const single = await tables.of(placements).where(asked)()
    if (E.isLeft(single)) return single
    const details = await tables.of(placementDetails).where(asked)()
    if (E.isLeft(details)) return details
    const labels = await namingIn(tables)()
    if (E.isLeft(labels)) return labels
    const { of }: Naming = labels.right
    const ahead = aheadOf(on, within)
    const byPlacement = new Map(details.right.map((row) => [row.placement, row]))
    const ofCohorts = together.right
      .filter(({ state }) => state !== 'planned')
      .flatMap((row) => labelled(endDue(row.period ?? {}, row.overOn, ahead), row.cohort, of(row.batch), row))
    const ofPlacements = single.right.filter(isRunning).flatMap((row) => {
      const known = byPlacement.get(row.placement)
      const due = [
        ...endDue(periodOf(row, together.right), row.endedOn, ahead),
        ...(known === undefined ? [] : detailsDue(known, row, ahead)),
      ]
      const rests = { ...row, entries: [...new Set([...row.entries, ...(known?.entries ?? [])])] }
      return labelled(due, row.placement, of(row.officer), rests)
    })
    return E.right([...ofCohorts, ...ofPlacements].sort(soonestFirst))
  }

/** What ends soon, is overdue, or is due, as of a day. */
export const due: Question<DueAsked, DueRow> = {
  name: 'due',
  about: 'As of a day: placements and cohorts that end soon or are overdue, reports and reviews due, obligations ending.',
  parameters: {
    on: required(day('as of this day')),
    within: days('how far ahead to look; 30 where it is not said'),
    programme: id('programme', 'only of this programme'),
  },
  reads: [cohorts, placements, placementDetails, names],
  glance: ['matter', 'name', 'what', 'due', 'certainty'],
  columns: {
    matter: text<Matter>(),
    entry: text<CohortId | PlacementId>(),
    name: text(),
    programme: text<ProgrammeId>(),
    what: maybe(text(), ''),
    due: maybe(date),
    window: maybe(json<Window>(showWindow)),
    certainty: text<Due['certainty']>(),
    ...restingOnColumns,
  },
  answer,
}
