import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Tagged } from '../../domain/kernel/decider.js'
import { Codec, type Described } from './codec.js'
import type { Catalogue, Versions } from './versions.js'

/** Anything with a type in words: an event or command of somebody's, known here or not. */
export const isTagged = (value: unknown): value is Tagged =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** A catalogue by type. A mapped type over a type parameter has no index signature; each of its members is the Versions of some member of Ev. */
const byType = <Ev extends Tagged>(catalogue: Catalogue<Ev>): ReadonlyMap<string, Versions<Ev>> =>
  new Map(Object.entries(catalogue as unknown as { readonly [type: string]: Versions<Ev> }))

/** Reads the written form of an event of any type in a catalogue, in the schema given. Generic seam: the type picks the codec at run time. */
export const readEvent = <Ev extends Tagged>(catalogue: Catalogue<Ev>) => {
  const versions = byType(catalogue)
  return (type: string, schema: number, json: unknown): t.Validation<Ev> | 'unknown' => {
    const read = versions.get(type)?.read(schema, json)
    if (read === undefined || read === 'unknown schema') return 'unknown'
    // What comes out of a codec is a fresh value of ours: the type is put back in place, which spares a copy of every event that is ever read.
    return E.isLeft(read) ? read : E.right(Object.assign(read.right, { type }) as unknown as Ev)
  }
}

/** The number of the schema that an event is written in. */
export const schemaOf = <Ev extends Tagged>(catalogue: Catalogue<Ev>): ((event: Ev) => number) => {
  const versions = byType(catalogue)
  return (event) => versions.get(event.type)?.schemaOf(event) ?? 1
}

/** The codec of a whole event, which tells the events it may be, by type. */
export class EventCodec<A> extends Codec<A> {
  constructor(
    of: Codec<A>,
    /** What is written of each beside its type. */
    readonly events: ReadonlyMap<string, Described>,
  ) {
    super(of.name, of.is, of.validate, of.mentions)
  }
}

/** A whole event, type and all, as a value inside another one: what a correction or a dispute carries. */
export const eventValue = <Ev extends Tagged>(catalogue: Catalogue<Ev>): Codec<Ev> => {
  const types = Object.keys(catalogue).join(', ')
  const versionsOf = byType(catalogue)
  const partsOf = (value: Tagged): { readonly versions: Versions<Ev> | undefined; readonly data: object } => {
    const { type, ...data } = value
    return { versions: versionsOf.get(type), data }
  }
  const is = (value: unknown): value is Ev => {
    if (!isTagged(value)) return false
    const { versions, data } = partsOf(value)
    return versions?.codec.is(data) === true
  }
  const event = new Codec(
    'an event',
    is,
    (value, context) => {
      if (is(value)) return t.success(value)
      if (!isTagged(value)) return t.failure(value, context, 'an event with its type')
      const { versions, data } = partsOf(value)
      if (versions === undefined) return t.failure(value.type, context, `an event of type ${types}`)
      const validated = versions.codec.validate(data, context)
      return E.isLeft(validated) ? validated : t.failure(value, context)
    },
    (value, into) => {
      const { versions, data } = partsOf(value)
      if (versions?.codec.is(data)) versions.codec.mentions(data, into)
    },
  )
  return new EventCodec(event, new Map([...versionsOf].map(([type, { codec }]) => [type, codec])))
}
