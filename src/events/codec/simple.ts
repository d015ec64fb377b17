import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import {
  type AnyId,
  batchOf,
  type Category,
  type CohortId,
  categories,
  ID_KEY,
  type Id,
  isAnyId,
  isCohortId,
  isId,
  parseAnyId,
  parseCohortId,
  parseId,
} from '../../domain/vocabulary/id.js'
import { Codec, guardCodec, type JsonSchema, valueCodec } from './codec.js'

/** One of a few words. */
export const oneOf = <A extends string>(...words: ReadonlyArray<A>): Codec<A> => {
  const known = new Set<unknown>(words)
  return guardCodec(words.length === 1 ? `"${words[0]}"` : `one of ${words.join(', ')}`, (value): value is A => known.has(value), {
    enum: words,
  })
}

export const truth: Codec<true> = guardCodec('true', (value): value is true => value === true, { const: true })

export const flag: Codec<boolean> = guardCodec('true or false', (value): value is boolean => typeof value === 'boolean', {
  type: 'boolean',
})

export const integer = (from: number, to: number): Codec<number> =>
  guardCodec(
    `a whole number from ${from} to ${to}`,
    (value): value is number => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
    { type: 'integer', minimum: from, maximum: to },
  )

/** Ids of these kinds, for those who check them before they are sent. */
export const idSchema = (...among: ReadonlyArray<Category>): JsonSchema => ({
  type: 'string',
  pattern: `^(?:${among.join('|')})-${ID_KEY}$`,
})

/** The id of another thing; it is mentioned, so that the ledger can check that it exists. */
export const idOf = <C extends Category>(category: C): Codec<Id<C>> =>
  valueCodec(
    `an id (${category}-…)`,
    isId(category),
    parseId(category),
    (id, into) => {
      // Id<C> is one of AnyId's members for every C, which the compiler does not see through a type parameter.
      if (isAnyId(id)) into.add(id)
    },
    idSchema(category),
  )

export const anyId: Codec<AnyId> = valueCodec('an id', isAnyId, parseAnyId, (id, into) => into.add(id), idSchema(...categories))

/** A cohort's id, for those who check it before it is sent. */
export const cohortIdSchema: JsonSchema = { type: 'string', pattern: `^batch-${ID_KEY}#${ID_KEY}$` }

export const cohortId: Codec<CohortId> = valueCodec(
  'an id (batch-…#…)',
  isCohortId,
  parseCohortId,
  (id, into) => into.add(batchOf(id)),
  cohortIdSchema,
)

/** The codec of a list, which tells what its items are and how many it may have. */
export class ListCodec<A> extends Codec<ReadonlyArray<A>> {
  constructor(
    of: Codec<ReadonlyArray<A>>,
    readonly item: Codec<A>,
    readonly atLeast: number,
    readonly atMost: number,
  ) {
    super(of.name, of.is, of.validate, of.mentions)
  }
}

/** A list in order, of bounded length. */
export const listOf = <A>(
  codec: Codec<A>,
  { atLeast = 0, atMost = 1_000 }: { readonly atLeast?: number; readonly atMost?: number } = {},
): Codec<ReadonlyArray<A>> => {
  const name = `a list of ${atLeast} to ${atMost} (${codec.name})`
  const fits = (value: ReadonlyArray<unknown>): boolean => value.length >= atLeast && value.length <= atMost
  const is = (value: unknown): value is ReadonlyArray<A> => {
    if (!Array.isArray(value) || !fits(value)) return false
    for (const item of value) if (!codec.is(item)) return false
    return true
  }
  const list = new Codec(
    name,
    is,
    (value, context) => {
      if (is(value)) return t.success(value)
      if (!Array.isArray(value) || !fits(value)) return t.failure(value, context, name)
      const errors: t.Errors = []
      value.forEach((item, index) => {
        const validated = codec.validate(item, t.appendContext(context, String(index), codec, item))
        if (E.isLeft(validated)) errors.push(...validated.left)
      })
      return t.failures(errors)
    },
    (value, into) => {
      for (const item of value) codec.mentions(item, into)
    },
  )
  return new ListCodec(list, codec, atLeast, atMost)
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The id of a command or of a recorded event. */
export const uuid: Codec<string> = guardCodec(
  'a UUID in lower case',
  (value): value is string => typeof value === 'string' && UUID.test(value),
  { type: 'string', pattern: UUID.source },
)

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/

/** Text of at least one character, with line breaks and tabs but no other control characters. */
export const text = (longest: number): Codec<string> =>
  guardCodec(
    `text of 1 to ${longest} characters`,
    (value): value is string =>
      typeof value === 'string' && value.trim() !== '' && value.length <= longest && value.isWellFormed() && !CONTROL.test(value),
    { type: 'string', maxLength: longest, pattern: '^(?=[\\s\\S]*\\S)[^\\u0000-\\u0008\\u000b-\\u001f\\u007f]*$' },
  )

/** An account, an office, a place, a word or two. */
export const line = text(300)
/** A sentence or a paragraph. */
export const prose = text(10_000)
