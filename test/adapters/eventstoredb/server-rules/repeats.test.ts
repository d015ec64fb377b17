import { jsonEvent } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { collect, happened, numbers, onServers, refusal, type Subject, several } from './subject.js'

const WRONG = 'wrong-expected-version'

const sizeOf = async ({ client }: Subject, stream: string): Promise<number> => (await collect(client.readStream(stream))).length

onServers('a repeated append', (subject) => {
  describe('with an explicit revision', () => {
    it('of the first events is already there, and names the last of its own events', async () => {
      const { client, stream } = subject()
      const name = stream()
      const events = several(2)
      await client.appendToStream(name, [...events], { expectedRevision: 'no_stream' })
      await client.appendToStream(name, [...several(3)], { expectedRevision: 1n })
      const again = await client.appendToStream(name, [...events], { expectedRevision: 'no_stream' })
      expect(again).toMatchObject({ success: true, nextExpectedRevision: 1n })
      expect(await sizeOf(subject(), name)).toBe(5)
    })

    it('of later events is already there, at the position of the first time', async () => {
      const { client, stream } = subject()
      const name = stream()
      const events = several(2)
      await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      const first = await client.appendToStream(name, [...events], { expectedRevision: 0n })
      const again = await client.appendToStream(name, [...events], { expectedRevision: 0n })
      expect(again).toStrictEqual(first)
      expect(await sizeOf(subject(), name)).toBe(3)
    })

    it('of only the first of its events is already there as well', async () => {
      const { client, stream } = subject()
      const name = stream()
      const [first, second] = [happened(0), happened(1)]
      await client.appendToStream(name, [first, second], { expectedRevision: 'no_stream' })
      expect(await client.appendToStream(name, second, { expectedRevision: 0n })).toMatchObject({ nextExpectedRevision: 1n })
      expect(await client.appendToStream(name, first, { expectedRevision: 'no_stream' })).toMatchObject({ nextExpectedRevision: 0n })
    })

    it('is refused with new ids', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      const refused = await refusal(client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' }))
      expect(refused).toMatchObject({ type: WRONG, actualVersion: 0n })
    })

    it('is refused where it goes on beyond what is there', async () => {
      const { client, stream } = subject()
      const name = stream()
      const events = several(2)
      await client.appendToStream(name, [...events], { expectedRevision: 'no_stream' })
      const refused = await refusal(client.appendToStream(name, [...events, happened(2)], { expectedRevision: 'no_stream' }))
      expect(refused).toMatchObject({ type: WRONG, actualVersion: 1n })
    })

    it('is refused where only its beginning matches', async () => {
      const { client, stream } = subject()
      const name = stream()
      const [first, second] = [happened(0), happened(1)]
      await client.appendToStream(name, [first, second], { expectedRevision: 'no_stream' })
      const refused = await refusal(client.appendToStream(name, [first, happened(1)], { expectedRevision: 'no_stream' }))
      expect(refused).toMatchObject({ type: WRONG, actualVersion: 1n })
    })

    it('at the last revision is no repeat: the same id is written twice', async () => {
      const { client, stream } = subject()
      const name = stream()
      const event = happened(0)
      await client.appendToStream(name, event, { expectedRevision: 'no_stream' })
      expect(await client.appendToStream(name, event, { expectedRevision: 0n })).toMatchObject({ nextExpectedRevision: 1n })
      expect(numbers(await collect(client.readStream(name)))).toStrictEqual([0, 0])
    })
  })

  describe.each(['any', 'stream_exists'] as const)('with %s', (expectedRevision) => {
    it('is known by recent ids, and names the last of its own events', async () => {
      const { client, stream } = subject()
      const name = stream()
      const events = several(2)
      await client.appendToStream(name, [...events], { expectedRevision: 'no_stream' })
      await client.appendToStream(name, [...several(3)], { expectedRevision: 1n })
      expect(await client.appendToStream(name, [...events], { expectedRevision })).toMatchObject({ nextExpectedRevision: 1n })
      expect(await sizeOf(subject(), name)).toBe(5)
    })

    it('is refused where the first id is known and a later one is not', async () => {
      const { client, stream } = subject()
      const name = stream()
      const event = happened(0)
      await client.appendToStream(name, event, { expectedRevision: 'no_stream' })
      const refused = await refusal(client.appendToStream(name, [event, happened(1)], { expectedRevision }))
      expect(refused).toMatchObject({ type: WRONG, actualVersion: 0n })
    })

    it('is written where the first id is new, even if a later one is known', async () => {
      const { client, stream } = subject()
      const name = stream()
      const event = happened(0)
      await client.appendToStream(name, event, { expectedRevision: 'no_stream' })
      expect(await client.appendToStream(name, [happened(1), event], { expectedRevision })).toMatchObject({ nextExpectedRevision: 2n })
    })

    it('is written twice where the id is known from another stream: the memory holds the first one only', async () => {
      const { client, stream } = subject()
      const [first, other] = [stream(), stream()]
      const event = happened(0)
      await client.appendToStream(first, event, { expectedRevision: 'no_stream' })
      await client.appendToStream(other, event, { expectedRevision: 'no_stream' })
      expect(await client.appendToStream(other, event, { expectedRevision })).toMatchObject({ nextExpectedRevision: 1n })
    })
  })

  it('of one id many times over is written as many times, and then known as the first', async () => {
    const { client, stream } = subject()
    const name = stream()
    const event = happened(0)
    const copies = [event, event, event]
    expect(await client.appendToStream(name, copies, { expectedRevision: 'any' })).toMatchObject({ nextExpectedRevision: 2n })
    expect(await client.appendToStream(name, copies, { expectedRevision: 'any' })).toMatchObject({ nextExpectedRevision: 0n })
    expect(await sizeOf(subject(), name)).toBe(3)
  })

  it('is known by its ids alone, whatever it says now', async () => {
    const { client, stream } = subject()
    const name = stream()
    const event = happened(0)
    await client.appendToStream(name, event, { expectedRevision: 'no_stream' })
    const other = jsonEvent({ id: event.id, type: 'Other', data: { n: 9 } })
    expect(await client.appendToStream(name, other, { expectedRevision: 'no_stream' })).toMatchObject({ nextExpectedRevision: 0n })
    expect(numbers(await collect(client.readStream(name)))).toStrictEqual([0])
  })
})

// Here the client waits for an answer that never comes, so only the path on which it gives up by itself is shown.
onServers(
  'a repeat in another order',
  (subject) => {
    it('is never answered with any', async () => {
      const { client, stream } = subject()
      const name = stream()
      const [first, second, third] = [happened(0), happened(1), happened(2)]
      await client.appendToStream(name, [first, second, third], { expectedRevision: 'no_stream' })
      const refused = await refusal(client.appendToStream(name, [third, first], { expectedRevision: 'any', deadline: 700 }))
      expect(refused).toMatchObject({ type: 'deadline-exceeded' })
      expect(await sizeOf(subject(), name)).toBe(3)
    })
  },
  ['unary'],
)
