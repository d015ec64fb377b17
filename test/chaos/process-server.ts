import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { entriesOf } from './journal.js'
import { type ChaosServer, heldEntry, type Incident } from './server.js'

const MAIN = fileURLToPath(new URL('./process-main.ts', import.meta.url))

interface Begun {
  readonly connectionString: string
  readonly port: number
}

/** A double in a process of its own: it freezes and dies as processes do. Whatever befalls it is one of these two. */
export const startProcess = async (seed: number): Promise<ChaosServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'chaos-'))
  const journal = join(folder, 'journal')
  let child: ChildProcess
  let isBegun = false
  let wrongs = 0

  const start = async (port: number): Promise<Begun> => {
    child = fork(MAIN, [journal, String(port), String(seed)], { execArgv: ['--import', 'tsx'] })
    const [begun]: Array<Begun> = await once(child, 'message')
    if (isBegun) child.send('begin')
    return begun ?? { connectionString: '', port }
  }
  const { connectionString, port } = await start(0)

  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  const freeze = async (lengthMs: number): Promise<void> => {
    child.kill('SIGSTOP')
    await pause(lengthMs)
    child.kill('SIGCONT')
  }
  const openCalls = async (): Promise<number> => {
    const answered = once(child, 'message')
    child.send('open calls')
    const [answer]: Array<{ readonly openCalls: number }> = await answered
    return answer?.openCalls ?? 0
  }

  return {
    connectionString,
    begin: () => {
      isBegun = true
      child.send('begin')
    },
    befall: async (incident: Incident, lengthMs) => {
      wrongs += 1
      if (incident === 'freeze') return freeze(lengthMs * 3)
      await kill()
      await start(port)
    },
    heal: async () => {
      isBegun = false
      child.send('clear')
    },
    wrongs: () => wrongs,
    held: async () => entriesOf(journal).map(heldEntry),
    openCalls: async (withinMs) => {
      const since = performance.now()
      for (;;) {
        const open = await openCalls()
        if (open === 0 || performance.now() - since > withinMs) return open
        await pause(50)
      }
    },
    stop: async () => {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
