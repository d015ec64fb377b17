import type { Demo } from '../../../src/adapters/cli/demo.js'
import type { Surroundings } from '../../../src/adapters/cli/output.js'
import type { ExitCode } from '../../../src/adapters/cli/problem.js'
import { ownParts, type Parts, run } from '../../../src/adapters/cli/program.js'

/** What a run of the program left on its outputs. */
export interface Seen {
  readonly code: ExitCode
  readonly out: string
  readonly errors: ReadonlyArray<string>
  /** Every line drawn on the terminal, in order. */
  readonly drawn: ReadonlyArray<string>
}

interface Circumstances {
  readonly columns?: number
  readonly isTerminal?: boolean
  readonly defaultStore?: string
  readonly defaultTarget?: string
  readonly keysFile?: string
  readonly parts?: Partial<Parts>
}

/** Runs the program in this process, as a terminal would see it. */
export const programme = async (
  args: ReadonlyArray<string>,
  { columns = 100, isTerminal = false, defaultStore, defaultTarget, keysFile, parts = {} }: Circumstances = {},
): Promise<Seen> => {
  const out: Array<string> = []
  const errors: Array<string> = []
  const drawn: Array<string> = []
  const around: Surroundings = {
    output: {
      write: (line) => out.push(line),
      error: (line) => errors.push(line),
      redraw: (line) => drawn.push(line),
      isTerminal,
      columns,
    },
    defaultStore,
    defaultTarget,
    keysFile,
    elapsed: () => 0,
  }
  const code = await run(args, around, { version: '0.0.0', ...ownParts, ...parts })
  return { code, out: out.join('\n'), errors, drawn }
}

/** A demo that asks only for what every version has. */
export const smallDemo: Demo = {
  sections: [{ title: 'Agreements', question: 'agreements', params: {} }],
  explained: { title: 'Where one figure comes from', readModel: 'agreements', key: 'agreement-nag', field: 'signedOn' },
}
