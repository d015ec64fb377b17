import { expect, it } from 'vitest'
import { collect, happened, onServers, refusal, several } from './subject.js'

const WRONG = 'wrong-expected-version'

onServers('an expected revision', (subject) => {
  it.each(['any', 'no_stream'] as const)('%s lets the first event of a stream in', async (expectedRevision) => {
    const { client, stream } = subject()
    const written = await client.appendToStream(stream(), happened(0), { expectedRevision })
    expect(written).toMatchObject({ success: true, nextExpectedRevision: 0n })
    expect(written.position?.commit).toBe(written.position?.prepare)
  })

  it('of the last event lets more in, and the answer names the last one written', async () => {
    const { client, stream } = subject()
    const name = stream()
    await client.appendToStream(name, [...several(2)], { expectedRevision: 'no_stream' })
    const written = await client.appendToStream(name, [...several(3)], { expectedRevision: 1n })
    expect(written.nextExpectedRevision).toBe(4n)
  })

  it.each([
    ['no_stream', 'no_stream'],
    [0n, 0n],
    [7n, 7n],
  ] as const)('%s is wrong for a stream whose last revision is 1', async (expectedRevision, expectedVersion) => {
    const { client, stream } = subject()
    const name = stream()
    await client.appendToStream(name, [...several(2)], { expectedRevision: 'no_stream' })
    const refused = await refusal(client.appendToStream(name, happened(2), { expectedRevision }))
    expect(refused).toMatchObject({ type: WRONG, streamName: name, expectedVersion, actualVersion: 1n })
    expect(await collect(client.readStream(name))).toHaveLength(2)
  })

  it.each([3n, 0n, 'stream_exists'] as const)('%s is wrong for a stream that is not there', async (expectedRevision) => {
    const { client, stream } = subject()
    const refused = await refusal(client.appendToStream(stream(), happened(0), { expectedRevision }))
    expect(refused).toMatchObject({ type: WRONG, expectedVersion: expectedRevision, actualVersion: 'no_stream' })
  })

  it('stream_exists is right for a stream that has metadata and no events', async () => {
    const { client, stream } = subject()
    const name = stream()
    await client.setStreamMetadata(name, { owner: 'registry' })
    const written = await client.appendToStream(name, happened(0), { expectedRevision: 'stream_exists' })
    expect(written.nextExpectedRevision).toBe(0n)
  })

  it('is held against the whole append: all of its events or none', async () => {
    const { client, stream } = subject()
    const name = stream()
    await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
    await refusal(client.appendToStream(name, [...several(3)], { expectedRevision: 1n }))
    expect(await collect(client.readStream(name))).toHaveLength(1)
  })

  it('is met by an append of no events, which the client reports as revision 0 of a stream that is not there', async () => {
    const { client, stream } = subject()
    const name = stream()
    expect(await client.appendToStream(name, [], { expectedRevision: 'no_stream' })).toMatchObject({ nextExpectedRevision: 0n })
    expect(await refusal(collect(client.readStream(name)))).toMatchObject({ type: 'stream-not-found' })
  })
})
