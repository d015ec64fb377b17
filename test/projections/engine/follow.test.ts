import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memoryLog } from '../../../src/adapters/memory/event-log.js'
import { memoryRows } from '../../../src/adapters/memory/row-store.js'
import { systemIdentity } from '../../../src/adapters/system/identity.js'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import type { CommandContext } from '../../../src/domain/kernel/recorded.js'
import type { LedgerEvent, OwnEvent } from '../../../src/domain/ledger.js'
import type { AgreementId } from '../../../src/domain/vocabulary/id.js'
import { catalogue } from '../../../src/events/catalogue.js'
import { formatOf } from '../../../src/events/format.js'
import { routes } from '../../../src/events/routes.js'
import { submitTo } from '../../../src/events/submit.js'
import { agreements } from '../../../src/projections/agreements.js'
import { integer, text } from '../../../src/projections/engine/columns.js'
import { foldOf } from '../../../src/projections/engine/fold.js'
import { follow, rebuild } from '../../../src/projections/engine/follow.js'
import type { Projection } from '../../../src/projections/engine/projection.js'
import { type ReadModels, readModels } from '../../../src/projections/engine/read-models.js'
import type { Reader } from '../../../src/projections/engine/reading.js'
import type { RowStore } from '../../../src/projections/engine/row-store.js'
import { issueOfSource } from '../../../src/projections/sources.js'
import { left, right } from '../../support/right.js'

const clerk: CommandContext = { actor: 'clerk-7', mode: 'report', sources: [] }
const identity = systemIdentity(new Uint8Array(32))
const readerOf = (log: EventLog): Reader<OwnEvent> => ({ log, format: formatOf(catalogue), issue: issueOfSource })

/** Signs and amends some agreements: the n-th has n amendments. */
const write = async (log: EventLog, ...ids: ReadonlyArray<AgreementId>): Promise<void> => {
  const submit = submitTo({ log, identity }, Object.values(routes))
  const signing = { names: [{ text: 'An agreement', language: 'en' }], parties: { items: [], open: true }, signedOn: { edtf: '2024' } }
  for (const [n, agreement] of ids.entries()) {
    right(await submit({ type: 'SignAgreement', agreement, ...signing }, clerk))
    for (let i = 0; i < n; i += 1) right(await submit({ type: 'AmendAgreement', agreement, from: { edtf: String(2025 + i) } }, clerk))
  }
}

interface Tally {
  readonly agreement: AgreementId
  readonly amendments: number
}

const tallyAs = (version: number, by = 1): Projection<LedgerEvent, AgreementId, Tally> => ({
  name: 'tallies',
  version,
  columns: { agreement: text<AgreementId>(), amendments: integer },
  on: {
    AgreementAmended: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, { agreement }) => ({ agreement, amendments: (row?.amendments ?? 0) + by }),
    },
  },
})

const tallies = async (
  models: ReadModels<OwnEvent>,
  projection: Projection<LedgerEvent, AgreementId, Tally>,
): Promise<ReadonlyArray<Tally>> => {
  right(models.add(foldOf(projection)))
  const tables = right(await models.tables({}, []))
  return right(await tables.of(projection).where({})())
}

describe('following', () => {
  it('goes on from where it stood, and takes nothing in twice', async () => {
    const log = memoryLog()
    const models = readModels(readerOf(log), memoryRows())
    await write(log, 'agreement-a', 'agreement-b')
    expect(await tallies(models, tallyAs(1))).toStrictEqual([{ agreement: 'agreement-b', amendments: 1 }])
    await write(log, 'agreement-c', 'agreement-d', 'agreement-e')
    const expected = [
      { agreement: 'agreement-b', amendments: 1 },
      { agreement: 'agreement-d', amendments: 1 },
      { agreement: 'agreement-e', amendments: 2 },
    ]
    expect(await tallies(models, tallyAs(1))).toStrictEqual(expected)
    expect(await tallies(models, tallyAs(1))).toStrictEqual(expected)
  })

  it('builds a read model of another version anew', async () => {
    const [log, rows] = [memoryLog(), memoryRows()]
    await write(log, 'agreement-a', 'agreement-b')
    expect(await tallies(readModels(readerOf(log), rows), tallyAs(1))).toStrictEqual([{ agreement: 'agreement-b', amendments: 1 }])
    expect(await tallies(readModels(readerOf(log), rows), tallyAs(2, 10))).toStrictEqual([{ agreement: 'agreement-b', amendments: 10 }])
  })

  it('brings one that lags level, where another process does not know it', async () => {
    const [log, rows] = [memoryLog(), memoryRows()]
    const mine = readModels(readerOf(log), rows)
    const theirs = readModels(readerOf(log), rows)
    right(theirs.add(foldOf(agreements)))
    await write(log, 'agreement-a', 'agreement-b')
    expect(await tallies(mine, tallyAs(1))).toHaveLength(1)
    await write(log, 'agreement-c', 'agreement-d')
    right(await theirs.follow())
    await write(log, 'agreement-e', 'agreement-f')
    right(await theirs.follow())
    expect(await tallies(mine, tallyAs(1))).toStrictEqual([
      { agreement: 'agreement-b', amendments: 1 },
      { agreement: 'agreement-d', amendments: 1 },
      { agreement: 'agreement-f', amendments: 1 },
    ])
  })

  it('of two processes at once gives one result', async () => {
    const [log, rows] = [memoryLog(), memoryRows()]
    const both = [readModels(readerOf(log), rows), readModels(readerOf(log), rows)]
    for (const models of both) right(models.add(foldOf(tallyAs(1))))
    for (const round of ['a', 'b', 'c', 'd']) {
      await write(log, `agreement-${round}1`, `agreement-${round}2`)
      for (const followed of await Promise.all(both.map((models) => models.follow()))) right(followed)
    }
    expect((await tallies(both[0] ?? readModels(readerOf(log), rows), tallyAs(1))).map(({ amendments }) => amendments)).toStrictEqual([
      1, 1, 1, 1,
    ])
  })

  it('refuses two read models of one name, and names that a table cannot have', () => {
    const models = readModels(readerOf(memoryLog()), memoryRows())
    right(models.add(foldOf(tallyAs(1))))
    expect(left(models.add(foldOf(tallyAs(2))))).toMatchObject({ _tag: 'ProjectionMisnamed', why: 'another read model has the name' })
    for (const name of ['events', 'ledger_heads', 'sqlite_master', 'Tallies', 'a"b', '', 'a b'])
      expect(left(models.add({ ...foldOf(tallyAs(1)), name }))).toMatchObject({ _tag: 'ProjectionMisnamed', name })
  })
})

/** A log that has lost the events that a test picks. */
const without = (log: EventLog, lost: (stream: string, revision: bigint) => boolean): EventLog => ({
  ...log,
  readAll: (request) => async () => {
    const page = await log.readAll(request)()
    if (E.isLeft(page)) return page
    return E.right({ ...page.right, events: page.right.events.filter(({ stream, revision }) => !lost(stream, revision)) })
  },
})

describe('a gap in a stream', () => {
  const lost = (stream: string, revision: bigint): boolean => stream === 'agreement-c' && revision === 1n
  const gap = { _tag: 'RevisionGap', stream: 'agreement-c', expected: 1n, found: 2n }

  it('stops a rebuild', async () => {
    const log = memoryLog()
    await write(log, 'agreement-a', 'agreement-b', 'agreement-c')
    const head = right(await log.head())
    const fold = foldOf(tallyAs(1))
    const rows = memoryRows()
    expect(left(await rebuild(readerOf(without(log, lost)), rows, [fold], head === 'start' ? 0n : head))).toMatchObject(gap)
    expect(right(await rows.standings())).toStrictEqual(new Map())
  })

  it('stops following where it comes, and leaves the rows as they were', async () => {
    const log = memoryLog()
    const rows: RowStore = memoryRows()
    const fold = foldOf(tallyAs(1))
    await write(log, 'agreement-a', 'agreement-b')
    right(await follow(readerOf(log), rows, [fold]))
    const before = right(await rows.standings())
    const submit = submitTo({ log, identity }, Object.values(routes))
    await write(log, 'agreement-x', 'agreement-y')
    const signing = { names: [{ text: 'An agreement', language: 'en' }], parties: { items: [], open: true }, signedOn: { edtf: '2024' } }
    right(await submit({ type: 'SignAgreement', agreement: 'agreement-c', ...signing }, clerk))
    for (const edtf of ['2025', '2026']) right(await submit({ type: 'AmendAgreement', agreement: 'agreement-c', from: { edtf } }, clerk))
    expect(left(await follow(readerOf(without(log, lost)), rows, [fold]))).toMatchObject(gap)
    expect(right(await rows.standings())).toStrictEqual(before)
    right(await follow(readerOf(log), rows, [fold]))
    expect(right(await rows.where(fold, {})())).toHaveLength(3)
  })
})

describe('a checkpoint whose event the log no longer holds', () => {
  it('makes everything that was built on it be built anew', async () => {
    const rows = memoryRows()
    const [before, after] = [memoryLog(), memoryLog()]
    await write(before, 'agreement-a', 'agreement-b')
    expect(await tallies(readModels(readerOf(before), rows), tallyAs(1))).toStrictEqual([{ agreement: 'agreement-b', amendments: 1 }])
    await write(after, 'agreement-p', 'agreement-q', 'agreement-r')
    expect(await tallies(readModels(readerOf(after), rows), tallyAs(1))).toStrictEqual([
      { agreement: 'agreement-q', amendments: 1 },
      { agreement: 'agreement-r', amendments: 2 },
    ])
  })
})
