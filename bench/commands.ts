import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { type Ledger, openLedger } from 'programme-ledger'
import { sqlite } from 'programme-ledger/sqlite'
import { agreementId, day, eventAt, uuid } from './data.js'
import { openSqliteLog } from './internals.js'
import { type Figure, figureOf, interleaved, right, type Side, timed } from './measure.js'
import { type ByHand, type Hashing, KEY, openByHand, type Row, rowsIn, type Sent } from './writing.js'

// Commands through the ledger, and appends through its log, against transactions written by hand with the same bytes and ids.

const IN_FLIGHT = 32

type Command = Parameters<Ledger['execute']>[0]

const sign = (n: number): Command => ({
  type: 'SignAgreement',
  agreement: agreementId(n),
  names: [{ text: `Exchange of officers with bureau ${n}`, language: 'en' }],
  parties: { items: [], open: true },
  signedOn: { edtf: day(n) },
})
const amend = (n: number): Command => ({
  type: 'AmendAgreement',
  agreement: agreementId(n),
  from: { edtf: day(n + 500) },
  end: { edtf: day(n + 1_500), words: 'for three years' },
})

/** Ids are those of the numbers, in every run the same. */
const withIds = (commands: ReadonlyArray<Command>, firstId: number): ReadonlyArray<Sent> =>
  commands.map((command, n) => [command, { commandId: uuid(7, firstId + n), actor: 'clerk-7', mode: 'decision', sources: [] }])

/** Sends commands from so many places at once, each of which waits for its answer. */
const send = async (ledger: Ledger, commands: ReadonlyArray<Sent>, atOnce: number): Promise<void> => {
  let next = 0
  const sender = async (): Promise<void> => {
    for (let at = next++; at < commands.length; at = next++) {
      const sent = commands[at]
      if (sent === undefined) return
      const receipt = right(await ledger.execute(...sent))
      if (receipt._tag !== 'Recorded') throw new Error(`${sent[0].type} recorded nothing`)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sender))
}

/** Files of a run have names of their own: none is ever opened twice. */
const names = (folder: string) => {
  let files = 0
  return (): string => join(folder, `${++files}.db`)
}

/** Half of the commands sign new agreements, half amend those that were signed before the clock starts. */
export const benchCommands = async (folder: string, count: number, runs: number): Promise<ReadonlyArray<Figure>> => {
  const file = names(folder)
  const before = withIds(
    Array.from({ length: count / 2 }, (_, n) => sign(n)),
    0,
  )
  const commands = withIds(
    Array.from({ length: count }, (_, n) => (n % 2 === 0 ? sign(count + n) : amend((n - 1) / 2))),
    before.length,
  )
  const run = async (path: string, atOnce: number): Promise<number> => {
    const ledger = right(await openLedger(sqlite(path, { key: KEY })))
    await send(ledger, before, before.length)
    const ms = await timed(() => send(ledger, commands, atOnce))
    right(await ledger.close())
    return ms
  }
  const first = file()
  await run(first, 1)
  const rows = rowsIn(first)
  const checked = file()
  checkSame(openByHand(checked, join(folder, 'model.db'), 'hashes worked out'), checked, rows, commands)
  const byHand = (name: string, hashing: Hashing, work: (hand: ByHand) => void): Side => ({
    name,
    run: () => {
      const hand = openByHand(file(), join(folder, 'model.db'), hashing)
      hand.setUp(rows.slice(0, before.length))
      return timed(() => work(hand)).finally(hand.driver.close)
    },
  })
  const samples = await interleaved(
    [
      byHand('by hand', 'hashes worked out', ({ handle }) => commands.forEach(handle)),
      { name: 'ours', run: () => run(file(), 1) },
      byHand('again', 'hashes given', ({ again }) => rows.slice(before.length).forEach(again)),
      { name: 'in flight', run: () => run(file(), IN_FLIGHT) },
    ],
    runs,
    'young',
  )
  const what = 'BEGIN IMMEDIATE, selects revision, type and data of the stream, JSON.parse'
  const common = { count, unit: 'commands/s', size: `${count} commands, ${count / 2} of them on new streams` } as const
  const made = `${what}, makes data, metadata, digest, id and hash as ours does, inserts all ten columns, commits; no triggers; checks nothing`
  return [
    figureOf(samples, {
      ...common,
      name: 'commands',
      ours: 'ours',
      baseline: 'by hand',
      target: 0.7,
      baselineIs: `${made}; one after another`,
    }),
    figureOf(samples, {
      ...common,
      name: 'commands-again',
      ours: 'ours',
      baseline: 'again',
      baselineIs: `${what}, inserts rows that ours had made before (all ten columns, hashes too), commits; no triggers; one after another`,
    }),
    figureOf(samples, {
      ...common,
      name: 'commands-in-flight',
      ours: 'in flight',
      baseline: 'by hand',
      target: 2,
      size: `${common.size}, ${IN_FLIGHT} in flight`,
      baselineIs: 'that of `commands`, one after another; ours has 32 in flight on separate streams',
    }),
  ]
}

/** That the handler by hand writes what ours does, but for the instant, and so for the hash. */
const checkSame = (hand: ByHand, file: string, ours: ReadonlyArray<Row>, sent: ReadonlyArray<Sent>): void => {
  const before = ours.length - sent.length
  hand.setUp(ours.slice(0, before))
  sent.forEach(hand.handle)
  hand.driver.close()
  const cells = (row: Row | undefined) => row?.slice(0, 7)
  for (const [n, theirs] of rowsIn(file).entries())
    if (!isDeepStrictEqual(cells(ours[n]), cells(theirs))) throw new Error(`the baseline differs: ${cells(theirs)} | ${cells(ours[n])}`)
}

const IN_BATCH = 100

/** Each batch is a stream of its own. */
export const benchBatches = async (folder: string, batches: number, runs: number): Promise<ReadonlyArray<Figure>> => {
  const file = names(folder)
  const groups = Array.from({ length: batches }, (_, stream) =>
    Array.from({ length: IN_BATCH }, (_, revision) => eventAt(stream + revision * batches, batches).event),
  )
  const run = async (path: string): Promise<number> => {
    const { log } = right(openSqliteLog(path))
    const ms = await timed(async () => {
      for (const [n, events] of groups.entries()) right(await log.append(agreementId(n), 'no-stream', events)())
    })
    right(await log.close())
    return ms
  }
  const first = file()
  await run(first)
  const rows = rowsIn(first)
  const rowsOf: ReadonlyArray<ReadonlyArray<Row>> = groups.map((_, n) => rows.slice(n * IN_BATCH, (n + 1) * IN_BATCH))
  const byHand = (name: string, hashing: Hashing, atOnce: 1 | 20): Side => ({
    name,
    run: () => {
      const { driver, batch } = openByHand(file(), join(folder, 'model.db'), hashing)
      return timed(() => rowsOf.forEach((group) => void batch(group, atOnce))).finally(driver.close)
    },
  })
  const samples = await interleaved(
    [
      byHand('row by row', 'hashes worked out', 1),
      { name: 'ours', run: () => run(file()) },
      byHand('again', 'hashes given', 1),
      byHand('twenty at a time', 'hashes worked out', 20),
    ],
    runs,
    'young',
  )
  const what = 'BEGIN IMMEDIATE, selects the last revision, inserts all ten columns with our ids and bytes'
  const common = { ours: 'ours', count: batches * IN_BATCH, unit: 'events/s', size: `${batches} appends of ${IN_BATCH} events` } as const
  const made = 'works out the hashes, commits; no triggers; checks nothing else'
  return [
    figureOf(samples, { ...common, name: 'batch-append', baseline: 'row by row', target: 0.7, baselineIs: `${what} row by row, ${made}` }),
    figureOf(samples, { ...common, name: 'batch-append-again', baseline: 'again', baselineIs: `${what} row by row, hashes too, commits` }),
    figureOf(samples, {
      ...common,
      name: 'batch-append-multirow',
      baseline: 'twenty at a time',
      baselineIs: `${what} twenty at a time, ${made}`,
    }),
  ]
}
