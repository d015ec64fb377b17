// A TEST DOUBLE of EventStoreDB, not a server: it speaks the wire protocol of the real client over gRPC and keeps the rules of the real
// server, but everything lives in the memory of this process. NOTHING IS DURABLE, nothing is replicated, and no data belongs in it.
// What it promises is held by test/adapters/eventstoredb/server-rules, which runs against real servers as well.
import { setTimeout as pause } from 'node:timers/promises'
import { ServerCredentials } from '@grpc/grpc-js'
import { headerOf, type Role, refuseFollowing, refuseStrangers, type Users } from './admission.js'
import { type AnyCall, type Calls, countCalls, type Method } from './calls.js'
import { CERTIFICATE_FILE, testOnlyKeyPair } from './certificate.js'
import { type Failure, notReady } from './failures.js'
import { type Faults, noFaults } from './faults.js'
import { grpcServer } from './handlers.js'
import { type Database, openDatabase } from './rules/database.js'
import type { Entry, Proposed } from './rules/entry.js'
import { scavenge } from './rules/scavenge.js'
import { writeSystemRecords, writeUsers } from './rules/system-records.js'
import { sockets } from './sockets.js'
import { VERSION, versionNamed } from './versions.js'
import type { Member, Node } from './wire/node.js'

export interface DoubleOptions {
  readonly tls?: boolean
  /** Who may come in; without it everyone may. */
  readonly users?: Users
  /** The version it behaves as and says it is. */
  readonly version?: string
  /** Whether clients may use the batch append; they do by themselves where they can. */
  readonly batchAppend?: boolean
  readonly maxAppendSize?: number
  readonly liveBuffer?: number
  /** A log to go on with, or to share with the other nodes of a cluster. */
  readonly database?: Database
  readonly port?: number
}

/** Events that a node shows and then truncates, because they were never replicated. */
export interface PhantomPhase {
  readonly entries: ReadonlyArray<Entry>
  /** Truncates them: the connections are cut, and the positions belong to whatever is written next. */
  readonly truncate: () => Promise<void>
}

export interface PhantomOptions {
  /** Beside those that were kept by the fate `keepAsPhantom`. */
  readonly events?: ReadonlyArray<{ readonly stream: string; readonly events: ReadonlyArray<Proposed> }>
  /** Shows them even to calls that require a leader, which a real node does not: for tests of what lies behind that guard. */
  readonly toLeaderCalls?: boolean
}

export interface Double {
  readonly connectionString: string
  readonly connectionStringAs: (user: string, password: string) => string
  readonly host: string
  readonly port: number
  readonly faults: Faults
  /** The log itself: for looking at what was truly written. */
  readonly database: () => Database
  readonly openCalls: (method?: Method) => number
  readonly calls: Calls
  /** The authorization headers that calls had so far, each once. */
  readonly authorizations: ReadonlyArray<string>
  /** The process dies: connections are cut and new ones reset, calls in flight are never done. The log stays. */
  readonly kill: () => Promise<void>
  /** Comes back on the same port, with the log and without the recent ids. */
  readonly start: () => Promise<void>
  /** Dies and comes back; with another log where one is given, as after a restored backup or a rebuilt server. */
  readonly restart: (log?: Database) => Promise<void>
  /** Cuts every connection and nothing else. */
  readonly cut: () => void
  /** Accepts connections and calls and answers nothing until `thaw`. HTTP/2 pings are still answered: for more, freeze a child process. */
  readonly freeze: () => void
  readonly thaw: () => void
  readonly scavenge: () => ReadonlyArray<Entry>
  /** Restarts with events that were never replicated, for a while. */
  readonly showPhantoms: (options?: PhantomOptions) => Promise<PhantomPhase>
  readonly play: (role: Role) => void
  /** Ends every open read, subscription and batch append with OK, or with this. */
  readonly endCalls: (failure?: Failure) => void
  readonly stop: () => Promise<void>
}

/** What a node of a cluster is told of the others. */
export interface Membership {
  readonly members: () => ReadonlyArray<Member>
}

const HOST = '127.0.0.1'
const LARGEST_APPEND = 1024 * 1024
const LIVE_BUFFER = 320
/** Milliseconds. */
const DYING = 50

interface Endable extends AnyCall {
  readonly end: () => void
  readonly emit: (event: 'error', failure: Failure) => boolean
}
const isEndable = (call: AnyCall): call is Endable => 'end' in call && typeof call.end === 'function'

/** A log as a new server has it. */
export const freshDatabase = (users: Users = {}): Database => {
  const database = openDatabase()
  writeSystemRecords(database)
  writeUsers(database, Object.keys(users))
  return database
}

/** Starts a double on a free port of this machine. Stop it when done. */
export const startDouble = async (options: DoubleOptions = {}, membership?: Membership): Promise<Double> => {
  const { tls = false, users, batchAppend = true, maxAppendSize = LARGEST_APPEND, liveBuffer = LIVE_BUFFER } = options
  let own = options.database ?? freshDatabase(users)
  const faults = noFaults()
  const calls = countCalls()
  const authorizations: string[] = []
  const unreplicated: Array<{ readonly stream: string; readonly events: ReadonlyArray<Proposed> }> = []
  let database = own
  let role: Role = { is: 'leader' }
  let lives = 1
  let frozen: { readonly over: Promise<void>; readonly thaw: () => void } | undefined

  const thawed = async (): Promise<void> => frozen?.over
  const node: Node = {
    get database() {
      return database
    },
    version: versionNamed(options.version ?? VERSION),
    faults,
    calls,
    maxAppendSize,
    liveBuffer,
    offersBatchAppend: batchAppend,
    thawed,
    admit: async (metadata, writes) => {
      const header = headerOf(metadata, 'authorization')
      if (header !== undefined && !authorizations.includes(header)) authorizations.push(header)
      const life = lives
      if (frozen !== undefined) await frozen.over
      if (faults.delay > 0) await pause(faults.delay)
      // The process that took the call is gone.
      if (lives !== life) return notReady()
      // What is shown for a while only takes no events: they would be acknowledged and lost.
      const isPassing = database !== own && writes
      return refuseStrangers(users, metadata) ?? refuseFollowing(role, metadata, writes) ?? (isPassing ? notReady() : undefined)
    },
    members: () => membership?.members() ?? [{ host: HOST, port: ports.port(), state: 'LEADER', isAlive: true }],
    cut: () => ports.cut(),
    // The answer still goes out.
    die: () => void setTimeout(kill, DYING),
    life: () => lives,
    keepUnreplicated: (stream, events) => void unreplicated.push({ stream, events }),
  }

  const server = grpcServer(node)
  const injector = server.createConnectionInjector(
    tls ? ServerCredentials.createSsl(null, [testOnlyKeyPair()]) : ServerCredentials.createInsecure(),
  )
  const ports = sockets((socket) => injector.injectConnection(socket), options.port)

  const thaw = (): void => {
    frozen?.thaw()
    frozen = undefined
    ports.release()
  }
  const kill = async (): Promise<void> => {
    lives += 1
    thaw()
    ports.refuse()
  }
  const start = async (): Promise<void> => {
    own.recent.forget()
    await ports.open()
  }
  const restart = async (log: Database = own): Promise<void> => {
    await kill()
    own = log
    database = log
    await start()
  }
  await ports.open()

  const address = (user = ''): string => {
    const security = tls ? `tls=true&tlsCAFile=${encodeURIComponent(CERTIFICATE_FILE)}` : 'tls=false'
    return `esdb://${user}${HOST}:${ports.port()}?${security}`
  }
  return {
    connectionString: address(),
    connectionStringAs: (user, password) => address(`${encodeURIComponent(user)}:${encodeURIComponent(password)}@`),
    host: HOST,
    port: ports.port(),
    faults,
    calls,
    authorizations,
    database: () => database,
    openCalls: calls.open,
    kill,
    start,
    restart,
    thaw,
    cut: ports.cut,
    freeze: () => {
      if (frozen !== undefined) return
      let thawNow = (): void => undefined
      const over = new Promise<void>((settle) => {
        thawNow = settle
      })
      frozen = { over, thaw: thawNow }
      ports.hold()
    },
    scavenge: () => scavenge(database),
    showPhantoms: async ({ events = [], toLeaderCalls = false } = {}) => {
      const before = role
      await kill()
      const copy = openDatabase({ copyOf: own })
      const entries = [...unreplicated.splice(0), ...events].flatMap((one) => copy.write(one.stream, one.events))
      database = copy
      role = toLeaderCalls ? before : { is: 'follower', leader: { host: HOST, port: ports.port() } }
      await start()
      return {
        entries,
        truncate: async () => {
          await kill()
          database = own
          role = before
          await start()
        },
      }
    },
    play: (next) => {
      role = next
    },
    endCalls: (failure) => {
      for (const call of calls.each(isEndable)) {
        if (failure === undefined) call.end()
        else call.emit('error', failure)
      }
    },
    stop: async () => {
      await kill()
      await ports.close()
      server.forceShutdown()
    },
  }
}
