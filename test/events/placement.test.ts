import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { PlacementCommand } from '../../src/domain/placements/commands.js'
import type { PlacementEvent } from '../../src/domain/placements/events.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { placementCommands, placementEvents } from '../../src/events/placement.js'

const golden = (type: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`./golden/${type}.1.json`, import.meta.url), 'utf8')).data

/** Each command in full: what its event holds, less the keys that the decider adds. */
const recordedAs: { readonly [T in PlacementCommand['type']]: PlacementEvent['type'] } = {
  AttachOfficer: 'OfficerAttached',
  StartPlacement: 'PlacementStarted',
  ConfirmPlacementPeriod: 'PlacementPeriodConfirmed',
  CompletePlacement: 'PlacementCompleted',
  CurtailPlacement: 'PlacementCurtailed',
  CancelPlacement: 'PlacementCancelled',
  RecordReflection: 'ReflectionRecorded',
  ReceiveReport: 'ReportReceived',
  SetReflectionConsent: 'ReflectionConsentSet',
  Nominate: 'OfficerNominated',
  Approve: 'NominationApproved',
  RefuseNomination: 'NominationRefused',
  Appeal: 'NominationAppealed',
  AnswerAppeal: 'AppealAnswered',
  Resubmit: 'NominationResubmitted',
  Withdraw: 'OfficerWithdrawn',
  RequestExtension: 'ExtensionRequested',
  DecideExtension: 'ExtensionDecided',
  ChangeLeg: 'LegChanged',
  SuspendPlacement: 'PlacementSuspended',
  ResumePlacement: 'PlacementResumed',
  RecordCover: 'CoverRecorded',
  PlanReview: 'ReviewPlanned',
  RecordReview: 'ReviewRecorded',
  RecordObligation: 'ObligationRecorded',
  RecordResult: 'ResultRecorded',
  StateManner: 'MannerStated',
  ExpectReport: 'ReportExpected',
  WaiveRule: 'RuleWaived',
}
const types = Object.keys(placementCommands).filter((type): type is PlacementCommand['type'] => type in recordedAs)

const complete = (type: PlacementCommand['type']): Record<string, unknown> => {
  const keys = type === 'AttachOfficer' || type === 'Nominate' ? [] : ['officer', 'programme', 'batch', 'partOf']
  const added = type === 'DecideExtension' ? [...keys, 'to'] : keys
  const told = Object.entries(golden(recordedAs[type])).filter(([field]) => !added.includes(field))
  return { type, ...Object.fromEntries(told) }
}

const pathsOf = (codec: Decoder<unknown, unknown>, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('each command of a placement as it is written', () => {
  test.each(types)('%s is read as it stands', (type) =>
    expect(placementCommands[type].decode(complete(type))).toStrictEqual(E.right(complete(type))),
  )

  test.each(types)('%s is refused with an unknown field, another type, or where it is no object', (type) => {
    const codec = placementCommands[type]
    expect(pathsOf(codec, { ...complete(type), colour: 'red' })).toStrictEqual(['colour'])
    expect(pathsOf(codec, { ...complete(type), type: 'toString' })).toStrictEqual(['type'])
    for (const value of [null, undefined, 7, type, [complete(type)]]) expect(pathsOf(codec, value)).toStrictEqual([''])
  })

  test.each(types)('%s is refused with something else in any of its fields', (type) => {
    for (const field of Object.keys(complete(type)))
      for (const other of [Number.NaN, null, { toString: 'x' }, [[]]])
        expect(pathsOf(placementCommands[type], { ...complete(type), [field]: other })[0]).toMatch(new RegExp(`^${field}\\b`))
  })

  test.each(types)('%s is refused without its id, and with the id of another thing', (type) => {
    expect(pathsOf(placementCommands[type], { ...complete(type), placement: undefined })).toStrictEqual(['placement'])
    for (const placement of ['', 'person-1', '$all', 'placement-', 'placement-a b', `placement-${'x'.repeat(101)}`])
      expect(pathsOf(placementCommands[type], { ...complete(type), placement })).toStrictEqual(['placement'])
  })

  const host = { organisation: 'organisation-cmab', level: 'bureau' }

  test.each<[PlacementCommand['type'], string, object, string]>([
    ['AttachOfficer', 'no officer', { officer: undefined }, 'officer'],
    ['AttachOfficer', 'an officer by name', { officer: 'Example Officer' }, 'officer'],
    ['AttachOfficer', 'no home at all', { home: undefined }, 'home'],
    ['AttachOfficer', 'a home by name', { home: { place: 'Shenzhen' } }, 'home.place'],
    ['AttachOfficer', 'a department it does not know of', { home: { department: 'organisation-a' } }, 'home.department'],
    ['AttachOfficer', 'bare ids for hosts', { hosts: { items: ['organisation-cmab'], open: false } }, 'hosts.items[0]'],
    [
      'AttachOfficer',
      'a host of no level',
      { hosts: { items: [host, { organisation: 'organisation-a' }], open: false } },
      'hosts.items[1].level',
    ],
    ['AttachOfficer', 'more than 200 hosts', { hosts: { items: Array(201).fill(host), open: false } }, 'hosts.items'],
    ['AttachOfficer', 'a batch for a cohort', { partOf: 'batch-exchange-2024' }, 'partOf'],
    ['AttachOfficer', 'a cohort for a batch', { batch: 'batch-exchange-2024#inbound' }, 'batch'],
    ['AttachOfficer', 'both directions', { direction: 'both' }, 'direction'],
    ['AttachOfficer', 'a kind that is not known', { kind: 'holiday' }, 'kind'],
    ['AttachOfficer', 'a period that ends before it starts', { period: { start: { edtf: '2025' }, end: { edtf: '2024' } } }, 'period'],
    [
      'AttachOfficer',
      'a length of no time',
      { period: { length: { kind: 'exact', span: { n: 0, unit: 'day' } } } },
      'period.length.span.n',
    ],
    ['StartPlacement', 'a day that does not exist', { on: { edtf: '2023-02-29' } }, 'on.edtf'],
    ['ConfirmPlacementPeriod', 'a stated date for a day', { from: { edtf: '2024-12-02' } }, 'from'],
    ['CompletePlacement', 'no day', { on: undefined }, 'on'],
    ['CurtailPlacement', 'nobody who asked', { by: undefined }, 'by'],
    ['CurtailPlacement', 'no reason', { why: undefined }, 'why'],
    ['CurtailPlacement', 'a reason of two pages', { why: 'x'.repeat(301) }, 'why'],
    ['CancelPlacement', 'blanks for a reason', { why: ' ' }, 'why'],
    ['RecordReflection', 'no author: the officer is not presumed to be', { author: undefined }, 'author'],
    ['RecordReflection', 'a language in words', { language: 'Chinese' }, 'language'],
    ['RecordReflection', 'more than 100 points', { points: Array(101).fill('a') }, 'points'],
    ['RecordReflection', 'an empty point', { points: ['a', ''] }, 'points[1]'],
    ['RecordReflection', 'a text of more than 10,000 characters', { text: 'x'.repeat(10_001) }, 'text'],
    ['SetReflectionConsent', 'nobody who answers: the officer is not presumed to', { by: undefined }, 'by'],
    ['SetReflectionConsent', 'somebody by name', { by: 'Example Officer' }, 'by'],
    ['SetReflectionConsent', 'no answer: silence is no consent', { consent: undefined }, 'consent'],
    ['SetReflectionConsent', 'an answer that is none of the three', { consent: 'presumed' }, 'consent'],
    ['SetReflectionConsent', 'consent as a yes', { consent: true }, 'consent'],
    ['SetReflectionConsent', 'blanks for a use', { use: ' ' }, 'use'],
    ['SetReflectionConsent', 'a day that does not exist', { on: { edtf: '2025-02-30' } }, 'on.edtf'],
    ['ReceiveReport', 'a reflection for a report', { kind: 'reflection' }, 'kind'],
    ['Nominate', 'a cohort: it is no member of one yet', { partOf: 'batch-exchange-2024#inbound' }, 'partOf'],
    ['Nominate', 'more than 200 hosts', { choices: Array(201).fill({ host: 'organisation-cmab' }) }, 'choices'],
    ['Nominate', 'a person for a department', { by: 'person-1' }, 'by'],
    ['Nominate', 'a negative revision', { terms: { stream: 'programme-a', revision: -1, mostPreferences: 3 } }, 'terms.revision'],
    ['Approve', 'a step of no name', { step: ' ' }, 'step'],
    ['Withdraw', 'itself for an organisation', { replacedBy: 'organisation-cmab' }, 'replacedBy'],
    ['RequestExtension', 'no new end', { to: undefined }, 'to'],
    ['RequestExtension', 'a side that has no say', { agreedBy: ['home', 'press'] }, 'agreedBy[1]'],
    [
      'RequestExtension',
      'a limit of no time',
      { terms: { stream: 'programme-a', revision: 0, longestInAll: { n: 0, unit: 'day' } } },
      'terms.longestInAll.n',
    ],
    ['DecideExtension', 'an end of its own', { to: { edtf: '2025-05-31' } }, 'to'],
    ['ChangeLeg', 'a supervisor on no side', { supervisors: [{ of: 'officer' }] }, 'supervisors[0].of'],
    ['SuspendPlacement', 'a day that does not exist', { from: { edtf: '2025-02-30' } }, 'from.edtf'],
    ['RecordReview', 'a kind that is not known', { kind: 'party' }, 'kind'],
    ['RecordResult', 'a pass in words', { passed: 'yes' }, 'passed'],
    ['StateManner', 'more than full time', { share: 101 }, 'share'],
    ['WaiveRule', 'a rule that reports cannot break', { rule: 'EndBeforeStart' }, 'rule'],
    ['WaiveRule', 'no authority', { authority: undefined }, 'authority'],
    ['ExpectReport', 'a report of no kind', { kind: undefined }, 'kind'],
  ])('%s is refused with %s', (type, _, fault, path) => {
    const value = { ...complete(type), ...fault }
    expect(placementCommands[type].is(value)).toBe(false)
    expect(pathsOf(placementCommands[type], value)).toStrictEqual([path])
  })
})

describe('an attachment', () => {
  it('names the other things that it rests on, the batch of its cohort among them', () => {
    const read = placementEvents.OfficerAttached.read(1, golden('OfficerAttached'))
    const mentioned = new Set<AnyId>()
    if (read !== 'unknown schema' && E.isRight(read)) placementEvents.OfficerAttached.codec.mentions(read.right, mentioned)
    expect([...mentioned].sort()).toStrictEqual([
      'agreement-gba',
      'batch-exchange-2024',
      'organisation-cmab',
      'organisation-gba-development-office',
      'organisation-shenzhen',
      'organisation-shenzhen-municipal-government',
      'person-117',
      'placement-117-2024',
      'post-shenzhen-4',
      'programme-exchange',
    ])
  })
})
