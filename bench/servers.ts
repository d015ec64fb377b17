import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** A server to measure on. */
export interface Server {
  /** Begins the names of its figures. */
  readonly name: string
  readonly is: string
  readonly connectionString: string
  readonly stop: () => void
}

const DOUBLE = fileURLToPath(new URL('../test/support/eventstoredb/main.ts', import.meta.url))

/** The protocol double of the tests, in a process of its own: it tells what the adapter costs, and nothing of a real server's speed. */
export const double = async (): Promise<Server> => {
  const child = spawn(process.execPath, ['--import', 'tsx', DOUBLE, '0'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  const [line] = await once(lines, 'line')
  const { connectionString }: { readonly connectionString: string } = JSON.parse(String(line))
  return { name: 'double', is: 'the protocol double', connectionString, stop: () => void child.kill() }
}

/** The real server that PROGRAMME_LEDGER_EVENTSTOREDB names, if it names one. */
export const realServer = (): Server | undefined => {
  const connectionString = process.env.PROGRAMME_LEDGER_EVENTSTOREDB
  return connectionString === undefined || connectionString === ''
    ? undefined
    : { name: 'eventstoredb', is: 'a real server', connectionString, stop: () => undefined }
}
