import type { OrganisationId, PersonId } from './id.js'
import { type Quantity, showQuantity } from './quantity.js'

/**
 * Money as somebody stated it, with the kind of the figure: about 120,000 dollars is not 120,000. The currency is a code of ISO 4217.
 * @example
 * showAmount({ currency: 'HKD', amount: { kind: 'about', n: 120000 } }) // => 'HKD ≈120000'
 */
export interface Amount {
  readonly currency: string
  readonly amount: Quantity
}

/**
 * Who bears a part of a cost, in percent of the amount. Absent `share`: nobody says how much of it.
 * @example
 * sharesOf([{ organisation: 'organisation-lands', share: 75 }, { organisation: 'organisation-csc' }]) // => 75
 */
export interface Payer {
  readonly organisation: OrganisationId
  readonly share?: number
}

/**
 * One item of cost. An estimate and what was actually paid are two.
 * @example
 * showAmount({ currency: 'HKD', amount: { kind: 'exact', n: 800 } }) // => 'HKD =800'
 */
export interface Cost {
  readonly item: string
  readonly amount: Amount
  readonly basis: 'estimate' | 'actual'
  readonly payers?: ReadonlyArray<Payer>
}

/**
 * Time that each participant (or the one named) spent: in hours of duty, and outside them.
 * @example
 * saysHours({ dutyHours: { kind: 'exact', n: 6.5 }, basis: 'actual' }) // => true
 */
export interface TimeSpent {
  readonly person?: PersonId
  readonly dutyHours?: Quantity
  readonly nonDutyHours?: Quantity
  readonly basis: 'estimate' | 'actual'
}

/**
 * An amount as answers show it.
 * @example
 * showAmount({ currency: 'HKD', amount: { kind: 'unknown' } }) // => 'HKD ?'
 */
export const showAmount = ({ currency, amount }: Amount): string => `${currency} ${showQuantity(amount)}`

/**
 * The shares that are stated, added up: more than 100 cannot be.
 * @example
 * sharesOf([{ organisation: 'organisation-lands', share: 75 }, { organisation: 'organisation-csc', share: 30 }]) // => 105
 */
export const sharesOf = (payers: ReadonlyArray<Payer>): number => Number(payers.reduce((sum, { share = 0 }) => sum + share, 0).toFixed(4))

/**
 * Whether any hours are stated at all.
 * @example
 * saysHours({ basis: 'actual' }) // => false
 */
export const saysHours = ({ dutyHours, nonDutyHours }: TimeSpent): boolean => dutyHours !== undefined || nonDutyHours !== undefined
