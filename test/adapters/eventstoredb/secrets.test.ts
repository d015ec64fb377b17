import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import { ofFault } from '../../../src/adapters/cli/render/sentences.js'
import { eventStoreDb, openEventStoreDbLog } from '../../../src/adapters/eventstoredb/index.js'
import { anEvent, freshStream, given } from '../../support/event-log-samples.js'
import { notReady, unknownError } from '../../support/eventstoredb/failures.js'
import { left } from '../../support/right.js'
import { opener, QUICK } from './opened.js'

// Who opens a ledger says his password once, and sees it nowhere again.

const open = opener()
const USER = 'clerk'
const PASSWORD = 'Wind+Wetter: 7%@?'
const BASIC = Buffer.from(`${USER}:${PASSWORD}`).toString('base64')
const FORMS = [PASSWORD, encodeURIComponent(PASSWORD), BASIC]

const secured = () => open.double({ tls: true, users: { [USER]: PASSWORD } })

const hides = (shown: unknown): void => {
  const text = typeof shown === 'string' ? shown : `${inspect(shown, { depth: 9, showHidden: true })} ${JSON.stringify(shown)}`
  for (const form of FORMS) expect(text).not.toContain(form)
}

describe('the login of the address', () => {
  it('is sent with every call, over TLS, whatever is in the password', async () => {
    const double = await secured()
    const log = await open.log(double.connectionStringAs(USER, PASSWORD))
    await given(log.append(freshStream(), 'no-stream', [anEvent()]))
    await given(log.head)
    expect(new Set(double.authorizations)).toEqual(new Set([`Basic ${BASIC}`]))
  })

  it('that is wrong is a fault at once, without it', async () => {
    const double = await secured()
    const fault = left(await openEventStoreDbLog(double.connectionStringAs(USER, `${PASSWORD}!`), QUICK)())
    expect(fault).toMatchObject({ _tag: 'LogUnavailable', cause: expect.stringContaining('access was denied') })
    hides(fault)
    hides(ofFault(fault))
    expect(double.calls.total()).toBe(1)
  })

  it('that is missing is a fault at once', async () => {
    const double = await secured()
    expect(left(await eventStoreDb(double.connectionString, QUICK)())).toMatchObject({ _tag: 'LogUnavailable' })
  })

  it('is taken out of what a server says of a call', async () => {
    const double = await secured()
    const log = await open.log(double.connectionStringAs(USER, PASSWORD), { timeoutMs: 400, patienceMs: 0 })
    for (const form of FORMS) {
      double.faults.append = () => ({ fail: unknownError(`no such user: ${form}`) })
      const fault = left(await log.append(freshStream(), 'no-stream', [anEvent()])())
      expect(fault).toMatchObject({ cause: expect.stringContaining('no such user: ***') })
      hides(fault)
    }
  })

  it('is in no fault of an address that cannot be read, or of a server that is not there', async () => {
    const double = await secured()
    const address = double.connectionStringAs(USER, PASSWORD)
    await double.kill()
    for (const wrong of [
      address,
      `${address}&nonsense=1`,
      `${address}&tls`,
      `${address}&tlsCAFile=none.pem`,
      address.replace('esdb:', 'edsb:'),
    ]) {
      const fault = left(await eventStoreDb(wrong, QUICK)())
      expect(fault._tag).toBe('LogUnavailable')
      hides(fault)
      hides(ofFault(fault))
    }
    await double.start()
  })

  it('is on no console, though the client would print an address that it does not understand', async () => {
    const printed: unknown[] = []
    const spies = (['log', 'warn', 'error', 'info', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...said: unknown[]) => void printed.push(said)),
    )
    try {
      const double = await secured()
      const log = await open.log(`${double.connectionStringAs(USER, PASSWORD)}&tlsVerifyCert=false`)
      double.faults.append = () => ({ fail: notReady() })
      const doubtful = log.append(freshStream(), 'no-stream', [anEvent()])()
      await given(log.close)
      await doubtful
      await eventStoreDb(`${double.connectionStringAs(USER, PASSWORD)}&nonsense=1`, QUICK)()
      expect(printed).toEqual([])
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  })

  it('is not in the log that DEBUG=* switches on in the client', async () => {
    const double = await secured()
    const program = `
      import { openEventStoreDbLog } from './src/adapters/eventstoredb/index.ts'
      const opened = await openEventStoreDbLog(process.env.ADDRESS, { timeoutMs: 2000 })()
      const { log } = opened.right
      await log.append('sample-1', 'no-stream', [{ id: '00000000-0000-4000-8000-000000000001', type: 'T', schema: 1, data: '{}', metadata: '{}' }])()
      console.log(JSON.stringify(await log.readStream('sample-1', 0n)(), (_, one) => typeof one === 'bigint' ? String(one) : one))
      await log.close()`
    const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '-e', program],
        {
          cwd: fileURLToPath(new URL('../../..', import.meta.url)),
          env: { ...process.env, DEBUG: '*', ADDRESS: double.connectionStringAs(USER, PASSWORD) },
          timeout: 30_000,
          maxBuffer: 64 * 1024 * 1024,
        },
        (_, stdout, stderr) => resolve({ stdout, stderr }),
      )
    })
    expect(stdout).toContain('"_tag":"Right"')
    expect(stderr).toContain('esdb:')
    hides(stdout)
    hides(stderr)
  })
})
