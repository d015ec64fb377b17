import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../domain/kernel/decider.js'
import type { EventLogFault } from '../domain/kernel/event-log.js'
import type { Cipher, KeyHeld } from '../domain/kernel/key-store.js'
import type { NewEvent, StoredEvent } from '../domain/kernel/recorded.js'
import { type Closed, type Form, isJson, type Json, type Personal, personalIn, standIn } from './personal.js'

// How one event is sealed and opened. What is personal is taken out of the data and put back as one sealed text beside the rest: for the data
// itself, and for the event within that a correction or a dispute carries. The written form says whose key it takes and what it hides, so that
// opening needs no knowledge of the event.

const SEAL = '$sealed'

interface Sealed {
  readonly of: string
  readonly forms: { readonly [field: string]: Form }
  readonly text: string
}

// Where an id of a person begins.
const A_PERSON = 'person-'

const isForm = (value: unknown): value is Form => value === 'name' || value === 'names' || value === 'text' || value === 'texts'

const isSealed = (value: unknown): value is Sealed =>
  isJson(value) &&
  typeof value.of === 'string' &&
  typeof value.text === 'string' &&
  isJson(value.forms) &&
  Object.values(value.forms).every(isForm)

const parsed = (text: string): Json | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return isJson(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Whose key gives what: for each person the key, that it is destroyed, or nothing. */
export type Keys = (person: string) => KeyHeld

/** The parts of data that may each be personal: the data itself, and the event that it carries. */
const partsOf = (data: Json): ReadonlyArray<readonly [at: 'data' | 'value', part: Json]> =>
  isJson(data.value) && typeof data.value.type === 'string'
    ? [
        ['data', data],
        ['value', data.value],
      ]
    : [['data', data]]

const personalOf = (data: Json, stream: StreamName): ReadonlyArray<readonly [at: 'data' | 'value', part: Json, personal: Personal]> =>
  partsOf(data).flatMap(([at, part]) => {
    const personal = personalIn(part, stream)
    return personal === undefined ? [] : [[at, part, personal] as const]
  })

/** Whose personal data stand in the clear in an event that is to be written, or was. */
export const peopleIn = ({ data }: NewEvent, stream: StreamName): ReadonlyArray<string> => {
  // Most events name nobody: they are not worth parsing.
  const json = data.includes(A_PERSON) || stream.startsWith(A_PERSON) ? parsed(data) : undefined
  return json === undefined ? [] : personalOf(json, stream).map(([, , { of }]) => of)
}

/** The event as it is written, its personal parts sealed; nothing where a key that it takes is destroyed. What nobody has a key for stays as it is. */
export const sealEvent = (event: NewEvent, stream: StreamName, keys: Keys, cipher: Cipher): NewEvent | undefined => {
  const data = parsed(event.data)
  if (data === undefined) return event
  let written = data
  // The event within comes last in the list of parts, and goes first into the whole.
  for (const [at, part, { of, forms }] of personalOf(data, stream).toReversed()) {
    const key = keys(of)
    if (key === 'destroyed') return undefined
    if (key === undefined) continue
    const whole: Json = at === 'data' ? written : part
    const [hidden, open] = split(whole, forms)
    const sealed: Sealed = { of, forms, text: cipher.seal(key, placeOf(event.id, at), JSON.stringify(hidden)) }
    const rest: Json = { ...open, [SEAL]: sealed }
    written = at === 'data' ? rest : { ...written, value: rest }
  }
  return { ...event, data: JSON.stringify(written) }
}

const split = (part: Json, forms: Sealed['forms']): readonly [hidden: Json, open: Json] => {
  const hidden: { [field: string]: unknown } = {}
  const open: { [field: string]: unknown } = {}
  for (const [field, value] of Object.entries(part)) (Object.hasOwn(forms, field) ? hidden : open)[field] = value
  return [hidden, open]
}

const placeOf = (id: string, at: 'data' | 'value'): string => `${id} ${at}`

/** Whether an event holds something sealed: cheap, since every event that is read is asked. */
export const mayBeSealed = ({ data }: StoredEvent): boolean => data.includes(SEAL)

/** Whose keys it takes to read an event. */
export const keysNeeded = ({ data }: StoredEvent): ReadonlyArray<string> => {
  const json = parsed(data)
  if (json === undefined) return []
  return partsOf(json).flatMap(([, part]) => (isSealed(part[SEAL]) ? [part[SEAL].of] : []))
}

/** The event as it was before it was sealed; where a key is gone or not held here, texts that say so stand in the place of what it hid. */
export const openEvent = (event: StoredEvent, keys: Keys, cipher: Cipher): Either<EventLogFault, StoredEvent> => {
  const data = parsed(event.data)
  if (data === undefined) return E.right(event)
  let open = data
  for (const [at, part] of partsOf(data)) {
    const { [SEAL]: sealed, ...rest }: Json = at === 'data' ? open : part
    if (!isSealed(sealed)) continue
    const opened = hiddenIn(event, at, sealed, keys(sealed.of), cipher)
    if (E.isLeft(opened)) return opened
    const whole: Json = { ...rest, ...opened.right }
    open = at === 'data' ? whole : { ...open, value: whole }
  }
  return E.right({ ...event, data: JSON.stringify(open) })
}

const hiddenIn = (event: StoredEvent, at: 'data' | 'value', sealed: Sealed, key: KeyHeld, cipher: Cipher): Either<EventLogFault, Json> => {
  if (key === undefined || key === 'destroyed') return E.right(closed(sealed, key === 'destroyed' ? 'erased' : 'sealed'))
  const hidden = parsed(cipher.open(key, placeOf(event.id, at), sealed.text) ?? '')
  if (hidden !== undefined) return E.right(hidden)
  const where = `stream ${event.stream}, revision ${event.revision}`
  return E.left({ _tag: 'LogDamaged', at: where, cause: 'what is sealed there does not open with the key of its person' })
}

const closed = ({ forms }: Pick<Sealed, 'forms'>, why: Closed): Json =>
  Object.fromEntries(Object.entries(forms).map(([field, form]) => [field, standIn(form, why)]))

/** The event as it is shown to whoever is not to see what is personal in it, sealed or not. */
export const maskEvent = (event: StoredEvent): StoredEvent => {
  const data = parsed(event.data)
  if (data === undefined) return event
  let shown = data
  for (const [at, part] of partsOf(data)) {
    const { [SEAL]: sealed, ...rest }: Json = at === 'data' ? shown : part
    const hidden = isSealed(sealed) ? sealed : personalIn(rest, event.stream)
    if (hidden === undefined) continue
    const whole: Json = { ...rest, ...closed(hidden, 'masked') }
    shown = at === 'data' ? whole : { ...shown, value: whole }
  }
  return { ...event, data: JSON.stringify(shown) }
}
