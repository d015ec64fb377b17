import type { Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Invalid } from '../../domain/vocabulary/invalid.js'
import type { Columns } from './column.js'
import type { RowStoreFault } from './row-store.js'
import type { Tables } from './tables.js'

/** What a question takes: a word of explanation, and how it is read from text. */
export interface Parameter<A> {
  readonly about: string
  readonly parse: (text: string) => Either<Invalid, A>
}

/** What can be asked: it reads read models and answers with rows, a figure being a table of one row. */
export interface Question<Params extends object, Row extends object> {
  readonly name: string
  /** One sentence for a person who looks for a question. */
  readonly about: string
  readonly parameters: { readonly [K in keyof Params]-?: Parameter<Exclude<Params[K], undefined>> }
  /** The read models it reads, by name: a question from an earlier viewpoint replays only these. */
  readonly reads: ReadonlyArray<{ readonly name: string }>
  readonly columns: Columns<Row>
  readonly answer: (tables: Tables, params: Params) => TaskEither<RowStoreFault, ReadonlyArray<Row>>
}
