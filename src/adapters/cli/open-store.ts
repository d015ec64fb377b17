import { existsSync } from 'node:fs'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { EventLogFault } from '../../domain/kernel/event-log.js'
import { type Ledger, openLedger } from '../../ledger.js'
import type { OpenStore } from '../../projections/engine/store.js'
import { NO_LEDGER } from '../eventstoredb/options.js'
import { memory } from '../memory/index.js'
import { sqlite } from '../sqlite/index.js'
import { openKeyFile } from '../sqlite/key-file.js'
import type { Problem } from './problem.js'
import { nameOfStore, type StoreAddress } from './store.js'

/** How a store is opened. */
export interface Opening {
  /** Whether a ledger is made where there is none. */
  readonly create: boolean
  /** The key that the ledger must have, or is made with. */
  readonly key?: Uint8Array
  /** Waits for the disk at the end only: what is written can be written again from elsewhere. */
  readonly inOneGo?: true
}

/** The package that EventStoreDB's adapter needs; an embedder who does not use that store need not have it. */
const CLIENT = '@eventstore/db-client'

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).endsWith('MODULE_NOT_FOUND') && error.message.includes(CLIENT)

type Adapter = typeof import('../eventstoredb/index.js')

/** Loads EventStoreDB's adapter, only where an address asks for it. */
export const loadAdapter = (load: () => Promise<Adapter> = () => import('../eventstoredb/index.js')): Promise<Either<Problem, Adapter>> =>
  load().then(
    (adapter) => E.right(adapter),
    (error: unknown) =>
      isMissing(error) ? E.left({ _tag: 'PackageMissing', name: CLIENT, for: 'stores on EventStoreDB' }) : Promise.reject(error),
  )

/** A store with the keys of people in a file, which is closed with its log. */
const withKeys =
  (store: OpenStore, file: string, create: boolean): OpenStore =>
  async () => {
    const keyFile = openKeyFile(file, create)
    if (E.isLeft(keyFile)) return keyFile
    const { keys, close } = keyFile.right
    const opened = await store()
    if (E.isLeft(opened)) {
      close()
      return opened
    }
    const { log } = opened.right
    const closeBoth = async (): Promise<Either<EventLogFault, void>> => {
      const closed = await log.close()
      close()
      return closed
    }
    return E.right({ ...opened.right, keys, log: { ...log, close: closeBoth } })
  }

/** The store at an address, still to be opened. */
export const storeAt = async (address: StoreAddress, { create, key, inOneGo }: Opening): Promise<Either<Problem, OpenStore>> => {
  const given = key === undefined ? {} : { key }
  switch (address._tag) {
    case 'memory':
      return E.right(memory(given))
    case 'sqlite': {
      if (!create && !existsSync(address.file)) return E.left({ _tag: 'NoLedgerThere', at: address.file })
      return E.right(sqlite(address.file, { ...given, ...(inOneGo && { synchronous: 'NORMAL' }) }))
    }
    case 'esdb': {
      const adapter = await loadAdapter()
      if (E.isLeft(adapter)) return adapter
      const store = adapter.right.eventStoreDb(address.connectionString, { ...given, create })
      return E.right(address.keys === undefined ? store : withKeys(store, address.keys, create))
    }
  }
}

/** What a fault in opening comes to: a server without a ledger is told as a file that is not there. */
export const notOpened = (address: StoreAddress, fault: EventLogFault): Problem =>
  fault._tag === 'LogUnavailable' && fault.cause === NO_LEDGER
    ? { _tag: 'NoLedgerThere', at: nameOfStore(address) }
    : { _tag: 'Faulted', fault }

/** Opens the ledger at an address for a piece of work, and closes it whatever comes of that. Only with `create` is one made where there is none. */
export const withLedger = async <A>(
  address: StoreAddress,
  create: boolean,
  work: (ledger: Ledger) => Promise<Either<Problem, A>>,
): Promise<Either<Problem, A>> => {
  const store = await storeAt(address, { create })
  if (E.isLeft(store)) return store
  const opened = await openLedger(store.right)
  if (E.isLeft(opened)) return E.left(notOpened(address, opened.left))
  try {
    return await work(opened.right)
  } finally {
    await opened.right.close()
  }
}
