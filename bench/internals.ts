// The one door to what the package does not export. Values come from the build, as a user would run them; types come from the source, so
// that the types can be checked before anything is built.

import type { OwnEvent } from '../src/domain/ledger.js'
import type { Reader } from '../src/projections/engine/reading.js'

const built = async <M>(path: string): Promise<M> => import(new URL(`../dist/src/${path}`, import.meta.url).href)

export const { connectLibsql } = await built<typeof import('../src/adapters/sqlite/driver.js')>('adapters/sqlite/driver.js')
export const { openSqliteLog } = await built<typeof import('../src/adapters/sqlite/event-log.js')>('adapters/sqlite/event-log.js')
export const { openEventStoreDbLog } = await built<typeof import('../src/adapters/eventstoredb/index.js')>('adapters/eventstoredb/index.js')
export const { sqliteRows } = await built<typeof import('../src/adapters/sqlite/row-store.js')>('adapters/sqlite/row-store.js')
export const { catalogue } = await built<typeof import('../src/events/catalogue.js')>('events/catalogue.js')
export const { formatOf } = await built<typeof import('../src/events/format.js')>('events/format.js')
export const { agreements } = await built<typeof import('../src/projections/agreements.js')>('projections/agreements.js')
export const { explain } = await built<typeof import('../src/projections/engine/explain.js')>('projections/engine/explain.js')
export const { foldOf } = await built<typeof import('../src/projections/engine/fold.js')>('projections/engine/fold.js')
export const { follow, rebuild } = await built<typeof import('../src/projections/engine/follow.js')>('projections/engine/follow.js')
export const { build } = await built<typeof import('../src/projections/engine/build.js')>('projections/engine/build.js')
export const { replay } = await built<typeof import('../src/projections/engine/replay.js')>('projections/engine/replay.js')

export const { systemIdentity } = await built<typeof import('../src/adapters/system/identity.js')>('adapters/system/identity.js')

/** What the engine reads a ledger through. */
export type LedgerReader = Reader<OwnEvent>

export type { Driver, SqlInput, SqlRow } from '../src/adapters/sqlite/driver.js'
export type { SqliteLog } from '../src/adapters/sqlite/event-log.js'
export type { StreamName } from '../src/domain/kernel/decider.js'
export type { EventLog } from '../src/domain/kernel/event-log.js'
export type { Metadata, NewEvent } from '../src/domain/kernel/recorded.js'
export type { AgreementRow } from '../src/projections/agreements.js'
