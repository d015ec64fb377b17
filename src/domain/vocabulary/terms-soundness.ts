import { type StatedDate, windowOf } from './stated-date.js'
import { contradictionIn, type Terms } from './terms.js'
import type { Dated } from './terms-on.js'
import { precedes } from './window.js'

/** Why terms cannot be stated so: they end before they begin, or no act could keep them. */
export type UnsoundTerms =
  | { readonly _tag: 'TermsEndBeforeStart'; readonly from: StatedDate; readonly to: StatedDate }
  | { readonly _tag: 'TermsContradict'; readonly why: string }

/**
 * What is wrong with terms that are stated from a day on; nothing, where they may hold.
 * @example
 * unsoundTerms({ from: { edtf: '2024' }, to: { edtf: '2023' }, terms: {} }) // => { _tag: 'TermsEndBeforeStart', from: { edtf: '2024' }, to: { edtf: '2023' } }
 */
export const unsoundTerms = ({ from, to, terms }: Dated & { readonly terms: Terms }): UnsoundTerms | undefined => {
  if (to !== undefined && precedes(windowOf(to), windowOf(from)) === 'yes') return { _tag: 'TermsEndBeforeStart', from, to }
  const why = contradictionIn(terms)
  return why === undefined ? undefined : { _tag: 'TermsContradict', why }
}
