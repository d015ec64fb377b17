import * as fc from 'fast-check'
import { expect } from 'vitest'
import type { PlacementCommand } from '../../../src/domain/placements/commands.js'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import { placement } from '../../../src/domain/placements/placement.js'
import type { Placement } from '../../../src/domain/placements/state.js'
import { closedList } from '../../../src/domain/vocabulary/open-list.js'
import { placementCommands, placementEvents } from '../../../src/events/placement.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const at = { placement: fc.constant('placement-1') } as const
const officer = { officer: fc.constant('person-1'), programme: fc.constant('programme-1') } as const
const day = days('2024-11-01', '2024-12-10', '2025-03-15')
const on = { on: day }
const civil = fc.constantFrom('2024-12-02', '2025-04-01')
const why = fc.constantFrom('illness', 'budget')
const by = fc.constantFrom('officer', 'department')
const side = fc.constantFrom('home', 'host')
const step = fc.constantFrom('department', 'host', 'minister')
const period = fc.constantFrom({}, { start: { edtf: '2024-12-02' }, end: { edtf: '2025-02-28' } })
const chain = [{ step: 'department' }, { step: 'host' }]
const steps = fc.constantFrom(chain, [...chain, ...chain])
const choices = fc.constant([{ host: 'organisation-a' }, { host: 'organisation-b' }] as const)
const terms = { terms: fc.constant({ stream: 'programme-1', revision: 0, mostPreferences: 1 } as const) }
const hosts = fc.constant(closedList([]))
const noted = fc.constantFrom('completion report', 'interim report')

type Nomination = Extract<
  PlacementCommand,
  { readonly type: 'Nominate' | 'Approve' | 'RefuseNomination' | 'Appeal' | 'AnswerAppeal' | 'Resubmit' }
>
const ofNomination: { readonly [T in Nomination['type']]: true } = {
  Nominate: true,
  Approve: true,
  RefuseNomination: true,
  Appeal: true,
  AnswerAppeal: true,
  Resubmit: true,
}

/** Where the nomination stands, for those who speak of it; else the placement. */
const phaseOf = (state: Placement, command: PlacementCommand): string => {
  if (!Object.hasOwn(ofNomination, command.type)) return state._tag
  const nomination = state._tag === 'NotRecorded' ? undefined : state.nomination
  if (nomination === undefined) return 'NoNomination'
  if (state._tag !== 'Nominated') return 'Attached'
  return nomination.phase._tag === 'Refused' && nomination.phase.isFinal ? 'Dismissed' : nomination.phase._tag
}

/** It is put forward, attached, started and ended once; what was called off had not begun. */
const happensOnce = (_: Placement, history: ReadonlyArray<PlacementEvent>): void => {
  const times = (...types: ReadonlyArray<PlacementEvent['type']>): number => history.filter(({ type }) => types.includes(type)).length
  expect(times('OfficerNominated')).toBeLessThanOrEqual(1)
  expect(times('OfficerAttached')).toBeLessThanOrEqual(1)
  expect(times('PlacementStarted')).toBeLessThanOrEqual(1)
  expect(times('PlacementCompleted', 'PlacementCurtailed', 'PlacementCancelled')).toBeLessThanOrEqual(1)
  expect(times('ExtensionDecided')).toBeLessThanOrEqual(times('ExtensionRequested'))
  expect(times('PlacementResumed')).toBeLessThanOrEqual(times('PlacementSuspended'))
  if (times('PlacementCancelled') > 0) expect(times('PlacementStarted', 'PlacementPeriodConfirmed')).toBe(0)
}

aggregateModel({
  aggregate: placement,
  events: placementEvents,
  commands: placementCommands,
  contents: {
    AttachOfficer: said(
      { ...at, ...officer, kind: fc.constant('attachment'), home: fc.constant({}), hosts, period },
      { batch: fc.constant('batch-1'), partOf: fc.constant('batch-2#first') },
    ),
    StartPlacement: fc.record({ ...at, ...on }),
    ConfirmPlacementPeriod: fc.record({ ...at, from: civil, to: civil }),
    CompletePlacement: fc.record({ ...at, ...on }),
    CurtailPlacement: fc.record({ ...at, ...on, by: side, why }),
    CancelPlacement: fc.record({ ...at, why }),
    RecordReflection: fc.record({
      ...at,
      author: fc.constant('person-1'),
      language: fc.constant('en'),
      points: fc.constant(['a good time']),
    }),
    ReceiveReport: said({ ...at, kind: noted }, on),
    SetReflectionConsent: fc.record({ ...at, by: fc.constantFrom('person-1', 'person-2'), consent: fc.constantFrom('given', 'refused') }),
    Nominate: said({ ...at, ...officer, by: fc.constant('organisation-a'), choices, steps }, terms),
    Approve: fc.record({ ...at, step }),
    RefuseNomination: fc.record({ ...at, step, why: fc.constant('no place') }),
    Appeal: fc.record({ ...at, by, why: fc.constant('there is a place') }),
    AnswerAppeal: fc.record({ ...at, outcome: fc.constantFrom('allowed', 'dismissed') }),
    Resubmit: said({ ...at, choices, steps }, terms),
    Withdraw: fc.record({ ...at, by, why }),
    RequestExtension: said({ ...at, to: day, why }, on),
    DecideExtension: said({ ...at, outcome: fc.constantFrom('granted', 'refused') }, { needs: fc.tuple(side) }),
    ChangeLeg: said({ ...at, from: day }, { role: fc.constant('adviser'), until: day }),
    SuspendPlacement: said({ ...at, from: day, why }, { expectedUntil: day }),
    ResumePlacement: fc.record({ ...at, ...on }),
    RecordCover: said({ ...at, arrangement: fc.constantFrom('acting', 'cover') }, { from: day, until: day }),
    PlanReview: fc.record({ ...at, due: day }),
    RecordReview: fc.record({ ...at, ...on, kind: fc.constantFrom('review', 'debrief') }),
    RecordObligation: fc.record({ ...at, until: day }),
    RecordResult: said(at, { passed: fc.boolean() }),
    StateManner: said({ ...at, manner: fc.constantFrom('full-time', 'part-time') }, { share: fc.constant(50) }),
    ExpectReport: fc.record({ ...at, kind: noted, due: day }),
    WaiveRule: fc.record({
      ...at,
      rule: fc.constantFrom('NominationNotApproved', 'OutsidePlacement'),
      authority: fc.constant('Director'),
      why,
    }),
  },
  together: [
    ['Nominate', 'RefuseNomination', 'Appeal', 'AnswerAppeal', 'Resubmit', 'Withdraw', 'AttachOfficer'],
    ['Nominate', 'RefuseNomination', 'Appeal', 'AnswerAppeal', 'Withdraw'],
    ['AttachOfficer', 'RequestExtension', 'DecideExtension', 'ChangeLeg', 'SuspendPlacement'],
    ['AttachOfficer', 'CompletePlacement', 'RequestExtension', 'DecideExtension'],
  ],
  always: happensOnce,
  phaseOf,
  phases: `
                           | NotRecorded      | Nominated                  | Attached                     | Underway                     | Over                         | Cancelled
    Withdraw               | refused          | stays nothing refused      | Cancelled                    | refused                      | refused                      | nothing refused
    AttachOfficer          | Attached refused | Attached Attached* refused | nothing refused              | nothing refused              | nothing refused              | nothing refused
    StartPlacement         | refused          | refused                    | Underway Underway*           | stays stays* nothing refused | stays stays* nothing refused | refused
    ConfirmPlacementPeriod | refused          | refused                    | Underway refused             | stays nothing refused        | stays stays* nothing refused | refused
    CompletePlacement      | refused          | refused                    | Over refused                 | Over Over* refused           | nothing refused              | refused
    CurtailPlacement       | refused          | refused                    | Over refused                 | Over Over* refused           | nothing refused              | refused
    CancelPlacement        | refused          | refused                    | Cancelled                    | refused                      | refused                      | nothing refused
    RecordReflection       | refused          | refused                    | stays nothing                | stays nothing                | stays nothing                | refused
    ReceiveReport          | refused          | refused                    | stays nothing                | stays nothing                | stays nothing                | refused
    SetReflectionConsent   | refused          | refused                    | stays nothing refused        | stays nothing refused        | stays nothing refused        | stays nothing refused
    RequestExtension       | refused          | refused                    | stays nothing refused        | stays nothing refused        | stays nothing refused        | refused
    DecideExtension        | refused          | refused                    | stays stays* nothing refused | stays stays* nothing refused | stays stays* nothing refused | refused
    ChangeLeg              | refused          | refused                    | stays stays* nothing refused | stays stays* nothing refused | stays stays* nothing refused | refused
    SuspendPlacement       | refused          | refused                    | stays stays* nothing refused | stays stays* nothing refused | stays stays* nothing refused | refused
    ResumePlacement        | refused          | refused                    | stays nothing refused        | stays nothing refused        | stays nothing refused        | refused
    RecordCover            | refused          | refused                    | stays nothing refused        | stays nothing refused        | stays nothing refused        | refused
    PlanReview             | refused          | refused                    | stays nothing                | stays nothing                | stays nothing                | refused
    RecordReview           | refused          | refused                    | stays nothing                | stays nothing                | stays nothing                | refused
    RecordObligation       | refused          | refused                    | stays nothing                | stays nothing                | stays nothing                | refused
    RecordResult           | refused          | refused                    | stays nothing refused        | stays nothing refused        | stays nothing refused        | refused
    StateManner            | refused          | refused                    | stays nothing refused        | stays nothing refused        | stays nothing refused        | refused
    ExpectReport           | refused          | refused                    | stays nothing                | stays nothing                | stays nothing                | refused
    WaiveRule              | refused          | stays nothing              | stays nothing                | stays nothing                | stays nothing                | refused

                     | NoNomination       | Open                         | Refused                    | Dismissed                  | Appealed        | Withdrawn       | Attached
    Nominate         | Open Open* refused | nothing refused              | nothing refused            | nothing refused            | nothing refused | nothing refused | nothing refused
    Approve          | refused            | stays stays* nothing refused | nothing refused            | nothing refused            | nothing refused | nothing refused | stays stays* nothing refused
    RefuseNomination | refused            | Refused Refused* refused     | nothing refused            | nothing refused            | refused         | refused         | nothing refused
    Appeal           | refused            | refused                      | Appealed                   | refused                    | nothing refused | refused         | nothing refused
    AnswerAppeal     | refused            | nothing refused              | nothing refused            | nothing refused            | Open Dismissed  | nothing refused | nothing refused
    Resubmit         | refused            | nothing refused              | Open Open* nothing refused | Open Open* nothing refused | nothing refused | nothing refused | nothing refused
  `,
})
