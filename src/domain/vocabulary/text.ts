import { invalid } from './invalid.js'
import { type Field, field, type Parser, parserOf } from './plain.js'

/** Control characters, and halves of a character that stand alone: neither can be printed or searched. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u
const UNPRINTABLE_IN_TEXT = /[^\P{Cc}\n\t]|\p{Cs}/u
const SOMETHING = /\S/u
const LANGUAGE = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}$/

/**
 * Words of a source, reasons, notes: 1 to `max` UTF-16 units, not only blanks, no control character but newline and tab.
 * @example
 * isText(20)('early December 2024') // => true
 * isText(20)('   ') // => false
 * isText(3)('long') // => false
 */
export const isText =
  (max: number) =>
  (value: unknown): value is string =>
    typeof value === 'string' && value.length <= max && SOMETHING.test(value) && !UNPRINTABLE_IN_TEXT.test(value)

/**
 * Accepts what `isText(max)` accepts.
 * @example
 * parseText(5)('hello') // => { _tag: 'Right', right: 'hello' }
 */
export const parseText = (max: number): Parser<string> =>
  parserOf(isText(max), (value) => invalid(`text of 1 to ${max} characters, none of them a control character`, value))

/**
 * A name, title or label: 1 to `max` UTF-16 units on one line, not only blanks, in Unicode's composed form (NFC), so that equal names are
 * equal strings.
 * @example
 * isLine(20)('Qianhai') // => true
 * isLine(20)('two\nlines') // => false
 * isLine(20)('e\u0301') // => false
 */
export const isLine =
  (max: number) =>
  (value: unknown): value is string =>
    typeof value === 'string' &&
    value.length <= max &&
    SOMETHING.test(value) &&
    !UNPRINTABLE.test(value) &&
    value.normalize('NFC') === value

/**
 * A BCP 47 language tag by its form (`en`, `zh-Hant`, `zh-Hant-HK`); whether the language exists is not asked.
 * @example
 * isLanguage('zh-Hant') // => true
 * isLanguage('Chinese') // => false
 */
export const isLanguage = (value: unknown): value is string => typeof value === 'string' && LANGUAGE.test(value)

/**
 * Accepts what `isLanguage` accepts.
 * @example
 * parseLanguage('en') // => { _tag: 'Right', right: 'en' }
 */
export const parseLanguage: Parser<string> = parserOf(isLanguage, (value) => invalid('a language tag such as en or zh-Hant', value))

/**
 * A field of text, for shapes.
 * @example
 * textField(10).is('words') // => true
 */
export const textField = (max: number): Field => ({ is: isText(max), parse: parseText(max) })

/**
 * A field of one line, for shapes; says so when only the composed form is missing.
 * @example
 * lineField(10).is('words') // => true
 */
export const lineField = (max: number): Field => {
  const composed = field(isLine(max), 'the same text in Unicode normalisation form NFC')
  const plain = field(isLine(max), `one line of 1 to ${max} characters, none of them a control character`)
  const reads = (value: unknown): Field => (typeof value === 'string' && isLine(max)(value.normalize('NFC')) ? composed : plain)
  return { is: isLine(max), parse: (value) => reads(value).parse(value) }
}
