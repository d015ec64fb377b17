import { describe, expect, it } from 'vitest'
import { notLeader, notReady, timedOut, tooBusy } from '../../../support/eventstoredb/failures.js'
import { inTurn, times } from '../../../support/eventstoredb/faults.js'
import { begun, clientOf, happened, outcome, written } from './begun.js'

const UNAVAILABLE = { type: 'unavailable' }

describe('an append to the double', () => {
  describe('that is dropped', () => {
    it('is not written, and the client gives up by itself', async () => {
      const double = await begun()
      const client = clientOf(double.connectionString)
      double.faults.append = () => 'drop'
      expect(await outcome(client.appendToStream('a', happened(0), { deadline: 200 }))).toMatchObject({ type: 'deadline-exceeded' })
      expect(written(double)).toStrictEqual([])
    })

    it('may have been written, and then the same again is known', async () => {
      const double = await begun()
      const client = clientOf(double.connectionString)
      const event = happened(0)
      double.faults.append = times(1, 'apply-then-drop')
      const first = await outcome(client.appendToStream('a', event, { deadline: 200, expectedRevision: 'no_stream' }))
      expect(first).toMatchObject({ type: 'deadline-exceeded' })
      expect(await client.appendToStream('a', event, { expectedRevision: 'no_stream' })).toMatchObject({ nextExpectedRevision: 0n })
      expect(written(double)).toStrictEqual(['a'])
    })

    it('hangs on the batch path beyond its deadline', async () => {
      const double = await begun()
      const client = clientOf(double.connectionString, 'batch')
      await client.appendToStream('a', happened(0))
      double.faults.append = () => 'drop'
      const hanging = client.appendToStream('a', happened(1), { deadline: 100 }).then(
        () => 'settled',
        () => 'settled',
      )
      const later = new Promise((settle) => setTimeout(settle, 400, 'hanging'))
      expect(await Promise.race([hanging, later])).toBe('hanging')
    })
  })

  it.each([
    ['is cut off', 'cut', []],
    ['is cut off after it was written', 'apply-then-cut', ['a']],
    ['is refused', { fail: notReady() }, []],
    ['is refused as busy', { fail: tooBusy() }, []],
    ['is refused after it was written', { applyThenFail: notReady() }, ['a']],
  ] as const)('that %s is unavailable', async (_what, fate, left) => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    double.faults.append = () => fate
    expect(await outcome(client.appendToStream('a', happened(0)))).toMatchObject(UNAVAILABLE)
    expect(written(double)).toStrictEqual(left)
    double.faults.clear()
    expect(await client.appendToStream('b', happened(1))).toMatchObject({ success: true })
  })

  it('that times out after it was written is found by the same again', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    const event = happened(0)
    double.faults.append = inTurn({ applyThenFail: timedOut('Commit phase timeout.') })
    expect(await outcome(client.appendToStream('a', event, { expectedRevision: 'no_stream' }))).toMatchObject({ type: 'timeout' })
    expect(await client.appendToStream('a', event, { expectedRevision: 'no_stream' })).toMatchObject({ nextExpectedRevision: 0n })
  })

  it('that goes to a node that does not lead names the leader, and the next call goes there', async () => {
    const [follower, leader] = [await begun(), await begun()]
    const client = clientOf(follower.connectionString)
    follower.faults.append = () => ({ fail: notLeader(leader) })
    const refused = await outcome(client.appendToStream('a', happened(0), { requiresLeader: true }))
    expect(refused).toMatchObject({ type: 'not-leader', leader: { address: leader.host, port: leader.port } })
    await client.appendToStream('a', happened(0), { requiresLeader: true })
    expect([written(follower), written(leader)]).toStrictEqual([[], ['a']])
  })

  it('whose batch call is ended with OK is never answered', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString, 'batch')
    await client.appendToStream('a', happened(0))
    double.faults.append = times(1, 'apply-then-end')
    const hanging = client.appendToStream('a', happened(1)).then(() => 'settled')
    const later = new Promise((settle) => setTimeout(settle, 300, 'hanging'))
    expect(await Promise.race([hanging, later])).toBe('hanging')
    expect(written(double)).toStrictEqual(['a', 'a'])
  })

  it('that is not ready on the batch path is told in a way that the client does not recognize', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString, 'batch')
    double.faults.append = () => ({ fail: notReady() })
    const refused = await outcome(client.appendToStream('a', happened(0)))
    expect(refused).toMatchObject({ type: 'unknown' })
  })

  it('is delayed by a hook that waits', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    let release = (): void => undefined
    const released = new Promise<void>((settle) => {
      release = settle
    })
    double.faults.append = async () => {
      await released
      return 'serve' as const
    }
    const appending = client.appendToStream('a', happened(0))
    await client.appendToStream('b', happened(0), { deadline: 50 }).catch(() => undefined)
    expect(written(double)).toStrictEqual([])
    release()
    await appending
    expect(written(double)).toContain('a')
  })

  it('to the stream of no name is acknowledged, and then the server is gone', async () => {
    const double = await begun()
    const client = clientOf(double.connectionString)
    expect(await client.appendToStream('$$', happened(0))).toMatchObject({ success: true })
    await expect.poll(() => outcome(client.appendToStream('a', happened(0))), { timeout: 10_000 }).toMatchObject({ code: 14 })
  })
})
