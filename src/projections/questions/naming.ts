import { pipe } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'

/** What things are called, for people who read an answer. */
export interface Naming {
  /** The latest name on record; the description of somebody unnamed; else the id itself, which says at least of what kind the thing is. */
  readonly of: (id: string) => string
}

/** The names on record. A question that uses it names `names` among its `reads`. */
export const namingIn = (tables: Tables): TaskEither<RowStoreFault, Naming> =>
  pipe(
    tables.of(names).where({}),
    TE.map((rows) => {
      const called = new Map<string, string>(rows.map((row) => [row.id, row.names.at(-1)?.text ?? row.describedAs ?? row.id]))
      return { of: (id: string) => called.get(id) ?? id }
    }),
  )
