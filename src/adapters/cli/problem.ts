import type { Coded } from '../../domain/kernel/decider.js'
import type { ReadFault } from '../../projections/engine/reading.js'

/** What stands at an option or argument, and what should. */
export interface Wrong {
  /** As typed: `--with`, `STREAM`. */
  readonly at: string
  readonly expected: string
  /** Already shortened and free of secrets. */
  readonly given: string
}

/** Why a command of the CLI comes to nothing. */
export type Problem =
  | { readonly _tag: 'WrongUsage'; readonly wrong: ReadonlyArray<Wrong> }
  | { readonly _tag: 'NoSuchName'; readonly what: 'question' | 'read model'; readonly name: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: 'NoLedgerThere'; readonly file: string }
  | { readonly _tag: 'NothingOnRecord'; readonly of: string }
  | { readonly _tag: 'Refused'; readonly refusal: Coded; readonly during: string }
  | { readonly _tag: 'Faulted'; readonly fault: ReadFault }
  /** The demo asks for something that this version does not have, or its releases are not there. */
  | { readonly _tag: 'DemoIncomplete'; readonly missing: string }

/** 0: fine; 1: refused, failed, or nothing there; 2: asked in the wrong way. */
export type ExitCode = 0 | 1 | 2

export const exitCodeOf = (problem: Problem): ExitCode => {
  switch (problem._tag) {
    case 'WrongUsage':
    case 'NoSuchName':
      return 2
    case 'NoLedgerThere':
    case 'NothingOnRecord':
    case 'Refused':
    case 'Faulted':
    case 'DemoIncomplete':
      return 1
  }
}
