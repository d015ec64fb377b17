import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../../src/domain/kernel/decider.js'
import type { Expected } from '../../../src/domain/kernel/recorded.js'
import { idsOf, someEvents } from '../../support/event-log-samples.js'
import { opened } from './ledger-file.js'

// A process of its own: appends three events at a time, several appends at once, and says of each what was acknowledged. Streams that it shares
// with another writer are `sample-shared`, its own are named after it.

const [, , file = '', name = '', rounds = '1'] = process.argv
const { log } = opened(file)

const appendTo = async (stream: StreamName): Promise<void> => {
  const events = someEvents(3)
  for (let expected: Expected = 'no-stream'; ; ) {
    const answer = await log.append(stream, expected, events)()
    if (E.isRight(answer)) return console.log(JSON.stringify({ stream, first: Number(answer.right.first), ids: idsOf(events) }))
    if (answer.left._tag !== 'RevisionConflict') throw new Error(JSON.stringify(answer.left))
    expected = answer.left.actual
  }
}

for (let round = 0; round < Number(rounds); round++)
  await Promise.all([appendTo('sample-shared'), appendTo(`sample-${name}1`), appendTo(`sample-${name}2`), appendTo(`sample-${name}3`)])
await log.close()
