// The rules of the server, told as tests that any server can be asked: the double always, and a real one when
// PROGRAMME_LEDGER_EVENTSTOREDB names it. No test needs an empty server: streams carry the id of the run, and reads of $all start
// where the run started.
import { randomUUID } from 'node:crypto'
import { type AllStreamResolvedEvent, EventStoreDBClient, jsonEvent, type Position, type ResolvedEvent } from '@eventstore/db-client'
import { afterAll, beforeAll, describe } from 'vitest'
import { startDouble } from '../../../support/eventstoredb/double.js'
import { type Version, versionNamed } from '../../../support/eventstoredb/versions.js'

export type AppendPath = 'batch' | 'unary'

/** A server and a client of it. */
export interface Subject {
  readonly client: EventStoreDBClient
  readonly connectionString: string
  readonly version: Version
  /** A stream that nobody else writes to; the names of one run have the same beginning. */
  readonly stream: (category?: string) => string
  readonly prefix: string
  /** A place in $all before everything that the run writes. */
  readonly start: Position
}

interface Running {
  readonly connectionString: string
  readonly stop: () => Promise<void>
}

interface Kind {
  readonly name: string
  /** Whether calls can be made that the client itself would not make: of a single node, unencrypted. */
  readonly isBare: boolean
  readonly run: () => Promise<Running>
}

const real = process.env.PROGRAMME_LEDGER_EVENTSTOREDB

const KINDS: ReadonlyArray<Kind> = [
  { name: 'the double', isBare: true, run: startDouble },
  ...(real === undefined || real === ''
    ? []
    : [
        {
          name: 'a real server',
          isBare: /^esdb:\/\/[^,@]+tls=false/.test(real),
          run: async () => ({ connectionString: real, stop: async () => undefined }),
        },
      ]),
]

/** The address of a single node. */
export const addressOf = (connectionString: string): string => new URL(connectionString).host

/** What the client keeps of the server's answer, for itself; the types call it protected. */
const versionOf = async (client: EventStoreDBClient): Promise<Version> => {
  const capabilities: unknown = await Reflect.get(client, 'capabilities')
  const isTold = typeof capabilities === 'object' && capabilities !== null && 'serverVersion' in capabilities
  return versionNamed(isTold ? String(capabilities.serverVersion) : '')
}

// Read to its end: a read that is left early keeps `dispose` from ever settling.
const lastPosition = async (client: EventStoreDBClient): Promise<Position> => {
  const [last] = await collect(client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 }))
  return last?.event?.position ?? { commit: 0n, prepare: 0n }
}

const open = async (path: AppendPath, running: Running): Promise<Subject> => {
  const client = EventStoreDBClient.connectionString(running.connectionString)
  // The one switch between the two ways in which the client appends.
  if (path === 'unary') Object.defineProperty(client, 'supports', { value: async () => false })
  const prefix = `run${randomUUID().slice(0, 8)}`
  return {
    client,
    prefix,
    connectionString: running.connectionString,
    version: await versionOf(client),
    stream: (category = 'case') => `${prefix}${category}-${randomUUID()}`,
    start: await lastPosition(client),
  }
}

/** The tests, for every server (or every one that can be called barely) and for each way of appending that is asked for. */
export const onServers = (
  title: string,
  tests: (subject: () => Subject) => void,
  paths: ReadonlyArray<AppendPath> = ['unary', 'batch'],
  needsBare = false,
): void => {
  for (const { name, run, isBare } of KINDS) {
    for (const path of paths) {
      describe.skipIf(needsBare && !isBare)(`${title} (${name}, ${path} append)`, () => {
        let running: Running
        let subject: Subject
        beforeAll(async () => {
          running = await run()
          subject = await open(path, running)
        })
        afterAll(async () => {
          await subject.client.dispose()
          await running.stop()
        })
        tests(() => subject)
      })
    }
  }
}

/** An event with an id of its own. */
export const happened = (n: number, type = 'Happened') => jsonEvent({ id: randomUUID(), type, data: { n } })

export type Happened = ReturnType<typeof happened>

/** So many events. */
export const several = (count: number, from = 0): ReadonlyArray<Happened> =>
  Array.from({ length: count }, (_, index) => happened(from + index))

export const collect = async <T>(items: AsyncIterable<T>): Promise<ReadonlyArray<T>> => {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** The `n` of every event, in the order read. */
export const numbers = (events: ReadonlyArray<ResolvedEvent | AllStreamResolvedEvent>): ReadonlyArray<unknown> =>
  events.map(({ event }) => {
    const data: unknown = event?.data
    return typeof data === 'object' && data !== null && 'n' in data ? data.n : undefined
  })

/** What a call was refused with, by the names that the client gives. */
export const refusal = async (call: Promise<unknown>): Promise<Readonly<Record<string, unknown>>> => {
  try {
    await call
    return { refused: false }
  } catch (error) {
    return error instanceof Error ? { ...error, message: error.message } : { thrown: error }
  }
}
