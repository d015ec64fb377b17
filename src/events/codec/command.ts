import type { OfType, Tagged } from '../../domain/kernel/decider.js'
import type { Codec } from './codec.js'
import { objectCodec, type Props } from './object.js'
import { oneOf } from './simple.js'

/** The codec of every command of a union: a forgotten one does not compile. */
export type Commands<C extends Tagged> = { readonly [T in C['type']]: Codec<OfType<C, T>> }

/** A command as it is written: its type, and exactly its fields. */
export const commandCodec = <C extends Tagged>(type: C['type'], props: Props<Omit<C, 'type'>>): Codec<C> => {
  // Props<C> is Props<Omit<C, 'type'>> and the type itself; over a type parameter the compiler cannot join the two.
  const all = { ...props, type: oneOf(type) } as unknown as Props<C>
  return objectCodec<C>(type, all)
}
