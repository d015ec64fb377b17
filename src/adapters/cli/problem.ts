import type { CopyFault } from '../../domain/kernel/copy-log.js'
import type { Coded } from '../../domain/kernel/decider.js'
import type { Invalid } from '../../domain/vocabulary/invalid.js'
import type { ReadFault } from '../../projections/engine/reading.js'

/** What stands at an option or argument, and what should. */
export interface Wrong {
  /** As typed: `--with`, `STREAM`. */
  readonly at: string
  readonly expected: string
  /** Already shortened and free of secrets. */
  readonly given: string
}

/** What is wrong at one place of a file of commands. */
export interface FileProblem {
  readonly place: { readonly line: number; readonly column: number }
  readonly why:
    | { readonly _tag: 'NotReadable'; readonly why: string }
    | { readonly _tag: 'Wrong'; readonly type?: string; readonly invalid: Invalid }
    | { readonly _tag: 'Refused'; readonly type: string; readonly refusal: Coded }
    /** The command was recorded before from another line: under its label, or with another context. */
    | { readonly _tag: 'Changed'; readonly type: string; readonly label?: string }
}

/** Why a command of the CLI comes to nothing. */
export type Problem =
  | { readonly _tag: 'WrongUsage'; readonly wrong: ReadonlyArray<Wrong> }
  | { readonly _tag: 'NoSuchName'; readonly what: 'question' | 'read model'; readonly name: string; readonly known: ReadonlyArray<string> }
  | { readonly _tag: 'NoLedgerThere'; readonly at: string }
  /** An optional package is not installed. */
  | { readonly _tag: 'PackageMissing'; readonly name: string; readonly for: string }
  | { readonly _tag: 'NotCopied'; readonly from: string; readonly to: string; readonly fault: CopyFault }
  /** What an examination found wrong was told with everything else; this is left of it. */
  | { readonly _tag: 'NotSound'; readonly at: string; readonly wrong: number }
  | { readonly _tag: 'NothingOnRecord'; readonly of: string }
  | { readonly _tag: 'Refused'; readonly refusal: Coded; readonly during: string }
  | { readonly _tag: 'Faulted'; readonly fault: ReadFault }
  | { readonly _tag: 'FileUnreadable'; readonly file: string; readonly cause: string }
  /** Some of a file of commands was refused; the rest is `written` only where it was said to keep going. */
  | { readonly _tag: 'FileRefused'; readonly file: string; readonly problems: ReadonlyArray<FileProblem>; readonly written: boolean }
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
    case 'PackageMissing':
    case 'NotCopied':
    case 'NotSound':
    case 'NothingOnRecord':
    case 'Refused':
    case 'Faulted':
    case 'FileUnreadable':
    case 'FileRefused':
    case 'DemoIncomplete':
      return 1
  }
}
