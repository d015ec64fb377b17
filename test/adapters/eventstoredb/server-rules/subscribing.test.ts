import { expect, it } from 'vitest'
import { happened, onServers, several } from './subject.js'
import { watch } from './watching.js'

onServers(
  'a subscription to a stream',
  (subject) => {
    it('is confirmed, catches up, says so once, and goes on with what is written', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, [...several(40)], { expectedRevision: 'no_stream' })
      const watched = watch(client.subscribeToStream(name))
      await watched.until(watched.has('caughtUp'))
      await client.appendToStream(name, [happened(40), happened(41)], { expectedRevision: 39n })
      await watched.until(watched.has(41))
      const before = Array.from({ length: 40 }, (_, n) => n)
      expect(watched.told).toStrictEqual(['confirmation', ...before, 'caughtUp', 40, 41])
      await watched.stop()
    })

    it('starts after the revision', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, [...several(5)], { expectedRevision: 'no_stream' })
      const watched = watch(client.subscribeToStream(name, { fromRevision: 2n }))
      await watched.until(watched.has('caughtUp'))
      expect(watched.told).toStrictEqual(['confirmation', 3, 4, 'caughtUp'])
      await watched.stop()
    })

    it('starts with what comes next, from the end', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, [...several(5)], { expectedRevision: 'no_stream' })
      const watched = watch(client.subscribeToStream(name, { fromRevision: 'end' }))
      await watched.until(watched.has('caughtUp'))
      await client.appendToStream(name, happened(5), { expectedRevision: 4n })
      await watched.until(watched.has(5))
      expect(watched.told).toStrictEqual(['confirmation', 'caughtUp', 5])
      await watched.stop()
    })

    it('may be made before the stream is there', async () => {
      const { client, stream, version } = subject()
      const name = stream()
      const watched = watch(client.subscribeToStream(name))
      await watched.until(watched.has('confirmation'))
      await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      await watched.until((now) => now.told.includes(0) && now.told.includes('caughtUp'))
      // 23.10 is caught up with nothing only after the first event.
      const expected = version.catchesUpOnNothing ? ['confirmation', 'caughtUp', 0] : ['confirmation', 0, 'caughtUp']
      expect(watched.told).toStrictEqual(expected)
      await watched.stop()
    })

    it('ends with the tombstone, which it shows', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      const watched = watch(client.subscribeToStream(name))
      await watched.until(watched.has('caughtUp'))
      await client.tombstoneStream(name)
      await watched.until(watched.has('stream-deleted'))
      expect(watched.told).toStrictEqual(['confirmation', 0, 'caughtUp', '$streamDeleted', 'stream-deleted'])
    })

    it('of a tombstoned stream is never confirmed', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.tombstoneStream(name)
      const watched = watch(client.subscribeToStream(name))
      await watched.until(watched.has('stream-deleted'))
      expect(watched.told).toStrictEqual(['stream-deleted'])
    })

    it('hears nothing of a soft delete, and goes on after it', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      const watched = watch(client.subscribeToStream(name))
      await watched.until(watched.has('caughtUp'))
      await client.deleteStream(name)
      await client.appendToStream(name, happened(1), { expectedRevision: 'any' })
      await watched.until(watched.has(1))
      expect(watched.told).toStrictEqual(['confirmation', 0, 'caughtUp', 1])
      await watched.stop()
    })
  },
  ['unary'],
)

onServers(
  'a subscription to $all',
  (subject) => {
    const own = (): ((stream: string) => boolean) => {
      const { prefix } = subject()
      return (stream) => stream.startsWith(prefix)
    }

    it('starts after the position, catches up and goes on', async () => {
      const { client, stream } = subject()
      const name = stream()
      const { position } = await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      await client.appendToStream(name, happened(1), { expectedRevision: 0n })
      const watched = watch(client.subscribeToAll({ fromPosition: position ?? 'start' }), own())
      await watched.until(watched.has('caughtUp'))
      await client.appendToStream(name, happened(2), { expectedRevision: 1n })
      await watched.until(watched.has(2))
      expect(watched.told).toStrictEqual(['confirmation', 1, 'caughtUp', 2])
      expect(watched.events.map(({ event }) => event?.position?.commit)).not.toContain(undefined)
      await watched.stop()
    })

    it('from beyond the end is confirmed without an error, whatever comes of it', async () => {
      const { client, stream, version } = subject()
      const { position } = await client.appendToStream(stream(), happened(0))
      const far = (position?.commit ?? 0n) + 10_000_000_000n
      const watched = watch(client.subscribeToAll({ fromPosition: { commit: far, prepare: far } }), own())
      await watched.until(watched.has(version.goesLiveFromFuture ? 'caughtUp' : 'confirmation'))
      if (version.goesLiveFromFuture) {
        const late = stream()
        await client.appendToStream(late, happened(7))
        await watched.until(watched.has(7))
        expect(watched.told).toStrictEqual(['confirmation', 'caughtUp', 7])
      }
      await watched.stop()
    })

    it('from within a record is refused', async () => {
      const { client, stream } = subject()
      const { position } = await client.appendToStream(stream(), happened(0))
      await client.appendToStream(stream(), happened(1))
      const within = (position?.commit ?? 0n) + 1n
      const watched = watch(client.subscribeToAll({ fromPosition: { commit: within, prepare: within } }), own())
      await watched.until(({ told }) => told.includes('unknown') || told.includes('invalid-argument'))
      if (subject().version.goesLiveFromFuture) expect(watched.told).toStrictEqual(['unknown'])
    })

    it('from a commit position with no prepare position skips the event there, or repeats it', async () => {
      const { client, stream, version } = subject()
      const name = stream()
      const { position } = await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      await client.appendToStream(name, happened(1), { expectedRevision: 0n })
      const watched = watch(client.subscribeToAll({ fromPosition: { commit: position?.commit ?? 0n, prepare: 0n } }), own())
      await watched.until(watched.has(1))
      expect(watched.told.filter((told) => typeof told === 'number')).toStrictEqual(version.readsFromCheckpoint ? [0, 1] : [1])
      await watched.stop()
    })
  },
  ['unary'],
)
