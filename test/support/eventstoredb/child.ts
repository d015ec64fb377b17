import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** A double in a process of its own. What it held is gone when it is killed. */
export interface ChildDouble {
  readonly connectionString: string
  readonly port: number
  /** SIGSTOP: sockets stay open, and nothing is answered, not even HTTP/2 pings. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** kill -9. */
  readonly kill: () => Promise<void>
}

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

const firstLine = async (output: Readable): Promise<string> => {
  const lines = createInterface({ input: output })
  const [line] = await once(lines, 'line')
  lines.close()
  return String(line)
}

const wordsOf = (line: string): { readonly connectionString: string; readonly port: number } => {
  const said: unknown = JSON.parse(line)
  if (typeof said !== 'object' || said === null || !('connectionString' in said) || !('port' in said)) throw new Error(line)
  return { connectionString: String(said.connectionString), port: Number(said.port) }
}

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Starts one, on a free port or on the one of a double that was killed. */
export const spawnDouble = async (port = 0, ...flags: ReadonlyArray<'tls' | 'unary'>): Promise<ChildDouble> => {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, String(port), ...flags], { stdio: ['pipe', 'pipe', 'inherit'] })
  const words = wordsOf(await firstLine(child.stdout))
  return {
    ...words,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => killed(child),
  }
}
