import { isDeepStrictEqual } from 'node:util'
import * as E from 'fp-ts/lib/Either.js'
import { memoryRows } from '../../src/adapters/memory/row-store.js'
import { openLedger } from '../../src/ledger.js'
import { builtIn } from '../../src/projections/built-in.js'
import type { RowStore } from '../../src/projections/engine/row-store.js'
import { type Kept, logOf } from './record.js'

/** Read models built anew from what the server holds; nothing where that cannot be read as a ledger at all. */
const rebuiltFrom = async (kept: ReadonlyArray<Kept>): Promise<RowStore | undefined> => {
  const rows = memoryRows()
  const opened = await openLedger(async () => E.right({ log: logOf(kept), rows, key: new Uint8Array(32) }))
  if (E.isLeft(opened)) return undefined
  return E.isLeft(await opened.right.rebuild()) ? undefined : rows
}

/** The names of read models whose rows are not those of a rebuild from what the server holds. */
export const apartFromRebuild = async (rows: RowStore, kept: ReadonlyArray<Kept>): Promise<ReadonlyArray<string>> => {
  const rebuilt = await rebuiltFrom(kept)
  const apart: string[] = []
  for (const fold of builtIn) {
    const [followed, anew] = [await rows.where(fold, {})(), await rebuilt?.where(fold, {})()]
    const isEqual = E.isRight(followed) && anew !== undefined && E.isRight(anew) && isDeepStrictEqual(followed.right, anew.right)
    if (!isEqual) apart.push(fold.name)
  }
  return apart
}
