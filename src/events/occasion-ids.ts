import * as t from 'io-ts'
import { type Category, type Id, isAnyId, isId } from '../domain/vocabulary/id.js'
import { Codec } from './codec/codec.js'
import { idSchema } from './codec/simple.js'

/** The id of another thing, of one of a few kinds; it is mentioned, so that the ledger can check that it exists. */
export const idAmong = <C extends Category>(...categories: ReadonlyArray<C>): Codec<Id<C>> => {
  const name = `an id (${categories.map((category) => `${category}-…`).join(', ')})`
  const is = (value: unknown): value is Id<C> => categories.some((category) => isId(category)(value))
  return new Codec(
    name,
    is,
    (value, context) => (is(value) ? t.success(value) : t.failure(value, context, name)),
    (id, into) => {
      // Id<C> is among AnyId's members for every C, which the compiler does not see through a type parameter.
      if (isAnyId(id)) into.add(id)
    },
    idSchema(...categories),
  )
}
