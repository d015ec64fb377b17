import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { AnyId } from '../../domain/vocabulary/id.js'
import { type Invalid, invalid } from '../../domain/vocabulary/invalid.js'

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
  ) {
    super(name, is, validate, t.identity)
  }
}

const mentionsNone = (): void => undefined

/** A codec of a vocabulary value, made from its guard and its parser, so that each rule is stated once. */
export const valueCodec = <A>(
  name: string,
  is: (value: unknown) => value is A,
  parse: (value: unknown) => Either<Invalid, A>,
  mentions?: (value: A, into: Set<AnyId>) => void,
): Codec<A> =>
  new Codec(
    name,
    is,
    (value, context) => {
      const parsed = parse(value)
      return E.isRight(parsed) ? t.success(parsed.right) : failed(parsed.left, value, context)
    },
    mentions,
  )

const failed = <A>({ path, expected }: Invalid, value: unknown, context: t.Context): t.Validation<A> => {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const within = keys.map((key): t.ContextEntry => ({ key, type: t.unknown, actual: undefined }))
  return t.failure(value, [...context, ...within], expected)
}

/** A codec that says what it expects when its guard says no. */
export const guardCodec = <A>(name: string, is: (value: unknown) => value is A): Codec<A> =>
  new Codec(name, is, (value, context) => (is(value) ? t.success(value) : t.failure(value, context, name)))

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
