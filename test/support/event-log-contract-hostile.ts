import { randomUUID } from 'node:crypto'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../src/domain/kernel/decider.js'
import type { NewEvent } from '../../src/domain/kernel/recorded.js'
import type { LogUnderTest } from './event-log-contract.js'
import { anEvent, freshStream, given } from './event-log-samples.js'

const LONE = '\ud800'
// Below what a server takes in one append, whichever of its rules for counting it has.
const A_LOT = 1_000_000

const BAD_NAMES: ReadonlyArray<readonly [string, StreamName]> = [
  ['no category', '-key'],
  ['no key', 'sample-'],
  ["EventStoreDB's own", '$ce-sample'],
  ['the name that ends a node', '$$-'],
  ['a link', 'sample-1@other'],
  ['a space', 'sample-a b'],
  ['a line end', 'sample-a\n'],
  ['a NUL', 'sample-a\0b'],
  ['a field separator', 'sample-a\x1fb'],
  ['half a character', `sample-${LONE}`],
  ['no end', `sample-${'x'.repeat(300)}`],
]

const id = randomUUID()

const BAD_EVENTS: ReadonlyArray<readonly [string, string, ReadonlyArray<NewEvent>]> = [
  ['no events', 'no events', []],
  ['an id is not a UUID', 'an empty id', [anEvent({ id: '' })]],
  ['an id is not a UUID', 'a word', [anEvent({ id: 'first' })]],
  ['an id is not a UUID', 'the zero id', [anEvent({ id: '00000000-0000-0000-0000-000000000000' })]],
  ['an id is not a UUID', 'braces', [anEvent({ id: `{${id}}` })]],
  ['an id is not a UUID', 'no dashes', [anEvent({ id: id.replaceAll('-', '') })]],
  ['an id is not a UUID', 'a line end', [anEvent({ id: `${id}\n` })]],
  ['an id is not a UUID', 'capitals, which not every store gives back', [anEvent({ id: 'ABCDEF01-0000-4000-8000-000000000001' })]],
  ['an id occurs twice', 'one id for two events', [anEvent({ id }), anEvent(), anEvent({ id })]],
  ['data is not JSON', 'empty data', [anEvent({ data: '' })]],
  ['data is not JSON', 'a bare word', [anEvent({ data: 'water' })]],
  ['data is not JSON', 'data cut short', [anEvent({ data: '{"of":"wat' })]],
  ['data is not JSON', 'two values', [anEvent({ data: '{},{}' })]],
  ['data is not JSON', 'a raw control character', [anEvent({ data: '"a\x1fb"' })]],
  ['data is not JSON', 'half a character', [anEvent({ data: `"${LONE}"` })]],
  ['data is not JSON', 'metadata', [anEvent({ metadata: '{' })]],
  ['data is not JSON', 'metadata of a later event', [anEvent(), anEvent({ metadata: '{' })]],
  ['data is not JSON', 'no type', [anEvent({ type: '' })]],
  ['data is not JSON', 'a control character in the type', [anEvent({ type: 'a\x1fb' })]],
  ['data is not JSON', 'schema 0', [anEvent({ schema: 0 })]],
  ['data is not JSON', 'half a schema', [anEvent({ schema: 1.5 })]],
  ['recordedAt is not an instant', 'a day', [anEvent({ recordedAt: '2024-01-15' })]],
  ['recordedAt is not an instant', 'no milliseconds', [anEvent({ recordedAt: '2024-01-15T09:30:00Z' })]],
  ['recordedAt is not an instant', 'another zone', [anEvent({ recordedAt: '2024-01-15T09:30:00.000+08:00' })]],
  ['recordedAt is not an instant', 'a day that there is not', [anEvent({ recordedAt: '2024-02-30T09:30:00.000Z' })]],
  ['recordedAt is not an instant', 'words, in a later event', [anEvent(), anEvent({ recordedAt: 'yesterday' })]],
]

const WORTHY: ReadonlyArray<readonly [string, Partial<NewEvent>]> = [
  ['letters of all kinds', { data: JSON.stringify('ñ ẞ 中 नि 🧑🏽‍🚀 e\u0301 \u2028\u2029\ufeff\ufffd') }],
  ['a byte order mark at the start', { data: '{"\ufeff":"\ufeff"}', type: 'Ünïcode中' }],
  ['half a character, escaped', { data: '"\\ud800"' }],
  ['control characters, escaped', { data: '"\\u0000\\u001e\\u001f"' }],
  ['its own spaces and line ends', { data: ' {\n\t"b" : 1,\r\n "a":1.0e2 } ' }],
  ['numbers that JavaScript would round', { data: '[12345678901234567890, 1.0, -0]' }],
  ['keys that stand twice', { data: '{"a":1,"a":2}' }],
  ['a bare null', { data: 'null', metadata: 'null' }],
  ['a large schema', { schema: 2_147_483_647 }],
  ['SQL', { data: JSON.stringify(`'); DROP TABLE events; --`), type: `x'); --` }],
]

/** What must not get in, and what must come out as it went in. */
export const hostileContract = (subject: () => LogUnderTest): void => {
  describe('an append that is wrong in itself is refused and leaves nothing', () => {
    for (const [what, stream] of BAD_NAMES)
      it(`a stream name with ${what}`, async () => {
        const { log } = subject()
        const head = await given(log.head)
        expect(await log.append(stream, 'no-stream', [anEvent()])()).toEqual(
          E.left({ _tag: 'AppendInvalid', stream, why: 'not a stream name' }),
        )
        expect(await given(log.head)).toBe(head)
      })

    for (const [why, what, events] of BAD_EVENTS)
      it(`${why}: ${what}`, async () => {
        const { log } = subject()
        const stream = freshStream()
        const head = await given(log.head)
        expect(await log.append(stream, 'no-stream', events)()).toEqual(E.left({ _tag: 'AppendInvalid', stream, why }))
        expect(await given(log.head)).toBe(head)
      })
  })

  describe('content comes back as it went in', () => {
    for (const [what, said] of WORTHY)
      it(what, async () => {
        const { log } = subject()
        const stream = freshStream()
        const event = anEvent(said)
        await given(log.append(stream, 'no-stream', [event]))
        expect(await given(log.readStream(stream, 0n))).toEqual([expect.objectContaining(event)])
      })

    it('a million bytes of data', async () => {
      const { log } = subject()
      const stream = freshStream()
      const event = anEvent({ data: JSON.stringify('é'.repeat(A_LOT / 2 - 1)) })
      await given(log.append(stream, 'no-stream', [event]))
      const [stored] = await given(log.readStream(stream, 0n))
      expect(stored?.data === event.data).toBe(true)
    })
  })
}
