import type { Position } from '@eventstore/db-client'
import { beforeAll, expect, it } from 'vitest'
import { collect, happened, numbers, onServers, refusal } from './subject.js'

onServers(
  'reading $all',
  (subject) => {
    const positions: Position[] = []
    beforeAll(async () => {
      const { client, stream } = subject()
      const streams = [stream(), stream(), stream()]
      for (let n = 0; n < 60; n += 1) {
        const { position } = await client.appendToStream(streams[n % 3] ?? stream(), happened(n))
        if (position !== undefined) positions.push(position)
      }
    })
    const at = (n: number): Position => positions[n] ?? { commit: -1n, prepare: -1n }
    const own = async (options: Parameters<ReturnType<typeof subject>['client']['readAll']>[0]) => {
      const { client, prefix } = subject()
      const read = await collect(client.readAll(options))
      return read.filter(({ event }) => event?.streamId.startsWith(prefix))
    }

    it('is in the order of the log, with positions that rise and have gaps', async () => {
      const read = await own({ fromPosition: subject().start })
      expect(numbers(read)).toStrictEqual(Array.from({ length: 60 }, (_, n) => n))
      const commits = read.map(({ event }) => event?.position.commit ?? 0n)
      expect(commits).toStrictEqual([...commits].sort((one, other) => (one < other ? -1 : 1)))
      expect(commits.every((commit, index) => index === 0 || commit > (commits[index - 1] ?? 0n) + 1n)).toBe(true)
    })
    it('starts with the event at the position, forwards', async () => {
      expect(numbers(await own({ fromPosition: at(10), maxCount: 1 }))).toStrictEqual([10])
    })
    it('starts with the event before the position, backwards', async () => {
      const read = await own({ fromPosition: at(10), direction: 'backwards', maxCount: 40 })
      expect(numbers(read).slice(0, 2)).toStrictEqual([9, 8])
    })
    it('shows records of the server itself', async () => {
      const [first] = await collect(subject().client.readAll({ maxCount: 1 }))
      expect(first?.event?.streamId.startsWith('$')).toBe(true)
      expect(first?.event?.position.commit).toBeGreaterThan(0n)
    })
    it('is silent from beyond the end: no error, and nothing', async () => {
      const far = { commit: at(59).commit + 10_000_000_000n, prepare: at(59).commit + 10_000_000_000n }
      expect(await collect(subject().client.readAll({ fromPosition: far }))).toStrictEqual([])
    })
    it('is refused from within a record', async () => {
      const within = { commit: at(10).commit + 1n, prepare: at(10).commit + 1n }
      const refused = await refusal(collect(subject().client.readAll({ fromPosition: within, maxCount: 1 })))
      expect(refused).toMatchObject(subject().version.namesMisalignment ? {} : { code: 2 })
      expect(refused).not.toHaveProperty('refused')
    })
    it('is refused from a commit position below the prepare position', async () => {
      const { commit } = at(10)
      expect(await refusal(collect(subject().client.readAll({ fromPosition: { commit, prepare: commit + 1n } })))).toMatchObject({
        code: 2,
      })
    })
  },
  ['unary'],
)
