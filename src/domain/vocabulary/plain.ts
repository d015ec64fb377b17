import { type Either, isLeft, left, right } from 'fp-ts/lib/Either.js'
import { type Invalid, invalid } from './invalid.js'

/*
 * How the vocabulary reads plain JSON objects. A rule is stated once, as a shape: the guard runs it without allocating (a rebuild asks
 * it hundreds of thousands of times), and only a value that fails is walked again to say where and why.
 */

/**
 * Reads one kind of value from anything at all; a value it does not accept comes back as the reason.
 * @example
 * field((value) => value === true, 'true').parse(true) // => { _tag: 'Right', right: true }
 */
export type Parser<A> = (value: unknown) => Either<Invalid, A>

/**
 * One place in a shape: a fast guard, and a parser that says what was wrong. Both must accept the same values.
 * @example
 * oneOf('in', 'out').is('in') // => true
 */
export interface Field {
  readonly is: (value: unknown) => boolean
  readonly parse: Parser<unknown>
}

/**
 * What an object may hold: the guard, and the first fault of a value the guard refused.
 * @example
 * shape('a door', { is: oneOf('open', 'shut') }).fault(1) // => { _tag: 'Invalid', path: '', expected: 'a door', given: '1' }
 */
export interface Shape {
  readonly is: (value: unknown) => boolean
  readonly fault: (value: unknown) => Invalid
}

/**
 * A plain JSON object: no list, no class instance.
 * @example
 * isPlain({ n: 1 }) // => true
 * isPlain([1]) // => false
 * isPlain(new Map()) // => false
 */
export const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

/**
 * A parser that accepts exactly what the guard accepts.
 * @example
 * parserOf(isPlain, (value) => invalid('an object', value))({}) // => { _tag: 'Right', right: {} }
 */
export const parserOf =
  <A>(is: (value: unknown) => value is A, fault: (value: unknown) => Invalid): Parser<A> =>
  (value) =>
    is(value) ? right(value) : left(fault(value))

/**
 * A field read by a guard, with a sentence for what was expected.
 * @example
 * field((value) => value === true, 'true').is(true) // => true
 */
export const field = (is: (value: unknown) => boolean, expected: string): Field => ({
  is,
  parse: (value) => (is(value) ? right(value) : left(invalid(expected, value))),
})

/**
 * A field that holds one of a closed list of words.
 * @example
 * oneOf('in', 'out').is('up') // => false
 */
export const oneOf = (...words: ReadonlyArray<string>): Field =>
  field((value) => typeof value === 'string' && words.includes(value), `one of: ${words.join(', ')}`)

const at = (place: string, fault: Invalid): Invalid => {
  const joint = fault.path === '' || fault.path.startsWith('[') ? '' : '.'
  return { ...fault, path: `${place}${joint}${fault.path}` }
}

const faultOf = (read: Field, value: unknown, place: string): Invalid | undefined => {
  const result = read.parse(value)
  return isLeft(result) ? at(place, result.left) : undefined
}

const LONGEST_LIST = 10_000

/**
 * A list whose items all fit one field; at most 10,000 of them, no holes.
 * @example
 * listOf(oneOf('in', 'out')).is(['in', 'in']) // => true
 */
export const listOf = (item: Field): Field => {
  const isItem = item.is
  const is = (value: unknown): boolean => {
    if (!Array.isArray(value) || value.length > LONGEST_LIST) return false
    for (let i = 0; i < value.length; i++) if (!isItem(value[i])) return false
    return true
  }
  const fault = (value: unknown): Invalid => {
    if (!Array.isArray(value) || value.length > LONGEST_LIST) return invalid(`a list of at most ${LONGEST_LIST}`, value)
    const index = Array.from(value).findIndex((each) => !isItem(each))
    return faultOf(item, value[index], `[${index}]`) ?? invalid('a list', value)
  }
  return { is, parse: (value) => (is(value) ? right(value) : left(fault(value))) }
}

/**
 * An object with these required and optional fields and no others; a key that is present but `undefined` is refused, JSON has none.
 * @example
 * shape('a door', { is: oneOf('open', 'shut') }).is({ is: 'open' }) // => true
 * shape('a door', { is: oneOf('open', 'shut') }).is({ is: 'open', colour: 'red' }) // => false
 * shape('a door', { is: oneOf('open', 'shut') }).fault({ is: 'ajar' }).path // => 'is'
 */
export const shape = (
  expected: string,
  required: Readonly<Record<string, Field>>,
  optional: Readonly<Record<string, Field>> = {},
): Shape => {
  const needed = Object.keys(required)
  const fields = new Map(Object.entries({ ...required, ...optional }))
  const is = (value: unknown): boolean => {
    if (!isPlain(value)) return false
    for (const key of needed) if (value[key] === undefined) return false
    for (const key in value) if (fields.get(key)?.is(value[key]) !== true) return false
    return true
  }
  const fault = (value: unknown): Invalid => {
    if (!isPlain(value)) return invalid(expected, value)
    for (const [key, read] of fields) {
      const found = key in value || key in required ? faultOf(read, value[key], key) : undefined
      if (found !== undefined) return found
    }
    const surplus = Object.keys(value).find((key) => !fields.has(key))
    return surplus === undefined ? invalid(expected, value) : invalid(`no such field in ${expected}`, value[surplus], surplus)
  }
  return { is, fault }
}

/**
 * One of several shapes, told apart by the word in one key.
 * @example
 * tagged('_tag', 'a door', { open: shape('a door', { _tag: oneOf('open') }) }).is({ _tag: 'open' }) // => true
 */
export const tagged = (key: string, expected: string, shapes: Readonly<Record<string, Shape>>): Shape => {
  const known = new Map(Object.entries(shapes))
  const chosen = (value: unknown): Shape | undefined => {
    const tag = isPlain(value) ? value[key] : undefined
    return typeof tag === 'string' ? known.get(tag) : undefined
  }
  return {
    is: (value) => chosen(value)?.is(value) === true,
    fault: (value) => {
      if (!isPlain(value)) return invalid(expected, value)
      return chosen(value)?.fault(value) ?? invalid(`one of: ${[...known.keys()].join(', ')}`, value[key], key)
    },
  }
}
