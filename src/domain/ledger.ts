import type { AgreementCommand, AgreementEvent, AgreementRefusal } from './agreements/agreement.js'
import type { EntryCommand, EntryRefusal, KernelEvent } from './kernel/entry.js'

// The ledger's language, gathered from its aggregates: one line for each.

/** By category: the commands an aggregate takes, the events it records, the refusals it gives. */
export interface Aggregates {
  readonly agreement: [AgreementCommand, AgreementEvent, AgreementRefusal]
}

/** Every event that an aggregate records. */
export type OwnEvent = Aggregates[keyof Aggregates][1]

/** Every event in the ledger: those, and what the kernel writes beside them on any stream. */
export type LedgerEvent = OwnEvent | KernelEvent<OwnEvent>

/** Every command that an aggregate takes. */
export type OwnCommand = Aggregates[keyof Aggregates][0]

/** Every command of the ledger: those, and the five that speak of an entry on any stream. */
export type LedgerCommand = OwnCommand | EntryCommand<OwnEvent>

/** What a command may be refused with. */
export type RefusalOf<C extends LedgerCommand> =
  | EntryRefusal
  | { readonly [N in keyof Aggregates]: C extends Aggregates[N][0] ? Aggregates[N][2] : never }[keyof Aggregates]
