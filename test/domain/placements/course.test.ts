import { describe, expect, it, test } from 'vitest'
import type { CourseCommand } from '../../../src/domain/placements/course-commands.js'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import { attached, cancelled, completed, end, flagsOf, given, id, keys, start, started, three } from './example.js'

const to = { edtf: '2025-05-31' }
const why = 'unfinished'
const requested: PlacementEvent = { type: 'ExtensionRequested', ...keys, to, why }
const granted: PlacementEvent = { type: 'ExtensionDecided', ...keys, outcome: 'granted', to }
const suspended: PlacementEvent = { type: 'PlacementSuspended', ...keys, from: { edtf: '2025-01-06' }, why: 'budget' }
const resumed: PlacementEvent = { type: 'PlacementResumed', ...keys, on: { edtf: '2025-01-20' } }

describe('RequestExtension', () => {
  const request = { type: 'RequestExtension', placement: id, to, why } as const

  it('records what is asked, and stays quiet for the same', () => {
    given(attached, started).when(request).then(requested)
    given(attached, started, requested).when(request).thenNothing()
    given(attached, started, requested, granted).when(request).thenNothing()
  })

  it('is judged by the derived end where only start and length were agreed', () =>
    given({ ...attached, period: { start, length: { kind: 'exact', span: three } } })
      .when({ ...request, to: { edtf: '2025-03-01' } })
      .thenRefused({
        _tag: 'ExtensionNotBeyondEnd',
        placement: id,
        presentEnd: { edtf: '2025-03-02', derived: 'start and length' },
        to: { edtf: '2025-03-01' },
      }))

  it('is taken, and not flagged, where no end is on record: nothing is known to exceed', () => {
    const open: PlacementEvent = { ...attached, period: { start } }
    given(open).when(request).then(requested)
    expect(flagsOf({ ...request, on: { edtf: '2025-04' } }, open)).toStrictEqual([])
  })

  it('is flagged where a vague start leaves it open whether the terms are kept', () => {
    const terms = { stream: 'programme-exchange', revision: 2, longestInAll: { n: 6, unit: 'month' } } as const
    const vague: PlacementEvent = { ...attached, period: { start: { edtf: '2024-12' }, end } }
    expect(flagsOf({ ...request, to: { edtf: '2025-06-15' }, terms }, vague)).toMatchObject([
      { refusal: { _tag: 'LimitExceeded', limit: 'in all' }, certainty: 'cannot tell' },
    ])
    expect(flagsOf({ ...request, terms }, vague)).toStrictEqual([])
  })
})

describe('DecideExtension', () => {
  it('repeats the day that was asked for', () =>
    given(attached, started, requested).when({ type: 'DecideExtension', placement: id, outcome: 'granted' }).then(granted))
})

describe('ResumePlacement', () => {
  it('is refused surely before the pause', () =>
    given(attached, started, suspended)
      .when({ type: 'ResumePlacement', placement: id, on: { edtf: '2025-01-03' } })
      .thenRefused({ _tag: 'EndBeforeStart', placement: id, start: { edtf: '2025-01-06' }, end: { edtf: '2025-01-03' } }))
})

describe('each command in the course of a placement, in each phase', () => {
  const commands: { readonly [T in CourseCommand['type']]: CourseCommand } = {
    RequestExtension: { type: 'RequestExtension', placement: id, to: { edtf: '2025-08-31' }, why: 'more', on: { edtf: '2025-01-15' } },
    DecideExtension: { type: 'DecideExtension', placement: id, outcome: 'refused' },
    ChangeLeg: { type: 'ChangeLeg', placement: id, from: { edtf: '2025-01-06' }, role: 'planner' },
    SuspendPlacement: { type: 'SuspendPlacement', placement: id, from: { edtf: '2025-02-03' }, why: 'illness' },
    ResumePlacement: { type: 'ResumePlacement', placement: id, on: { edtf: '2025-02-10' } },
    RecordCover: { type: 'RecordCover', placement: id, arrangement: 'post held' },
    PlanReview: { type: 'PlanReview', placement: id, due: { edtf: '2025-01-15' } },
    RecordReview: { type: 'RecordReview', placement: id, kind: 'review', on: { edtf: '2025-01-15' } },
    RecordObligation: { type: 'RecordObligation', placement: id, until: { edtf: '2027-02' } },
    RecordResult: { type: 'RecordResult', placement: id, passed: false },
    StateManner: { type: 'StateManner', placement: id, manner: 'full-time' },
    ExpectReport: { type: 'ExpectReport', placement: id, kind: 'interim report', due: { edtf: '2025-01' } },
    WaiveRule: { type: 'WaiveRule', placement: id, rule: 'LimitExceeded', authority: 'Head', why: 'once' },
  }
  const phases = {
    'not recorded': [],
    attached: [attached],
    started: [attached, started],
    requested: [attached, started, requested],
    granted: [attached, started, requested, granted],
    suspended: [attached, started, suspended],
    resumed: [attached, started, suspended, resumed],
    over: [attached, started, completed],
    cancelled: [attached, cancelled],
  }
  const no = 'PlacementNotRecorded'
  const called = 'PlacementOver'
  const always = (event: PlacementEvent['type']): ReadonlyArray<string> => [no, ...Array(7).fill(event), called]
  const noRequest = 'NoExtensionRequested'
  const request = 'ExtensionRequested'
  const pause = 'PlacementSuspended'
  const notPaused = 'PlacementNotSuspended'

  test.each([
    ['RequestExtension', [no, request, request, 'ExtensionAlreadyRequested', request, request, request, request, called]],
    ['DecideExtension', [no, noRequest, noRequest, 'ExtensionDecided', noRequest, noRequest, noRequest, noRequest, called]],
    ['SuspendPlacement', [no, pause, pause, pause, pause, 'PlacementAlreadySuspended', pause, pause, called]],
    ['ResumePlacement', [no, notPaused, notPaused, notPaused, notPaused, 'PlacementResumed', notPaused, notPaused, called]],
    ['ChangeLeg', always('LegChanged')],
    ['RecordCover', always('CoverRecorded')],
    ['PlanReview', always('ReviewPlanned')],
    ['RecordReview', always('ReviewRecorded')],
    ['RecordObligation', always('ObligationRecorded')],
    ['RecordResult', always('ResultRecorded')],
    ['StateManner', always('MannerStated')],
    ['ExpectReport', always('ReportExpected')],
    ['WaiveRule', always('RuleWaived')],
  ] as const)('%s', (command, outcomes) =>
    expect(
      Object.values(phases).map((history) =>
        given(...history)
          .when(commands[command])
          .outcome()
          .replace('records ', ''),
      ),
    ).toStrictEqual(outcomes),
  )
})
