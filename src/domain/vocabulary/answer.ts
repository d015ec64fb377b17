/**
 * What the record lets one say: yes, no, or that it cannot be told. A vague date or an unknown end never becomes a guess.
 * @example
 * and('yes', 'cannot tell') // => 'cannot tell'
 */
export type Answer = 'yes' | 'no' | 'cannot tell'

/**
 * The opposite answer; what cannot be told stays so.
 * @example
 * not('yes') // => 'no'
 * not('cannot tell') // => 'cannot tell'
 */
export const not = (answer: Answer): Answer => {
  switch (answer) {
    case 'yes':
      return 'no'
    case 'no':
      return 'yes'
    case 'cannot tell':
      return 'cannot tell'
  }
}

/**
 * Both hold (Kleene): one sure "no" decides, whatever the other is.
 * @example
 * and('no', 'cannot tell') // => 'no'
 * and('yes', 'yes') // => 'yes'
 */
export const and = (a: Answer, b: Answer): Answer => {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'yes' && b === 'yes' ? 'yes' : 'cannot tell'
}

/**
 * At least one holds (Kleene): one sure "yes" decides, whatever the other is.
 * @example
 * or('yes', 'cannot tell') // => 'yes'
 * or('no', 'cannot tell') // => 'cannot tell'
 */
export const or = (a: Answer, b: Answer): Answer => {
  if (a === 'yes' || b === 'yes') return 'yes'
  return a === 'no' && b === 'no' ? 'no' : 'cannot tell'
}
