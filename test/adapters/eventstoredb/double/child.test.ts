import { describe, expect, it, onTestFinished } from 'vitest'
import { spawnDouble } from '../../../support/eventstoredb/child.js'
import { clientOf, happened, outcome } from './begun.js'

describe('a double in a process of its own', () => {
  it('is frozen and thawed, killed and started again on its port, with nothing kept', async () => {
    const child = await spawnDouble()
    onTestFinished(child.kill)
    const client = clientOf(child.connectionString)
    await client.appendToStream('a', happened(0), { expectedRevision: 'no_stream' })

    child.freeze()
    expect(await outcome(client.appendToStream('a', happened(1), { deadline: 300 }))).toMatchObject({ type: 'deadline-exceeded' })
    child.thaw()
    expect(await client.appendToStream('b', happened(2))).toMatchObject({ success: true })

    await child.kill()
    expect(await outcome(client.appendToStream('a', happened(3)))).toMatchObject({ type: 'unavailable' })
    const next = await spawnDouble(child.port)
    onTestFinished(next.kill)
    const again = (): Promise<unknown> => outcome(client.appendToStream('a', happened(4), { expectedRevision: 'no_stream' }))
    await expect.poll(again, { timeout: 10_000 }).toMatchObject({ value: { nextExpectedRevision: 0n } })
  })
})
