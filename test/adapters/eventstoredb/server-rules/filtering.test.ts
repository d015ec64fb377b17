import { type EventStoreDBClient, eventTypeFilter, excludeSystemEvents, type Position, streamNameFilter } from '@eventstore/db-client'
import { beforeAll, expect, it } from 'vitest'
import { happened, onServers, several } from './subject.js'
import { type Watched, watch } from './watching.js'

type Filter = NonNullable<NonNullable<Parameters<EventStoreDBClient['subscribeToAll']>[0]>['filter']>

const WINDOW = 32

onServers(
  'a filter of $all',
  (subject) => {
    let last = 0
    beforeAll(async () => {
      const { client, stream } = subject()
      const [cases, visits] = [stream('case'), stream('visit')]
      for (let n = 0; n < 20; n += 1) {
        await client.appendToStream(n % 2 === 0 ? cases : visits, happened(n, n % 4 === 0 ? 'Opened' : 'Closed'))
        last = n
      }
    })
    const numbersThrough = async (filter: Filter, until: number): Promise<ReadonlyArray<unknown>> => {
      const { client, start, prefix } = subject()
      const watched = watch(client.subscribeToAll({ fromPosition: start, filter }), (stream) => stream.startsWith(prefix))
      await watched.until(watched.has(until))
      await watched.stop()
      return watched.told.filter((told) => typeof told === 'number')
    }

    it('by the beginning of the stream', async () => {
      const through = await numbersThrough(streamNameFilter({ prefixes: [`${subject().prefix}visit-`] }), last)
      expect(through).toStrictEqual([1, 3, 5, 7, 9, 11, 13, 15, 17, 19])
    })
    it('by one of several beginnings', async () => {
      const { prefix } = subject()
      const through = await numbersThrough(streamNameFilter({ prefixes: [`${prefix}visit-`, `${prefix}case-`] }), last)
      expect(through).toHaveLength(20)
    })
    it('by the type', async () => {
      expect(await numbersThrough(eventTypeFilter({ prefixes: ['Open'] }), 16)).toStrictEqual([0, 4, 8, 12, 16])
    })
    it('by a regular expression', async () => {
      expect(await numbersThrough(eventTypeFilter({ regex: '^Op.ned$' }), 16)).toStrictEqual([0, 4, 8, 12, 16])
    })
    it('by a regular expression rather than by prefixes, where both are given', async () => {
      const both = { ...eventTypeFilter({ regex: '^Opened$' }), prefixes: ['Closed'] }
      expect(await numbersThrough(both, 16)).toStrictEqual([0, 4, 8, 12, 16])
    })
    it('that leaves out the records of the server', async () => {
      expect(await numbersThrough(excludeSystemEvents(), last)).toHaveLength(20)
    })
    it('is refused with a regular expression that does not parse', async () => {
      const { client, start } = subject()
      const watched = watch(client.subscribeToAll({ fromPosition: start, filter: eventTypeFilter({ regex: '(' }) }))
      await watched.until(watched.has('unknown'))
      expect(watched.told).toStrictEqual(['unknown'])
    })
  },
  ['unary'],
)

onServers(
  'the checkpoints of a filter',
  (subject) => {
    /** A subscription that lets nothing of the run through but its last event. */
    const watching = (start: Position, prefix: string): { readonly watched: Watched; readonly checkpoints: ReadonlyArray<Position> } => {
      const checkpoints: Position[] = []
      const filter = streamNameFilter({
        prefixes: [`${prefix}last-`],
        checkpointInterval: 1,
        checkpointReached: (_subscription, position) => void checkpoints.push(position),
      })
      const watched = watch(subject().client.subscribeToAll({ fromPosition: start, filter }))
      return { watched, checkpoints }
    }

    it('come every window of records looked at, whether they match or not, and rise', async () => {
      const { client, stream, start, prefix, version } = subject()
      await client.appendToStream(stream('noise'), [...several(5 * WINDOW)])
      await client.appendToStream(stream('last'), happened(1))
      const { watched, checkpoints } = watching(start, prefix)
      await watched.until(({ told }) => told.includes(1) && told.includes('caughtUp'))
      expect(checkpoints.length).toBeGreaterThanOrEqual(5)
      const commits = checkpoints.map(({ commit }) => commit)
      expect(commits).toStrictEqual([...commits].sort((one, other) => (one < other ? -1 : 1)))
      // Before a first match there is no prepare position; from 24.2 on the first one is the start itself.
      expect(checkpoints[version.readsFromCheckpoint ? 1 : 0]?.prepare).toBe(0n)
      await watched.stop()
    })
  },
  ['unary'],
)
