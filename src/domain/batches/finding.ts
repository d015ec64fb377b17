import type { Breach } from '../kernel/decider.js'
import type { Answer } from '../vocabulary/answer.js'
import type { CohortId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { precedes } from '../vocabulary/window.js'
import type { CohortRefusal } from './commands.js'

/** What a rule makes of an event that is about to be recorded: nothing against it, no need of it, or the refusal. */
export type Finding = CohortRefusal | 'already so' | undefined

/** A rule and whether it is broken: sure refuses, what cannot be told is recorded beside the event. */
export type Doubt = Breach<CohortRefusal>

export const doubtOf = (broken: Answer, refusal: CohortRefusal): Doubt | undefined => {
  switch (broken) {
    case 'no':
      return undefined
    case 'yes':
      return { refusal, certainty: 'sure' }
    case 'cannot tell':
      return { refusal, certainty: 'cannot tell' }
  }
}

export const ifSure = (doubt: Doubt | undefined): CohortRefusal | undefined => (doubt?.certainty === 'sure' ? doubt.refusal : undefined)

export const surelyBefore = (a: StatedDate, b: StatedDate): boolean => precedes(windowOf(a), windowOf(b)) === 'yes'

/** Nothing ends before it starts, as far as both are known. */
export const endBeforeStart = (cohort: CohortId, start: StatedDate | undefined, end: StatedDate | undefined): CohortRefusal | undefined =>
  start !== undefined && end !== undefined && surelyBefore(end, start) ? { _tag: 'EndBeforeStart', cohort, start, end } : undefined
