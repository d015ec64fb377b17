import { isId, type OrganisationId, type PostId, parseId } from './id.js'
import { type Field, type Parser, parserOf, shape } from './plain.js'
import { lineField } from './text.js'

/**
 * In what capacity a person acted: the title as used that day. It proves the holder for that day only.
 * @example
 * isCapacity({ title: 'Secretary for the Civil Service', of: 'organisation-csb' }) // => true
 */
export interface Capacity {
  /** One line of at most 300 characters, as used that day. */
  readonly title: string
  readonly of?: OrganisationId
  readonly post?: PostId
}

const CAPACITY = shape(
  'a capacity, title and optionally of and post',
  { title: lineField(300) },
  {
    of: { is: isId('organisation'), parse: parseId('organisation') },
    post: { is: isId('post'), parse: parseId('post') },
  },
)

/**
 * Whether a value is a capacity.
 * @example
 * isCapacity({ title: 'Commissioner', of: 'person-1' }) // => false
 */
export const isCapacity = (value: unknown): value is Capacity => CAPACITY.is(value)

/**
 * Accepts what `isCapacity` accepts; rejects an empty or overlong title, and ids of another kind.
 * @example
 * parseCapacity({ title: 'Commissioner' }) // => { _tag: 'Right', right: { title: 'Commissioner' } }
 */
export const parseCapacity: Parser<Capacity> = parserOf(isCapacity, CAPACITY.fault)

/**
 * A capacity as a field of a shape.
 * @example
 * capacityField.is({ title: 'Commissioner' }) // => true
 */
export const capacityField: Field = { is: isCapacity, parse: parseCapacity }
