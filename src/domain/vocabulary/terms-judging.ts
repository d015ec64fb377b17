import type { Answer } from './answer.js'
import { boundsOfCount } from './count.js'
import type { Quota, Terms } from './terms.js'
import type { Act, Taken, TermsBreach } from './terms-act.js'
import { judgeEligibility } from './terms-eligibility.js'
import { breachIf } from './terms-finding.js'
import { judgeLength } from './terms-length.js'
import { judgeLimits } from './terms-limits.js'

const preferencesJudged = ({ mostPreferences: most }: Terms, { preferences: given }: Act): ReadonlyArray<TermsBreach> =>
  most === undefined || given === undefined || given <= most ? [] : breachIf('yes', { _tag: 'TooManyPreferences', most, given })

/** The steps so far are the first steps of the terms: the first that is not is out of order. */
const approvalsJudged = ({ approvals: steps }: Terms, { approvals: taken = [] }: Act): ReadonlyArray<TermsBreach> => {
  if (steps === undefined) return []
  const wrong = taken.findIndex((step, n) => step !== steps[n])
  const given = taken[wrong]
  if (given === undefined) return []
  const expected = steps[wrong]
  return breachIf('yes', { _tag: 'ApprovalOutOfOrder', steps, given, ...(expected !== undefined && { expected }) })
}

const isFull = ({ limit }: Quota, taken: Taken | undefined): Answer => {
  const free = boundsOfCount(limit)
  const used = taken === undefined ? { low: 0 } : boundsOfCount(taken.count)
  if (free.high !== undefined && used.low + 1 > free.high) return 'yes'
  return 'high' in used && used.high !== undefined && used.high + 1 <= free.low ? 'no' : 'cannot tell'
}

const quotasJudged = ({ quotas = [] }: Terms, { taken }: Act): ReadonlyArray<TermsBreach> => {
  if (taken === undefined) return []
  return quotas.flatMap((quota) => {
    const counted = taken.find((one) => one.quota === quota.name)
    return breachIf(isFull(quota, counted), { _tag: 'QuotaFull', quota, ...(counted && { taken: counted.count }) })
  })
}

/**
 * Every term that an act breaks, or of which nobody can tell whether it does; none where it keeps them. A part of the act that is absent is
 * not judged.
 * @example
 * judge({ mostPreferences: 3 }, { of: 'placement-1', day: { edtf: '2024-05' }, preferences: 4 }) // => [{ refusal: { _tag: 'TooManyPreferences', most: 3, given: 4 }, certainty: 'sure' }]
 */
export const judge = (terms: Terms, act: Act): ReadonlyArray<TermsBreach> => [
  ...judgeLength(terms, act),
  ...preferencesJudged(terms, act),
  ...approvalsJudged(terms, act),
  ...judgeEligibility(terms, act),
  ...judgeLimits(terms, act),
  ...quotasJudged(terms, act),
]
