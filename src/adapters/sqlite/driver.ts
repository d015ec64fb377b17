import Libsql from 'libsql'

/** What may be bound to a statement. Numbers are bound as REAL: give integers as bigint. Booleans and undefined are no SQL values. */
export type SqlInput = string | number | bigint | null | Uint8Array

/** What comes back: integers as bigint, BLOB as bytes. */
export type SqlCell = string | number | bigint | null | Uint8Array

/** A row: its cells in the order in which they were asked for. */
export type SqlRow = ReadonlyArray<SqlCell>

/** A prepared statement, to be kept and used again. */
export interface Statement {
  /** Runs a statement that gives no rows; answers how many rows it changed. */
  readonly run: (...inputs: ReadonlyArray<SqlInput>) => number
  /** All rows, each as the list of its cells. */
  readonly all: (...inputs: ReadonlyArray<SqlInput>) => ReadonlyArray<SqlRow>
  /** The first row alone, for what has one row at most: costs half of `all`. */
  readonly first: (...inputs: ReadonlyArray<SqlInput>) => SqlRow | undefined
}

/**
 * One connection to one file. Every call is synchronous and throws whatever the library throws (see `sqliteCode`): callers turn that into a fault.
 *
 * Two traps of libsql 0.5, for all who write SQL here:
 * - A TEXT cell that is not UTF-8 (a damaged file) *ends the process*. Read text that must survive damage as `CAST(… AS BLOB)`, then decode.
 * - Text that holds U+0000 is cut there when it is read back as text.
 */
export interface Driver {
  readonly prepare: (sql: string) => Statement
  /** Runs one or more statements, discarding their rows. */
  readonly exec: (sql: string) => void
  /** Whether a transaction is open. */
  readonly inTransaction: () => boolean
  /** After this every statement throws; closing twice does nothing. */
  readonly close: () => void
}

/** Opens a file, creating it where absent. `busyMs`: how long SQLite itself waits for a lock, blocking the process. */
export type Connect = (file: string, busyMs: number) => Driver

interface Native {
  readonly raw: () => unknown
  readonly safeIntegers: (on: boolean) => unknown
  readonly reader: boolean
  readonly run: (inputs: ReadonlyArray<SqlInput>) => { readonly changes: number }
  readonly all: (inputs: ReadonlyArray<SqlInput>) => Array<NativeRow>
  readonly get: (inputs: ReadonlyArray<SqlInput>) => NativeRow | undefined
}

type NativeRow = Array<SqlCell | ArrayBuffer>

/** SQLite's name for what went wrong (`SQLITE_BUSY`), or undefined where the error is not SQLite's. */
export const sqliteCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_')
    ? error.code
    : undefined

const toRow = (row: NativeRow): SqlRow => {
  for (let i = 0; i < row.length; i++) {
    const cell = row[i] ?? null
    row[i] = cell instanceof ArrayBuffer ? new Uint8Array(cell) : cell
  }
  return row as SqlRow
}

const statement = (prepare: () => Native, isClosed: () => boolean): Statement => {
  // Prepared at once, so that what is wrong with the SQL is told here; whichever use comes first takes it.
  let unused: Native | undefined = prepare()
  // libsql's `get` does not reset a statement that `all` has used, and then runs with the old inputs: hence one for each.
  let listing: Native | undefined
  let single: Native | undefined
  const open = (made: Native | undefined): Native => {
    // A statement outlives its connection in libsql, and would go on writing.
    if (isClosed()) throw new Error('the connection is closed')
    const native = made ?? unused ?? prepare()
    if (native === unused) unused = undefined
    return native
  }
  return {
    run: (...inputs) => {
      listing = open(listing)
      return listing.run(inputs).changes
    },
    all: (...inputs) => {
      listing = open(listing)
      return listing.all(inputs).map(toRow)
    },
    first: (...inputs) => {
      single = open(single)
      const row = single.get(inputs)
      return row && toRow(row)
    },
  }
}

const prepared = (database: Libsql.Database, sql: string): Native => {
  const native = database.prepare(sql) as unknown as Native
  if (native.reader) {
    native.raw()
    native.safeIntegers(true)
  }
  return native
}

/** The one place that knows libsql; `node:sqlite` can follow behind the same interface. */
export const connectLibsql: Connect = (file, busyMs) => {
  const database = new Libsql(file, { timeout: busyMs })
  let closed = false
  return {
    prepare: (sql) =>
      statement(
        () => prepared(database, sql),
        () => closed,
      ),
    exec: (sql) => {
      database.exec(sql)
    },
    inTransaction: () => !closed && database.inTransaction,
    close: () => {
      if (closed) return
      closed = true
      database.close()
    },
  }
}
