import type { BatchId, ProgrammeId } from '../vocabulary/id.js'

/** Fixed when the batch is planned or opened, and repeated in each of its events: read models find their rows by them. */
export interface BatchKeys {
  readonly batch: BatchId
  readonly programme: ProgrammeId
}
