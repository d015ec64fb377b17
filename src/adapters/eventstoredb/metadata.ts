import { isInstant } from '../../domain/kernel/clock.js'

// How a log's metadata stands on the server, where other programs read it: one flat object of texts, under EventStoreDB's own names where it has
// some. `{"commandId":"c","correlationId":"k","sources":["source-a","source-b"]}` of schema 2 becomes
// `{"schema":"2","commandId":"c","$correlationId":"k","sources":"source-a source-b"}`.
//
// What does not fit that form, or would not come back letter by letter, stands as one text: `{"schema":"2","metadata":"…"}`. So every metadata
// comes back as it went in, and which of the two was used can be seen.

/** An object of texts, as the server holds it. */
export type WireMetadata = Readonly<Record<string, string>>

/** What the server's metadata says of an event. */
export interface Said {
  readonly schema: number
  /** JSON text, as the log was given it. */
  readonly metadata: string
  /** Present where a copy brought it along. */
  readonly recordedAt?: string
}

const SCHEMA = 'schema'
const RECORDED_AT = 'recordedAt'
const AS_IT_IS = 'metadata'
const SOURCES = 'sources'

const THEIR_NAMES: ReadonlyMap<string, string> = new Map([
  ['correlationId', '$correlationId'],
  ['causationId', '$causationId'],
])
const OUR_NAMES: ReadonlyMap<string, string> = new Map([...THEIR_NAMES].map(([ours, theirs]) => [theirs, ours]))
const RESERVED: ReadonlySet<string> = new Set([SCHEMA, RECORDED_AT, AS_IT_IS, '__proto__'])

const isWord = (value: unknown): value is string => typeof value === 'string' && /^\S+$/u.test(value)

/** One entry as a text; nothing where it has another form. */
const textOf = (name: string, value: unknown): string | undefined => {
  if (name !== SOURCES) return typeof value === 'string' ? value : undefined
  return Array.isArray(value) && value.every(isWord) ? value.join(' ') : undefined
}

const flattened = (text: string, value: unknown): WireMetadata | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || JSON.stringify(value) !== text) return undefined
  const flat: Record<string, string> = {}
  for (const [name, entry] of Object.entries(value)) {
    const said = textOf(name, entry)
    if (said === undefined || RESERVED.has(name) || name.startsWith('$')) return undefined
    flat[THEIR_NAMES.get(name) ?? name] = said
  }
  return flat
}

/** JSON text, and the value that it stands for, as an object of texts. */
export const flat = (metadata: string, value: unknown): WireMetadata => flattened(metadata, value) ?? { [AS_IT_IS]: metadata }

/** What the server is to hold for an event. */
export const toWire = (said: WireMetadata, schema: number, recordedAt: string | undefined): WireMetadata =>
  recordedAt === undefined ? { [SCHEMA]: String(schema), ...said } : { [SCHEMA]: String(schema), [RECORDED_AT]: recordedAt, ...said }

/** The value that a text stands for as JSON; nothing where it is none. */
export const jsonOf = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

const schemaOf = (value: unknown): number => {
  const schema = typeof value === 'string' || typeof value === 'number' ? Number(value) : 1
  return Number.isSafeInteger(schema) && schema > 0 ? schema : 1
}

/** Reads it back. What another program wrote is read in the same way as far as it goes; the codecs judge it. */
export const fromWire = (wire: unknown): Said => {
  if (typeof wire !== 'object' || wire === null || Array.isArray(wire)) return { schema: 1, metadata: JSON.stringify(wire ?? null) }
  const said: Record<string, unknown> = {}
  let schema = 1
  let recordedAt: string | undefined
  let asItIs: string | undefined
  for (const [name, value] of Object.entries(wire)) {
    if (name === SCHEMA) schema = schemaOf(value)
    else if (name === RECORDED_AT) recordedAt = typeof value === 'string' && isInstant(value) ? value : undefined
    else if (name === AS_IT_IS && typeof value === 'string') asItIs = value
    else if (name === SOURCES && typeof value === 'string') said[SOURCES] = value === '' ? [] : value.split(' ')
    else said[OUR_NAMES.get(name) ?? name] = value
  }
  return { schema, metadata: asItIs ?? JSON.stringify(said), ...(recordedAt !== undefined && { recordedAt }) }
}

// As this adapter writes it, unless a text in it needs an escape or a bracket. Without those every quote begins or ends a text, and every one
// that a colon follows ends a name: names can then be told from values without parsing, which halves what reading metadata costs.
const PLAIN = /^\{"schema":"([1-9]\d{0,8})",(?:"recordedAt":"([^"\\]*)",)?("[^\\[{]*)\}$/
const SOURCES_AS_TEXT = /"sources":"([^"]*)"/

const listed = (_: string, sources: string): string => `"sources":[${sources === '' ? '' : `"${sources.replaceAll(' ', '","')}"`}]`

/** Reads metadata from the server's text; nothing where that is no JSON, as far as it was parsed. */
export const fromText = (text: string): Said | undefined => {
  const [, schema, recordedAt, entries] = PLAIN.exec(text) ?? []
  if (schema === undefined || entries === undefined || entries.includes(`"${AS_IT_IS}":`)) {
    const wire = text === '' ? null : jsonOf(text)
    return wire === undefined ? undefined : fromWire(wire)
  }
  const named = entries.replace('"$correlationId":', '"correlationId":').replace('"$causationId":', '"causationId":')
  const metadata = `{${named.replace(SOURCES_AS_TEXT, listed)}}`
  return { schema: Number(schema), metadata, ...(recordedAt !== undefined && isInstant(recordedAt) && { recordedAt }) }
}
