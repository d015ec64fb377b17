import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CivilDate } from '../../../domain/vocabulary/civil-date.js'
import { cohorts } from '../../cohorts.js'
import type { CohortRow } from '../../cohorts-row.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import { type OrganisationRow, organisations } from '../../organisations.js'
import { people } from '../../people.js'
import { type PlacementRow, placements } from '../../placements.js'
import { sources } from '../../sources.js'
import { survivorIn } from './mergers.js'
import { type Naming, namingIn } from './naming.js'
import type { Sight } from './presence-parts.js'
import { toldBy } from './stays.js'

/** What it takes to say who was placed on a day. */
export interface LookingOn {
  readonly placed: ReadonlyArray<CohortRow>
  readonly alone: ReadonlyArray<PlacementRow>
  readonly places: ReadonlyArray<OrganisationRow>
  readonly naming: Naming
  readonly sight: Sight
}

/** Reads cohorts, placements, sources, people, organisations and names, for one day. */
export const lookingOn =
  (tables: Tables, on: CivilDate): TaskEither<RowStoreFault, LookingOn> =>
  async () => {
    const placed = await tables.of(cohorts).where({})()
    if (E.isLeft(placed)) return placed
    const alone = await tables.of(placements).where({})()
    if (E.isLeft(alone)) return alone
    const issued = await tables.of(sources).where({})()
    if (E.isLeft(issued)) return issued
    const known = await tables.of(people).where({})()
    if (E.isLeft(known)) return known
    const places = await tables.of(organisations).where({})()
    if (E.isLeft(places)) return places
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const sight = {
      on,
      told: toldBy(new Map(issued.right.map(({ source, issuedOn }) => [source, issuedOn]))),
      survivor: survivorIn(known.right.map(({ person, mergedInto }) => ({ id: person, mergedInto }))),
    }
    return E.right({ placed: placed.right, alone: alone.right, places: places.right, naming: naming.right, sight })
  }
