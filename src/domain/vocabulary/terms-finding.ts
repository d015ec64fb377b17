import type { Answer } from './answer.js'
import type { TermsBreach, TermsRefusal } from './terms-act.js'

/** A refusal as a breach, where the term is broken or may be. */
export const breachIf = (broken: Answer, refusal: TermsRefusal): ReadonlyArray<TermsBreach> => {
  switch (broken) {
    case 'no':
      return []
    case 'yes':
      return [{ refusal, certainty: 'sure' }]
    case 'cannot tell':
      return [{ refusal, certainty: 'cannot tell' }]
  }
}

/**
 * What several possibilities agree on; of none, nothing can be told.
 * @example
 * agreed(['no', 'no']) // => 'no'
 * agreed(['yes', 'no']) // => 'cannot tell'
 */
export const agreed = (answers: ReadonlyArray<Answer>): Answer => {
  const [one = 'cannot tell'] = answers
  return answers.every((answer) => answer === one) ? one : 'cannot tell'
}
