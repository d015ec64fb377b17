import { spawnDouble } from '../test/support/eventstoredb/child.js'

/** A server to measure on. */
export interface Server {
  /** Begins the names of its figures. */
  readonly name: string
  readonly is: string
  readonly connectionString: string
  readonly stop: () => void
}

/** The protocol double of the tests, in a process of its own: it tells what the adapter costs, and nothing of a real server's speed. */
export const double = async (): Promise<Server> => {
  const { connectionString, kill } = await spawnDouble()
  return { name: 'double', is: 'the protocol double', connectionString, stop: () => void kill() }
}

/** The real server that PROGRAMME_LEDGER_EVENTSTOREDB names, if it names one. */
export const realServer = (): Server | undefined => {
  const connectionString = process.env.PROGRAMME_LEDGER_EVENTSTOREDB
  return connectionString === undefined || connectionString === ''
    ? undefined
    : { name: 'eventstoredb', is: 'a real server', connectionString, stop: () => undefined }
}
