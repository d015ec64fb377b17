import type { PersonId } from '../vocabulary/id.js'

// A person's names, and free words about him, are sealed with a key of his own. Destroying the key erases them, in every event and for every time
// past, while the events themselves stay as they were written.

/** An end to somebody's names. What he took part in stays, under his id, and so does every count. */
export interface Erasure {
  readonly person: PersonId
  /** What asks for it: a law, a retention rule, a request. */
  readonly ground: string
}

/** From then on the names of the person, and what was said about him in free words, can be read no more, in no event and for no time past. */
export type PersonalDataErased = { readonly type: 'PersonalDataErased' } & Erasure

/**
 * Destroys the key under which the person's names, and free words about him, are sealed: `PersonalDataErased`. This cannot be undone, nor voided:
 * the record takes nothing more from then on (`PersonErased`). A record that was merged into another is erased by itself. It is a fault of the
 * store where it keeps no keys, or holds words on the person in the clear: nothing is promised then that cannot be kept.
 */
export type ErasePersonalData = { readonly type: 'ErasePersonalData' } & Erasure

/** Nothing more is recorded of somebody whose personal data were erased. */
export interface PersonErased {
  readonly _tag: 'PersonErased'
  readonly person: PersonId
}
