import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { CertificateCommand, CertificateEvent } from '../../src/domain/certificates/certificate.js'
import type { SessionCommand } from '../../src/domain/occasions/session-commands.js'
import type { SessionEvent } from '../../src/domain/occasions/session-events.js'
import type { AnyId } from '../../src/domain/vocabulary/id.js'
import { certificateCommands } from '../../src/events/certificate.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { sessionCommands } from '../../src/events/session.js'

type Command = SessionCommand | CertificateCommand

/** The fields of an event's golden file, every optional one among them, without those that only the event has. */
const fieldsOf = (event: (SessionEvent | CertificateEvent)['type'], ...added: ReadonlyArray<string>): object => {
  const { data } = JSON.parse(readFileSync(new URL(`./golden/${event}.1.json`, import.meta.url), 'utf8'))
  return Object.fromEntries(Object.entries(data).filter(([field]) => !added.includes(field)))
}

const complete: { readonly [T in Command['type']]: object } = {
  DefineStatusSet: { ...fieldsOf('StatusSetDefined'), type: 'DefineStatusSet' },
  MarkRoll: { ...fieldsOf('RollMarked', 'statuses'), type: 'MarkRoll' },
  AddGuest: { ...fieldsOf('GuestAdded'), type: 'AddGuest' },
  IdentifyGuest: { ...fieldsOf('GuestIdentified', 'standing'), type: 'IdentifyGuest' },
  SetBlocks: { ...fieldsOf('BlocksSet'), type: 'SetBlocks' },
  RecordMakeUp: { ...fieldsOf('MakeUpRecorded'), type: 'RecordMakeUp' },
  AskFeedback: { ...fieldsOf('FeedbackAsked'), type: 'AskFeedback' },
  GiveFeedback: { ...fieldsOf('FeedbackGiven'), type: 'GiveFeedback' },
  RecordGrade: { ...fieldsOf('GradeRecorded'), type: 'RecordGrade' },
  RecordHours: { ...fieldsOf('HoursRecorded'), type: 'RecordHours' },
  RecordCosts: { ...fieldsOf('CostsRecorded'), type: 'RecordCosts' },
  IssueCertificate: { ...fieldsOf('CertificateIssued'), type: 'IssueCertificate' },
  InvalidateCertificate: { ...fieldsOf('CertificateInvalidated', 'person'), type: 'InvalidateCertificate' },
  ReissueCertificate: { ...fieldsOf('CertificateReissued', 'person'), type: 'ReissueCertificate' },
}

const codecs: { readonly [T in Command['type']]: Decoder<unknown, Command> } = { ...sessionCommands, ...certificateCommands }
const pathsOf = (type: Command['type'], value: unknown): ReadonlyArray<string> => {
  const decoded = codecs[type].decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

const types = Object.keys(complete).filter((type): type is Command['type'] => Object.hasOwn(codecs, type))
const fields = types.flatMap((type) => Object.keys(complete[type]).map((field) => [type, field] as const))
const idField = (type: Command['type']): string => (Object.hasOwn(complete[type], 'occasion') ? 'occasion' : 'certificate')

describe('each command of a session, and of a certificate, as it is written', () => {
  test.each(types)('%s is read as it stands', (type) => expect(codecs[type].decode(complete[type])).toStrictEqual(E.right(complete[type])))

  test.each(types)('%s is refused without its id, with an id of another kind, and with an unknown field', (type) => {
    const field = idField(type)
    for (const id of [undefined, 'person-1', 'occasion-', 'certificate-', `occasion-${'x'.repeat(101)}`])
      expect(pathsOf(type, { ...complete[type], [field]: id })).toStrictEqual([field])
    expect(pathsOf(type, { ...complete[type], colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(types)('%s is refused where it is no object of that type', (type) => {
    for (const value of [null, undefined, 7, type, [complete[type]]]) expect(pathsOf(type, value)).toStrictEqual([''])
  })

  test.each(fields)('%s is refused with a %s of no kind at all', (type, field) =>
    expect(pathsOf(type, { ...complete[type], [field]: { nothing: 'like it' } })[0]).toMatch(new RegExp(`^${field}`)),
  )

  const status = { code: 'P', words: 'present', stage: 'attendance', weight: 1, attended: true }
  const mark = { person: 'person-1', code: 'attended' }
  const block = { on: '2024-03-05', from: '09:00', to: '12:00' }
  const evidence = { enrolment: 'enrolled', attended: 1, sessions: 1, grounds: [] }

  test.each<[Command['type'], string, object, string]>([
    ['DefineStatusSet', 'no status', { statuses: [] }, 'statuses'],
    ['DefineStatusSet', 'a weight above 1', { statuses: [{ ...status, weight: 1.5 }] }, 'statuses[0].weight'],
    ['DefineStatusSet', 'a negative weight', { statuses: [{ ...status, weight: -0.5 }] }, 'statuses[0].weight'],
    ['DefineStatusSet', 'a weight that is no number', { statuses: [{ ...status, weight: Number.NaN }] }, 'statuses[0].weight'],
    ['DefineStatusSet', 'more than four decimals', { statuses: [{ ...status, weight: 1 / 3 }] }, 'statuses[0].weight'],
    ['DefineStatusSet', 'a code of 41 letters', { statuses: [{ ...status, code: 'x'.repeat(41) }] }, 'statuses[0].code'],
    ['DefineStatusSet', 'a stage that is not known', { statuses: [{ ...status, stage: 'after' }] }, 'statuses[0].stage'],
    ['MarkRoll', 'an empty roll', { marks: [] }, 'marks'],
    ['MarkRoll', 'a roll of more than 5,000', { marks: Array(5_001).fill(mark) }, 'marks'],
    ['MarkRoll', 'a name on the roll', { marks: [{ ...mark, person: 'Someone' }] }, 'marks[0].person'],
    ['MarkRoll', 'somebody expressly not sitting in', { marks: [{ ...mark, sittingIn: false }] }, 'marks[0].sittingIn'],
    ['MarkRoll', 'a mode that is not known', { marks: [{ ...mark, mode: 'by post' }] }, 'marks[0].mode'],
    ['MarkRoll', 'an impossible day', { takenOn: '2024-02-30' }, 'takenOn'],
    ['SetBlocks', 'an impossible time', { blocks: [{ ...block, from: '25:00' }] }, 'blocks[0].from'],
    ['SetBlocks', 'a time without minutes', { blocks: [{ ...block, to: '12' }] }, 'blocks[0].to'],
    ['RecordMakeUp', 'an equivalence that is not known', { equivalence: 'promised' }, 'equivalence'],
    ['GiveFeedback', 'a score of none', { score: { points: 3, of: 0 } }, 'score.of'],
    ['RecordHours', 'negative hours', { dutyHours: { kind: 'exact', n: -1 } }, 'dutyHours.n'],
    ['RecordHours', 'a bare number', { dutyHours: 6 }, 'dutyHours'],
    ['RecordCosts', 'a currency in words', { amount: { currency: 'dollars', amount: { kind: 'exact', n: 1 } } }, 'amount.currency'],
    ['RecordCosts', 'a share above the whole', { payers: [{ organisation: 'organisation-1', share: 101 }] }, 'payers[0].share'],
    ['IssueCertificate', 'a share above the whole', { rule: { minimumShare: 101, over: 'all sessions' } }, 'rule.minimumShare'],
    ['IssueCertificate', 'negative attendance', { evidence: { ...evidence, attended: -1 } }, 'evidence.attended'],
    ['IssueCertificate', 'half a session held', { evidence: { ...evidence, sessions: 1.5 } }, 'evidence.sessions'],
    [
      'IssueCertificate',
      'a ground without its revision',
      { evidence: { ...evidence, grounds: [{ stream: 'occasion-1' }] } },
      'evidence.grounds[0].revision',
    ],
    ['InvalidateCertificate', 'no reason', { why: ' ' }, 'why'],
  ])('%s is refused with %s', (type, _, fault, path) => expect(pathsOf(type, { ...complete[type], ...fault })).toStrictEqual([path]))

  it('names the other things that it rests on', () => {
    const mentioned = new Set<AnyId>()
    certificateCommands.IssueCertificate.mentions(
      {
        type: 'IssueCertificate',
        certificate: 'certificate-1',
        person: 'person-1',
        under: 'batch-1',
        rule: { minimumShare: 80, over: 'all sessions' },
        evidence: { enrolment: 'enrolled', attended: 1, sessions: 1, grounds: [{ stream: 'occasion-1', revision: 0 }] },
      },
      mentioned,
    )
    expect([...mentioned].sort()).toStrictEqual(['batch-1', 'certificate-1', 'occasion-1', 'person-1'])
  })
})
