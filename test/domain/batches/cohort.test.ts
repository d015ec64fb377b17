import { describe, expect, it, test } from 'vitest'
import { batch } from '../../../src/domain/batches/batch.js'
import type { CohortDetails } from '../../../src/domain/batches/cohort-events.js'
import type { BatchCommand, CohortCommand } from '../../../src/domain/batches/commands.js'
import type { BatchEvent } from '../../../src/domain/batches/events.js'
import { about, exactly, unknownCount } from '../../../src/domain/vocabulary/count.js'
import { openList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const cohort = 'batch-gba-1#first'
const keys = { batch: 'batch-gba-1', programme: 'programme-gba', cohort } as const
const opened: BatchEvent = { type: 'BatchOpened', batch: keys.batch, programme: keys.programme }
const given = (...history: ReadonlyArray<BatchEvent>) => scenarios(batch)(opened, ...history)
const flagsOf = (command: BatchCommand, ...history: ReadonlyArray<BatchEvent>) =>
  batch.breaches?.(command, [opened, ...history].reduce(batch.evolve, batch.initialState))

const start = { edtf: '2023-12-18' }
const length = { kind: 'about', span: { n: 3, unit: 'month' }, words: 'around three months' } as const
const details: CohortDetails = { cohort, size: exactly(10), place: 'Shenzhen', period: { start, length } }
const planned: BatchEvent = { type: 'CohortPlanned', ...keys, size: exactly(12) }
const attached: BatchEvent = { type: 'CohortAttached', ...keys, ...details }
const started: BatchEvent = { type: 'CohortStarted', ...keys, on: start }
const confirmed: BatchEvent = { type: 'CohortPeriodConfirmed', ...keys, from: '2023-12-18', to: '2024-03-15' }
const extended: BatchEvent = { type: 'CohortExtended', ...keys, end: { edtf: '2024-06-30' } }
const returned: BatchEvent = { type: 'CohortReturned', ...keys, count: exactly(2), on: { edtf: '2024-01-31' } }
const completed: BatchEvent = { type: 'CohortCompleted', ...keys, on: { edtf: '2024-03-15' } }

describe('PlanCohort', () => {
  it('records the planned number', () =>
    given()
      .when({ type: 'PlanCohort', cohort, size: exactly(12) })
      .then(planned))

  it('stays quiet for the same plan', () =>
    given(planned)
      .when({ type: 'PlanCohort', cohort, size: exactly(12) })
      .thenNothing())

  it('is refused for another plan under the same id', () =>
    given(planned)
      .when({ type: 'PlanCohort', cohort, size: exactly(10) })
      .thenRefused({ _tag: 'CohortAlreadyPlanned', cohort, size: exactly(12) }))
})

describe('AttachCohort', () => {
  it.each([
    ['that nobody planned', []],
    ['that was planned with another number', [planned]],
  ])('records the officers of a cohort %s', (_, history) =>
    given(...history)
      .when({ type: 'AttachCohort', ...details })
      .then(attached),
  )

  it('is refused a second time, even in the same words', () =>
    given(attached)
      .when({ type: 'AttachCohort', ...details })
      .thenRefused({ _tag: 'CohortAlreadyAttached', cohort, size: exactly(10) }))

  it('is refused where the end surely lies before the start', () =>
    given()
      .when({ type: 'AttachCohort', ...details, period: { start, end: { edtf: '2023-11' } } })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start, end: { edtf: '2023-11' } }))
})

describe('StartCohort', () => {
  it('records the day', () => given(attached).when({ type: 'StartCohort', cohort, on: start }).then(started))

  it('is taken after the completion: reports come late', () =>
    given(attached, completed).when({ type: 'StartCohort', cohort, on: start }).then(started))

  it('stays quiet for the same day', () => given(attached, started).when({ type: 'StartCohort', cohort, on: start }).thenNothing())

  it('is refused for another day', () =>
    given(attached, started)
      .when({ type: 'StartCohort', cohort, on: { edtf: '2023-12-19' } })
      .thenRefused({ _tag: 'CohortAlreadyStarted', cohort, startedOn: start }))

  it.each([
    ['the completion', completed, '2024-03-15'],
    ['a return', returned, '2024-01-31'],
    ['a day of presence', confirmed, '2024-03-15'],
  ])('is refused surely after %s', (_, history, end) =>
    given(attached, history)
      .when({ type: 'StartCohort', cohort, on: { edtf: '2024-04' } })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start: { edtf: '2024-04' }, end: { edtf: end } }),
  )

  it('is flagged surely after an end that was only agreed', () => {
    const agreed: BatchEvent = { type: 'CohortAttached', ...keys, size: exactly(10), period: { end: { edtf: '2024-03' } } }
    const late = { type: 'StartCohort', cohort, on: { edtf: '2024-04-01' } } as const
    given(agreed)
      .when(late)
      .then({ type: 'CohortStarted', ...keys, on: late.on })
    expect(flagsOf(late, agreed)).toStrictEqual([
      { refusal: { _tag: 'EndBeforeStart', cohort, start: late.on, end: { edtf: '2024-03' } }, certainty: 'sure' },
    ])
  })
})

describe('RecordCohortDetail', () => {
  it('records what is told anew', () =>
    given(attached)
      .when({ type: 'RecordCohortDetail', cohort, fields: openList(['transportation']) })
      .then({ type: 'CohortDetailRecorded', ...keys, fields: openList(['transportation']) }))

  it.each([
    ['nothing is told', {}],
    ['it was told before', { place: 'Shenzhen', period: { start } }],
  ])('stays quiet where %s', (_, told) =>
    given(attached)
      .when({ type: 'RecordCohortDetail', cohort, ...told })
      .thenNothing(),
  )

  it('is refused where its end surely lies before the start on record', () =>
    given(attached)
      .when({ type: 'RecordCohortDetail', cohort, period: { end: { edtf: '2022' } } })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start, end: { edtf: '2022' } }))
})

describe('SetCohortItinerary', () => {
  const legs = [{ place: 'Futian', from: { edtf: '2023-12-18' }, to: { edtf: '2024-01-31' } }, { place: 'Qianhai' }]

  it('records the legs in their order', () =>
    given(planned)
      .when({ type: 'SetCohortItinerary', cohort, legs })
      .then({ type: 'CohortItinerarySet', ...keys, legs }))

  it('stays quiet for the itinerary that stands', () =>
    given(planned, { type: 'CohortItinerarySet', ...keys, legs })
      .when({ type: 'SetCohortItinerary', cohort, legs })
      .thenNothing())

  it('is refused where a leg surely ends before it begins', () =>
    given(attached)
      .when({
        type: 'SetCohortItinerary',
        cohort,
        legs: [...legs, { place: 'Nansha', from: { edtf: '2024-02' }, to: { edtf: '2024-01' } }],
      })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start: { edtf: '2024-02' }, end: { edtf: '2024-01' } }))
})

describe('ConfirmCohortPeriod', () => {
  const confirm = { type: 'ConfirmCohortPeriod', cohort, from: '2023-12-18', to: '2024-03-15' } as const

  it('records that all were present', () => given(attached).when(confirm).then(confirmed))

  it('stays quiet for the same days', () => given(attached, confirmed).when(confirm).thenNothing())

  it('is refused where the last day lies before the first', () =>
    given(attached)
      .when({ ...confirm, to: '2023-12-17' })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start: { edtf: '2023-12-18' }, end: { edtf: '2023-12-17' } }))

  it('is refused where somebody surely returned before the last day', () =>
    given(attached, returned)
      .when(confirm)
      .thenRefused({ _tag: 'MembersAlreadyReturned', cohort, on: { edtf: '2024-01-31' } }))

  it('is taken where it is not sure that anybody did', () =>
    given(attached, { ...returned, count: unknownCount })
      .when(confirm)
      .then(confirmed))

  it('is refused where it lies surely before the start', () =>
    given(attached, started)
      .when({ ...confirm, from: '2023-12-01', to: '2023-12-17' })
      .thenRefused({ _tag: 'EndBeforeStart', cohort, start, end: { edtf: '2023-12-17' } }))
})

describe('each command in each phase of a cohort', () => {
  const commands: { readonly [T in CohortCommand['type']]: CohortCommand } = {
    PlanCohort: { type: 'PlanCohort', cohort, size: about(10) },
    AttachCohort: { type: 'AttachCohort', ...details },
    StartCohort: { type: 'StartCohort', cohort, on: start },
    RecordCohortDetail: { type: 'RecordCohortDetail', cohort, population: 'young public officers' },
    RecordCohortBreakdown: { type: 'RecordCohortBreakdown', cohort, by: 'sex', parts: [{ label: 'women', count: exactly(4) }] },
    SetCohortItinerary: { type: 'SetCohortItinerary', cohort, legs: [{ place: 'Futian' }] },
    NameCohortRoles: { type: 'NameCohortRoles', cohort, roles: [{ role: 'leader', person: 'person-1', counted: 'beside' }] },
    IdentifyMember: { type: 'IdentifyMember', cohort, person: 'person-1' },
    DescribeMember: { type: 'DescribeMember', cohort, member: 'member-1', describedAs: 'An engineer.' },
    ReleaseMember: { type: 'ReleaseMember', cohort, person: 'person-1' },
    ConfirmCohortPeriod: { type: 'ConfirmCohortPeriod', cohort, from: '2023-12-18', to: '2024-01-15' },
    ExtendCohort: { type: 'ExtendCohort', cohort, end: { edtf: '2024-07' } },
    RecordCohortReturn: { type: 'RecordCohortReturn', cohort, count: exactly(1), on: { edtf: '2024-02' } },
    RecordCohortCompletion: { type: 'RecordCohortCompletion', cohort, on: { edtf: '2024-03-18' } },
  }
  const phases = {
    'not recorded': [],
    planned: [planned],
    attached: [attached],
    started: [attached, started, extended],
    over: [attached, completed],
  }

  test.each([
    ['PlanCohort', 'CohortPlanned', 'CohortAlreadyPlanned', 'CohortAlreadyAttached', 'CohortAlreadyAttached', 'CohortAlreadyAttached'],
    ['AttachCohort', 'CohortAttached', 'CohortAttached', 'CohortAlreadyAttached', 'CohortAlreadyAttached', 'CohortAlreadyAttached'],
    [
      'RecordCohortDetail',
      'CohortNotRecorded',
      'CohortDetailRecorded',
      'CohortDetailRecorded',
      'CohortDetailRecorded',
      'CohortDetailRecorded',
    ],
    [
      'RecordCohortBreakdown',
      'CohortNotRecorded',
      'CohortBreakdownRecorded',
      'CohortBreakdownRecorded',
      'CohortBreakdownRecorded',
      'CohortBreakdownRecorded',
    ],
    ['SetCohortItinerary', 'CohortNotRecorded', 'CohortItinerarySet', 'CohortItinerarySet', 'CohortItinerarySet', 'CohortItinerarySet'],
    ['NameCohortRoles', 'CohortNotRecorded', 'CohortRolesNamed', 'CohortRolesNamed', 'CohortRolesNamed', 'CohortRolesNamed'],
    ['StartCohort', 'CohortNotRecorded', 'CohortNotAttached', 'CohortStarted', 'stays quiet', 'CohortStarted'],
    ['IdentifyMember', 'CohortNotRecorded', 'CohortNotAttached', 'MemberIdentified', 'MemberIdentified', 'MemberIdentified'],
    ['DescribeMember', 'CohortNotRecorded', 'CohortNotAttached', 'MemberDescribed', 'MemberDescribed', 'MemberDescribed'],
    ['ReleaseMember', 'CohortNotRecorded', 'CohortNotAttached', 'MemberNotIdentified', 'MemberNotIdentified', 'MemberNotIdentified'],
    [
      'ConfirmCohortPeriod',
      'CohortNotRecorded',
      'CohortNotAttached',
      'CohortPeriodConfirmed',
      'CohortPeriodConfirmed',
      'CohortPeriodConfirmed',
    ],
    ['ExtendCohort', 'CohortNotRecorded', 'CohortNotAttached', 'CohortExtended', 'CohortExtended', 'CohortOver'],
    ['RecordCohortReturn', 'CohortNotRecorded', 'CohortNotAttached', 'CohortReturned', 'CohortReturned', 'CohortReturned'],
    ['RecordCohortCompletion', 'CohortNotRecorded', 'CohortNotAttached', 'CohortCompleted', 'CohortCompleted', 'CohortOver'],
  ] as const)('%s: not recorded %s, planned %s, attached %s, started %s, over %s', (command, ...outcomes) =>
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
