import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { StreamName, Tagged } from '../domain/kernel/decider.js'
import type {
  CiteEntry,
  ConflictRecorded,
  CorrectEntry,
  DisputeEntry,
  EntryCited,
  EntryCommand,
  EntryCorrected,
  EntryDisputed,
  EntryPreferred,
  EntryVoided,
  KernelEvent,
  PreferEntry,
  VoidEntry,
} from '../domain/kernel/entry.js'
import { categories, isAnyId } from '../domain/vocabulary/id.js'
import { type Codec, guardCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { eventValue, isTagged, readEvent, schemaOf } from './codec/event-value.js'
import { objectCodec, optional } from './codec/object.js'
import { idSchema, line, listOf, oneOf, prose, uuid } from './codec/simple.js'
import { type Catalogue, type Data, first, type Versions } from './codec/versions.js'

const facts = guardCodec(
  'an object',
  (value): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null && !Array.isArray(value),
  { type: 'object' },
)
const stream = guardCodec("a stream's name", (value): value is StreamName => isAnyId(value), idSchema(...categories))

const cited = { entry: uuid, fields: optional(listOf(line, { atLeast: 1, atMost: 50 })), words: optional(prose), given: optional(line) }
const preferred = { entry: uuid, preferred: uuid, reason: prose }
const voided = { entry: uuid, reason: prose }
const disputed = <Ev>(value: Codec<Ev>) => ({ entry: uuid, value })
const corrected = <Ev>(value: Codec<Ev>) => ({ entry: uuid, value, reason: prose })

/**
 * Events that carry a whole event are written under the schema number of the event within: when its type gets a newer schema, what was carried
 * is read through the same upcasts. Their own shape therefore has one schema for good.
 */
const carrying = <Carrier extends { readonly type: string; readonly value: Ev }, Ev extends Tagged>(
  codec: Codec<Data<Carrier>>,
  valueIn: (data: Data<Carrier>) => Ev,
  catalogue: Catalogue<Ev>,
): Versions<Carrier> => {
  const readValue = readEvent(catalogue)
  const schemaOfValue = schemaOf(catalogue)
  return {
    schemaOf: (data) => schemaOfValue(valueIn(data)),
    codec,
    read: (schema, json) => {
      if (!hasEvent(json)) return codec.decode(json)
      const { type, ...data } = json.value
      const value = readValue(type, schema, data)
      if (value === 'unknown') return 'unknown schema'
      // The value's own faults are told from where it stands; its type stays first, so that what is read is written back as it was.
      if (E.isLeft(value)) return E.left(value.left.map((error) => ({ ...error, context: within(error.context) })))
      return codec.decode({ ...json, value: Object.assign({ type }, value.right) })
    },
  }
}

const within = ([root, ...rest]: t.Context): t.Context => [
  { key: '', type: t.unknown },
  { key: 'value', type: root?.type ?? t.unknown },
  ...rest,
]

const hasEvent = (json: unknown): json is { readonly value: Tagged } =>
  typeof json === 'object' && json !== null && 'value' in json && isTagged(json.value)

/** How the kernel's own events are written, beside those of one or more aggregates. */
export const kernelCatalogue = <Ev extends Tagged>(own: Catalogue<Ev>): Catalogue<KernelEvent<Ev>> => {
  const value = eventValue(own)
  const entries: Catalogue<KernelEvent<Ev>> = {
    EntryCited: first<EntryCited>('EntryCited', cited),
    EntryDisputed: carrying<EntryDisputed<Ev>, Ev>(objectCodec('EntryDisputed', disputed(value)), (data) => data.value, own),
    EntryPreferred: first<EntryPreferred>('EntryPreferred', preferred),
    EntryCorrected: carrying<EntryCorrected<Ev>, Ev>(objectCodec('EntryCorrected', corrected(value)), (data) => data.value, own),
    EntryVoided: first<EntryVoided>('EntryVoided', voided),
    ConflictRecorded: first<ConflictRecorded>('ConflictRecorded', { rule: line, certainty: oneOf('sure', 'cannot tell'), facts }),
  }
  return entries
}

/** The five commands that every stream takes, as they are written. */
export const entryCommands = <Ev extends Tagged>(own: Catalogue<Ev>): Commands<EntryCommand<Ev>> => {
  const value = eventValue(own)
  return {
    CiteEntry: commandCodec<CiteEntry>('CiteEntry', { stream, ...cited }),
    DisputeEntry: commandCodec<DisputeEntry<Ev>>('DisputeEntry', { stream, ...disputed(value) }),
    PreferEntry: commandCodec<PreferEntry>('PreferEntry', { stream, ...preferred }),
    CorrectEntry: commandCodec<CorrectEntry<Ev>>('CorrectEntry', { stream, ...corrected(value) }),
    VoidEntry: commandCodec<VoidEntry>('VoidEntry', { stream, ...voided }),
  }
}
