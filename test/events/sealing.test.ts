import { readdirSync, readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { systemCipher } from '../../src/adapters/system/cipher.js'
import type { StreamName } from '../../src/domain/kernel/decider.js'
import type { KeyHeld } from '../../src/domain/kernel/key-store.js'
import type { NewEvent, StoredEvent } from '../../src/domain/kernel/recorded.js'
import { catalogue } from '../../src/events/catalogue.js'
import { formatOf } from '../../src/events/format.js'
import { keysNeeded, maskEvent, mayBeSealed, openEvent, peopleIn, sealEvent } from '../../src/events/sealing.js'
import { left, right } from '../support/right.js'

const id = '018f0000-0000-8000-8000-000000000001'
const metadata = JSON.stringify({
  commandId: '018f0000-0000-7000-8000-000000000001',
  commandDigest: 'x',
  correlationId: '018f0000-0000-7000-8000-000000000001',
  actor: 'clerk-7',
  mode: 'report',
  sources: [],
})
const written = (type: string, data: object, schema = 1): NewEvent => ({ id, type, schema, data: JSON.stringify(data), metadata })
const stored = (event: NewEvent, stream: StreamName): StoredEvent => ({
  ...event,
  stream,
  revision: 3n,
  position: 9n,
  recordedAt: '2024-01-01T00:00:00.000Z',
})

const key = systemCipher.newKey()
const everyone = (): KeyHeld => key
const nobody = (): KeyHeld => undefined
const erased = (): KeyHeld => 'destroyed'

const sealed = (event: NewEvent, stream: StreamName, keys = everyone): StoredEvent => {
  const one = sealEvent(event, stream, keys, systemCipher)
  if (one === undefined) throw new Error('a key is destroyed')
  return stored(one, stream)
}
const dataOf = ({ data }: NewEvent): unknown => JSON.parse(data)
const opened = (event: StoredEvent, keys = everyone): unknown => dataOf(right(openEvent(event, keys, systemCipher)))

const person = 'person-117'
const name = { text: 'Example Officer', language: 'en' }
const registered = { person, names: [name], describedAs: 'an officer in a grey suit', rank: 'Clerk' }
const corrected = { entry: id, value: { type: 'PersonRegistered', ...registered }, reason: 'Mr Example wrote to us' }

describe('what is personal in an event', () => {
  it.each([
    ['the names and the description of a person', 'PersonRegistered', registered, person, ['Example Officer', 'grey suit']],
    ['another name', 'AliasAdded', { person, name }, person, ['Example Officer']],
    ['words about his background', 'BackgroundRecorded', { person, kind: 'language', words: 'speaks French' }, person, ['French']],
    ['what a correction carries, and its reason', 'EntryCorrected', corrected, person, ['Example', 'grey suit', 'wrote']],
    ['the reason why an entry of his is void', 'EntryVoided', { entry: id, reason: 'Mr Example left' }, person, ['Example']],
    [
      'what an officer wrote',
      'ReflectionRecorded',
      { placement: 'placement-1', officer: 'person-1', author: person, points: ['ask first'] },
      'placement-1',
      ['ask'],
    ],
    [
      'why he asked for a host',
      'OfficerNominated',
      { placement: 'placement-1', officer: person, choices: [{ host: 'organisation-a', why: 'his family lives there' }] },
      'placement-1',
      ['family'],
    ],
    [
      'why a rule was waived for him',
      'DaysHeld',
      { officer: person, waived: { authority: 'the Secretary', reason: 'he is ill' } },
      'officerCalendar-1',
      ['ill'],
    ],
    [
      'a note beside his mark',
      'RollMarked',
      { occasion: 'occasion-1', marks: [{ person, note: 'fell asleep' }] },
      'occasion-1',
      ['asleep'],
    ],
  ] as const)('%s is not to be seen once it is sealed, and is as it was once opened', (_, type, data, stream, words) => {
    const event = sealed(written(type, data), stream)
    for (const word of words) expect(event.data).not.toContain(word)
    expect(mayBeSealed(event)).toBe(true)
    expect(new Set(keysNeeded(event))).toStrictEqual(new Set([person]))
    expect(opened(event)).toStrictEqual(data)
  })

  it.each([
    ['an agreement', 'AgreementSigned', { agreement: 'agreement-nag', names: [name], why: 'a reason' }, 'agreement-nag'],
    ['a posting', 'PostingRecorded', { person, rank: 'Clerk', from: { edtf: '2024' } }, person],
    [
      "a date in a source's words",
      'OfficerAttached',
      { officer: person, period: { start: { edtf: '2024', words: 'early this year' } } },
      'placement-1',
    ],
    ['a reason on a stream of nobody', 'EntryVoided', { entry: id, reason: 'entered twice' }, 'batch-1'],
  ] as const)('%s holds nothing of it, and stays as it is', (_, type, data, stream) => {
    expect(peopleIn(written(type, data), stream)).toStrictEqual([])
    expect(dataOf(sealed(written(type, data), stream))).toStrictEqual(data)
  })

  it('stays in the clear where there is no key, and cannot be written where the key is destroyed', () => {
    expect(dataOf(sealed(written('PersonRegistered', registered), person, nobody))).toStrictEqual(registered)
    expect(sealEvent(written('PersonRegistered', registered), person, erased, systemCipher)).toBeUndefined()
  })
})

describe('a sealed event', () => {
  const event = sealed(written('EntryCorrected', corrected), person)

  it('reads as erased, sealed or masked, where it cannot or may not be opened', () => {
    const closed = (why: string) => ({
      entry: id,
      value: { type: 'PersonRegistered', person, rank: 'Clerk', names: [{ text: why, language: 'und' }], describedAs: why },
      reason: why,
    })
    expect(opened(event, erased)).toStrictEqual(closed('[erased]'))
    expect(opened(event, nobody)).toStrictEqual(closed('[sealed]'))
    expect(dataOf(maskEvent(event))).toStrictEqual(closed('[masked]'))
    expect(dataOf(maskEvent(stored(written('EntryCorrected', corrected), person)))).toStrictEqual(closed('[masked]'))
  })

  it('is a fault that names the place where the key is another one, or the text was moved from another event', () => {
    const fault = { _tag: 'LogDamaged', at: 'stream person-117, revision 3' }
    const other = systemCipher.newKey()
    expect(left(openEvent(event, () => other, systemCipher))).toMatchObject(fault)
    expect(left(openEvent({ ...event, id: id.replace('1', '2') }, everyone, systemCipher))).toMatchObject(fault)
  })

  it('is left as it is where it is not JSON at all: that fault is told by whoever decodes it', () => {
    const broken = { ...event, data: '{"$sealed' }
    expect(right(openEvent(broken, everyone, systemCipher))).toStrictEqual(broken)
    expect(maskEvent(broken)).toStrictEqual(broken)
  })
})

describe('every golden event', () => {
  const folder = new URL('golden/', import.meta.url)
  const format = formatOf(catalogue)
  const goldens = readdirSync(folder)
    .filter((file) => file !== 'frozen.json')
    .map(
      (
        file,
      ): { readonly type: string; readonly schema: number; readonly data: { readonly person?: string; readonly placement?: string } } =>
        JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
    )

  it.each(goldens)(
    '$type (schema $schema) is what it was after sealing and opening, and can be read when its key is gone',
    ({ type, schema, data }) => {
      const stream: StreamName = type.startsWith('Person') || type.startsWith('Alias') ? person : 'placement-1'
      const event = sealed(written(type, data, schema), stream)
      expect(opened(event)).toStrictEqual(data)
      for (const keys of [nobody, erased]) {
        const read = E.flatMap((open: StoredEvent) => format.decode(open))(openEvent(event, keys, systemCipher))
        expect(right(read).event.type).toBe(type)
      }
      expect(right(format.decode(maskEvent(event))).event.type).toBe(type)
    },
  )
})
