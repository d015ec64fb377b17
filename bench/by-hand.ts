import type { AgreementRow, Driver, Metadata, SqlRow } from './internals.js'

// What one would write without an engine: a loop over the rows of a SELECT, and a fold into a Map that changes its rows in place.

/** A row while it is built. */
export type Draft = { -readonly [K in keyof AgreementRow]: AgreementRow[K] }

/** What the bench's events hold, all of them in one: a hand-written loop does not check. */
interface Data extends Pick<AgreementRow, 'agreement' | 'names' | 'parties' | 'inForceFrom' | 'placesPerSide' | 'length'> {
  readonly signedOn: NonNullable<AgreementRow['signedOn']>
  readonly end?: AgreementRow['endsOn']
  readonly to: AgreementRow['links'][number]['to']
  readonly kind: AgreementRow['links'][number]['kind']
}

const dataIn = (cell: SqlRow[number] | undefined): Data => JSON.parse(String(cell))
const metadataIn = (cell: SqlRow[number] | undefined): Metadata => JSON.parse(String(cell))

/** Folds as the built-in `agreements` does, but for what a row rests on. Answers with the row; corrections are passed over. */
const fold = (rows: Map<string, Draft>, type: string, data: Data): Draft | undefined => {
  const { agreement } = data
  const row = rows.get(agreement)
  if (type === 'AgreementSigned') {
    const { names, parties, signedOn, inForceFrom = { ...signedOn, derived: 'signing' } } = data
    const made: Draft = { links: [], agreement, state: 'signed', names, term: 1, parties, signedOn, inForceFrom, entries: [], sources: [] }
    rows.set(agreement, made)
    return made
  }
  if (row === undefined) return undefined
  if (type === 'AgreementAmended') {
    if (data.end) row.endsOn = data.end
    if (data.placesPerSide) row.placesPerSide = data.placesPerSide
    if (data.length) row.length = data.length
  } else if (type === 'AgreementsLinked') row.links = [...row.links, { to: data.to, kind: data.kind }]
  return row
}

const PAGE = 2_000n

const eachRow = (driver: Driver, columns: string, visit: (row: SqlRow) => void): void => {
  // Pages, since one list of all rows is slower, and is memory by events.
  const page = driver.prepare(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`)
  for (let after = 0n; ; after += PAGE) {
    const rows = page.all(after, PAGE)
    for (const row of rows) visit(row)
    if (BigInt(rows.length) < PAGE) return
  }
}

/** The strict baseline: type and data, one JSON.parse. */
export const foldStrict = (driver: Driver): Map<string, Draft> => {
  const rows = new Map<string, Draft>()
  eachRow(driver, 'type, data', ([type, data]) => fold(rows, String(type), dataIn(data)))
  return rows
}

const COLUMNS = 'type, data, metadata, id, position, stream, revision, schema, recorded_at'

const foldWhole = (rows: Map<string, Draft>, [type, data, metadata, id]: SqlRow): Draft | undefined => {
  const row = fold(rows, String(type), dataIn(data))
  if (row === undefined) return undefined
  const entries = [...row.entries, String(id)]
  const missing = metadataIn(metadata).sources.filter((source) => !row.sources.includes(source))
  row.entries = entries
  if (missing.length > 0) row.sources = [...row.sources, ...missing]
  return row
}

/** The same columns as the ledger reads (but for the hash), data and metadata parsed: rows equal to the ledger's. */
export const foldSame = (driver: Driver): Map<string, Draft> => {
  const rows = new Map<string, Draft>()
  eachRow(driver, COLUMNS, (row) => foldWhole(rows, row))
  return rows
}

const TABLE = `DROP TABLE IF EXISTS by_hand; CREATE TABLE by_hand (agreement TEXT PRIMARY KEY, state TEXT, names TEXT, parties TEXT,
  signed_on TEXT, ends_on TEXT, places TEXT, links TEXT, entries TEXT, sources TEXT) STRICT`
const FLUSH = 20_000

/** Folds into a table: the same columns read, one text for each of ten fields, what changed upserted once per 20,000 events. */
export const foldIntoTable = (driver: Driver): void => {
  const rows = new Map<string, Draft>()
  const changed = new Set<Draft>()
  driver.exec(TABLE)
  const put = driver.prepare('INSERT OR REPLACE INTO by_hand VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const text = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
  const flush = (): void => {
    driver.exec('BEGIN IMMEDIATE')
    for (const row of changed) {
      const { agreement, state, names, parties, signedOn, endsOn, placesPerSide, links, entries, sources } = row
      const ends = endsOn?.edtf ?? null
      const signed = signedOn?.edtf ?? null
      put.run(agreement, state, text(names), text(parties), signed, ends, text(placesPerSide), text(links), text(entries), text(sources))
    }
    driver.exec('COMMIT')
    changed.clear()
  }
  let read = 0
  eachRow(driver, COLUMNS, (row) => {
    const draft = foldWhole(rows, row)
    if (draft !== undefined) changed.add(draft)
    read += 1
    if (read % FLUSH === 0) flush()
  })
  flush()
}
