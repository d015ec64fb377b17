import type { LedgerEvent } from '../domain/ledger.js'
import { agreements } from './agreements.js'
import { type Fold, foldOf } from './engine/fold.js'

/** The read models that every ledger keeps. */
export const builtIn: ReadonlyArray<Fold<LedgerEvent>> = [foldOf(agreements)]
