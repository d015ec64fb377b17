import { foldSame } from './by-hand.js'
import { eventAt, uuid } from './data.js'
import { build, follow, openSqliteLog, rebuild, type StreamName, sqliteRows } from './internals.js'
import { type Figure, figureOf, interleaved, right, timed } from './measure.js'
import { byHand, fold, headOf, type RebuildSize, sizeOf, withLog } from './rebuild.js'

// What one correction costs: the row it speaks of is folded again as everything now stands.

/** Corrects the first event of a stream; `n` tells corrections apart. */
const correct = async (file: string, streams: number, n: number): Promise<void> => {
  const { event: first } = eventAt(n, streams)
  const value = { ...JSON.parse(first.data), type: first.type, signedOn: { edtf: '2020-02-29' } }
  const stream: StreamName = eventAt(n, streams).stream
  const { log } = right(openSqliteLog(file))
  const last = right(await log.readStream(stream, 0n)()).at(-1)
  if (last === undefined) throw new Error(`${stream} is empty`)
  const data = JSON.stringify({ entry: first.id, value, reason: 'misread' })
  const correction = { id: uuid(8, 10_000_000 + n), type: 'EntryCorrected', schema: 1, data, metadata: first.metadata }
  right(await log.append(stream, last.revision, [correction])())
  right(await log.close())
}

/** Writes corrections into the file: the last group to use it. */
export const benchAmended = async (given: RebuildSize): Promise<ReadonlyArray<Figure>> => {
  const { file, events: count, streams, runs } = given
  let corrected = 0
  await correct(file, streams, corrected++)
  const rebuilt = await interleaved(
    [
      { name: 'by hand', run: byHand(file, (driver) => foldSame(driver)) },
      {
        name: 'ours',
        run: () => withLog(file, async (reader) => timed(async () => right(await build(reader, [fold], await headOf(reader))))),
      },
    ],
    runs,
  )
  await withLog(file, async (reader, { driver }) => right(await rebuild(reader, sqliteRows(driver), [fold], await headOf(reader))))
  const followed = await interleaved(
    [
      {
        name: 'ours',
        run: async () => {
          await correct(file, streams, corrected++)
          return withLog(file, (reader, { driver }) => timed(async () => right(await follow(reader, sqliteRows(driver), [fold]))))
        },
      },
    ],
    runs,
  )
  const size = `${sizeOf(given)}, one correction`
  return [
    figureOf(rebuilt, {
      name: 'rebuild-amended',
      ours: 'ours',
      baseline: 'by hand',
      count,
      unit: 'events/s',
      size,
      baselineIs: 'that of `rebuild-same-columns`, which passes the correction over',
    }),
    figureOf(followed, {
      name: 'follow-amendment',
      ours: 'ours',
      count: 1,
      unit: 'ms',
      size,
      baselineIs: 'none; one row is folded again from its first event, out of a walk of the log',
    }),
  ]
}
