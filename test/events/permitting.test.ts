import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memoryLog } from '../../src/adapters/memory/event-log.js'
import { systemIdentity } from '../../src/adapters/system/identity.js'
import type { EventLog } from '../../src/domain/kernel/event-log.js'
import { executeOn } from '../../src/domain/kernel/execute.js'
import { type Right, type RightsCommand, rights } from '../../src/domain/rights/rights.js'
import { formatOf } from '../../src/events/format.js'
import { permitsOn } from '../../src/events/permitting.js'
import { rightsEvents } from '../../src/events/rights.js'
import { left, right } from '../support/right.js'

/** A log, what was read of it (from which revision on), and how to grant on it. */
const watched = () => {
  const kept = memoryLog()
  const readFrom: Array<bigint> = []
  const log: EventLog = {
    ...kept,
    readStream: (stream, from) => {
      readFrom.push(from)
      return kept.readStream(stream, from)
    },
  }
  const execute = executeOn({ log: kept, identity: systemIdentity(new Uint8Array(32)) }, formatOf(rightsEvents), rights)
  const send = async (command: RightsCommand) => right(await execute(command, { actor: 'registry', mode: 'decision', sources: [] })())
  const grant = (account: string, ...held: ReadonlyArray<Right>) => send({ type: 'GrantRights', account, rights: held })
  return { log, kept, readFrom, grant, send }
}

describe('what an account is permitted', () => {
  it('is nothing before the first grant', async () => {
    const { log } = watched()
    expect(await permitsOn(log)('registry', 'administer')).toStrictEqual(E.right(false))
  })

  it('is known from what was recorded since the last question: nothing is read twice', async () => {
    const { log, readFrom, grant, send } = watched()
    const permits = permitsOn(log)
    await grant('registry', 'administer')
    await grant('clerk', 'change')
    expect(right(await permits('clerk', 'change'))).toBe(true)
    expect(right(await permits('clerk', 'approve'))).toBe(false)
    await send({ type: 'WithdrawRights', account: 'clerk', rights: ['change'] })
    expect(right(await permits('clerk', 'change'))).toBe(false)
    expect(right(await permits('registry', 'administer'))).toBe(true)
    expect(readFrom).toStrictEqual([0n, 2n, 2n, 3n])
  })

  it('is the same for questions that overlap', async () => {
    const { log, grant, send } = watched()
    const permits = permitsOn(log)
    await grant('registry', 'administer')
    await grant('clerk', 'change')
    await send({ type: 'WithdrawRights', account: 'clerk', rights: ['change'] })
    const answers = await Promise.all([permits('clerk', 'change'), permits('registry', 'administer'), permits('clerk', 'change')])
    expect(answers).toStrictEqual([E.right(false), E.right(true), E.right(false)])
  })

  it('is not told, now or later, where an entry cannot be read: it is never passed over', async () => {
    const { log, kept, grant } = watched()
    const permits = permitsOn(log)
    await grant('registry', 'administer')
    const event = { id: '018f0000-0000-8000-8000-00000000000a', type: 'RightsLost', schema: 1, data: '{}', metadata: '{}' }
    right(await kept.append('rights-ledger', 0n, [event])())
    right(await kept.append('rights-ledger', 1n, [{ ...event, id: '018f0000-0000-8000-8000-00000000000b' }])())
    for (const _ of [1, 2]) expect(left(await permits('registry', 'administer'))).toMatchObject({ _tag: 'UnknownEventType', revision: 1n })
  })
})
