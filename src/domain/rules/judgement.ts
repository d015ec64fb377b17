import type { Breach } from '../kernel/decider.js'
import { type Answer, and, not, or } from '../vocabulary/answer.js'
import type { RuleId } from '../vocabulary/id.js'
import type { Period } from '../vocabulary/period.js'
import { toWindow } from '../vocabulary/period.js'
import { windowOf } from '../vocabulary/stated-date.js'
import type { Act } from '../vocabulary/terms-act.js'
import { breachIf } from '../vocabulary/terms-finding.js'
import { judge } from '../vocabulary/terms-judging.js'
import { termsOn } from '../vocabulary/terms-on.js'
import { isIn, isInScope } from '../vocabulary/terms-scope.js'
import { movedByDays, precedes, type Window } from '../vocabulary/window.js'
import type { ProgrammeEvidence, RuleContent, RuleLift, TermEvidence, TermsEvidence } from './events.js'
import type { JudgementRefusal } from './finding.js'

// An act is held against terms, the state of its programme and the terms of its batch or agreement, all as they were read on their streams.
// Vague days and facts that are not told never make a sure breach.

type Judged = ReadonlyArray<Breach<JudgementRefusal>>

/** A breach under terms that may not hold themselves is not sure. */
const asSureAs = (holds: Answer, breaches: Judged): Judged =>
  holds === 'yes' ? breaches : breaches.map(({ refusal }) => ({ refusal, certainty: 'cannot tell' }))

/**
 * Terms of one stream, held against an act: those that hold on the day of the act, and for its activity.
 * Statements of the same stream go together: of several, the one that began last holds.
 */
export const judgeUnder = (statements: ReadonlyArray<TermsEvidence>, act: Act, lifted: Answer = 'no'): Judged =>
  termsOn(statements, act.day).flatMap(({ statement, holds }) => {
    const activity = act.activity ?? {}
    const applies = and(and(holds, not(lifted)), isInScope(statement.scope ?? {}, activity))
    if (applies === 'no') return []
    const { stream: under, from, to, suspends, terms } = statement
    const suspended = breachIf(suspends === true ? 'yes' : 'no', {
      _tag: 'ActivitySuspended',
      activity,
      from,
      ...(to !== undefined && { to }),
    })
    const broken = [...suspended, ...judge(terms, act)]
    return asSureAs(
      applies,
      broken.map(({ refusal, certainty }) => ({ refusal: { ...refusal, under }, certainty })),
    )
  })

/** Whether a rule was lifted by the day of an act, for its activity. */
export const isLifted = (lifts: ReadonlyArray<RuleLift>, { day, activity = {} }: Pick<Act, 'day' | 'activity'>): Answer =>
  lifts
    .map(({ from, forPart }) => and(not(precedes(windowOf(day), windowOf(from))), forPart === undefined ? 'yes' : isIn(forPart, activity)))
    .reduce<Answer>(or, 'no')

/** A rule's own statements, held against an act. */
export const judgeByRule = (rule: RuleId, contents: ReadonlyArray<RuleContent>, lifts: ReadonlyArray<RuleLift>, act: Act): Judged => {
  const statements = contents.map((content): TermsEvidence => ({ ...content, stream: rule, revision: 0 }))
  return judgeUnder(statements, act, isLifted(lifts, act))
}

/** A programme that is only proposed or announced takes no batch; a registered one counts as running; a pause holds for its own days. */
export const judgeProgramme = ({ stream: programme, state, pauses = [] }: ProgrammeEvidence, { day }: Act): Judged => {
  if (state === 'proposed' || state === 'announced')
    return [{ refusal: { _tag: 'ProgrammeNotRunning', programme, state }, certainty: 'sure' }]
  const on = windowOf(day)
  return pauses.flatMap(({ since, until }): Judged => {
    const begun = not(precedes(on, windowOf(since)))
    const resumed = until === undefined ? 'no' : not(precedes(on, windowOf(until)))
    const paused = and(begun, not(resumed))
    if (paused === 'no') return []
    const refusal = { _tag: 'ProgrammeSuspended', programme, since, ...(until !== undefined && { until }) } as const
    return [{ refusal, certainty: paused === 'yes' ? 'sure' : 'cannot tell' }]
  })
}

const lastDayOf = (period: Period): Window | undefined => {
  const to = toWindow(period)
  return to && movedByDays(to, -1)
}

/** A stay lies within the term of its batch or agreement. */
export const judgeTerm = ({ stream, from, to }: TermEvidence, { period }: Act): Judged => {
  if (period === undefined) return []
  const last = lastDayOf(period)
  const isEarly = from === undefined || period.start === undefined ? 'no' : precedes(windowOf(period.start), windowOf(from))
  const endsLate = to === undefined || last === undefined ? 'no' : precedes(windowOf(to), last)
  const startsLate = to === undefined || period.start === undefined ? 'no' : precedes(windowOf(to), windowOf(period.start))
  const broken = or(isEarly, or(endsLate, startsLate))
  if (broken === 'no') return []
  const refusal = { _tag: 'OutsideTerm', stream, period, ...(from && { from }), ...(to && { to }) } as const
  return [{ refusal, certainty: broken === 'yes' ? 'sure' : 'cannot tell' }]
}
