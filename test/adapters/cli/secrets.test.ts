import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { guarded, secretsIn } from '../../../src/adapters/cli/guarded-output.js'
import { loadAdapter } from '../../../src/adapters/cli/open-store.js'
import { programme } from './screen.js'

const SECRET = 'correct-horse'
const ADDRESS = `esdb://clerk:${SECRET}@127.0.0.1:1?tls=false&maxDiscoverAttempts=1&defaultDeadline=300`

describe('what must not be shown', () => {
  it.each([
    ['sqlite:ledger.db', []],
    ['esdb://localhost:2113', []],
    ['esdb://u:secret@h', ['u:secret', 'secret', 'secret']],
    ['esdb://u:s%40fe@h', ['u:s%40fe', 's%40fe', 's@fe']],
    ['esdb://u:pin@h', ['u:pin']],
    ['postgres://a:b/c?d@e@h', ['a:b/c?d@e', 'b/c?d@e', 'b/c?d@e']],
  ])('%s', (address, secrets) => expect(secretsIn(address)).toStrictEqual(secrets))

  it('is hidden in whatever is said of it; answers keep their words', () => {
    const said: Array<string> = []
    const say = (line: string): void => {
      said.push(line)
    }
    const output = guarded({ write: say, error: say, redraw: say, isTerminal: false, columns: 80 }, ['esdb://u:s%40fe@h', undefined])
    output.error('no s@fe for u:s%40fe at h')
    output.redraw('s%40fe')
    output.write('a s@fe place, but not u:s%40fe')
    expect(said).toStrictEqual(['no *** for *** at h', '***', 'a s@fe place, but not ***'])
  })
})

describe('a password in an address', () => {
  const commands: ReadonlyArray<ReadonlyArray<string>> = [
    ['querry', ADDRESS],
    ['query', ADDRESS],
    ['query', 'agreements', ADDRESS],
    ['query', 'agreements', `--stroe=${ADDRESS}`],
    ['query', 'agreements', '--format', ADDRESS],
    ['query', 'agreements', '--store', `${ADDRESS}?`],
    ['query', 'agreements', '--store', `${ADDRESS}&tlsVerifyCert=maybe&x=${SECRET}`],
    ['history', ADDRESS, '--store', ADDRESS],
    ['explain', ADDRESS, ADDRESS, '--store', 'memory:'],
    ['copy', '--from', ADDRESS, '--to', 'memory:'],
    ['record', ADDRESS, '--store', ADDRESS],
    ['roll', ADDRESS, '--occasion', ADDRESS, '--store', 'memory:'],
  ]
  it.each(commands)('is not in what comes of %s %s', async (...args) => {
    const { code, out, errors, drawn } = await programme(args)
    expect(code).not.toBe(0)
    expect([out, ...errors, ...drawn].join('\n')).not.toContain(SECRET)
  })
})

describe('a store that needs a package', () => {
  it('says which one to install where it is missing, without a stack', async () => {
    const missing = Object.assign(new Error("Cannot find package '@eventstore/db-client' imported from index.js"), {
      code: 'ERR_MODULE_NOT_FOUND',
    })
    expect(await loadAdapter(() => Promise.reject(missing))).toStrictEqual(
      E.left({ _tag: 'PackageMissing', name: '@eventstore/db-client', for: 'stores on EventStoreDB' }),
    )
  })

  it('hides no other failure', async () => {
    const other = new Error('broken')
    await expect(loadAdapter(() => Promise.reject(other))).rejects.toBe(other)
  })
})

/** A server that accepts everybody and says nothing, so that a program hangs on it for a while. */
const aSilentServer = async () => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, port: typeof address === 'object' ? address?.port : undefined }
}

describe('the list of processes', () => {
  it.skipIf(!existsSync('/proc/self/cmdline'))('does not show an address from the command line, nor does a log of the client', async () => {
    const { server, port } = await aSilentServer()
    const address = `esdb://clerk:${SECRET}@127.0.0.1:${port}?tls=false&defaultDeadline=300`
    const main = fileURLToPath(new URL('../../../src/adapters/cli/main.ts', import.meta.url))
    const env = { ...process.env, DEBUG: 'esdb:*', GRPC_TRACE: 'all', GRPC_VERBOSITY: 'DEBUG' }
    const child = spawn(process.execPath, ['--import', 'tsx', main, 'query', 'agreements', '--store', address], { env })
    const said: Array<string> = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()))
    const ended = once(child, 'exit')
    const [socket] = await once(server, 'connection')
    const shown = readFileSync(`/proc/${child.pid}/cmdline`, 'utf8')
    expect(shown).toMatch(/^programme-ledger/)
    expect(shown).not.toContain(SECRET)
    const [code] = await ended
    socket.destroy()
    server.close()
    expect(code).toBe(1)
    expect(said.join('')).toMatch(/^The store cannot be used now: .*\n$/)
    expect(said.join('')).not.toContain(SECRET)
  })
})
