import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { memory } from '../../src/adapters/memory/index.js'
import { sqlite } from '../../src/adapters/sqlite/index.js'
import type { OpenStore } from '../../src/projections/engine/store.js'

const folders: Array<string> = []

/** A place for a file that is gone after the test file has run. */
export const freshFile = (name = 'ledger.db'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'programme-ledger-'))
  folders.push(folder)
  return join(folder, name)
}

/** Registers the cleaning up of `freshFile`; called once in a test file. */
export const cleanUp = (): void =>
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

/** The stores that every promise of the ledger is tried on. */
export const stores: ReadonlyArray<readonly [name: string, open: () => OpenStore]> = [
  ['memory', () => memory()],
  ['SQLite', () => sqlite(freshFile(), { synchronous: 'NORMAL' })],
]
