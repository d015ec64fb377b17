import { pipe } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import { type NamesRow, names } from '../../names.js'

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
      const byId = new Map<string, NamesRow>(rows.map((row) => [row.id, row]))
      const of = (id: string): string => {
        const row = byId.get(id)
        if (row === undefined) return id
        return row.names.at(-1)?.text ?? row.describedAs ?? intakeOf(row, of) ?? id
      }
      return { of }
    }),
  )

/** An intake that goes by no name of its own: "batch 1 of Staff Exchange Programme". */
const intakeOf = ({ ofProgramme, ordinal, edition }: NamesRow, of: Naming['of']): string | undefined => {
  if (ofProgramme === undefined) return undefined
  const which = ordinal === undefined ? edition : `batch ${ordinal}`
  return which === undefined ? undefined : `${which} of ${of(ofProgramme)}`
}
