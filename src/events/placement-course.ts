import type {
  ChangeLeg,
  CourseCommand,
  DecideExtension,
  ExpectReport,
  PlanReview,
  RecordCover,
  RecordObligation,
  RecordResult,
  RecordReview,
  RequestExtension,
  ResumePlacement,
  StateManner,
  SuspendPlacement,
  WaiveRule,
} from '../domain/placements/course-commands.js'
import {
  type CourseEvent,
  type Cover,
  type CoverRecorded,
  type ExtensionDecided,
  type ExtensionDecision,
  type ExtensionRequest,
  type ExtensionRequested,
  type ExtensionTerms,
  type Leg,
  type LegChanged,
  type Manner,
  type MannerStated,
  type Obligation,
  type ObligationRecorded,
  type PlacementResumed,
  type PlacementSuspended,
  type ReportExpected,
  type ReportPlan,
  type Result,
  type ResultRecorded,
  type Resumption,
  type Review,
  type ReviewPlan,
  type ReviewPlanned,
  type ReviewRecorded,
  type RuleWaived,
  type RuleWaiver,
  type Supervisor,
  type Suspension,
  type Waivable,
  waivable,
} from '../domain/placements/course-events.js'
import { isSpan, parseSpan } from '../domain/vocabulary/span.js'
import { valueCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { anyId, flag, idOf, integer, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { cohortPeriod, host, keys, revision, side } from './placement-keys.js'
import { capacity, namedList, statedDate } from './vocabulary.js'
import { spanSchema } from './vocabulary-schema.js'

const { placement } = keys
const person = idOf('person')
const post = idOf('post')
const span = valueCodec('a span', isSpan, parseSpan, undefined, spanSchema)
const sides = listOf(side, { atMost: 3 })

const terms = objectCodec<ExtensionTerms>('the terms of extension', {
  stream: anyId,
  revision,
  longestInOneGo: optional(span),
  longestInAll: optional(span),
})
const request: Props<ExtensionRequest> = {
  placement,
  to: statedDate,
  why: prose,
  by: optional(side),
  on: optional(statedDate),
  agreedBy: optional(sides),
  cohort: optional(cohortPeriod),
  terms: optional(terms),
}
const decision: Props<ExtensionDecision> = {
  placement,
  outcome: oneOf('granted', 'refused'),
  by: optional(idOf('organisation')),
  why: optional(prose),
  on: optional(statedDate),
  agreedBy: optional(sides),
  needs: optional(sides),
}
const supervisor = objectCodec<Supervisor>('a supervisor', {
  of: oneOf('home', 'host'),
  person: optional(person),
  capacity: optional(capacity),
})
const leg: Props<Leg> = {
  placement,
  from: statedDate,
  until: optional(statedDate),
  hosts: optional(namedList(host)),
  role: optional(line),
  post: optional(post),
  supervisors: optional(listOf(supervisor, { atMost: 20 })),
  place: optional(idOf('organisation')),
  why: optional(prose),
}
const suspension: Props<Suspension> = { placement, from: statedDate, why: prose, expectedUntil: optional(statedDate) }
const resumption: Props<Resumption> = { placement, on: statedDate }
const cover: Props<Cover> = {
  placement,
  arrangement: oneOf('post held', 'cover', 'acting', 'left vacant'),
  post: optional(post),
  by: optional(person),
  handedOverOn: optional(statedDate),
  from: optional(statedDate),
  until: optional(statedDate),
  homeRecord: optional(oneOf('active', 'dormant')),
}
const reviewPlan: Props<ReviewPlan> = { placement, due: statedDate }
const review: Props<Review> = {
  placement,
  on: statedDate,
  kind: oneOf('review', 'debrief', 'sharing session'),
  words: optional(prose),
  at: optional(idOf('occasion')),
}
const obligation: Props<Obligation> = { placement, until: statedDate, why: optional(prose), basis: optional(idOf('agreement')) }
const result: Props<Result> = {
  placement,
  grade: optional(line),
  passed: optional(flag),
  comment: optional(prose),
  on: optional(statedDate),
}
const manner: Props<Manner> = {
  placement,
  manner: oneOf('full-time', 'part-time', 'intermittent'),
  share: optional(integer(1, 100)),
  standing: optional(oneOf('detail', 'leave')),
  from: optional(statedDate),
}
const reportPlan: Props<ReportPlan> = { placement, kind: oneOf('completion report', 'interim report'), due: statedDate }
const waiver: Props<RuleWaiver> = { placement, rule: oneOf<Waivable>(...waivable), authority: line, why: prose, on: optional(statedDate) }

export const courseEvents: Catalogue<CourseEvent> = {
  ExtensionRequested: first<ExtensionRequested>('ExtensionRequested', { ...keys, ...request }),
  ExtensionDecided: first<ExtensionDecided>('ExtensionDecided', { ...keys, ...decision, to: statedDate }),
  LegChanged: first<LegChanged>('LegChanged', { ...keys, ...leg }),
  PlacementSuspended: first<PlacementSuspended>('PlacementSuspended', { ...keys, ...suspension }),
  PlacementResumed: first<PlacementResumed>('PlacementResumed', { ...keys, ...resumption }),
  CoverRecorded: first<CoverRecorded>('CoverRecorded', { ...keys, ...cover }),
  ReviewPlanned: first<ReviewPlanned>('ReviewPlanned', { ...keys, ...reviewPlan }),
  ReviewRecorded: first<ReviewRecorded>('ReviewRecorded', { ...keys, ...review }),
  ObligationRecorded: first<ObligationRecorded>('ObligationRecorded', { ...keys, ...obligation }),
  ResultRecorded: first<ResultRecorded>('ResultRecorded', { ...keys, ...result }),
  MannerStated: first<MannerStated>('MannerStated', { ...keys, ...manner }),
  ReportExpected: first<ReportExpected>('ReportExpected', { ...keys, ...reportPlan }),
  RuleWaived: first<RuleWaived>('RuleWaived', { ...keys, ...waiver }),
}

export const courseCommands: Commands<CourseCommand> = {
  RequestExtension: commandCodec<RequestExtension>('RequestExtension', request),
  DecideExtension: commandCodec<DecideExtension>('DecideExtension', decision),
  ChangeLeg: commandCodec<ChangeLeg>('ChangeLeg', leg),
  SuspendPlacement: commandCodec<SuspendPlacement>('SuspendPlacement', suspension),
  ResumePlacement: commandCodec<ResumePlacement>('ResumePlacement', resumption),
  RecordCover: commandCodec<RecordCover>('RecordCover', cover),
  PlanReview: commandCodec<PlanReview>('PlanReview', reviewPlan),
  RecordReview: commandCodec<RecordReview>('RecordReview', review),
  RecordObligation: commandCodec<RecordObligation>('RecordObligation', obligation),
  RecordResult: commandCodec<RecordResult>('RecordResult', result),
  StateManner: commandCodec<StateManner>('StateManner', manner),
  ExpectReport: commandCodec<ExpectReport>('ExpectReport', reportPlan),
  WaiveRule: commandCodec<WaiveRule>('WaiveRule', waiver),
}
