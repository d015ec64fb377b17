import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Codec } from './codec.js'

/** Marks a field that may be absent. */
export interface Optional<A> {
  readonly optional: Codec<A>
}
export const optional = <A>(codec: Codec<A>): Optional<A> => ({ optional: codec })

/**
 * The codec of every field of `A`, optional ones marked. Total in both directions: a field forgotten, one too many, or one marked wrongly does
 * not compile, so that nothing can be dropped on its way to the log.
 */
export type Props<A> = {
  readonly [K in keyof A]-?: object extends Pick<A, K> ? Optional<Exclude<A[K], undefined>> : Codec<A[K]>
}

/** One field of an object: its key, its codec, and whether it may be absent. */
export interface Field {
  readonly key: string
  readonly codec: Codec<unknown>
  readonly optional: boolean
}

// The one place where the types of single fields are given up: a loop over fields cannot keep them.
const fieldsOf = (props: object): ReadonlyArray<Field> =>
  Object.entries(props).map(([key, prop]: [string, Codec<unknown> | Optional<unknown>]) =>
    'optional' in prop ? { key, codec: prop.optional, optional: true } : { key, codec: prop, optional: false },
  )

/** The codec of an object, which tells its fields: for those who check that each of them is exercised. */
export class ObjectCodec<A> extends Codec<A> {
  constructor(
    of: Codec<A>,
    readonly fields: ReadonlyArray<Field>,
  ) {
    super(of.name, of.is, of.validate, of.mentions)
  }
}

/** The codec of a closed union, which tells its members by the value of their tag. */
export class UnionCodec<A> extends Codec<A> {
  constructor(
    of: Codec<A>,
    readonly members: ReadonlyMap<unknown, Codec<unknown>>,
  ) {
    super(of.name, of.is, of.validate, of.mentions)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** An object with exactly these fields: an unknown key is a fault, for it would be lost, or is a slip of the pen. */
export const objectCodec = <A extends object>(name: string, props: Props<A>): Codec<A> => {
  const fields = fieldsOf(props)
  const known = new Set(fields.map(({ key }) => key))

  const is = (value: unknown): value is A => {
    if (!isRecord(value)) return false
    let present = 0
    for (const { key, codec, optional } of fields) {
      const field = value[key]
      if (field === undefined) {
        if (!optional) return false
      } else {
        if (!codec.is(field)) return false
        present += 1
      }
    }
    for (const _ in value) present -= 1
    return present === 0
  }

  const validate: t.Validate<unknown, A> = (value, context) => {
    if (is(value)) return t.success(value)
    if (!isRecord(value)) return t.failure(value, context, `${name}: an object`)
    const errors: t.Errors = []
    for (const { key, codec, optional } of fields) {
      const field = value[key]
      const within = t.appendContext(context, key, codec, field)
      if (field === undefined) {
        if (!optional || key in value) errors.push({ value: field, context: within, message: `${codec.name} (required)` })
      } else {
        const validated = codec.validate(field, within)
        if (E.isLeft(validated)) errors.push(...validated.left)
      }
    }
    for (const key in value) {
      if (!known.has(key)) errors.push({ value: value[key], context: t.appendContext(context, key, t.never), message: 'no such field' })
    }
    return t.failures(errors)
  }

  const mentions: Codec<A>['mentions'] = (value, into) => {
    for (const { key, codec } of fields) {
      const field: unknown = Reflect.get(value, key)
      if (field !== undefined) codec.mentions(field, into)
    }
  }
  return new ObjectCodec(new Codec(name, is, validate, mentions), fields)
}

/** Members of a closed union, told apart by the value of one field. */
export const unionCodec = <K extends string, A extends { readonly [P in K]: string }>(
  name: string,
  tag: K,
  members: { readonly [T in A[K]]: Codec<Extract<A, { readonly [P in K]: T }>> },
): Codec<A> => {
  const table = new Map<unknown, Codec<unknown>>(Object.entries(members))
  const memberOf = (value: unknown): Codec<unknown> | undefined => (isRecord(value) ? table.get(value[tag]) : undefined)
  const is = (value: unknown): value is A => memberOf(value)?.is(value) === true
  const codec = new Codec(
    name,
    is,
    (value, context) => {
      if (is(value)) return t.success(value)
      const member = memberOf(value)
      if (member === undefined)
        return t.failure(isRecord(value) ? value[tag] : value, context, `${name}: ${tag} one of ${[...table.keys()].join(', ')}`)
      const validated = member.validate(value, context)
      return E.isLeft(validated) ? validated : t.failure(value, context, name)
    },
    (value: A, into) => memberOf(value)?.mentions(value, into),
  )
  return new UnionCodec(codec, table)
}
