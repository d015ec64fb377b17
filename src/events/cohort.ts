import type {
  Breakdown,
  CohortAttached,
  CohortBreakdownRecorded,
  CohortCompleted,
  CohortCompletion,
  CohortDetail,
  CohortDetailRecorded,
  CohortDetails,
  CohortEvent,
  CohortExtended,
  CohortExtension,
  CohortFacts,
  CohortItinerarySet,
  CohortPeriod,
  CohortPeriodConfirmed,
  CohortPlanned,
  CohortReturn,
  CohortReturned,
  CohortRole,
  CohortRolesNamed,
  CohortStart,
  CohortStarted,
  Itinerary,
  Leg,
  MemberDescribed,
  MemberDescription,
  MemberIdentified,
  MemberIdentity,
  MemberRelease,
  MemberReleased,
  Part,
  RoleNaming,
} from '../domain/batches/cohort-events.js'
import type {
  AttachCohort,
  CohortCommand,
  ConfirmCohortPeriod,
  DescribeMember,
  ExtendCohort,
  IdentifyMember,
  NameCohortRoles,
  PlanCohort,
  RecordCohortBreakdown,
  RecordCohortCompletion,
  RecordCohortDetail,
  RecordCohortReturn,
  ReleaseMember,
  SetCohortItinerary,
  StartCohort,
} from '../domain/batches/commands.js'
import type { BatchKeys } from '../domain/batches/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { cohortId as cohort, flag, idOf, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { civilDate, count, namedList, period, statedDate } from './vocabulary.js'

// A cohort's commands name the cohort alone; its events, which lie in the stream of its batch, repeat batch and programme.

const organisation = idOf('organisation')
const person = idOf('person')
const keys: Props<BatchKeys> = { batch: idOf('batch'), programme: idOf('programme') }

const facts: Props<CohortFacts> = {
  population: optional(line),
  civilServants: optional(oneOf('yes', 'no', 'mixed')),
  direction: optional(oneOf('outbound', 'inbound', 'both')),
  homes: optional(namedList(organisation)),
  hosts: optional(namedList(organisation)),
  place: optional(line),
  hostPlaces: optional(namedList(organisation)),
  fields: optional(namedList(line)),
  period: optional(period),
}
const part = objectCodec<Part>('a part', { label: line, organisation: optional(organisation), count })
const leg = objectCodec<Leg>('a leg', {
  place: line,
  host: optional(organisation),
  from: optional(statedDate),
  to: optional(statedDate),
})
const role = objectCodec<CohortRole>('a role', { role: line, person, counted: oneOf('within', 'beside', 'not stated') })

const details: Props<CohortDetails> = { cohort, size: count, ...facts }
const detail: Props<CohortDetail> = { cohort, ...facts }
const start: Props<CohortStart> = { cohort, on: statedDate }
const breakdown: Props<Breakdown> = {
  cohort,
  by: line,
  parts: listOf(part, { atLeast: 1, atMost: 200 }),
  addsUp: optional(flag),
  overlapping: optional(flag),
}
const itinerary: Props<Itinerary> = { cohort, legs: listOf(leg, { atMost: 100 }) }
const roles: Props<RoleNaming> = { cohort, roles: listOf(role, { atLeast: 1, atMost: 100 }) }
const identity: Props<MemberIdentity> = {
  cohort,
  person,
  placement: optional(idOf('placement')),
  home: optional(organisation),
  homePlace: optional(organisation),
  homeDepartment: optional(organisation),
  was: optional(line),
}
const description: Props<MemberDescription> = {
  cohort,
  member: line,
  describedAs: prose,
  home: optional(organisation),
  homePlace: optional(organisation),
}
const release: Props<MemberRelease> = { cohort, person, why: optional(prose) }
const confirmed: Props<CohortPeriod> = { cohort, from: civilDate, to: civilDate }
const extension: Props<CohortExtension> = { cohort, end: statedDate, why: optional(prose) }
const returned: Props<CohortReturn> = {
  cohort,
  count,
  on: statedDate,
  why: optional(line),
  askedBy: optional(oneOf('home', 'host', 'officer')),
}
const completion: Props<CohortCompletion> = { cohort, on: statedDate, count: optional(count) }

export const cohortEvents: Catalogue<CohortEvent> = {
  CohortPlanned: first<CohortPlanned>('CohortPlanned', { ...keys, ...details }),
  CohortAttached: first<CohortAttached>('CohortAttached', { ...keys, ...details }),
  CohortStarted: first<CohortStarted>('CohortStarted', { ...keys, ...start }),
  CohortDetailRecorded: first<CohortDetailRecorded>('CohortDetailRecorded', { ...keys, ...detail }),
  CohortBreakdownRecorded: first<CohortBreakdownRecorded>('CohortBreakdownRecorded', { ...keys, ...breakdown }),
  CohortItinerarySet: first<CohortItinerarySet>('CohortItinerarySet', { ...keys, ...itinerary }),
  CohortRolesNamed: first<CohortRolesNamed>('CohortRolesNamed', { ...keys, ...roles }),
  MemberIdentified: first<MemberIdentified>('MemberIdentified', { ...keys, ...identity }),
  MemberDescribed: first<MemberDescribed>('MemberDescribed', { ...keys, ...description }),
  MemberReleased: first<MemberReleased>('MemberReleased', { ...keys, ...release }),
  CohortPeriodConfirmed: first<CohortPeriodConfirmed>('CohortPeriodConfirmed', { ...keys, ...confirmed }),
  CohortExtended: first<CohortExtended>('CohortExtended', { ...keys, ...extension }),
  CohortReturned: first<CohortReturned>('CohortReturned', { ...keys, ...returned }),
  CohortCompleted: first<CohortCompleted>('CohortCompleted', { ...keys, ...completion }),
}

export const cohortCommands: Commands<CohortCommand> = {
  PlanCohort: commandCodec<PlanCohort>('PlanCohort', details),
  AttachCohort: commandCodec<AttachCohort>('AttachCohort', details),
  StartCohort: commandCodec<StartCohort>('StartCohort', start),
  RecordCohortDetail: commandCodec<RecordCohortDetail>('RecordCohortDetail', detail),
  RecordCohortBreakdown: commandCodec<RecordCohortBreakdown>('RecordCohortBreakdown', breakdown),
  SetCohortItinerary: commandCodec<SetCohortItinerary>('SetCohortItinerary', itinerary),
  NameCohortRoles: commandCodec<NameCohortRoles>('NameCohortRoles', roles),
  IdentifyMember: commandCodec<IdentifyMember>('IdentifyMember', identity),
  DescribeMember: commandCodec<DescribeMember>('DescribeMember', description),
  ReleaseMember: commandCodec<ReleaseMember>('ReleaseMember', release),
  ConfirmCohortPeriod: commandCodec<ConfirmCohortPeriod>('ConfirmCohortPeriod', confirmed),
  ExtendCohort: commandCodec<ExtendCohort>('ExtendCohort', extension),
  RecordCohortReturn: commandCodec<RecordCohortReturn>('RecordCohortReturn', returned),
  RecordCohortCompletion: commandCodec<RecordCohortCompletion>('RecordCohortCompletion', completion),
}
