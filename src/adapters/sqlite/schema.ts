import { sha256 } from './row.js'

/** Written into the file's header: `PLdg`. Other programs tell a ledger by it. */
export const APPLICATION_ID = 0x504c6467

/** The version of the file's form. A higher one was written by a newer version of this package and is not opened. */
export const FORMAT = 1

const EVENTS = `CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  type TEXT NOT NULL,
  schema INTEGER NOT NULL,
  data TEXT NOT NULL,
  metadata TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  hash TEXT NOT NULL,
  UNIQUE (stream, revision)
) STRICT`

const LEDGER = 'CREATE TABLE ledger (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT'

// The end of each stream, told a second time: a stream whose last events are gone from the index looks whole otherwise.
const STREAMS = 'CREATE TABLE ledger_streams (stream TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID'

const guard = (name: string, when: string, sentence: string): string =>
  `CREATE TRIGGER ${name} BEFORE ${when} BEGIN SELECT RAISE(ABORT, '${sentence}'); END`

/**
 * Recorded events stay as they are, also for those who reach the file with plain SQL. INSERT OR REPLACE gets round the triggers; a guard
 * against it costs 6 % of every batch, and the chain of hashes shows it on reading.
 */
const GUARDS: ReadonlyMap<string, string> = new Map([
  ['events_never_change', guard('events_never_change', 'UPDATE ON events', 'a recorded event is never changed: record a correction')],
  ['events_never_go', guard('events_never_go', 'DELETE ON events', 'a recorded event is never removed: record a void')],
  ['ledger_never_changes', guard('ledger_never_changes', 'UPDATE ON ledger', 'what a ledger is known by is never changed')],
  ['ledger_never_goes', guard('ledger_never_goes', 'DELETE ON ledger', 'what a ledger is known by is never removed')],
])

/** The tables of a ledger, by name, as SQLite keeps their SQL. */
export const TABLES: ReadonlyMap<string, string> = new Map([
  ['events', EVENTS],
  ['ledger', LEDGER],
  ['ledger_streams', STREAMS],
])

/** SQL that makes the guards again that somebody dropped, given the names of those that are there. */
export const missingGuards = (present: ReadonlySet<string>): string =>
  [...GUARDS].flatMap(([name, sql]) => (present.has(name) ? [] : [sql])).join(';\n')

/** Stands before the first event in the chain of hashes, so that the chain begins with the ledger's own key and format. */
export const sealOf = (format: string, key: string): string => sha256(['programme-ledger', format, key].join('\x1f'))

/** SQL that makes a new ledger; `key` is base64url, so that it can stand in a literal. */
export const creation = (key: string): string =>
  [
    'PRAGMA journal_mode = WAL',
    `PRAGMA application_id = ${APPLICATION_ID}`,
    'BEGIN IMMEDIATE',
    ...TABLES.values(),
    `INSERT INTO ledger VALUES ('format', '${FORMAT}'), ('key', '${key}'), ('seal', '${sealOf(String(FORMAT), key)}')`,
    ...GUARDS.values(),
    'COMMIT',
  ].join(';\n')
