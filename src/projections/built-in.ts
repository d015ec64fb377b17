import type { LedgerEvent } from '../domain/ledger.js'
import { agreements } from './agreements.js'
import { batches } from './batches.js'
import { calendars } from './calendars.js'
import { certificates } from './certificates.js'
import { cohorts } from './cohorts.js'
import { conflicts } from './conflicts.js'
import { type Fold, foldOf } from './engine/fold.js'
import { entries } from './entries.js'
import { figures } from './figures.js'
import { judgements } from './judgements.js'
import { names } from './names.js'
import { nominations } from './nominations.js'
import { occasions } from './occasions.js'
import { organisations } from './organisations.js'
import { people } from './people.js'
import { placements } from './placements.js'
import { placementDetails } from './placements-details.js'
import { posts } from './posts.js'
import { programmes } from './programmes.js'
import { rights } from './rights.js'
import { rules } from './rules.js'
import { seats } from './seats.js'
import { series } from './series.js'
import { sessions } from './sessions.js'
import { sources } from './sources.js'
import { spending } from './spending.js'
import { statements } from './statements.js'
import { terms } from './terms.js'
import { timelines } from './timelines.js'
import { titles } from './titles.js'
import { values } from './values.js'

/** The read models that every ledger keeps. */
export const builtIn: ReadonlyArray<Fold<LedgerEvent>> = [
  foldOf(agreements),
  foldOf(batches),
  foldOf(calendars),
  foldOf(certificates),
  foldOf(cohorts),
  foldOf(conflicts),
  foldOf(entries),
  foldOf(figures),
  foldOf(judgements),
  foldOf(names),
  foldOf(nominations),
  foldOf(occasions),
  foldOf(organisations),
  foldOf(people),
  foldOf(placements),
  foldOf(placementDetails),
  foldOf(posts),
  foldOf(programmes),
  foldOf(rights),
  foldOf(seats),
  foldOf(rules),
  foldOf(series),
  foldOf(sessions),
  foldOf(sources),
  foldOf(spending),
  foldOf(statements),
  foldOf(terms),
  foldOf(timelines),
  foldOf(titles),
  foldOf(values),
]
