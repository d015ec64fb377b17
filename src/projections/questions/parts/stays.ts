import { periodOfMember } from '../../../domain/placements/member-period.js'
import type { CivilDate } from '../../../domain/vocabulary/civil-date.js'
import type { Period } from '../../../domain/vocabulary/period.js'
import type { Stay } from '../../../domain/vocabulary/presence.js'
import { type StatedDate, windowOf } from '../../../domain/vocabulary/stated-date.js'
import type { StartTold } from '../../cohorts-period.js'
import type { CohortRow } from '../../cohorts-row.js'
import type { PlacementRow } from '../../placements.js'

/** The day by which a start had surely been told as past; none where no dated report tells it. */
export type ToldBy = (told: StartTold) => CivilDate | undefined

/**
 * By the issue days of the sources. Where one report rests on several sources, all of them had been issued by the latest of their days; one
 * without a latest day tells nothing. Of several reports the earliest counts.
 */
export const toldBy =
  (issued: ReadonlyMap<string, StatedDate | undefined>): ToldBy =>
  ({ startTold }) => {
    const days = startTold.flatMap((sources): ReadonlyArray<CivilDate> => {
      const latest = sources.map((source) => latestDay(issued.get(source)))
      return latest.includes(undefined)
        ? []
        : latest
            .filter((day) => day !== undefined)
            .toSorted()
            .slice(-1)
    })
    return days.toSorted()[0]
  }

const latestDay = (date: StatedDate | undefined): CivilDate | undefined => date && windowOf(date).latest

/** The last day of the cohort as a whole, where it was completed as a whole. */
const wholeEnd = ({ completions }: CohortRow): StatedDate | undefined => completions.find(({ count }) => count === undefined)?.on

const earlier = (a: CivilDate | undefined, b: CivilDate | undefined): CivilDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a

const stay = ({ confirmed }: Pick<Stay, 'confirmed'>, period: Period, endedOn?: StatedDate, startedBy?: CivilDate): Stay => ({
  period,
  ...(confirmed !== undefined && { confirmed }),
  ...(endedOn !== undefined && { endedOn }),
  ...(startedBy !== undefined && { startedBy }),
})

/** What holds of all in a cohort who have no record of their own. */
export const stayOfCohort = (row: CohortRow, told: ToldBy): Stay => stay(row, row.period ?? {}, wholeEnd(row), told(row))

/** Those who came back, or completed, before the others. */
export const stayOfLeavers = (row: CohortRow, on: StatedDate, told: ToldBy): Stay => ({ ...stayOfCohort(row, told), endedOn: on })

const pausesOf = ({ pauses }: PlacementRow): Pick<Stay, 'pauses'> => (pauses === undefined ? {} : { pauses })

export const stayOfPlacement = (row: PlacementRow, told: ToldBy): Stay => ({
  ...stay(row, row.period, row.endedOn, told(row)),
  ...pausesOf(row),
})

/** What a member's own record says, and what was reported of all members; that a staggered cohort had begun says nothing of one of them. */
export const stayOfMember = (own: PlacementRow, cohort: CohortRow, told: ToldBy): Stay => {
  const period = periodOfMember(own.period, cohort.period ?? {})
  const tellsOfAll = cohort.period?.startsStaggered !== true
  const endedOn = own.endedOn ?? (own.extendedTo === undefined ? wholeEnd(cohort) : undefined)
  const startedBy = earlier(told(own), tellsOfAll ? told(cohort) : undefined)
  return { ...stay({ confirmed: [...own.confirmed, ...cohort.confirmed] }, period, endedOn, startedBy), ...pausesOf(own) }
}
