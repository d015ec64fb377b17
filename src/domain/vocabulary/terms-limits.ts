import { type Answer, and, or } from './answer.js'
import { addDays, type CivilDate } from './civil-date.js'
import type { NamedList } from './open-list.js'
import { daysIn, plusSpan, type Span } from './span.js'
import { windowOf } from './stated-date.js'
import type { Limit, Terms } from './terms.js'
import type { Act, Participation, TermsBreach } from './terms-act.js'
import { agreed, breachIf } from './terms-finding.js'
import { coursesOf, type DayBounds, daysOfPeriod, isLongerThan } from './terms-stay.js'
import { isAfter, precedes, windowFrom } from './window.js'

// What one officer's stays may come to, this one and the earlier ones. The list of the earlier ones may be open: then more may be used than
// is on record, and "within the limit" cannot be told.

const isExcepted = (except: Limit['except'], words: ReadonlyArray<string | undefined>): boolean =>
  except?.some((one) => words.includes(one)) === true

const isUnder = (scheme: string | undefined, found: string | undefined): Answer => {
  if (scheme === undefined) return 'yes'
  if (found === undefined) return 'cannot tell'
  return found === scheme ? 'yes' : 'no'
}

/** The earlier stays that count under a limit, and whether each surely does. */
interface Counted {
  readonly stay: Participation
  readonly counts: Answer
}

const countedUnder = (limit: Limit, earlier: NamedList<Participation>): ReadonlyArray<Counted> =>
  earlier.items
    .filter(({ manner }) => !isExcepted(limit.except, [manner]))
    .map((stay) => ({ stay, counts: isUnder(limit.scheme, stay.scheme) }))
    .filter(({ counts }) => counts !== 'no')

const plus = (a: DayBounds, b: DayBounds): DayBounds => ({
  fewest: a.fewest + b.fewest,
  ...(a.most !== undefined && b.most !== undefined && { most: a.most + b.most }),
})

const daysUsed = ({ stay, counts }: Counted): DayBounds => {
  const { fewest, ...most } = daysOfPeriod({ start: stay.first, end: stay.last })
  return { fewest: counts === 'yes' ? fewest : 0, ...most }
}

const inAll = (limit: Limit, counted: ReadonlyArray<Counted>, isOpen: boolean, act: Act): Answer => {
  const used = counted.map(daysUsed).reduce(plus, daysOfPeriod(act.period ?? {}))
  const { fewest, most } = daysIn(limit.span)
  if (used.fewest > most) return 'yes'
  return !isOpen && used.most !== undefined && used.most <= fewest ? 'no' : 'cannot tell'
}

interface Exact {
  readonly first: CivilDate
  readonly last: CivilDate
}

const exactDays = ({ stay, counts }: Counted): ReadonlyArray<Exact> => {
  const [first, last] = [windowOf(stay.first), windowOf(stay.last)]
  const isExact = counts === 'yes' && first.earliest === first.latest && last.earliest === last.latest
  return isExact && first.earliest !== undefined && last.latest !== undefined ? [{ first: first.earliest, last: last.latest }] : []
}

const latestFirst = (stays: ReadonlyArray<Exact>): ReadonlyArray<Exact> => stays.toSorted((a, b) => (a.last < b.last ? 1 : -1))

/** The first day of the stay without an interruption that leads up to a day. Absent `interrupts`: a single free day does. */
const unbrokenSince = (day: CivilDate, stays: ReadonlyArray<Exact>, interrupts: Span | undefined): CivilDate =>
  stays.reduce((since, { first, last }) => {
    const free = addDays(last, 1)
    const goesOn = interrupts === undefined ? free >= since : plusSpan(free, interrupts) > since
    return goesOn && first < since ? first : since
  }, day)

/** A start that may lie on more days than these is too vague to be joined to other stays. */
const MOST_STARTS = 31

const withoutBreak = (limit: Limit, counted: ReadonlyArray<Counted>, isOpen: boolean, act: Act, interrupts: Span | undefined): Answer => {
  const { period = {} } = act
  const exact = latestFirst(counted.flatMap(exactDays))
  const courses = period.start === undefined ? [] : coursesOf(period)
  const joined = courses.length > MOST_STARTS ? [] : courses
  const known = agreed(joined.map(({ first, to }) => isAfter(to, plusSpan(unbrokenSince(first, exact, interrupts), limit.span))))
  if (known === 'yes' || (known === 'no' && exact.length === counted.length && !isOpen)) return known
  // Where some dates are vague, what cannot be exceeded by all stays together cannot be exceeded by those without a break.
  return inAll(limit, counted, isOpen, act) === 'no' ? 'no' : 'cannot tell'
}

const tooSoon = (limit: Limit, counted: ReadonlyArray<Counted>, isOpen: boolean, act: Act): Answer => {
  const start = act.period?.start
  if (start === undefined) return counted.length === 0 && !isOpen ? 'no' : 'cannot tell'
  const waited = counted.map(({ stay, counts }): Answer => {
    const { earliest, latest } = windowOf(stay.last)
    const free = (last: CivilDate | undefined): CivilDate | undefined => last && plusSpan(addDays(last, 1), limit.span)
    return and(counts, precedes(windowOf(start), windowFrom(free(earliest), free(latest))))
  })
  return waited.reduce(or, isOpen ? 'cannot tell' : 'no')
}

const limitJudged = (limit: Limit, terms: Terms, act: Act): Answer => {
  const { period, officer, activity } = act
  if (period === undefined || isExcepted(limit.except, [activity?.manner, activity?.kind, activity?.place])) return 'no'
  const applies = isUnder(limit.scheme, activity?.scheme)
  if (applies === 'no' || limit.kind === 'break that interrupts') return 'no'
  if (limit.kind === 'longest in one go') return and(applies, isLongerThan(limit.span)(period))
  if (officer === undefined) return 'no'
  const { items, open } = officer.earlier ?? { items: [], open: true }
  const counted = countedUnder(limit, { items, open })
  switch (limit.kind) {
    case 'lifetime total':
      return and(applies, inAll(limit, counted, open, act))
    case 'longest continuous': {
      const interrupts = terms.limits?.find(({ kind, scheme }) => kind === 'break that interrupts' && scheme === limit.scheme)
      return and(applies, withoutBreak(limit, counted, open, act, interrupts?.span))
    }
    case 'wait before the next':
      return and(applies, tooSoon(limit, counted, open, act))
  }
}

/** What an officer's stays come to under the limits of terms. An act that tells of no period is not judged, nor earlier stays without an officer. */
export const judgeLimits = (terms: Terms, act: Act): ReadonlyArray<TermsBreach> =>
  (terms.limits ?? []).flatMap((limit) =>
    breachIf(limitJudged(limit, terms, act), { _tag: 'LimitExceeded', limit, ...(act.period && { period: act.period }) }),
  )
