import { type Answer, or } from './answer.js'
import { type CivilDate, daysBetween } from './civil-date.js'
import { type StatedDate, windowOf } from './stated-date.js'
import type { StartDays, Terms } from './terms.js'
import type { Act, TermsBreach } from './terms-act.js'
import { agreed, breachIf } from './terms-finding.js'
import { daysOf, isLongerThan, isShorterThan } from './terms-stay.js'
import { precedes } from './window.js'

/** A stay lasts as long as its terms say. An act that tells of no length and no end is not judged. */
const lengthJudged = ({ length }: Terms, { period }: Act): ReadonlyArray<TermsBreach> => {
  if (length === undefined || period === undefined || (period.end === undefined && period.length === undefined)) return []
  const tooLong = length.longest === undefined ? 'no' : isLongerThan(length.longest)(period)
  const tooShort = length.shortest === undefined ? 'no' : isShorterThan(length.shortest)(period)
  return breachIf(or(tooLong, tooShort), { _tag: 'LengthOutsideTerms', period, range: length })
}

const changeJudged = ({ lengthMayChange }: Terms, { changesLength, day }: Act): ReadonlyArray<TermsBreach> => {
  if (lengthMayChange === undefined || changesLength === undefined) return []
  const refusal = { _tag: 'LengthFixed', day, mayChange: lengthMayChange } as const
  switch (lengthMayChange.kind) {
    case 'yes':
      return []
    case 'no':
      return breachIf('yes', refusal)
    case 'until':
      return breachIf(precedes(windowOf(lengthMayChange.until), windowOf(day)), refusal)
  }
}

const A_MONDAY = '2001-01-01'
const dayOfWeek = (day: CivilDate): number => (((daysBetween(A_MONDAY, day) % 7) + 7) % 7) + 1

const isAllowed = (allowed: StartDays, day: CivilDate): Answer => {
  switch (allowed.kind) {
    case 'days of the month':
      return allowed.days.includes(Number(day.slice(8, 10))) ? 'yes' : 'no'
    case 'days of the week':
      return allowed.days.includes(dayOfWeek(day)) ? 'yes' : 'no'
    case 'dates':
      return allowed.dates.map((date) => isThatDay(date, day)).reduce(or, 'no')
  }
}

const isThatDay = (date: StatedDate, day: CivilDate): Answer => {
  const { earliest, latest } = windowOf(date)
  if (earliest === day && latest === day) return 'yes'
  const isOut = (earliest !== undefined && day < earliest) || (latest !== undefined && day > latest)
  return isOut ? 'no' : 'cannot tell'
}

const startJudged = ({ startDays }: Terms, { period }: Act): ReadonlyArray<TermsBreach> => {
  const start = period?.start
  if (startDays === undefined || start === undefined) return []
  const answers = daysOf(windowOf(start))?.map((day) => isAllowed(startDays, day)) ?? []
  const allowed = agreed(answers)
  return breachIf(allowed === 'yes' ? 'no' : allowed === 'no' ? 'yes' : 'cannot tell', {
    _tag: 'StartDayNotAllowed',
    start,
    allowed: startDays,
  })
}

/** What an act's length and first day come to under terms. */
export const judgeLength = (terms: Terms, act: Act): ReadonlyArray<TermsBreach> => [
  ...lengthJudged(terms, act),
  ...changeJudged(terms, act),
  ...startJudged(terms, act),
]
