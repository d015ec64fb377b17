import type {
  AnswerAppeal,
  Appeal,
  Approve,
  Nominate,
  NominationCommand,
  RefuseNomination,
  Resubmit,
  Withdraw,
} from '../domain/placements/nomination-commands.js'
import type {
  AppealAnswer,
  AppealAnswered,
  Approval,
  Choice,
  Nomination,
  NominationAppeal,
  NominationAppealed,
  NominationApproved,
  NominationEvent,
  NominationRefusal,
  NominationRefused,
  NominationRequest,
  NominationResubmitted,
  OfficerNominated,
  OfficerWithdrawn,
  PreferenceTerms,
  Resubmission,
  Step,
  Withdrawal,
} from '../domain/placements/nomination-events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { anyId, idOf, integer, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { keys, revision } from './placement-keys.js'
import { statedDate } from './vocabulary.js'

const { placement } = keys
const organisation = idOf('organisation')

const choice = objectCodec<Choice>('a host asked for', { host: organisation, why: optional(prose) })
const step = objectCodec<Step>('a step of approval', { step: line, by: optional(organisation) })
const terms = objectCodec<PreferenceTerms>('the terms of ranking', { stream: anyId, revision, mostPreferences: integer(1, 200) })

const request: Props<NominationRequest> = {
  placement,
  choices: listOf(choice, { atMost: 200 }),
  businessCase: optional(prose),
  objectives: optional(listOf(prose, { atMost: 100 })),
  steps: listOf(step, { atMost: 100 }),
  on: optional(statedDate),
  terms: optional(terms),
}
const nomination: Props<Nomination> = {
  ...request,
  officer: keys.officer,
  programme: keys.programme,
  batch: keys.batch,
  by: organisation,
  replaces: optional(placement),
}
const approval: Props<Approval> = { placement, step: line, on: optional(statedDate), words: optional(prose) }
const refusal: Props<NominationRefusal> = { placement, step: line, why: prose, on: optional(statedDate) }
const appeal: Props<NominationAppeal> = { placement, by: oneOf('officer', 'department'), why: prose, on: optional(statedDate) }
const answer: Props<AppealAnswer> = {
  placement,
  outcome: oneOf('allowed', 'dismissed'),
  by: optional(organisation),
  why: optional(prose),
  on: optional(statedDate),
}
const resubmission: Props<Resubmission> = { ...request, why: optional(prose) }
const withdrawal: Props<Withdrawal> = {
  placement,
  by: oneOf('officer', 'department', 'organiser', 'host'),
  why: prose,
  on: optional(statedDate),
  replacedBy: optional(placement),
}

export const nominationEvents: Catalogue<NominationEvent> = {
  OfficerNominated: first<OfficerNominated>('OfficerNominated', nomination),
  NominationApproved: first<NominationApproved>('NominationApproved', { ...keys, ...approval }),
  NominationRefused: first<NominationRefused>('NominationRefused', { ...keys, ...refusal }),
  NominationAppealed: first<NominationAppealed>('NominationAppealed', { ...keys, ...appeal }),
  AppealAnswered: first<AppealAnswered>('AppealAnswered', { ...keys, ...answer }),
  NominationResubmitted: first<NominationResubmitted>('NominationResubmitted', { ...keys, ...resubmission }),
  OfficerWithdrawn: first<OfficerWithdrawn>('OfficerWithdrawn', { ...keys, ...withdrawal }),
}

export const nominationCommands: Commands<NominationCommand> = {
  Nominate: commandCodec<Nominate>('Nominate', nomination),
  Approve: commandCodec<Approve>('Approve', approval),
  RefuseNomination: commandCodec<RefuseNomination>('RefuseNomination', refusal),
  Appeal: commandCodec<Appeal>('Appeal', appeal),
  AnswerAppeal: commandCodec<AnswerAppeal>('AnswerAppeal', answer),
  Resubmit: commandCodec<Resubmit>('Resubmit', resubmission),
  Withdraw: commandCodec<Withdraw>('Withdraw', withdrawal),
}
