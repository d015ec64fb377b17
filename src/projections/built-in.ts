import type { LedgerEvent } from '../domain/ledger.js'
import { agreements } from './agreements.js'
import { batches } from './batches.js'
import { cohorts } from './cohorts.js'
import { conflicts } from './conflicts.js'
import { type Fold, foldOf } from './engine/fold.js'
import { entries } from './entries.js'
import { names } from './names.js'
import { occasions } from './occasions.js'
import { organisations } from './organisations.js'
import { people } from './people.js'
import { placements } from './placements.js'
import { posts } from './posts.js'
import { programmes } from './programmes.js'
import { series } from './series.js'
import { sources } from './sources.js'
import { statements } from './statements.js'
import { timelines } from './timelines.js'
import { titles } from './titles.js'

/** The read models that every ledger keeps. */
export const builtIn: ReadonlyArray<Fold<LedgerEvent>> = [
  foldOf(agreements),
  foldOf(batches),
  foldOf(cohorts),
  foldOf(conflicts),
  foldOf(entries),
  foldOf(names),
  foldOf(occasions),
  foldOf(organisations),
  foldOf(people),
  foldOf(placements),
  foldOf(posts),
  foldOf(programmes),
  foldOf(series),
  foldOf(sources),
  foldOf(statements),
  foldOf(timelines),
  foldOf(titles),
]
