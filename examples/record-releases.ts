import { isLeft } from 'fp-ts/lib/Either.js'
import { openLedger } from 'programme-ledger'
import { memory } from 'programme-ledger/memory'
import { releases } from './releases/index.js'

// Records five public documents, command by command, and sends everything a second time: nothing is recorded twice.

const opened = await openLedger(memory())
if (isLeft(opened)) throw new Error(opened.left._tag)
const ledger = opened.right

for (const round of ['first', 'second']) {
  for (const { id, title, says } of releases) {
    let recorded = 0n
    for (const { command, context } of says) {
      const receipt = await ledger.execute(command, context)
      if (isLeft(receipt)) throw new Error(`${command.type}: ${receipt.left._tag}`)
      if (receipt.right._tag === 'Recorded') recorded += receipt.right.last - receipt.right.first + 1n
    }
    if (round === 'first') console.log(`${id}: ${title}: ${says.length} commands, ${recorded} events`)
  }
  const position = await ledger.position()
  if (isLeft(position)) throw new Error(position.left._tag)
  console.log(`after the ${round} round the log ends at position ${position.right}`)
}
await ledger.close()
