import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { showCount } from '../../../domain/vocabulary/count.js'
import { batchOf, isCohortId } from '../../../domain/vocabulary/id.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import { placements } from '../../placements.js'
import type { Seated } from '../../seats.js'
import { namingIn } from './naming.js'

/** Who holds seats or waits for them, for people who read an answer. */
export interface NamedHolder {
  /** An officer's name for his placement, a cohort by its batch; else what the thing is called, or the text itself. */
  readonly of: (id: string) => string
  /** The same, with the number where it is not one. */
  readonly told: (seated: Pick<Seated, 'holder' | 'count'>) => string
}

/** The names on record. A question that uses it names `names` and `placements` among its `reads`. */
export const holdersIn =
  (tables: Tables): TaskEither<RowStoreFault, NamedHolder> =>
  async () => {
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const single = await tables.of(placements).where({})()
    if (E.isLeft(single)) return single
    const officers = new Map<string, string>(single.right.map(({ placement, officer }) => [placement, officer]))
    const of = (id: string): string => {
      if (isCohortId(id)) return `${id.slice(id.indexOf('#') + 1)} of ${naming.right.of(batchOf(id))}`
      return naming.right.of(officers.get(id) ?? id)
    }
    return E.right({
      of,
      told: ({ holder, count }) => (count.kind === 'exact' && count.n === 1 ? of(holder) : `${of(holder)} ${showCount(count)}`),
    })
  }
