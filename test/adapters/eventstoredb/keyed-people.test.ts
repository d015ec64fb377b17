import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { AllRecords } from '../../../src/adapters/eventstoredb/all-records.js'
import { keyedPeople } from '../../../src/adapters/eventstoredb/keyed-people.js'
import type { WireRecord } from '../../../src/adapters/eventstoredb/stored.js'
import { right } from '../../support/right.js'

/** $all as a list of streams; an empty name is an event that a scavenge removed. */
const anAll = () => {
  const streams: Array<string> = []
  const asked: Array<bigint | 'start'> = []
  const record = (streamId: string, at: number): WireRecord => ({
    id: `${at}`,
    streamId,
    type: 'PersonKeyMade',
    isJson: false,
    revision: 0n,
    data: '{}',
    metadata: '{}',
    createdMs: 0,
    position: { commit: BigInt(at), prepare: BigInt(at) },
  })
  const after: AllRecords['after'] = async (place, maxCount) => {
    asked.push(place === 'start' ? place : place.position)
    const first = place === 'start' ? 0 : Number(place.position) + 1
    if (first > 0 && streams[first - 1] === '') return E.left({ _tag: 'LogDamaged', at: `position ${first - 1}`, cause: 'gone' })
    const there = streams.map(record).filter(({ streamId }) => streamId !== '')
    return E.right(there.filter(({ position }) => position !== undefined && position.commit >= BigInt(first)).slice(0, maxCount))
  }
  const unasked = async () => E.left({ _tag: 'LogUnavailable', cause: 'not to be asked' } as const)
  return { streams, asked, people: keyedPeople({ after, from: unasked, before: unasked }) }
}

describe('everyone who has or had a key', () => {
  it('is found among all that a server holds, however long it is', async () => {
    const { streams, people } = anAll()
    streams.push('programmeLedgerKey-person-1', ...Array.from({ length: 9_000 }, () => 'order-1'), 'programmeLedgerKey-person-2')
    expect(right(await people())).toEqual(['person-1', 'person-2'])
  })

  it('is nobody else: not the key of digests, not metadata, not what is no id', async () => {
    const { streams, people } = anAll()
    streams.push('programmeLedger-key', '$$programmeLedgerKey-person-1', 'programmeLedgerKey-person', 'programmeLedgerKey-', 'person-1')
    expect(right(await people())).toEqual([])
  })

  it('asked again, is looked for behind the place reached; from the start where a scavenge took the event there', async () => {
    const { streams, asked, people } = anAll()
    streams.push('order-1', 'programmeLedgerKey-person-1')
    expect(right(await people())).toEqual(['person-1'])
    streams.push('programmeLedgerKey-person-2')
    expect(right(await people())).toEqual(['person-1', 'person-2'])
    expect(asked).toEqual(['start', 1n])
    streams[2] = ''
    streams.push('programmeLedgerKey-person-2', 'programmeLedgerKey-person-3')
    expect(right(await people())).toEqual(['person-1', 'person-2', 'person-3'])
    expect(asked).toEqual(['start', 1n, 2n, 'start'])
  })
})
