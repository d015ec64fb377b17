import * as E from 'fp-ts/lib/Either.js'
import type { Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { PlacementRefusal } from './commands.js'
import type { PlacementEvent, ReflectionRecorded } from './events.js'
import {
  answeredAgain,
  answerIn,
  type ConsentAnswer,
  concerns,
  type ReflectionConsent,
  type ReflectionConsentSet,
  type SetReflectionConsent,
} from './reflection-consent.js'
import { keysOf, type Paper, type Placement } from './state.js'

// An author's answer is taken in whatever phase it comes, of a placement that was called off as well: a refusal must always find its way in.

type Decision = Outcome<PlacementEvent, PlacementRefusal>

/** The answers that stand for each reflection that a new answer is about. Papers are in order of recording. */
const standingAnswers = (papers: ReadonlyArray<Paper>, consent: ReflectionConsent): ReadonlyArray<ReadonlyArray<ConsentAnswer>> =>
  papers.flatMap((paper, n) =>
    paper.type === 'ReflectionRecorded' && concerns(consent, paper) ? [answersAfter(papers.slice(n + 1), paper)] : [],
  )

const answersAfter = (papers: ReadonlyArray<Paper>, written: ReflectionRecorded): ReadonlyArray<ConsentAnswer> =>
  papers
    .filter((paper): paper is ReflectionConsentSet => paper.type === 'ReflectionConsentSet' && concerns(paper, written))
    .reduce<ReadonlyArray<ConsentAnswer>>((answers, one) => answeredAgain(answers, answerIn(one)), [])

const notOnRecord = ({ placement, by, writtenOn, language }: ReflectionConsent): PlacementRefusal => ({
  _tag: 'ReflectionNotOnRecord',
  placement,
  by,
  ...(writtenOn !== undefined && { writtenOn }),
  ...(language !== undefined && { language }),
})

/** Whether one more answer would change nothing. */
const stands = (next: ConsentAnswer, answers: ReadonlyArray<ConsentAnswer>): boolean =>
  answers.some((one) => same(one, next)) && answeredAgain(answers, next).length === answers.length

/** Records the answer, unless it stands already for all that it is about. */
export const setConsent = (command: SetReflectionConsent, state: Placement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Nominated':
      return E.left({ _tag: 'PlacementNotRecorded', placement: command.placement })
    case 'Attached':
    case 'Underway':
    case 'Over':
    case 'Cancelled': {
      const written = standingAnswers(state.papers, command)
      if (written.length === 0) return E.left(notOnRecord(command))
      const isSo = written.every((answers) => stands(answerIn(command), answers))
      return E.right(isSo ? [] : [{ ...keysOf(state.attachment), ...command, type: 'ReflectionConsentSet' }])
    }
  }
}
