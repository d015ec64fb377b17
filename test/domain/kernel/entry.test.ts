import { describe, expect, it } from 'vitest'
import { decideEntry } from '../../../src/domain/kernel/decide-entry.js'
import {
  type EntryCommand,
  type EntryEvent,
  entriesOf,
  type KernelEvent,
  standing,
  standingEvents,
} from '../../../src/domain/kernel/entry.js'
import type { Recorded } from '../../../src/domain/kernel/recorded.js'
import { left, right } from '../../support/right.js'

interface Noted {
  readonly type: 'Noted' | 'Renoted'
  readonly note: `note-${string}`
  readonly text: string
}
type Any = Noted | KernelEvent<Noted>

const noted = (text: string): Noted => ({ type: 'Noted', note: 'note-1', text })

/** Events on one stream; the n-th has the id `e<n>` and rests on the source given with it. */
const history = (...events: ReadonlyArray<Any | readonly [Any, `source-${string}`]>): ReadonlyArray<Recorded<Any>> =>
  events.map((one, n) => {
    const [event, source] = 'type' in one ? [one, undefined] : one
    return {
      id: `e${n}`,
      stream: 'note-1',
      revision: BigInt(n),
      position: BigInt(n + 1),
      recordedAt: '2024-01-01T00:00:00.000Z',
      metadata: {
        commandId: 'c',
        commandDigest: 'd',
        correlationId: 'c',
        actor: 'clerk-7',
        mode: 'report',
        sources: source === undefined ? [] : [source],
      },
      event,
    }
  })

const corrected = (text: string): EntryEvent<Noted> => ({ type: 'EntryCorrected', entry: 'e0', value: noted(text), reason: 'misread' })
const disputed = (text: string): EntryEvent<Noted> => ({ type: 'EntryDisputed', entry: 'e0', value: noted(text) })
const preferred = (id: string): EntryEvent<Noted> => ({ type: 'EntryPreferred', entry: 'e0', preferred: id, reason: 'nearer' })
const voided: EntryEvent<Noted> = { type: 'EntryVoided', entry: 'e0', reason: 'a mistake' }
const cited: EntryEvent<Noted> = { type: 'EntryCited', entry: 'e0' }

describe('what stands of an entry', () => {
  it.each([
    ['the entry itself', [noted('a')], 'a'],
    ['the correction', [noted('a'), corrected('b')], 'b'],
    ['the correction of the correction', [noted('a'), corrected('b'), corrected('c')], 'c'],
    ['the entry, where another source disputes it', [noted('a'), disputed('b')], 'a'],
    ['the disputing value, once preferred', [noted('a'), disputed('b'), preferred('e1')], 'b'],
    ['the entry again, once preferred back', [noted('a'), disputed('b'), preferred('e1'), preferred('e0')], 'a'],
    ['the preferred dispute, though the entry is corrected later', [noted('a'), disputed('b'), preferred('e1'), corrected('c')], 'b'],
    ['the entry, however often cited', [noted('a'), cited, cited], 'a'],
    ['nothing, once voided', [noted('a'), corrected('b'), voided], undefined],
  ])('is %s', (_, events, text) => {
    expect(standingEvents(entriesOf<Noted>(history(...events))).map((event) => event.text)).toStrictEqual(text === undefined ? [] : [text])
  })

  it.each([
    ['its own value where its source counts', ['source-a'], 'a'],
    ['its own value where only a source that repeats it counts', ['source-c'], 'a'],
    ['the disputing value where only that source counts', ['source-b'], 'b'],
    ['the correction where its source counts', ['source-d'], 'd'],
    ['nothing where no source of it counts', ['source-x'], undefined],
  ])('is, from a narrower viewpoint, %s', (_, sources, text) => {
    const events = history([noted('a'), 'source-a'], [disputed('b'), 'source-b'], [cited, 'source-c'], [corrected('d'), 'source-d'])
    const entry = entriesOf<Noted>(events).get('e0')
    const counts = (said: Recorded<unknown>) => said.metadata.sources.some((source) => sources.includes(source))
    expect(entry && standing(entry, counts)?.text).toBe(text)
  })
})

describe('the five commands', () => {
  const stream = 'note-1'
  const decide = (command: EntryCommand<Noted>, events: ReadonlyArray<Any>, hasSources = true) =>
    decideEntry<Noted>(command, entriesOf<Noted>(history(...events)), (event) => event.note, hasSources)
  const reason = 'misread'

  it('record what is said of an entry', () => {
    expect(right(decide({ type: 'CiteEntry', stream, entry: 'e0', words: 'the same' }, [noted('a')]))).toStrictEqual([
      { type: 'EntryCited', entry: 'e0', words: 'the same' },
    ])
    expect(right(decide({ type: 'DisputeEntry', stream, entry: 'e0', value: noted('b') }, [noted('a')]))).toStrictEqual([disputed('b')])
    expect(right(decide({ type: 'CorrectEntry', stream, entry: 'e0', value: noted('b'), reason }, [noted('a')]))).toStrictEqual([
      corrected('b'),
    ])
    expect(right(decide({ type: 'VoidEntry', stream, entry: 'e0', reason: 'a mistake' }, [noted('a')]))).toStrictEqual([voided])
    expect(
      right(decide({ type: 'PreferEntry', stream, entry: 'e0', preferred: 'e1', reason: 'nearer' }, [noted('a'), disputed('b')])),
    ).toStrictEqual([preferred('e1')])
  })

  it('stay quiet where it is so already', () => {
    expect(right(decide({ type: 'CorrectEntry', stream, entry: 'e0', value: noted('a'), reason }, [noted('a')]))).toStrictEqual([])
    expect(right(decide({ type: 'VoidEntry', stream, entry: 'e0', reason }, [noted('a'), voided]))).toStrictEqual([])
  })

  it.each<[string, EntryCommand<Noted>, ReadonlyArray<Any>, string]>([
    ['an entry that is not there', { type: 'VoidEntry', stream, entry: 'e9', reason }, [noted('a')], 'EntryNotFound'],
    ['a voiding: it cannot be voided', { type: 'VoidEntry', stream, entry: 'e1', reason }, [noted('a'), voided], 'EntryNotAmendable'],
    [
      'an entry that is voided',
      { type: 'CorrectEntry', stream, entry: 'e0', value: noted('b'), reason },
      [noted('a'), voided],
      'EntryAlreadyVoided',
    ],
    [
      'a value of another type',
      { type: 'CorrectEntry', stream, entry: 'e0', value: { ...noted('b'), type: 'Renoted' }, reason },
      [noted('a')],
      'EntryOfOtherType',
    ],
    [
      'a value that belongs to another stream',
      { type: 'CorrectEntry', stream, entry: 'e0', value: { ...noted('b'), note: 'note-2' }, reason },
      [noted('a')],
      'EntryOfOtherStream',
    ],
    [
      'a preference for what is no dispute of it',
      { type: 'PreferEntry', stream, entry: 'e0', preferred: 'e7', reason },
      [noted('a')],
      'NothingToPrefer',
    ],
  ])('refuse %s', (_, command, events, code) => {
    expect(left(decide(command, events))._tag).toBe(code)
  })

  it.each<[string, EntryCommand<Noted>]>([
    ['citation', { type: 'CiteEntry', stream, entry: 'e0' }],
    ['dispute', { type: 'DisputeEntry', stream, entry: 'e0', value: noted('b') }],
  ])('refuse a %s without a source', (_, command) => {
    expect(left(decide(command, [noted('a')], false))).toStrictEqual({ _tag: 'SourceMissing', entry: 'e0' })
  })
})
