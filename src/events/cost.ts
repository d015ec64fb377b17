import type { Amount, Cost, Payer, TimeSpent } from '../domain/vocabulary/cost.js'
import { isQuantity, parseQuantity, type Quantity } from '../domain/vocabulary/quantity.js'
import { type Codec, guardCodec, valueCodec } from './codec/codec.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { idOf, line, listOf, oneOf } from './codec/simple.js'
import { quantitySchema } from './vocabulary-schema.js'

// Costs and hours as they are written, of whatever they are.

const quantity: Codec<Quantity> = valueCodec('a quantity', isQuantity, parseQuantity, undefined, quantitySchema)

/** A number of at most four decimals: every such number is written and read back the same. */
export const numberUpTo = (highest: number): Codec<number> =>
  guardCodec(
    `a number from 0 to ${highest}, of at most four decimals`,
    (value): value is number =>
      typeof value === 'number' && value >= 0 && value <= highest && !Object.is(value, -0) && Number((value * 10_000).toFixed(4)) % 1 === 0,
    { type: 'number', minimum: 0, maximum: highest },
  )

const CURRENCY = /^[A-Z]{3}$/
const currency: Codec<string> = guardCodec(
  'a currency of three letters (HKD)',
  (value): value is string => typeof value === 'string' && CURRENCY.test(value),
  { type: 'string', pattern: CURRENCY.source },
)

const payer = objectCodec<Payer>('who pays', { organisation: idOf('organisation'), share: optional(numberUpTo(100)) })
const amount = objectCodec<Amount>('an amount', { currency, amount: quantity })
const basis = oneOf('estimate', 'actual')

export const cost: Props<Cost> = { item: line, amount, basis, payers: optional(listOf(payer, { atMost: 100 })) }

export const timeSpent: Props<TimeSpent> = {
  person: optional(idOf('person')),
  dutyHours: optional(quantity),
  nonDutyHours: optional(quantity),
  basis,
}
