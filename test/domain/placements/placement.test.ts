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

describe('SetReflectionConsent', () => {
  const by = 'person-117'
  const written: PlacementEvent = {
    type: 'ReflectionRecorded',
    ...keys,
    author: by,
    on: { edtf: '2025-02' },
    language: 'en',
    points: ['a'],
  }
  const translated: PlacementEvent = { ...written, language: 'zh-Hant' }
  const told = { placement: id, by, consent: 'given' } as const
  const command = { type: 'SetReflectionConsent', ...told } as const
  const set: PlacementEvent = { type: 'ReflectionConsentSet', ...keys, ...told }

  it("records the author's own answer, for what and on which day he gave it", () => {
    const answer = { use: 'a newsletter', on: { edtf: '2025-03-01' }, writtenOn: { edtf: '2025-02' }, language: 'en' } as const
    given(attached, written)
      .when({ ...command, ...answer })
      .then({ type: 'ReflectionConsentSet', ...keys, ...told, ...answer })
  })

  it('takes a refusal, and a withdrawal of what was given', () => {
    given(attached, written)
      .when({ ...command, consent: 'refused' })
      .then({ type: 'ReflectionConsentSet', ...keys, ...told, consent: 'refused' })
    given(attached, written, set)
      .when({ ...command, consent: 'withdrawn' })
      .then({ type: 'ReflectionConsentSet', ...keys, ...told, consent: 'withdrawn' })
  })

  it('takes a withdrawal also where the placement was called off', () =>
    given(attached, written, set, cancelled)
      .when({ ...command, consent: 'withdrawn' })
      .then({ type: 'ReflectionConsentSet', ...keys, ...told, consent: 'withdrawn' }))

  it('stays quiet for the answer that stands', () => {
    given(attached, written, set).when(command).thenNothing()
    given(attached, written, translated, set)
      .when({ ...command, language: 'en' })
      .thenNothing()
  })

  it('takes the same answer again once he wrote more, or answered otherwise between', () => {
    given(attached, written, set, translated).when(command).then(set)
    given(attached, written, set, { ...set, consent: 'withdrawn' })
      .when(command)
      .then(set)
    given(attached, written, set, { ...set, consent: 'refused', use: 'a website' })
      .when(command)
      .then(set)
  })

  it('is refused where he wrote nothing of the kind: nobody answers for another', () => {
    given(attached, written)
      .when({ ...command, by: 'person-2' })
      .thenRefused({ _tag: 'ReflectionNotOnRecord', placement: id, by: 'person-2' })
    given(attached, written)
      .when({ ...command, writtenOn: { edtf: '2025-03' }, language: 'fr' })
      .thenRefused({ _tag: 'ReflectionNotOnRecord', placement: id, by, writtenOn: { edtf: '2025-03' }, language: 'fr' })
  })
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
    SetReflectionConsent: { type: 'SetReflectionConsent', placement: id, by: keys.officer, consent: 'refused' },
  } satisfies { readonly [T in PlacementCommand['type']]?: PlacementCommand }
  const phases = {
    'not recorded': [],
    attached: [attached],
    started: [attached, started],
    present: [attached, confirmed],
    over: [attached, started, completed],
    cancelled: [attached, cancelled],
  }
  const unwritten = 'ReflectionNotOnRecord'

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
    ['SetReflectionConsent', 'PlacementNotRecorded', unwritten, unwritten, unwritten, unwritten, unwritten],
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
