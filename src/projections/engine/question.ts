import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Invalid, invalid } from '../../domain/vocabulary/invalid.js'
import type { Columns } from './column.js'
import type { RowStoreFault } from './row-store.js'
import type { Tables } from './tables.js'

/** What a question takes: a word of explanation, and how it is read from text. */
export interface Parameter<A> {
  readonly about: string
  readonly parse: (text: string) => Either<Invalid, A>
  /** The question cannot be asked without it. */
  readonly required?: true
}

/** A parameter that must be given. */
export const required = <A>(parameter: Parameter<A>): Parameter<A> & { readonly required: true } => ({ ...parameter, required: true })

/** What can be asked: it reads read models and answers with rows, a figure being a table of one row. */
export interface Question<Params extends object, Row extends object> {
  readonly name: string
  /** One sentence for a person who looks for a question. */
  readonly about: string
  readonly parameters: { readonly [K in keyof Params]-?: Parameter<Exclude<Params[K], undefined>> }
  /** The read models it reads, by name: a question from an earlier viewpoint replays only these. */
  readonly reads: ReadonlyArray<{ readonly name: string }>
  readonly columns: Columns<Row>
  /** The columns that tell the answer at a glance, in order; absent: all. The others are for those who look closer, and for machines. */
  readonly glance?: ReadonlyArray<keyof Row & string>
  readonly answer: (tables: Tables, params: Params) => TaskEither<RowStoreFault, ReadonlyArray<Row>>
}

/** Values by the names of a question's parameters, each of the type that its parameter reads. */
export interface ParsedParameters {
  readonly [name: string]: unknown
}

/** A row whose fields only its question's columns know. */
export interface AnswerRow {
  readonly [field: string]: unknown
}

/** A question of any kind, for lists of them and for those who ask by name; its parameters come from `parseParameters`. */
export type AnyQuestion = Question<ParsedParameters, AnswerRow>

/**
 * A question with the types of its parameters and rows given up. Generic seam: what `parseParameters` reads is what the question's own parameters
 * gave, and its rows are shown by its own columns alone.
 */
export const anyQuestion = <Params extends object, Row extends object>(question: Question<Params, Row>): AnyQuestion =>
  question as unknown as AnyQuestion

/**
 * Reads a question's parameters from text. Every problem is told, its `path` being the parameter's name: text that a parameter does not accept,
 * a required one that is missing, a name that the question does not have.
 */
export const parseParameters = (
  { parameters }: Pick<AnyQuestion, 'parameters'>,
  given: { readonly [name: string]: string | undefined },
): Either<ReadonlyArray<Invalid>, ParsedParameters> => {
  const problems: Array<Invalid> = []
  const parsed: Array<readonly [name: string, value: unknown]> = []
  for (const [name, { about, parse, required = false }] of Object.entries(parameters)) {
    const text = Object.hasOwn(given, name) ? given[name] : undefined
    if (text === undefined) {
      if (required) problems.push(invalid(about, undefined, name))
      continue
    }
    const value = parse(text)
    if (E.isLeft(value)) problems.push({ ...value.left, path: name })
    else parsed.push([name, value.right])
  }
  const surplus = Object.entries(given).filter(([name, text]) => text !== undefined && !Object.hasOwn(parameters, name))
  for (const [name, text] of surplus) problems.push(invalid('no parameter of this name', text, name))
  return problems.length > 0 ? E.left(problems) : E.right(Object.fromEntries(parsed))
}

/** The columns that tell the answer at a glance, and the names of those left out. */
export const atAGlance = ({
  columns,
  glance,
}: AnyQuestion): { readonly columns: Columns<AnswerRow>; readonly more: ReadonlyArray<string> } => {
  if (glance === undefined) return { columns, more: [] }
  const chosen = glance.flatMap((name) => (columns[name] === undefined ? [] : [[name, columns[name]] as const]))
  return { columns: Object.fromEntries(chosen), more: Object.keys(columns).filter((name) => !glance.includes(name)) }
}
