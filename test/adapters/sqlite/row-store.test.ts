import { expect, it } from 'vitest'
import { openSqliteLog, type SqliteLog } from '../../../src/adapters/sqlite/event-log.js'
import { sqliteRows } from '../../../src/adapters/sqlite/row-store.js'
import { left, right } from '../../support/right.js'
import { rowStoreContract, sampleTable } from '../../support/row-store-contract.js'
import { cleanUp, freshFile } from '../../support/stores.js'

cleanUp()

const opened = (): SqliteLog => right(openSqliteLog(freshFile(), { synchronous: 'NORMAL' }))

rowStoreContract('SQLite', async () => sqliteRows(opened().driver))

it('a row that another hand has changed is a fault that names the table, the row and the column', async () => {
  const { driver } = opened()
  const store = sqliteRows(driver)
  const rows = new Map([['a', { name: 'a', heads: 1, open: true, figure: { kind: 'exact', n: 1 }, tags: [], extra: { deep: [] } }]])
  right(await store.save([{ table: sampleTable, from: 'anew', rows }], new Map(), { position: 1n, id: 'x' })())
  driver.exec("UPDATE samples SET figure_kind = 'roughly'")
  expect(left(await store.where(sampleTable, {})())).toMatchObject({
    _tag: 'RowsDamaged',
    table: 'samples',
    key: 'a',
    cause: expect.stringContaining('figure'),
  })
  driver.exec('DROP TABLE samples')
  expect(left(await store.where(sampleTable, {})())).toMatchObject({ _tag: 'RowsUnavailable' })
})
