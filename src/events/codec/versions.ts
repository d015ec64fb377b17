import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import type { OfType, Tagged } from '../../domain/kernel/decider.js'
import type { Codec } from './codec.js'
import { objectCodec, type Props } from './object.js'

/** What is written of an event: everything but its type, which stands in the envelope. */
export type Data<Ev> = Omit<Ev, 'type'>

/** How one event type is read in every schema it was ever written in; only the newest is written. */
export interface Versions<Ev> {
  /** The number of the schema that is written, counted from 1. */
  readonly schemaOf: (data: Data<Ev>) => number
  readonly codec: Codec<Data<Ev>>
  readonly read: (schema: number, json: unknown) => Either<t.Errors, Data<Ev>> | 'unknown schema'
}

/** Every event type of a union: a forgotten one does not compile. */
export type Catalogue<Ev extends Tagged> = { readonly [T in Ev['type']]: Versions<OfType<Ev, T>> }

const read = <A>(codec: Codec<A>, json: unknown): Either<t.Errors, A> => (codec.is(json) ? E.right(json) : codec.decode(json))

/** The first schema of an event. */
export const first = <Ev extends Tagged>(type: Ev['type'], props: Props<Data<Ev>>): Versions<Ev> => {
  const codec = objectCodec<Data<Ev>>(type, props)
  return { schemaOf: () => 1, codec, read: (schema, json) => (schema === 1 ? read(codec, json) : 'unknown schema') }
}

// Not called `then`: a module that exports a `then` is taken for a promise by whoever imports it dynamically.
/** A later schema: its number, its codec, and how an event in the schema before it is read as one of this. Codecs already written are never edited. */
export const newer = <Old, Ev extends Tagged>(
  before: Versions<Old>,
  schema: number,
  type: Ev['type'],
  props: Props<Data<Ev>>,
  upcast: (old: Data<Old>) => Data<Ev>,
): Versions<Ev> => {
  const codec = objectCodec<Data<Ev>>(type, props)
  return {
    schemaOf: () => schema,
    codec,
    read: (written, json) => {
      if (written === schema) return read(codec, json)
      const older = before.read(written, json)
      return older === 'unknown schema' || E.isLeft(older) ? older : E.right(upcast(older.right))
    },
  }
}
