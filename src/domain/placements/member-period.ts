import type { Period } from '../vocabulary/period.js'

/** The start and the end of a member of a cohort, each by itself: his own placement's where recorded, else the cohort's. */
export const periodOfMember = (own: Period, cohorts: Period): Period => ({
  ...(own.start === undefined
    ? {
        ...(cohorts.start !== undefined && { start: cohorts.start }),
        ...(cohorts.startsStaggered !== undefined && { startsStaggered: cohorts.startsStaggered }),
      }
    : { start: own.start }),
  ...(own.end === undefined && own.length === undefined
    ? { ...(cohorts.end !== undefined && { end: cohorts.end }), ...(cohorts.length !== undefined && { length: cohorts.length }) }
    : { ...(own.end !== undefined && { end: own.end }), ...(own.length !== undefined && { length: own.length }) }),
})
