import { binaryEvent, jsonEvent } from '@eventstore/db-client'
import { beforeAll, describe, expect, it } from 'vitest'
import { collect, numbers, onServers, refusal, several } from './subject.js'

onServers(
  'reading a stream',
  (subject) => {
    let name: string
    beforeAll(async () => {
      const { client, stream } = subject()
      name = stream()
      await client.appendToStream(name, [...several(100)], { expectedRevision: 'no_stream' })
    })
    const read = async (options: Parameters<ReturnType<typeof subject>['client']['readStream']>[1]) =>
      numbers(await collect(subject().client.readStream(name, options)))

    it('gives all of it, page after page', async () => {
      expect(await read({})).toStrictEqual(Array.from({ length: 100 }, (_, n) => n))
    })
    it('starts with the revision itself, forwards', async () => {
      expect(await read({ fromRevision: 40n, maxCount: 3 })).toStrictEqual([40, 41, 42])
    })
    it('starts with the revision itself, backwards', async () => {
      expect(await read({ fromRevision: 40n, direction: 'backwards', maxCount: 2 })).toStrictEqual([40, 39])
    })
    it('goes backwards from the end', async () => {
      expect(await read({ fromRevision: 'end', direction: 'backwards', maxCount: 2 })).toStrictEqual([99, 98])
    })
    it('finds nothing after the last revision', async () => {
      expect(await read({ fromRevision: 500n })).toStrictEqual([])
    })
    it('goes back from beyond the end as from the end', async () => {
      expect(await read({ fromRevision: 500n, direction: 'backwards', maxCount: 1 })).toStrictEqual([99])
    })
    it('is refused for no events at all', async () => {
      expect(await refusal(read({ maxCount: 0 }))).toMatchObject({ code: 2 })
    })
    it.each([2n ** 63n, 2n ** 64n - 2n])('is refused from revision %s', async (fromRevision) => {
      expect(await refusal(read({ fromRevision }))).toMatchObject({ code: 2 })
    })
    it('is refused forwards from the end', async () => {
      expect(await refusal(read({ fromRevision: 'end' }))).toMatchObject({ code: 2 })
    })
    it('says that a stream is not there', async () => {
      const { client, stream } = subject()
      const absent = stream()
      expect(await refusal(collect(client.readStream(absent)))).toMatchObject({ type: 'stream-not-found', streamName: absent })
    })
    it('tells positions that are the same in $all', async () => {
      const [first] = await collect(subject().client.readStream(name, { maxCount: 1 }))
      const position = first?.event?.position
      const [there] = await collect(subject().client.readAll({ fromPosition: position ?? 'start', maxCount: 1 }))
      expect(there?.event?.id).toBe(first?.event?.id)
      expect(position?.commit).toBe(position?.prepare)
    })
  },
  ['unary'],
)

onServers('an event', (subject) => {
  it('comes back as it was written', async () => {
    const { client, stream } = subject()
    const name = stream()
    const data = { text: 'Ærø – 🏛', nothing: null, list: [1, 2.5, -0.125], deep: { empty: {} } }
    const metadata = { $correlationId: 'c-1', schema: '1' }
    const written = jsonEvent({ type: 'Kept', data, metadata })
    await client.appendToStream(name, written, { expectedRevision: 'no_stream' })
    const [read] = await collect(client.readStream(name))
    expect(read?.event).toMatchObject({ id: written.id, type: 'Kept', streamId: name, revision: 0n, isJson: true, data, metadata })
    expect(read?.event?.created).toBeInstanceOf(Date)
  })

  it('may be bytes', async () => {
    const { client, stream } = subject()
    const name = stream()
    const written = binaryEvent({ type: 'Bytes', data: Buffer.from([0, 1, 254]), metadata: Buffer.from([7]) })
    await client.appendToStream(name, written, { expectedRevision: 'no_stream' })
    const [read] = await collect(client.readStream(name))
    expect(read?.event?.isJson).toBe(false)
    expect([...Buffer.from(String(read?.event?.data) && read?.event?.isJson === false ? read.event.data : [])]).toStrictEqual([0, 1, 254])
  })

  it('keeps a name that is not ASCII', async () => {
    const { client, stream } = subject()
    const name = `${stream()}-Ærø 🏛`
    await client.appendToStream(name, [...several(1)], { expectedRevision: 'no_stream' })
    const [read] = await collect(client.readStream(name))
    expect(read?.event?.streamId).toBe(name)
  })
})

describe('links', () => {
  onServers(
    'with resolveLinkTos',
    (subject) => {
      it('lead to their events, and stand alone where these are hidden or missing', async () => {
        const { client, stream } = subject()
        const [target, index] = [stream(), stream('index')]
        await client.appendToStream(target, [...several(2)], { expectedRevision: 'no_stream' })
        const link = (to: string) => binaryEvent({ type: '$>', data: Buffer.from(to) })
        await client.appendToStream(index, [link(`1@${target}`), link(`7@${target}`), link(`0@${stream()}`)])
        const raw = await collect(client.readStream(index))
        expect(raw.map(({ event, link: by }) => [event?.type, by])).toStrictEqual(raw.map(() => ['$>', undefined]))
        const resolved = await collect(client.readStream(index, { resolveLinkTos: true }))
        expect(resolved.map(({ link: by }) => by?.revision)).toStrictEqual([0n, 1n, 2n])
        expect(numbers(resolved)).toStrictEqual([1, undefined, undefined])
        expect(resolved.slice(1).map(({ event }) => event)).toStrictEqual([undefined, undefined])
      })
    },
    ['unary'],
  )
})
