import type { CivilDate } from './civil-date.js'
import { type Invalid, invalid } from './invalid.js'
import { type Field, oneOf, type Parser, parserOf, shape } from './plain.js'
import { type StatedDate, statedDateField, windowOf } from './stated-date.js'
import { isLanguage, lineField, parseLanguage } from './text.js'
import { isAfter, isBefore, precedes } from './window.js'

/**
 * One name of a thing, in one language, for the time it was borne. Two things of the same name are not the same thing.
 * @example
 * isName({ text: 'Civil Service College', language: 'en', from: { edtf: '2021-12-09' } }) // => true
 */
export interface Name {
  /** One line of 1 to 300 characters in NFC. */
  readonly text: string
  /** A BCP 47 tag. */
  readonly language: string
  readonly kind?: 'official' | 'alias' | 'romanised' | 'translated' | 'former'
  /** The first day of the name, as stated. */
  readonly from?: StatedDate
  /** The last day of the name, as stated. */
  readonly to?: StatedDate
}

const NAME = shape(
  'a name, text and language',
  { text: lineField(300), language: { is: isLanguage, parse: parseLanguage } },
  { kind: oneOf('official', 'alias', 'romanised', 'translated', 'former'), from: statedDateField, to: statedDateField },
)

const runsBackwards = ({ from, to }: Name): boolean =>
  from !== undefined && to !== undefined && precedes(windowOf(to), windowOf(from)) === 'yes'

/**
 * Whether a value is a name whose last day does not surely lie before its first.
 * @example
 * isName({ text: '', language: 'en' }) // => false
 */
export const isName = (value: unknown): value is Name => NAME.is(value) && !runsBackwards(value as Name)

/**
 * Accepts what `isName` accepts; rejects control characters, text not in NFC, more than 300 characters.
 * @example
 * parseName({ text: 'NAG', language: 'en' }) // => { _tag: 'Right', right: { text: 'NAG', language: 'en' } }
 */
export const parseName: Parser<Name> = parserOf(
  isName,
  (value): Invalid => (NAME.is(value) ? invalid('a name that does not end before it begins', value) : NAME.fault(value)),
)

/**
 * A name as a field of a shape.
 * @example
 * nameField.is({ text: 'NAG', language: 'en' }) // => true
 */
export const nameField: Field = { is: isName, parse: parseName }

const mayHold = ({ from, to }: Name, day: CivilDate): boolean => {
  const notYet = from !== undefined && isAfter(windowOf(from), day) === 'yes'
  const noLonger = to !== undefined && isBefore(windowOf(to), day) === 'yes'
  return !notYet && !noLonger
}

/** A range matches its own and every narrower tag: `zh` fits `zh-Hant`. */
const isIn = (language: string, wanted: string): boolean => {
  const [tag, range] = [language.toLowerCase(), wanted.toLowerCase()]
  return tag === range || tag.startsWith(`${range}-`)
}

/**
 * All names that may have been borne on a day (any day, if none is given), in a language or any narrower one; in the order given. A name
 * is left out only where it surely was not borne yet, or no longer.
 * @example
 * nameOn([{ text: 'A', language: 'en', to: { edtf: '2024-07-24' } }, { text: 'B', language: 'en' }], '2025-01-01') // => [{ text: 'B', language: 'en' }]
 */
export const nameOn = (names: ReadonlyArray<Name>, day: CivilDate | undefined, language?: string): ReadonlyArray<Name> =>
  names.filter((name) => (day === undefined || mayHold(name, day)) && (language === undefined || isIn(name.language, language)))

const HAN = /\p{Script=Han}/u
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u

const wordsOf = (text: string): ReadonlyArray<string> => text.normalize('NFC').toLowerCase().split(BETWEEN_WORDS).filter(Boolean)

/**
 * Whether any of the names holds every word searched for, whatever the case, order or punctuation. Words count whole ("Wang" does not fit
 * "Wangari"), but Chinese, which is written without spaces, is looked for anywhere in the text.
 * @example
 * fits([{ text: 'Mr Terence Wang', language: 'en' }], 'wang, terence') // => true
 * fits([{ text: '公務員學院', language: 'zh-Hant' }], '學院') // => true
 * fits([{ text: 'Transport Department', language: 'en' }], 'port') // => false
 */
export const fits = (names: ReadonlyArray<Name>, searched: string): boolean => {
  const wanted = wordsOf(searched)
  const holds = (text: string): boolean => {
    const words = wordsOf(text)
    return wanted.every((word) => words.includes(word) || (HAN.test(word) && words.some((each) => each.includes(word))))
  }
  return wanted.length > 0 && names.some(({ text }) => holds(text))
}
