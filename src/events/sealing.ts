import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../domain/kernel/decider.js'
import type { EventLogFault } from '../domain/kernel/event-log.js'
import type { Cipher, KeyHeld } from '../domain/kernel/key-store.js'
import type { NewEvent, StoredEvent } from '../domain/kernel/recorded.js'
import type { PersonId } from '../domain/vocabulary/id.js'
import { aboutWhom, type Closed, type Form, isJson, type Json, type Personal, personalIn, standIn } from './personal.js'

// How one event is sealed and opened. What is personal is taken out of an object and put back as one sealed text beside the rest: out of the data
// itself, out of the event that a correction or a dispute carries, and out of the objects within. The written form says whose key it takes and what
// it hides, so that opening needs no knowledge of the event.

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

/** An object within an event's data: where it stands, and what is personal in it. */
interface Part {
  readonly place: string
  readonly personal: Personal | undefined
}

type Change = (part: Json, at: Part) => Json

/** Changes every object within data, innermost first. */
const changed = (data: Json, stream: string, change: Change): Json => {
  const within = (value: unknown, place: string, whole: PersonId | undefined): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => within(item, `${place}.${index}`, whole))
    if (!isJson(value)) return value
    return object(value, place, aboutWhom(value, whole), 'a part')
  }
  const object = (part: Json, place: string, of: PersonId | undefined, is: 'an event' | 'a part'): Json => {
    const fields: { [field: string]: unknown } = {}
    for (const [name, value] of Object.entries(part)) {
      const inside = place === 'data' ? name : `${place}.${name}`
      // What a correction or a dispute carries is an event as well.
      const carried = place === 'data' && name === 'value' && isJson(value) && typeof value.type === 'string' ? value : undefined
      if (carried !== undefined) fields[name] = object(carried, inside, aboutWhom(carried, stream), 'an event')
      else fields[name] = name === SEAL ? value : within(value, inside, of)
    }
    return change(fields, { place, personal: personalIn(part, of, is) })
  }
  return object(data, 'data', aboutWhom(data, stream), 'an event')
}

/** Whose personal data stand in the clear in an event that is to be written, or was. */
export const peopleIn = ({ data }: NewEvent, stream: StreamName): ReadonlyArray<string> => {
  // Most events name nobody: they are not worth parsing.
  const json = data.includes(A_PERSON) || stream.startsWith(A_PERSON) ? parsed(data) : undefined
  const people: string[] = []
  if (json === undefined) return people
  changed(json, stream, (part, { personal }) => {
    if (personal !== undefined) people.push(personal.of)
    return part
  })
  return people
}

/** The event as it is written, its personal parts sealed; nothing where a key that it takes is destroyed. What nobody has a key for stays as it is. */
export const sealEvent = (event: NewEvent, stream: StreamName, keys: Keys, cipher: Cipher): NewEvent | undefined => {
  const data = parsed(event.data)
  if (data === undefined) return event
  let possible = true
  const written = changed(data, stream, (part, { place, personal }) => {
    const key = personal && keys(personal.of)
    if (key === 'destroyed') possible = false
    if (personal === undefined || key === undefined || key === 'destroyed') return part
    const [hidden, open] = split(part, personal.forms)
    const sealed: Sealed = { ...personal, text: cipher.seal(key, `${event.id} ${place}`, JSON.stringify(hidden)) }
    return { ...open, [SEAL]: sealed }
  })
  return possible ? { ...event, data: JSON.stringify(written) } : undefined
}

const split = (part: Json, forms: Sealed['forms']): readonly [hidden: Json, open: Json] => {
  const hidden: { [field: string]: unknown } = {}
  const open: { [field: string]: unknown } = {}
  for (const [field, value] of Object.entries(part)) (Object.hasOwn(forms, field) ? hidden : open)[field] = value
  return [hidden, open]
}

/** Whether an event holds something sealed: cheap, since every event that is read is asked. */
export const mayBeSealed = ({ data }: StoredEvent): boolean => data.includes(SEAL)

/** Whose keys it takes to read an event. */
export const keysNeeded = ({ data, stream }: StoredEvent): ReadonlyArray<string> => {
  const json = parsed(data)
  const people: string[] = []
  if (json === undefined) return people
  changed(json, stream, (part) => {
    const sealed = part[SEAL]
    if (isSealed(sealed)) people.push(sealed.of)
    return part
  })
  return people
}

/** The event as it was before it was sealed; where a key is gone or not held here, texts that say so stand in the place of what it hid. */
export const openEvent = (event: StoredEvent, keys: Keys, cipher: Cipher): Either<EventLogFault, StoredEvent> => {
  const data = parsed(event.data)
  if (data === undefined) return E.right(event)
  let isWhole = true
  const open = changed(data, event.stream, (part, { place }) => {
    const { [SEAL]: sealed, ...rest } = part
    if (!isSealed(sealed)) return part
    const hidden = hiddenIn(sealed, `${event.id} ${place}`, keys(sealed.of), cipher)
    if (hidden === undefined) isWhole = false
    return { ...rest, ...hidden }
  })
  if (isWhole) return E.right({ ...event, data: JSON.stringify(open) })
  const where = `stream ${event.stream}, revision ${event.revision}`
  return E.left({ _tag: 'LogDamaged', at: where, cause: 'what is sealed there does not open with the key of its person' })
}

const hiddenIn = (sealed: Sealed, place: string, key: KeyHeld, cipher: Cipher): Json | undefined => {
  if (key === undefined || key === 'destroyed') return closed(sealed, key === 'destroyed' ? 'erased' : 'sealed')
  return parsed(cipher.open(key, place, sealed.text) ?? '')
}

const closed = ({ forms }: Pick<Sealed, 'forms'>, why: Closed): Json =>
  Object.fromEntries(Object.entries(forms).map(([field, form]) => [field, standIn(form, why)]))

/** The event as it is shown to whoever is not to see what is personal in it, sealed or not. */
export const maskEvent = (event: StoredEvent): StoredEvent => {
  const data = parsed(event.data)
  if (data === undefined) return event
  const shown = changed(data, event.stream, (part, { personal }) => {
    const { [SEAL]: sealed, ...rest } = part
    const hidden = isSealed(sealed) ? sealed : personal
    return hidden === undefined ? part : { ...rest, ...closed(hidden, 'masked') }
  })
  return { ...event, data: JSON.stringify(shown) }
}
