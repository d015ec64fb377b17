import * as E from 'fp-ts/lib/Either.js'
import { type CivilDate, parseCivilDate } from '../../domain/vocabulary/civil-date.js'
import { type AnyId, type Category, type Id, parseAnyId, parseId } from '../../domain/vocabulary/id.js'
import { invalid } from '../../domain/vocabulary/invalid.js'
import type { Parameter } from './question.js'

// What questions take, as a person types it.

/** A day of the calendar. */
export const day = (about: string): Parameter<CivilDate> => ({ about: `${about} (YYYY-MM-DD)`, parse: parseCivilDate })

/** The id of a thing of one kind. */
export const id = <C extends Category>(category: C, about: string): Parameter<Id<C>> => ({
  about: `${about} (${category}-…)`,
  parse: parseId(category),
})

/** The id of anything. */
export const anything = (about: string): Parameter<AnyId> => ({ about: `${about} (any id)`, parse: parseAnyId })

/** Free words, not empty. */
export const words = (about: string): Parameter<string> => ({
  about,
  parse: (text) => (text.trim() === '' ? E.left(invalid('some text', text)) : E.right(text)),
})

/** One of a few words. */
export const choice = <A extends string>(about: string, ...options: ReadonlyArray<A>): Parameter<A> => ({
  about: `${about} (${options.join(', ')})`,
  parse: (text) => {
    const chosen = options.find((option) => option === text)
    return chosen === undefined ? E.left(invalid(`one of ${options.join(', ')}`, text)) : E.right(chosen)
  },
})
