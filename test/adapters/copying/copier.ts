import * as E from 'fp-ts/lib/Either.js'
import { copy } from '../../../src/adapters/cli/copy.js'

// A process of its own: copies as the command does, and says each time how far it is, so that another one can kill it there.

const [, , from = '', to = ''] = process.argv
let elapsed = 0
const copied = await copy((name) => (name === 'from' ? [from] : name === 'to' ? [to] : []), {
  output: {
    write: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
    redraw: (line) => process.stdout.write(`${line}\n`),
    isTerminal: true,
    columns: 100,
  },
  defaultStore: undefined,
  defaultTarget: undefined,
  keysFile: undefined,
  elapsed: () => {
    elapsed += 1_000
    return elapsed
  },
})
process.exitCode = E.isRight(copied) ? 0 : 1
