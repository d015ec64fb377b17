/** Where a command writes to. */
export interface Output {
  /** An answer: one line to the standard output. */
  readonly write: (line: string) => void
  /** One line to the standard error. */
  readonly error: (line: string) => void
  /** Draws one line on the terminal's standard error in place of the last one drawn; empty text takes it away. */
  readonly redraw: (line: string) => void
  readonly isTerminal: boolean
  /** How many cells a line has. */
  readonly columns: number
}

/** All that a command needs of the world around it. */
export interface Surroundings {
  readonly output: Output
  /** What `PROGRAMME_LEDGER_STORE` says, if anything. */
  readonly defaultStore: string | undefined
  /** What `PROGRAMME_LEDGER_COPY_TO` says, if anything: where `copy` copies to. */
  readonly defaultTarget: string | undefined
  /** What `PROGRAMME_LEDGER_KEYS` says, if anything: the file with the keys of people for a ledger on a server. */
  readonly keysFile: string | undefined
  /** Milliseconds that only ever rise. */
  readonly elapsed: () => number
}
