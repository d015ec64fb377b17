import { describe, expect, it } from 'vitest'
import { collect, happened, numbers, onServers, refusal, type Subject, several } from './subject.js'

const NOT_FOUND = { type: 'stream-not-found' }
const DELETED = { type: 'stream-deleted' }
const TOMBSTONE = 9223372036854775807n

/** A stream with so many events, soft-deleted. */
const softDeleted = async ({ client, stream }: Subject, count = 3): Promise<string> => {
  const name = stream()
  await client.appendToStream(name, [...several(count)], { expectedRevision: 'no_stream' })
  await client.deleteStream(name)
  return name
}

const tombstoned = async ({ client, stream }: Subject): Promise<string> => {
  const name = stream()
  await client.appendToStream(name, [...several(3)], { expectedRevision: 'no_stream' })
  await client.tombstoneStream(name)
  return name
}

const revisions = async ({ client }: Subject, name: string): Promise<ReadonlyArray<unknown>> =>
  (await collect(client.readStream(name))).map(({ event }) => event?.revision)

/** What is read in the end: the record that hides the rest is a second one, written after the answer, so for a moment it is not so. */
const inTheEnd = (name: string, subject: Subject) =>
  expect.poll(() => revisions(subject, name).catch((error: Error) => error.message), { timeout: 10_000 })

onServers('a soft-deleted stream', (subject) => {
  it('reads as not found', async () => {
    const name = await softDeleted(subject())
    expect(await refusal(collect(subject().client.readStream(name)))).toMatchObject(NOT_FOUND)
  })

  it.each(['no_stream', 'any', 2n] as const)(
    'goes on with its numbers when %s brings it back, and hides what was',
    async (expectedRevision) => {
      const { client } = subject()
      const name = await softDeleted(subject())
      const written = await client.appendToStream(name, happened(3), { expectedRevision })
      expect(written.nextExpectedRevision).toBe(3n)
      // What hides the old ones may become visible a moment after the answer.
      await inTheEnd(name, subject()).toStrictEqual([3n])
    },
  )

  it('stays unreadable when its own first events are repeated', async () => {
    const { client, stream } = subject()
    const name = stream()
    const event = happened(0)
    await client.appendToStream(name, event, { expectedRevision: 'no_stream' })
    await client.deleteStream(name)
    const again = await client.appendToStream(name, event, { expectedRevision: 'no_stream' })
    expect(again.success).toBe(true)
    expect(again.position).toBeUndefined()
    expect(await refusal(collect(client.readStream(name)))).toMatchObject(NOT_FOUND)
  })

  it('is deleted to stream_exists', async () => {
    const name = await softDeleted(subject())
    const refused = await refusal(subject().client.appendToStream(name, happened(3), { expectedRevision: 'stream_exists' }))
    expect(refused).toMatchObject(DELETED)
  })

  it('has lost all its metadata', async () => {
    const { client, stream } = subject()
    const name = stream()
    await client.appendToStream(name, [...several(3)], { expectedRevision: 'no_stream' })
    await client.setStreamMetadata(name, { maxCount: 2, owner: 'registry' })
    await client.deleteStream(name)
    const { metadata } = await client.getStreamMetadata(name)
    expect(metadata).not.toHaveProperty('owner')
    expect(metadata).not.toHaveProperty('maxCount')
  })

  it('comes back empty when its metadata is written', async () => {
    const { client } = subject()
    const name = await softDeleted(subject())
    await client.setStreamMetadata(name, { owner: 'registry' })
    await inTheEnd(name, subject()).toStrictEqual([])
    expect(await client.getStreamMetadata(name)).toMatchObject({ metadata: { owner: 'registry', truncateBefore: 3 } })
  })

  it('is deleted again without complaint', async () => {
    const name = await softDeleted(subject())
    expect(await subject().client.deleteStream(name)).toMatchObject({ position: {} })
  })
})

onServers(
  'deleting',
  (subject) => {
    it('a stream that is not there is a wrong revision, even with any', async () => {
      const { client, stream } = subject()
      const refused = await refusal(client.deleteStream(stream()))
      expect(refused).toMatchObject({ type: 'wrong-expected-version', expectedVersion: -2n, actualVersion: -1n })
    })

    it('at another revision is refused', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, [...several(2)], { expectedRevision: 'no_stream' })
      const refused = await refusal(client.deleteStream(name, { expectedRevision: 0n }))
      expect(refused).toMatchObject({ type: 'wrong-expected-version', actualVersion: 1n })
    })

    it('leaves the events in $all until a scavenge', async () => {
      const { client, start, prefix } = subject()
      const name = await softDeleted(subject())
      const all = await collect(client.readAll({ fromPosition: start }))
      const own = all.filter(({ event }) => event?.streamId === name && event.streamId.startsWith(prefix))
      expect(numbers(own)).toStrictEqual([0, 1, 2])
    })
  },
  ['unary'],
)

onServers('a tombstoned stream', (subject) => {
  it.each(['any', 'no_stream', 'stream_exists', 2n] as const)('takes no more events with %s', async (expectedRevision) => {
    const name = await tombstoned(subject())
    const refused = await refusal(subject().client.appendToStream(name, happened(3), { expectedRevision }))
    expect(refused).toMatchObject({ ...DELETED, streamName: name })
  })

  it('does not read', async () => {
    const name = await tombstoned(subject())
    expect(await refusal(collect(subject().client.readStream(name)))).toMatchObject(DELETED)
  })

  it('has no metadata to read or to write', async () => {
    const { client } = subject()
    const name = await tombstoned(subject())
    expect(await refusal(client.getStreamMetadata(name))).toMatchObject({ ...DELETED, streamName: `$$${name}` })
    expect(await refusal(client.setStreamMetadata(name, { owner: 'registry' }))).toMatchObject({ ...DELETED, streamName: `$$${name}` })
  })

  it('is neither deleted nor tombstoned again', async () => {
    const { client } = subject()
    const name = await tombstoned(subject())
    expect(await refusal(client.deleteStream(name))).toMatchObject(DELETED)
    expect(await refusal(client.tombstoneStream(name))).toMatchObject(DELETED)
  })
})

onServers(
  'tombstoning',
  (subject) => {
    it.each(['any', 'no_stream'] as const)('a stream that is not there closes its name for ever, with %s', async (expectedRevision) => {
      const { client, stream } = subject()
      const name = stream()
      await client.tombstoneStream(name, { expectedRevision })
      expect(await refusal(client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' }))).toMatchObject(DELETED)
    })

    it('leaves a record in $all that is no JSON and says nothing', async () => {
      const { client, start } = subject()
      const name = await tombstoned(subject())
      const all = await collect(client.readAll({ fromPosition: start }))
      const mark = all.find(({ event }) => event?.streamId === name && event.type === '$streamDeleted')?.event
      expect(mark).toMatchObject({ revision: TOMBSTONE, isJson: false })
      expect(mark?.data).toHaveLength(0)
    })
  },
  ['unary'],
)

describe('what metadata hides', () => {
  onServers(
    'of a stream',
    (subject) => {
      it('$maxCount leaves the last ones', async () => {
        const { client, stream } = subject()
        const name = stream()
        await client.appendToStream(name, [...several(5)], { expectedRevision: 'no_stream' })
        await client.setStreamMetadata(name, { maxCount: 2 })
        expect(await revisions(subject(), name)).toStrictEqual([3n, 4n])
      })

      it('$tb leaves what is not before it, or nothing at all: the stream is empty then and not missing', async () => {
        const { client, stream } = subject()
        const name = stream()
        await client.appendToStream(name, [...several(5)], { expectedRevision: 'no_stream' })
        await client.setStreamMetadata(name, { truncateBefore: 4 })
        expect(await revisions(subject(), name)).toStrictEqual([4n])
        await client.setStreamMetadata(name, { truncateBefore: 99 })
        expect(await revisions(subject(), name)).toStrictEqual([])
      })

      it('does not change what revision is the last one', async () => {
        const { client, stream } = subject()
        const name = stream()
        await client.appendToStream(name, [...several(5)], { expectedRevision: 'no_stream' })
        await client.setStreamMetadata(name, { truncateBefore: 99 })
        expect(await client.appendToStream(name, happened(5), { expectedRevision: 4n })).toMatchObject({ nextExpectedRevision: 5n })
      })

      it('of a $$ stream all but the last record', async () => {
        const { client, stream } = subject()
        const name = stream()
        await client.setStreamMetadata(name, { owner: 'one' })
        await client.setStreamMetadata(name, { owner: 'two' })
        const records = await collect(client.readStream(`$$${name}`))
        expect(records.map(({ event }) => event?.revision)).toStrictEqual([1n])
        expect(await client.getStreamMetadata(name)).toMatchObject({ metadata: { owner: 'two' } })
      })

      it('an event that repeats a hidden one is still known', async () => {
        const { client, stream } = subject()
        const name = stream()
        const events = several(3)
        await client.appendToStream(name, [...events], { expectedRevision: 'no_stream' })
        await client.setStreamMetadata(name, { truncateBefore: 3 })
        const again = await client.appendToStream(name, [...events], { expectedRevision: 'no_stream' })
        expect(again).toMatchObject({ success: true, nextExpectedRevision: 2n })
        expect(await revisions(subject(), name)).toStrictEqual([])
      })
    },
    ['unary'],
  )
})
