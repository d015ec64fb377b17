import { isDeepStrictEqual } from 'node:util'
import { foldIntoTable, foldSame, foldStrict } from './by-hand.js'
import { agreementId } from './data.js'
import {
  agreements,
  build,
  catalogue,
  connectLibsql,
  type Driver,
  explain,
  foldOf,
  follow,
  formatOf,
  type LedgerReader,
  openSqliteLog,
  rebuild,
  replay,
  type SqliteLog,
  sqliteRows,
} from './internals.js'
import { type Figure, figureOf, interleaved, right, timed } from './measure.js'

// Read models out of a file: the engine with the built-in `agreements`, against loops written by hand over the same file.

export const fold = foldOf(agreements)

/** Opens the ledger's file, hands it over, closes it: only what the work itself times counts. */
export const withLog = async <A>(file: string, work: (reader: LedgerReader, opened: SqliteLog) => Promise<A>): Promise<A> => {
  const opened = right(openSqliteLog(file))
  const reader: LedgerReader = { log: opened.log, format: formatOf(catalogue), issue: { type: 'SourceRegistered', of: () => undefined } }
  const answer = await work(reader, opened)
  right(await opened.log.close())
  return answer
}

export const byHand = (file: string, work: (driver: Driver) => unknown) => (): Promise<number> => {
  const driver = connectLibsql(file, 5_000)
  driver.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  return timed(() => work(driver)).finally(driver.close)
}

export const headOf = async ({ log }: LedgerReader): Promise<bigint> => {
  const head = right(await log.head())
  if (head === 'start') throw new Error('the file holds no events')
  return head
}

/** Rows in memory, folded up to a position (all, if none is given); every event decoded, validated, its hash verified. */
export const rowsOf = (file: string, until?: bigint): Promise<ReadonlyMap<string, object>> =>
  withLog(file, async (reader) => {
    const built = right(await build(reader, [fold], until ?? (await headOf(reader))))
    return built.rows.get(fold.name) ?? new Map()
  })

const checkEqual = async (file: string): Promise<void> => {
  const driver = connectLibsql(file, 5_000)
  const theirs = foldSame(driver)
  driver.close()
  for (const [key, row] of await rowsOf(file))
    if (!isDeepStrictEqual(row, theirs.get(key)))
      throw new Error(`the baseline's ${key} differs: ${JSON.stringify([row, theirs.get(key)])}`)
}

export interface RebuildSize {
  readonly file: string
  readonly events: number
  readonly streams: number
  readonly runs: number
}

export const sizeOf = ({ events, streams }: RebuildSize): string => `${events} events, ${streams} rows`

/** Rows in memory. */
export const benchRebuild = async (given: RebuildSize): Promise<ReadonlyArray<Figure>> => {
  const { file, events: count, runs } = given
  await checkEqual(file)
  const samples = await interleaved(
    [
      { name: 'strict', run: byHand(file, foldStrict) },
      { name: 'ours', run: () => withLog(file, async (reader) => timed(async () => right(await replayAll(reader)))) },
      { name: 'same columns', run: byHand(file, foldSame) },
    ],
    runs,
  )
  const common = { ours: 'ours', count, unit: 'events/s', size: sizeOf(given) } as const
  return [
    figureOf(samples, {
      ...common,
      name: 'rebuild-from-file',
      baseline: 'strict',
      target: 0.35,
      baselineIs: 'selects type and data in pages of 2,000, one JSON.parse, folds into a Map in place; checks nothing, writes nothing',
    }),
    figureOf(samples, {
      ...common,
      name: 'rebuild-same-columns',
      baseline: 'same columns',
      target: 0.6,
      baselineIs: 'selects nine columns (all but the hash), parses data and metadata, folds into rows equal to ours; checks nothing',
    }),
  ]
}

const replayAll = async (reader: LedgerReader) => build(reader, [fold], await headOf(reader))

/** Rows in a table, and the questions that walk the log. */
export const benchTable = async (given: RebuildSize): Promise<ReadonlyArray<Figure>> => {
  const { file, events: count, runs } = given
  const [half, tail] = [BigInt(Math.floor(count / 2)), Math.floor(count / 5)]
  const samples = await interleaved(
    [
      { name: 'by hand', run: byHand(file, foldIntoTable) },
      {
        name: 'ours',
        run: () =>
          withLog(file, async (reader, { driver }) => {
            const [head, rows] = [await headOf(reader), sqliteRows(driver)]
            return timed(async () => right(await rebuild(reader, rows, [fold], head)))
          }),
      },
      {
        name: 'follow',
        run: () =>
          withLog(file, async (reader, { driver }) => {
            const rows = sqliteRows(driver)
            right(await rebuild(reader, rows, [fold], BigInt(count - tail)))
            return timed(async () => right(await follow(reader, rows, [fold])))
          }),
      },
      {
        name: 'explain',
        run: () => withLog(file, (reader) => timed(async () => right(await explain(reader, fold, agreementId(7), {})))),
      },
      {
        name: 'as of',
        run: () =>
          withLog(file, (reader) =>
            timed(async () => right(await replay(reader, { folds: [fold], until: await headOf(reader), view: { asKnownAt: half } }))),
          ),
      },
    ],
    runs,
  )
  const size = sizeOf(given)
  return [
    figureOf(samples, {
      name: 'rebuild-into-table',
      ours: 'ours',
      baseline: 'by hand',
      count,
      unit: 'events/s',
      size,
      baselineIs:
        'selects nine columns, parses data and metadata, upserts ten cells a row (ours: 33, and the heads of all streams) in one transaction per 20,000 events',
    }),
    figureOf(samples, {
      name: 'follow',
      ours: 'follow',
      count: tail,
      unit: 'events/s',
      size: `the last ${tail} of ${size}`,
      baselineIs: 'none; rows are loaded, folded and saved page by page, with heads and checkpoint in the same transaction',
    }),
    figureOf(samples, {
      name: 'explain',
      ours: 'explain',
      count: 1,
      unit: 'ms',
      size,
      baselineIs: 'none; one row out of a walk of the whole log',
    }),
    figureOf(samples, {
      name: 'as-of',
      ours: 'as of',
      count,
      unit: 'events/s',
      size,
      baselineIs: 'none; all rows as known at the middle of the log, out of a walk of the whole log',
    }),
  ]
}
