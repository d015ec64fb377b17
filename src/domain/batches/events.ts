import type { Count } from '../vocabulary/count.js'
import type { BatchId, OrganisationId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { CohortEvent } from './cohort-events.js'
import type { BatchKeys } from './keys.js'
import type { SpendingEvent } from './spending.js'

// What a batch's stream holds, its cohorts among it. An absent field was not stated; an empty list says that there is none.

export type { BatchKeys }

/** An intake of a programme: often known by its ordinal (1 for "the first batch") or its edition (`2024`, `2024/25`, `Spring`) alone. */
export interface Intake extends BatchKeys {
  readonly ordinal?: number
  readonly edition?: string
  readonly names?: ReadonlyArray<Name>
  readonly organisers?: NamedList<OrganisationId>
  /** "The cities of the region" stand here as one organisation of the kind *group*. */
  readonly partners?: NamedList<OrganisationId>
  readonly theme?: string
  readonly venue?: string
}

/** An intake that is to come. What was planned never becomes the size of what came: cohorts say that. */
export interface BatchPlan extends Intake {
  readonly plannedSize?: Count
  readonly plannedStart?: StatedDate
}

/** An intake as it began, planned before or not. */
export interface BatchOpening extends Intake {
  readonly openedOn?: StatedDate
}

/** The steps of a call in their order, each with its own deadline or none. */
export interface Call {
  readonly batch: BatchId
  readonly steps: ReadonlyArray<CallStep>
}

/** One step, in the words of the call: nomination, selection. */
export interface CallStep {
  readonly step: string
  readonly deadline?: StatedDate
}

/** What is told of it now; what is absent stays as it was told. */
export interface BatchRevision {
  readonly batch: BatchId
  readonly plannedSize?: Count
  readonly plannedStart?: StatedDate
  readonly partners?: NamedList<OrganisationId>
  readonly theme?: string
  readonly venue?: string
}

/** Nobody comes in any more. What becomes of the cohorts is another matter. */
export interface BatchClosing {
  readonly batch: BatchId
  readonly on?: StatedDate
  readonly why?: string
}

/** It was to come. */
export type BatchPlanned = { readonly type: 'BatchPlanned' } & BatchPlan
/** It began. Absent `openedOn`: nobody says when. */
export type BatchOpened = { readonly type: 'BatchOpened' } & BatchOpening
/** Nominations were called for; the latest call stands. */
export type CallOpened = { readonly type: 'CallOpened' } & BatchKeys & Call
/** Particulars were told anew. */
export type BatchRevised = { readonly type: 'BatchRevised' } & BatchKeys & BatchRevision
/** It was closed, or its plan given up. */
export type BatchClosed = { readonly type: 'BatchClosed' } & BatchKeys & BatchClosing

/** What is recorded of a batch and of the cohorts in it. */
export type BatchEvent = BatchPlanned | BatchOpened | CallOpened | BatchRevised | BatchClosed | CohortEvent | SpendingEvent
