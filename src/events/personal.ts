import { isPersonId, type PersonId } from '../domain/vocabulary/id.js'
import { isName } from '../domain/vocabulary/name.js'

// What is personal in an event: the names of a person, and the free words about one. It is found by form, not by type of event, so that no event
// that is added later is forgotten. What counts rest on (ids, days, grades, posts, marks) is never touched.

/** What stands in an event's data, as JSON. */
export interface Json {
  readonly [field: string]: unknown
}

/** What kind of value was taken out of a field, so that something of the same kind can stand there when it cannot be read any more. */
export type Form = 'name' | 'names' | 'text' | 'texts'

const NAMED = new Set(['names', 'name', 'describedAs'])
const WORDS = new Set(['words', 'why', 'reason', 'comment', 'given', 'text', 'digest', 'points', 'businessCase', 'objectives'])

const listOf = (value: unknown, is: (item: unknown) => boolean): boolean => Array.isArray(value) && value.length > 0 && value.every(is)

const isText = (value: unknown): value is string => typeof value === 'string'

const formOf = (value: unknown): Form | undefined => {
  if (isText(value)) return 'text'
  if (isName(value)) return 'name'
  if (listOf(value, isName)) return 'names'
  return listOf(value, isText) ? 'texts' : undefined
}

export const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

// Of what stands deeper (the hosts an officer asked for, the marks of a roll), only what cannot be a source's words for a date or a figure.
const WORDS_WITHIN = new Set(['why', 'reason', 'note', 'comment'])

/** Whom an event, or a part of one, is about: an author before the officer he writes about; else whoever the whole is about. */
export const aboutWhom = ({ author, officer, person }: Json, whole: string | undefined): PersonId | undefined =>
  [author, officer, person, whole].find(isPersonId)

/** Those fields of an event's data that are personal, and whose they are. */
export interface Personal {
  readonly of: PersonId
  readonly forms: { readonly [field: string]: Form }
}

/** What is personal in an event's data (or in an event that it carries), or in a part of it, if anything is, and somebody is known whom it is about. */
export const personalIn = (data: Json, of: PersonId | undefined, is: 'an event' | 'a part'): Personal | undefined => {
  if (of === undefined) return undefined
  const forms: { [field: string]: Form } = {}
  for (const [field, value] of Object.entries(data)) {
    const isPersonal = is === 'a part' ? WORDS_WITHIN.has(field) : NAMED.has(field) || WORDS.has(field)
    const form = isPersonal ? formOf(value) : undefined
    if (form !== undefined) forms[field] = form
  }
  return Object.keys(forms).length === 0 ? undefined : { of, forms }
}

/** Why something cannot be read: its key was destroyed for good, or is not held here, or whoever asks is not to see it. */
export type Closed = 'erased' | 'sealed' | 'masked'

/** What stands in a field that cannot be read: a text that says so, in the field's own form. */
export const standIn = (form: Form, why: Closed): unknown => {
  const text = `[${why}]`
  switch (form) {
    case 'text':
      return text
    case 'texts':
      return [text]
    case 'name':
      return { text, language: 'und' }
    case 'names':
      return [{ text, language: 'und' }]
  }
}
