import { setTimeout as pause } from 'node:timers/promises'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { AnyCall } from '../support/eventstoredb/calls.js'
import { type Double, type PhantomOptions, startDouble } from '../support/eventstoredb/double.js'
import { notReady } from '../support/eventstoredb/failures.js'
import type { Entry, Proposed } from '../support/eventstoredb/rules/entry.js'
import type { Held } from './record.js'
import type { Seeded } from './seeded.js'
import { begin, LATE_MS } from './weather.js'

/** What befalls a whole server. */
export type Incident =
  | 'restart'
  | 'cut'
  | 'freeze'
  | 'scavenge'
  | 'calls fail'
  | 'subscriptions end'
  | 'not leader'
  | 'no leader'
  | 'not ready'
  | 'slow'
  | 'phantoms'
  | 'phantoms that are shown'

/** A double of a server, as a run of chaos treats it. */
export interface ChaosServer {
  readonly connectionString: string
  readonly begin: () => void
  /** Resolves when it is over. */
  readonly befall: (incident: Incident, lengthMs: number) => Promise<void>
  readonly heal: () => Promise<void>
  /** How many calls did not go well, and how often something befell the whole; of another process's calls nothing is known. */
  readonly wrongs: () => number
  /** What it holds, by its own record. */
  readonly held: () => Promise<ReadonlyArray<Held>>
  /** The calls that are still open after a while. */
  readonly openCalls: (withinMs: number) => Promise<number>
  readonly stop: () => Promise<void>
}

const utf8 = new TextDecoder()
const jsonOf = (bytes: Uint8Array): unknown => (bytes.length === 0 ? undefined : JSON.parse(utf8.decode(bytes)))

/** An entry of the double's log. */
export const heldEntry = ({ data, metadata, created, isJson, ...entry }: Entry): Held => ({
  ...entry,
  data: isJson ? jsonOf(data) : undefined,
  metadata: jsonOf(metadata),
  created: new Date(Number(created / 10_000n)).toISOString(),
})

/** An event of another program's, on a stream of which the server keeps the last one only. */
const foreign = (n: number): Proposed => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  type: 'InvoiceSent',
  isJson: true,
  data: Buffer.from('{"of":"another program"}'),
  metadata: new Uint8Array(),
})

interface Subscription extends AnyCall {
  readonly end: () => void
}

/** A read that goes on for ever. Only of these an end without an error is nothing unusual. */
const isSubscription = (call: AnyCall): call is Subscription =>
  'end' in call && 'request' in call && call.request instanceof streams.ReadReq && call.request.getOptions()?.hasSubscription() === true

const MOST_PHANTOMS = 3

/** What a leader had taken and not yet passed on when it died: events like the last ones, on the same streams. */
const phantomsOf = (double: Double, seeded: Seeded): NonNullable<PhantomOptions['events']> => {
  const entries = double.database().entries()
  const last = entries.filter(({ stream }) => /^(organisation|seats|series)-/.test(stream)).slice(-MOST_PHANTOMS)
  return last.map(({ stream, ...entry }, n) => ({ stream, events: [{ ...entry, id: seeded.commandId('phantom', entries.length, n) }] }))
}

/** A double in this process. */
export const startServer = async (seeded: Seeded): Promise<ChaosServer> => {
  const double = await startDouble({ version: seeded.oneOf(['23.10.6', '24.2.0', '24.10.4'], 'version') })
  let invoices = 0
  let wrongs = 0
  const wrong = (): void => {
    wrongs += 1
  }
  const invoice = (): void => {
    invoices += 1
    double.database().write('invoice-1', [foreign(invoices)])
  }
  double.database().write('$$invoice-1', [{ ...foreign(0), type: '$metadata', data: Buffer.from('{"$maxCount":1}') }])
  invoice()

  const role = async (play: Parameters<Double['play']>[0], lengthMs: number): Promise<void> => {
    double.play(play)
    await pause(lengthMs)
    double.play({ is: 'leader' })
  }
  const self = { host: double.host, port: double.port }

  const restart = async (lengthMs: number): Promise<void> => {
    await double.kill()
    await pause(lengthMs)
    await double.start()
  }

  const frozen = async (lengthMs: number): Promise<void> => {
    double.freeze()
    await pause(lengthMs)
    double.thaw()
  }

  const slow = async (lengthMs: number): Promise<void> => {
    double.faults.delay = 20
    await pause(lengthMs)
    double.faults.delay = 0
  }

  /** Followers see what a node then truncates; nobody writes there, and no stream is read, since that a leader never shows. */
  const shownPhantoms = async (lengthMs: number): Promise<void> => {
    const { append, read } = double.faults
    double.faults.append = () => ({ fail: notReady() })
    double.faults.read = ({ stream }) => (stream === undefined ? 'serve' : { fail: notReady() })
    const phase = await double.showPhantoms({ toLeaderCalls: true, events: phantomsOf(double, seeded) })
    await pause(lengthMs)
    await phase.truncate()
    double.faults.append = append
    double.faults.read = read
  }

  const phantoms = async (lengthMs: number): Promise<void> => {
    const phase = await double.showPhantoms({ events: phantomsOf(double, seeded) })
    await pause(lengthMs)
    await phase.truncate()
  }

  const incidents: { readonly [I in Incident]: (lengthMs: number) => void | Promise<void> } = {
    restart,
    freeze: frozen,
    phantoms,
    slow,
    cut: () => double.cut(),
    scavenge: () => void double.scavenge(),
    'calls fail': () => double.endCalls(notReady()),
    'subscriptions end': () => {
      for (const call of double.calls.each(isSubscription)) call.end()
    },
    'not leader': (lengthMs) => role({ is: 'follower', leader: self }, lengthMs),
    'no leader': (lengthMs) => role({ is: 'leaderless', last: self }, lengthMs),
    'not ready': (lengthMs) => role({ is: 'not ready' }, lengthMs),
    'phantoms that are shown': shownPhantoms,
  }

  return {
    connectionString: double.connectionString,
    begin: () => begin(double.faults, seeded, { lateMs: LATE_MS, wrong }),
    befall: async (incident, lengthMs) => {
      invoice()
      wrong()
      await incidents[incident](lengthMs)
      invoice()
    },
    heal: async () => {
      double.faults.clear()
      double.thaw()
    },
    wrongs: () => wrongs,
    held: async () => double.database().entries().map(heldEntry),
    openCalls: async (withinMs) => {
      await Promise.race([double.calls.allClosed(), pause(withinMs)])
      return double.openCalls()
    },
    stop: double.stop,
  }
}
