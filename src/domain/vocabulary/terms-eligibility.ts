import { type Answer, and, not, or } from './answer.js'
import { addDays, type CivilDate } from './civil-date.js'
import { boundsOfCount, type Count } from './count.js'
import type { NamedList } from './open-list.js'
import { plusSpan } from './span.js'
import { windowOf } from './stated-date.js'
import type { Bar, Eligibility, Terms } from './terms.js'
import type { Act, OfficerFacts, Participation, TermsBreach, Wanting } from './terms-act.js'
import { breachIf } from './terms-finding.js'
import { precedes, windowFrom } from './window.js'

/** A list that is left open may hold what it does not name. */
const isIn = <A>({ items, open }: NamedList<A>, found: A | undefined): Answer => {
  if (found === undefined) return 'cannot tell'
  return items.includes(found) ? 'yes' : open ? 'cannot tell' : 'no'
}

const wanting = (broken: Answer, what: Wanting): ReadonlyArray<TermsBreach> => breachIf(broken, { _tag: 'NotEligible', wanting: what })

const served = ({ leastYearsOfService: least, mostYearsOfService: most }: Eligibility, found: Count | undefined): Answer => {
  const { low, high } = found === undefined ? { low: 0, high: undefined } : boundsOfCount(found)
  const isTooFew = least === undefined || low >= least ? 'no' : high !== undefined && high < least ? 'yes' : 'cannot tell'
  const isTooMany = most === undefined || (high !== undefined && high <= most) ? 'no' : low > most ? 'yes' : 'cannot tell'
  return or(isTooFew, isTooMany)
}

const rankJudged = ({ ranks, grades }: Eligibility, { rank, grade }: OfficerFacts): ReadonlyArray<TermsBreach> => [
  ...(ranks === undefined ? [] : wanting(not(isIn(ranks, rank)), { of: 'rank', wanted: ranks, ...(rank && { found: rank }) })),
  ...(grades === undefined ? [] : wanting(not(isIn(grades, grade)), { of: 'grade', wanted: grades, ...(grade && { found: grade }) })),
]

const yearsJudged = (eligibility: Eligibility, { yearsOfService: found }: OfficerFacts): ReadonlyArray<TermsBreach> => {
  const { leastYearsOfService: least, mostYearsOfService: most } = eligibility
  const facts = { ...(least !== undefined && { least }), ...(most !== undefined && { most }), ...(found && { found }) }
  return wanting(served(eligibility, found), { of: 'years of service', ...facts })
}

const languagesJudged = ({ languages = [] }: Eligibility, officer: OfficerFacts): ReadonlyArray<TermsBreach> =>
  languages.flatMap((one) => wanting(not(isIn(officer.languages ?? { items: [], open: true }, one)), { of: 'language', wanted: one }))

const matches = (wanted: string | undefined, found: string | undefined): Answer => {
  if (wanted === undefined) return 'yes'
  return found === undefined ? 'cannot tell' : found === wanted ? 'yes' : 'no'
}

/** The start lies within the span after the last day of the earlier stay. */
const isWithin = ({ within }: Bar, { last }: Participation, act: Act): Answer => {
  if (within === undefined) return 'yes'
  const { earliest, latest } = windowOf(last)
  const free = (day: CivilDate | undefined): CivilDate | undefined => day && plusSpan(addDays(day, 1), within)
  return precedes(windowOf(act.period?.start ?? act.day), windowFrom(free(earliest), free(latest)))
}

const barJudged = (bar: Bar, { items, open }: NamedList<Participation>, act: Act): ReadonlyArray<TermsBreach> => {
  const barred = items.map((stay) =>
    and(and(matches(bar.scheme, stay.scheme), matches(bar.programme, stay.programme)), isWithin(bar, stay, act)),
  )
  return wanting(barred.reduce<Answer>(or, open ? 'cannot tell' : 'no'), { of: 'earlier participation', bar })
}

/** Who may come under terms, as far as the act tells of its officer. */
export const judgeEligibility = ({ eligibility, bars = [], sequence }: Terms, act: Act): ReadonlyArray<TermsBreach> => {
  const { officer } = act
  if (officer === undefined) return []
  const earlier = officer.earlier ?? { items: [], open: true }
  const programmes = { items: earlier.items.flatMap(({ programme }) => programme ?? []), open: earlier.open }
  const ofOfficer = eligibility && [
    ...rankJudged(eligibility, officer),
    ...yearsJudged(eligibility, officer),
    ...languagesJudged(eligibility, officer),
  ]
  return [
    ...(ofOfficer ?? []),
    ...bars.flatMap((bar) => barJudged(bar, earlier, act)),
    ...(sequence?.after ?? []).flatMap((one) => wanting(not(isIn(programmes, one)), { of: 'earlier training', wanted: one })),
  ]
}
