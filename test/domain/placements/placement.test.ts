import { describe, expect, it, test } from 'vitest'
import type { PlacementCommand } from '../../../src/domain/placements/commands.js'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import { attached, attachment, cancelled, completed, confirmed, given, id, keys, start, started } from './example.js'

describe('AttachOfficer', () => {
  it('records one officer, home and hosts', () =>
    given()
      .when({ type: 'AttachOfficer', ...attachment })
      .then(attached))

  it('adds the batch of the cohort that the officer is part of', () => {
    const { batch: _, ...withoutBatch } = attachment
    given()
      .when({ type: 'AttachOfficer', ...withoutBatch })
      .then(attached)
  })

  it('takes an officer of whom neither batch nor home is stated', () => {
    const { batch: _, partOf: __, ...alone } = attachment
    given()
      .when({ type: 'AttachOfficer', ...alone, home: {} })
      .then({ type: 'OfficerAttached', ...alone, home: {} })
  })

  it('stays quiet for the same attachment', () =>
    given(attached, started)
      .when({ type: 'AttachOfficer', ...attachment })
      .thenNothing())

  it('is refused for another one under the same id', () =>
    given(attached)
      .when({ type: 'AttachOfficer', ...attachment, kind: 'course' })
      .thenRefused({ _tag: 'OfficerAlreadyAttached', placement: id, officer: keys.officer }))

  it('is refused for a cohort of another batch', () =>
    given()
      .when({ type: 'AttachOfficer', ...attachment, batch: 'batch-other' })
      .thenRefused({ _tag: 'CohortOfOtherBatch', placement: id, batch: 'batch-other', partOf: keys.partOf }))

  it('is refused where the end surely lies before the start', () =>
    given()
      .when({ type: 'AttachOfficer', ...attachment, period: { start, end: { edtf: '2024-11' } } })
      .thenRefused({ _tag: 'EndBeforeStart', placement: id, start, end: { edtf: '2024-11' } }))
})

describe('RecordReflection', () => {
  const told = {
    placement: id,
    author: 'person-117',
    on: { edtf: '2025-02' },
    language: 'en',
    points: ['technology', 'finance', 'rigour and efficiency'],
    publishedIn: 'a newsletter',
  } as const
  const reflection: PlacementEvent = { type: 'ReflectionRecorded', ...keys, ...told }

  it('records the points in their order, while the placement may still run', () =>
    given(attached)
      .when({ type: 'RecordReflection', ...told })
      .then(reflection))

  it('stays quiet for the same reflection, and takes another one', () => {
    given(attached, reflection)
      .when({ type: 'RecordReflection', ...told })
      .thenNothing()
    given(attached, reflection)
      .when({ type: 'RecordReflection', ...told, language: 'zh-Hant' })
      .then({ ...reflection, language: 'zh-Hant' })
  })

  it('is refused of a placement that never took place', () =>
    given(attached, cancelled)
      .when({ type: 'RecordReflection', ...told })
      .thenRefused({ _tag: 'PlacementOver', placement: id, how: 'cancelled' }))
})

describe('ReceiveReport', () => {
  const told = { placement: id, kind: 'completion report', on: { edtf: '2025-03-14' } } as const
  const report: PlacementEvent = { type: 'ReportReceived', ...keys, ...told }

  it('records that a report came in, in whatever phase', () =>
    given(attached, completed)
      .when({ type: 'ReceiveReport', ...told })
      .then(report))

  it('stays quiet for the same report, and takes another one', () => {
    given(attached, report)
      .when({ type: 'ReceiveReport', ...told })
      .thenNothing()
    given(attached, report)
      .when({ type: 'ReceiveReport', ...told, kind: 'interim report' })
      .then({ ...report, kind: 'interim report' })
  })
})

describe('each command in each phase', () => {
  const commands = {
    AttachOfficer: { type: 'AttachOfficer', ...attachment, kind: 'secondment' },
    StartPlacement: { type: 'StartPlacement', placement: id, on: start },
    ConfirmPlacementPeriod: { type: 'ConfirmPlacementPeriod', placement: id, from: '2024-12-02', to: '2024-12-20' },
    CompletePlacement: { type: 'CompletePlacement', placement: id, on: { edtf: '2025-02-27' } },
    CurtailPlacement: { type: 'CurtailPlacement', placement: id, on: { edtf: '2025-02-27' }, by: 'host', why: 'illness' },
    CancelPlacement: { type: 'CancelPlacement', placement: id, why: 'no host' },
    RecordReflection: { type: 'RecordReflection', placement: id, author: keys.officer, language: 'en', points: [] },
    ReceiveReport: { type: 'ReceiveReport', placement: id, kind: 'interim report' },
  } satisfies { readonly [T in PlacementCommand['type']]?: PlacementCommand }
  const phases = {
    'not recorded': [],
    attached: [attached],
    started: [attached, started],
    present: [attached, confirmed],
    over: [attached, started, completed],
    cancelled: [attached, cancelled],
  }

  test.each([
    [
      'AttachOfficer',
      'OfficerAttached',
      'OfficerAlreadyAttached',
      'OfficerAlreadyAttached',
      'OfficerAlreadyAttached',
      'OfficerAlreadyAttached',
      'OfficerAlreadyAttached',
    ],
    ['StartPlacement', 'PlacementNotRecorded', 'PlacementStarted', 'stays quiet', 'PlacementStarted', 'stays quiet', 'PlacementOver'],
    [
      'ConfirmPlacementPeriod',
      'PlacementNotRecorded',
      'PlacementPeriodConfirmed',
      'PlacementPeriodConfirmed',
      'PlacementPeriodConfirmed',
      'PlacementPeriodConfirmed',
      'PlacementOver',
    ],
    [
      'CompletePlacement',
      'PlacementNotRecorded',
      'PlacementCompleted',
      'PlacementCompleted',
      'PlacementCompleted',
      'PlacementOver',
      'PlacementOver',
    ],
    [
      'CurtailPlacement',
      'PlacementNotRecorded',
      'PlacementCurtailed',
      'PlacementCurtailed',
      'PlacementCurtailed',
      'PlacementOver',
      'PlacementOver',
    ],
    [
      'CancelPlacement',
      'PlacementNotRecorded',
      'PlacementCancelled',
      'PlacementAlreadyStarted',
      'PlacementAlreadyStarted',
      'PlacementOver',
      'PlacementOver',
    ],
    [
      'RecordReflection',
      'PlacementNotRecorded',
      'ReflectionRecorded',
      'ReflectionRecorded',
      'ReflectionRecorded',
      'ReflectionRecorded',
      'PlacementOver',
    ],
    ['ReceiveReport', 'PlacementNotRecorded', 'ReportReceived', 'ReportReceived', 'ReportReceived', 'ReportReceived', 'PlacementOver'],
  ] as const)('%s: not recorded %s, attached %s, started %s, present %s, over %s, cancelled %s', (command, ...outcomes) =>
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
