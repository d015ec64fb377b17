import type { BatchId, CohortId, OrganisationId, PersonId, PlacementId, PostId, ProgrammeId } from '../vocabulary/id.js'
import type { Period } from '../vocabulary/period.js'

// What the events of a placement have alike.

/** Fixed when the officer is attached, and repeated in each of the placement's events: read models find their rows by them. */
export interface PlacementKeys {
  readonly placement: PlacementId
  readonly officer: PersonId
  readonly programme: ProgrammeId
  readonly batch?: BatchId
  /** The cohort whose number this officer is within: no further seat is taken. */
  readonly partOf?: CohortId
}

/** The department may be unknown where the city is not. */
export interface Home {
  readonly organisation?: OrganisationId
  readonly place?: OrganisationId
  readonly post?: PostId
}

/** One organisation that takes the officer in, and at which level. */
export interface Host {
  readonly organisation: OrganisationId
  readonly level: 'bureau' | 'office' | 'department' | 'section' | 'agency' | 'district' | 'other'
}

/** Those who have a say in a placement. */
export type Side = 'home' | 'host' | 'officer'

/** Evidence: the period of the cohort that the officer is within, as its row stood at a revision of the batch's stream. */
export interface CohortPeriod {
  readonly stream: BatchId
  readonly revision: number
  readonly cohort: CohortId
  readonly period: Period
}
