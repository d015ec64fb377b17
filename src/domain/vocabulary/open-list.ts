import { type Field, field, listOf, oneOf, type Parser, parserOf, type Shape, shape, tagged } from './plain.js'

/**
 * A list as a source gives it. Open: introduced by "including", "such as", "etc", so more may exist. Closed: these and no others.
 * @example
 * openList(['town planning', 'transportation']) // => { items: ['town planning', 'transportation'], open: true }
 */
export interface NamedList<A> {
  readonly items: ReadonlyArray<A>
  readonly open: boolean
}

/**
 * These and no others; an empty one says that there were none.
 * @example
 * closedList(['lectures']) // => { items: ['lectures'], open: false }
 */
export const closedList = <A>(items: ReadonlyArray<A>): NamedList<A> => ({ items, open: false })

/**
 * These among others; an empty one says that there were some, none of them named.
 * @example
 * openList([]) // => { items: [], open: true }
 */
export const openList = <A>(items: ReadonlyArray<A>): NamedList<A> => ({ items, open: true })

const listShape = (item: Field): Shape =>
  shape('a list, items and open', { items: listOf(item), open: field((value) => typeof value === 'boolean', 'true or false') })

/**
 * The guard of a list of up to 10,000 such items. Build it once, not per value.
 * @example
 * isNamedList((item) => typeof item === 'string')({ items: ['a'], open: false }) // => true
 * isNamedList((item) => typeof item === 'string')(['a']) // => false
 */
export const isNamedList = <A>(isItem: (value: unknown) => value is A): ((value: unknown) => value is NamedList<A>) => {
  const list = listShape(field(isItem, 'an item of the list'))
  return (value): value is NamedList<A> => list.is(value)
}

/**
 * The parser of a list, from the parser of its items; a fault names the item's place.
 * @example
 * parseNamedList(parseCivilDate)({ items: ['2023-12-18'], open: true }) // => { _tag: 'Right', right: { items: ['2023-12-18'], open: true } }
 */
export const parseNamedList = <A>(parseItem: Parser<A>): Parser<NamedList<A>> => {
  const list = listShape({ is: (value) => parseItem(value)._tag === 'Right', parse: parseItem })
  return parserOf((value): value is NamedList<A> => list.is(value), list.fault)
}

/**
 * A thing that may be named or recorded as none; the absence of the field is the third answer: not stated.
 * @example
 * named('Shenzhen') // => { _tag: 'named', value: 'Shenzhen' }
 */
export type Stated<A> = { readonly _tag: 'named'; readonly value: A } | { readonly _tag: 'none' }

/**
 * Somebody names it.
 * @example
 * named(10) // => { _tag: 'named', value: 10 }
 */
export const named = <A>(value: A): Stated<A> => ({ _tag: 'named', value })

/**
 * Somebody says that there is none.
 * @example
 * none // => { _tag: 'none' }
 */
export const none: Stated<never> = { _tag: 'none' }

const statedShape = (value: Field): Shape =>
  tagged('_tag', 'a name or none', {
    named: shape('a named value', { _tag: oneOf('named'), value }),
    none: shape('none', { _tag: oneOf('none') }),
  })

/**
 * The guard of a named value or none. Build it once, not per value.
 * @example
 * isStated(isCivilDate)({ _tag: 'none' }) // => true
 * isStated(isCivilDate)({ _tag: 'named', value: 'soon' }) // => false
 */
export const isStated = <A>(isValue: (value: unknown) => value is A): ((value: unknown) => value is Stated<A>) => {
  const stated = statedShape(field(isValue, 'the value named'))
  return (value): value is Stated<A> => stated.is(value)
}

/**
 * The parser of a named value or none, from the parser of the value.
 * @example
 * parseStated(parseCivilDate)({ _tag: 'none' }) // => { _tag: 'Right', right: { _tag: 'none' } }
 */
export const parseStated = <A>(parseValue: Parser<A>): Parser<Stated<A>> => {
  const stated = statedShape({ is: (value) => parseValue(value)._tag === 'Right', parse: parseValue })
  return parserOf((value): value is Stated<A> => stated.is(value), stated.fault)
}

/**
 * The three answers in words: the value, `none`, or `?` where nothing is stated.
 * @example
 * showStated({ _tag: 'named', value: 'Shenzhen' }, (city) => city) // => 'Shenzhen'
 * showStated({ _tag: 'none' }, String) // => 'none'
 * showStated(undefined, String) // => '?'
 */
export const showStated = <A>(stated: Stated<A> | undefined, show: (value: A) => string): string => {
  if (stated === undefined) return '?'
  switch (stated._tag) {
    case 'named':
      return show(stated.value)
    case 'none':
      return 'none'
  }
}
