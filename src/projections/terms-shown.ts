import { showCount } from '../domain/vocabulary/count.js'
import type { NamedList } from '../domain/vocabulary/open-list.js'
import { type Span, showSpan } from '../domain/vocabulary/span.js'
import { showDate } from '../domain/vocabulary/stated-date.js'
import type { Deadline, Eligibility, LengthChange, LengthRange, Limit, Quota, StartDays, Terms } from '../domain/vocabulary/terms.js'
import type { Scope, ScopePart } from '../domain/vocabulary/terms-scope.js'

// Typed terms and scopes as people read them, in one line.

const items = ({ items, open }: NamedList<string>): string => [...items, ...(open ? ['…'] : [])].join(', ')

const lengthOf = ({ shortest, longest }: LengthRange): string =>
  `length ${shortest === undefined ? 'up' : `from ${showSpan(shortest)}`} ${longest === undefined ? 'upwards' : `to ${showSpan(longest)}`}`

const changeOf = (change: LengthChange): string => {
  switch (change.kind) {
    case 'yes':
      return 'length may be changed'
    case 'no':
      return 'length is fixed'
    case 'until':
      return `length may be changed until ${showDate(change.until)}`
  }
}

const limitOf = ({ kind, span, scheme, except }: Limit): string =>
  `${kind} ${showSpan(span)}${scheme === undefined ? '' : ` in ${scheme}`}${except === undefined ? '' : ` (not ${except.join(', ')})`}`

const startsOf = (start: StartDays): string =>
  `start on ${start.kind === 'dates' ? start.dates.map(showDate).join(', ') : `${start.kind} ${start.days.join(', ')}`}`

const eligibilityOf = ({ ranks, grades, leastYearsOfService, mostYearsOfService, languages }: Eligibility): ReadonlyArray<string> => [
  ...(ranks ? [`ranks ${items(ranks)}`] : []),
  ...(grades ? [`grades ${items(grades)}`] : []),
  ...(leastYearsOfService === undefined ? [] : [`at least ${leastYearsOfService} years of service`]),
  ...(mostYearsOfService === undefined ? [] : [`at most ${mostYearsOfService} years of service`]),
  ...(languages ? [`languages ${languages.join(', ')}`] : []),
]

const quotaOf = ({ name, limit, counts, per, of }: Quota): string =>
  `quota ${name} ${showCount(limit)} ${counts}${per === undefined ? '' : ` a ${per}`}${of === undefined ? '' : ` of ${items(of)}`}`

const within = (span: Span | undefined): string => (span === undefined ? '' : ` within ${showSpan(span)}`)

const deadlineOf = ({ step, by, beforeStart }: Deadline): string =>
  `${step}${by === undefined ? '' : ` by ${showDate(by)}`}${beforeStart === undefined ? '' : ` ${showSpan(beforeStart)} before the start`}`

/** Terms in one line; what is not stated is left out, and terms that state nothing say so. */
export const showTerms = (terms: Terms): string => {
  const { length, lengthMayChange, limits = [], startDays, mostPreferences, approvals, eligibility, bars = [], quotas = [] } = terms
  const { sequence, whoPays = [], deadlines = [] } = terms
  const parts = [
    ...(length ? [lengthOf(length)] : []),
    ...(lengthMayChange ? [changeOf(lengthMayChange)] : []),
    ...limits.map(limitOf),
    ...(startDays ? [startsOf(startDays)] : []),
    ...(mostPreferences === undefined ? [] : [`at most ${mostPreferences} preferences`]),
    ...(approvals ? [`approvals ${approvals.join(' → ')}`] : []),
    ...(eligibility ? eligibilityOf(eligibility) : []),
    ...bars.map((bar) => `not after ${bar.scheme ?? bar.programme ?? 'any'}${within(bar.within)}`),
    ...quotas.map(quotaOf),
    ...(sequence?.after ? [`after ${sequence.after.join(', ')}`] : []),
    ...(sequence?.before ? [`before ${sequence.before.join(', ')}`] : []),
    ...whoPays.map(({ what, payer, share }) => `${what} paid by ${payer}${share === undefined ? '' : ` (${share})`}`),
    ...deadlines.map(deadlineOf),
  ]
  return parts.length === 0 ? 'nothing stated' : parts.join('; ')
}

/** A part of all activities in one line. */
export const showPart = ({ kinds = [], places = [], directions = [], hosts = [], manners = [] }: ScopePart): string => {
  const words = [directions, kinds, places, hosts, manners].filter((list) => list.length > 0).map((list) => list.join(', '))
  return words.length === 0 ? 'every activity' : words.join(' / ')
}

/** A scope in one line, with what it leaves out. */
export const showScope = ({ except = [], ...part }: Scope): string =>
  `${showPart(part)}${except.length === 0 ? '' : `, except ${except.map(showPart).join('; ')}`}`
