import { isLeft } from 'fp-ts/lib/Either.js'
import { exactly, type LedgerCommand, openLedger, presence, showSum } from 'programme-ledger'
import { sqlite } from 'programme-ledger/sqlite'

const opened = await openLedger(sqlite('ledger.db'))
if (isLeft(opened)) throw new Error(opened.left._tag)
const ledger = opened.right

const commands: ReadonlyArray<LedgerCommand> = [
  { type: 'RegisterProgramme', programme: 'programme-gba', kind: 'staff exchange', names: [{ text: 'Staff Exchange', language: 'en' }] },
  { type: 'OpenBatch', batch: 'batch-1', programme: 'programme-gba', ordinal: 1 },
  {
    type: 'AttachCohort',
    cohort: 'batch-1#officers',
    size: exactly(10),
    place: 'Shenzhen',
    period: { start: { edtf: '2023-12-18' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } },
  },
]
for (const command of commands) {
  const receipt = await ledger.execute(command, { actor: 'training-office', mode: 'decision', sources: [] })
  if (isLeft(receipt)) console.log(`${command.type}: ${receipt.left._tag}`)
}
for (const on of ['2024-01-15', '2024-03-18'] as const) {
  const rows = await ledger.query(presence, { on, place: 'Shenzhen' })
  if (!isLeft(rows)) for (const { entry, inPost, certainty } of rows.right) if (entry === 'all') console.log(on, showSum(inPost), certainty)
}
await ledger.close()
