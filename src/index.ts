// The public surface, name by name.
export { eventIdOf } from './adapters/system/identity.js'

export type { Failure, Receipt } from './domain/kernel/failure.js'
export type { CommandContext, Metadata, Mode, Position, Recorded, Revision } from './domain/kernel/recorded.js'
export type { LedgerCommand, LedgerEvent, OwnEvent, RefusalOf } from './domain/ledger.js'
export type { Capacity } from './domain/vocabulary/capacity.js'
export {
  about,
  atLeast,
  atMost,
  between,
  type Count,
  exactly,
  lessThan,
  moreThan,
  showCount,
  unknownCount,
} from './domain/vocabulary/count.js'
export type {
  AgreementId,
  AnyId,
  BatchId,
  CohortId,
  OccasionId,
  OrganisationId,
  PersonId,
  PlacementId,
  PostId,
  ProgrammeId,
  SeriesId,
  SourceId,
  StatementId,
} from './domain/vocabulary/id.js'
export { closedList, type NamedList, named, none, openList, type Stated } from './domain/vocabulary/open-list.js'
export type { StatedDate } from './domain/vocabulary/stated-date.js'
export { type Ledger, openLedger } from './ledger.js'
