import type { LedgerEvent } from '../../src/domain/ledger.js'
import type { Ledger } from '../../src/ledger.js'
import type { Projection } from '../../src/projections/engine/projection.js'
import type { Question } from '../../src/projections/engine/question.js'
import type { Viewpoint } from '../../src/projections/engine/viewpoint.js'
import { right } from '../support/right.js'

/** Asks a ledger from one viewpoint. */
export interface Asked {
  readonly ask: <P extends object, Row extends object>(question: Question<P, Row>, params: NoInfer<P>) => Promise<ReadonlyArray<Row>>
  readonly row: <Key extends string, Row extends object>(
    projection: Projection<LedgerEvent, Key, Row>,
    key: Key,
  ) => Promise<Row | undefined>
}

export const askedOf = (ledger: Ledger, view: Viewpoint): Asked => ({
  ask: async (question, params) => right(await ledger.query(question, params, view)),
  row: async (projection, key) => right(await ledger.use(projection).row(key, view)),
})

/** One fact of the acceptance list, or one of its queries over all five documents. */
export interface Fact {
  readonly id: string
  readonly query: string
  /** Written from the list, never from what the ledger answers. */
  readonly expected: string
  readonly answer: (asked: Asked) => Promise<string>
}

/** The source that a fact stands in: `S1-05` stands in S1. */
export const documentOf = ({ id }: Fact): string | undefined => /^S\d/.exec(id)?.[0]

/** A list as an answer reads: its items in order. */
export const listed = (items: ReadonlyArray<unknown>): string => (items.length === 0 ? 'none' : items.join('; '))
