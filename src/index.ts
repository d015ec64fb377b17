// The public surface, name by name. Stores stand behind their own entries: programme-ledger/memory, /sqlite, /eventstoredb.

import * as columns from './projections/engine/columns.js'
import * as parameters from './projections/engine/parameters.js'

export { eventIdOf } from './adapters/system/identity.js'
export type {
  CiteEntry,
  ConflictRecorded,
  CorrectEntry,
  DisputeEntry,
  EntryCommand,
  EntryEvent,
  EntryRefusal,
  PreferEntry,
  VoidEntry,
} from './domain/kernel/entry.js'
export type { FormatFault } from './domain/kernel/event-format.js'
export type { EventLog, EventLogFault } from './domain/kernel/event-log.js'
export type { CommandIdReused, Failure, Receipt } from './domain/kernel/failure.js'
export type { KeyFault, KeyStore } from './domain/kernel/key-store.js'
export type { CommandContext, Metadata, Mode, Position, Recorded, Revision, StoredEvent } from './domain/kernel/recorded.js'
export type { LedgerCommand, LedgerEvent, OwnCommand, OwnEvent, RefusalOf } from './domain/ledger.js'
export type { NotPermitted, Right } from './domain/rights/rights.js'
export type { Answer } from './domain/vocabulary/answer.js'
export type { Capacity } from './domain/vocabulary/capacity.js'
export { type CivilDate, isCivilDate, parseCivilDate } from './domain/vocabulary/civil-date.js'
export {
  about,
  atLeast,
  atMost,
  between,
  boundsOfCount,
  type Count,
  exactly,
  lessThan,
  moreThan,
  parseCount,
  showCount,
  unknownCount,
} from './domain/vocabulary/count.js'
export { type CountSum, showSum, sumCounts } from './domain/vocabulary/count-sum.js'
export { type Edtf, parseEdtf } from './domain/vocabulary/edtf.js'
export type {
  AgreementId,
  AnyId,
  BatchId,
  CertificateId,
  CohortId,
  FigureId,
  OccasionId,
  OfficerCalendarId,
  OrganisationId,
  PersonId,
  PlacementId,
  PostId,
  ProgrammeId,
  RightsId,
  RuleId,
  SeatsId,
  SeriesId,
  SourceId,
  StatementId,
} from './domain/vocabulary/id.js'
export type { Invalid } from './domain/vocabulary/invalid.js'
export { type Length, showLength } from './domain/vocabulary/length.js'
export type { Name } from './domain/vocabulary/name.js'
export { closedList, type NamedList, named, none, openList, type Stated, showStated } from './domain/vocabulary/open-list.js'
export type { Period } from './domain/vocabulary/period.js'
export type { Presence } from './domain/vocabulary/presence.js'
export { parseQuantity, type Quantity, showQuantity } from './domain/vocabulary/quantity.js'
export { calendarYear, financialYear, type ReportingYear } from './domain/vocabulary/reporting-year.js'
export { parseStatedDate, type StatedDate, showDate, windowOf } from './domain/vocabulary/stated-date.js'
export type { Terms } from './domain/vocabulary/terms.js'
export type { Act, TermsRefusal } from './domain/vocabulary/terms-act.js'
export { judge } from './domain/vocabulary/terms-judging.js'
export { termsOn } from './domain/vocabulary/terms-on.js'
export { showWindow, type Window } from './domain/vocabulary/window.js'
export type { InvalidCommand, UnknownReference } from './events/submit.js'
export { type CommandFailure, type Explained, type Ledger, type LedgerOptions, openLedger, type ReadModel } from './ledger.js'
export { type AgreementRow, agreements } from './projections/agreements.js'
export { type BatchRow, batches } from './projections/batches.js'
export { type CalendarRow, calendars } from './projections/calendars.js'
export { type CertificateRow, certificates } from './projections/certificates.js'
export { cohorts } from './projections/cohorts.js'
export type { CohortRow } from './projections/cohorts-row.js'
export { type ConflictRow, conflicts } from './projections/conflicts.js'
export type { Cell, CellType, Column, Columns } from './projections/engine/column.js'
export type { Followed } from './projections/engine/follow.js'
export type { Checkpoint, Projection, ProjectionFault, Reading } from './projections/engine/projection.js'
export { type Parameter, type Question, required } from './projections/engine/question.js'
export type { ReadFault } from './projections/engine/reading.js'
export type { OnProgress } from './projections/engine/replay.js'
export type { RowStore, RowStoreFault } from './projections/engine/row-store.js'
export type { Finding, OpenStore, Store } from './projections/engine/store.js'
export type { ReadTable, Tables } from './projections/engine/tables.js'
export type { Viewpoint } from './projections/engine/viewpoint.js'
export { type EntryRow, entries } from './projections/entries.js'
export { type FigureRow, figures } from './projections/figures.js'
export { type JudgementRow, judgements } from './projections/judgements.js'
export { type NamesRow, names } from './projections/names.js'
export { type NominationRow, nominations } from './projections/nominations.js'
export { type OccasionRow, occasions } from './projections/occasions.js'
export { type OrganisationRow, organisations } from './projections/organisations.js'
export { type PersonRow, people } from './projections/people.js'
export { type PlacementRow, placements } from './projections/placements.js'
export { type PlacementDetailsRow, placementDetails } from './projections/placements-details.js'
export { type PostRow, posts } from './projections/posts.js'
export { type ProgrammeRow, programmes } from './projections/programmes.js'
export { absentees } from './projections/questions/absentees.js'
export { agreementTable } from './projections/questions/agreement-table.js'
export { agreementsOnRecord } from './projections/questions/agreements.js'
export { attendance, attendanceCategories, attendanceTotal } from './projections/questions/attendance.js'
export { batchStatus } from './projections/questions/batch-status.js'
export { batchesOnRecord } from './projections/questions/batches.js'
export { briefings } from './projections/questions/briefings.js'
export { byUnitAndYear } from './projections/questions/by-unit-and-year.js'
export { certificatesOnRecord } from './projections/questions/certificates.js'
export { cohortsOnRecord } from './projections/questions/cohorts.js'
export { conflictsOnRecord } from './projections/questions/conflicts.js'
export { corrections } from './projections/questions/corrections.js'
export { costs } from './projections/questions/costs.js'
export { due } from './projections/questions/due.js'
export { dueLists } from './projections/questions/due-lists.js'
export { exchangeByCityAndYear } from './projections/questions/exchange-by-city-and-year.js'
export { existed } from './projections/questions/existed.js'
export { feedback } from './projections/questions/feedback.js'
export { figuresOnRecord } from './projections/questions/figures.js'
export { fromPlace } from './projections/questions/from-place.js'
export { grades } from './projections/questions/grades.js'
export { groupMembers } from './projections/questions/group-members.js'
export { hours } from './projections/questions/hours.js'
export { judgementsOnRecord } from './projections/questions/judgements.js'
export { makeUps } from './projections/questions/make-ups.js'
export { nominationsOnRecord } from './projections/questions/nominations.js'
export { occasionsOnRecord } from './projections/questions/occasions.js'
export { officerDays } from './projections/questions/officer-days.js'
export { officersByDirection } from './projections/questions/officers-by-direction.js'
export { offices } from './projections/questions/offices.js'
export { openMatters } from './projections/questions/open-matters.js'
export { organisationsOnRecord } from './projections/questions/organisations.js'
export { partnerships } from './projections/questions/partnerships.js'
export { peopleOnRecord } from './projections/questions/people.js'
export { placedOnADay } from './projections/questions/placed-on-a-day.js'
export { placementLegs } from './projections/questions/placement-legs.js'
export { placementsOnRecord } from './projections/questions/placements.js'
export { plannedEnds } from './projections/questions/planned-ends.js'
export { presence } from './projections/questions/presence.js'
export { programmesOnRecord } from './projections/questions/programmes.js'
export { reconciliation } from './projections/questions/reconciliation.js'
export { reflections } from './projections/questions/reflections.js'
export { restingOnSource } from './projections/questions/resting-on.js'
export { rightsOnRecord } from './projections/questions/rights.js'
export { roles } from './projections/questions/roles.js'
export { rolesOf } from './projections/questions/roles-of.js'
export { roll } from './projections/questions/roll.js'
export { rulesInForce } from './projections/questions/rules.js'
export { seatsOnRecord } from './projections/questions/seats.js'
export { sendingUnits } from './projections/questions/sending-units.js'
export { seriesOnRecord } from './projections/questions/series.js'
export { seriesOrder } from './projections/questions/series-order.js'
export { seriesSessions } from './projections/questions/series-sessions.js'
export { signatories } from './projections/questions/signatories.js'
export { sourcesOnRecord } from './projections/questions/sources.js'
export { statementsOnRecord } from './projections/questions/statements.js'
export { termsStated } from './projections/questions/terms.js'
export { timeline } from './projections/questions/timeline.js'
export { trainingVolume } from './projections/questions/training-volume.js'
export { transcript } from './projections/questions/transcript.js'
export { unitTranscript } from './projections/questions/unit-transcript.js'
export { waitingList } from './projections/questions/waiting-list.js'
export { type RightsRow, rights } from './projections/rights.js'
export { type RuleRow, rules } from './projections/rules.js'
export { type SeatsRow, seats } from './projections/seats.js'
export { type SeriesRow, series } from './projections/series.js'
export { type SessionRow, sessions } from './projections/sessions.js'
export { type SourceRow, sources } from './projections/sources.js'
export { type SpendingRow, spending } from './projections/spending.js'
export { type StatementRow, statements } from './projections/statements.js'
export { type TermsRow, type TermsStatement, terms } from './projections/terms.js'
export { timelines } from './projections/timelines.js'
export type { TimelineItem } from './projections/timelines-items.js'
export { type TitleRow, titles } from './projections/titles.js'
export { type ValueRow, values } from './projections/values.js'
/** The kinds of column and of parameter, for read models and questions of one's own. */
export { columns, parameters }
