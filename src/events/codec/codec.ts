import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { AnyId } from '../../domain/vocabulary/id.js'
import { type Invalid, invalid } from '../../domain/vocabulary/invalid.js'

/** What JSON Schema (draft 2020-12) says of a value. */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * An io-ts codec whose written form is the value itself: `encode` changes nothing, `is` alone decides whether a stored value fits (fast), and
 * `decode` gives the same verdict with a report of every fault in it. A codec also knows which ids its values mention.
 */
export class Codec<A> extends t.Type<A, A, unknown> {
  constructor(
    name: string,
    is: t.Is<A>,
    validate: t.Validate<unknown, A>,
    /** Adds the ids of other streams that a value mentions. */
    readonly mentions: (value: A, into: Set<AnyId>) => void = mentionsNone,
    /** The value for those who check it before it is sent; it may let pass what `is` refuses, never the other way round. */
    readonly schema?: JsonSchema,
  ) {
    super(name, is, validate, t.identity)
  }
}

/** What a codec says of itself, whatever its values. */
export type Described = Pick<Codec<unknown>, 'name' | 'schema'>

const mentionsNone = (): void => undefined

/** A codec of a vocabulary value, made from its guard and its parser, so that each rule is stated once. */
export const valueCodec = <A>(
  name: string,
  is: (value: unknown) => value is A,
  parse: (value: unknown) => Either<Invalid, A>,
  mentions?: (value: A, into: Set<AnyId>) => void,
  schema?: JsonSchema,
): Codec<A> =>
  new Codec(
    name,
    is,
    (value, context) => {
      const parsed = parse(value)
      return E.isRight(parsed) ? t.success(parsed.right) : failed(parsed.left, value, context)
    },
    mentions,
    schema,
  )

const failed = <A>({ path, expected }: Invalid, value: unknown, context: t.Context): t.Validation<A> => {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const within = keys.map((key): t.ContextEntry => ({ key, type: t.unknown, actual: undefined }))
  const given = keys.reduce<unknown>(
    (around, key) => (typeof around === 'object' && around !== null ? Reflect.get(around, key) : undefined),
    value,
  )
  return t.failure(given, [...context, ...within], expected)
}

/** A codec that says what it expects when its guard says no. */
export const guardCodec = <A>(name: string, is: (value: unknown) => value is A, schema?: JsonSchema): Codec<A> =>
  new Codec(name, is, (value, context) => (is(value) ? t.success(value) : t.failure(value, context, name)), undefined, schema)

/** io-ts's report as the vocabulary's own: a place, what was expected there, what was given. */
export const problemsOf = (errors: t.Errors): ReadonlyArray<Invalid> =>
  errors.map(({ context, message, value }) => {
    const path = context
      .slice(1)
      .map(({ key }) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
      .join('')
      .replace(/^\./, '')
    return invalid(message ?? context.at(-1)?.type.name ?? 'another value', value, path)
  })
