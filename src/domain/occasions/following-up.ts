import * as E from 'fp-ts/lib/Either.js'
import { same } from '../kernel/same.js'
import type { Answer } from '../vocabulary/answer.js'
import { saysHours, sharesOf } from '../vocabulary/cost.js'
import type { PersonId } from '../vocabulary/id.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { isAfter, isBefore } from '../vocabulary/window.js'
import { hasAttended } from './roll.js'
import type { AskFeedback, GiveFeedback, RecordCosts, RecordGrade, RecordHours, RecordMakeUp, SetBlocks } from './session-commands.js'
import type { Block } from './session-events.js'
import { type Decision, unchanged } from './soundness.js'
import type { Facts, Held, Known } from './state.js'

// Decisions on a session's blocks, on what makes up for a missed one, and on what comes after: feedback, grades, hours, costs.

/** Whether somebody came: by the roll, else by a role whose holder is said to have attended. Who is on neither may have come all the same. */
export const cameTo = (person: PersonId, { marks, facts }: Held): Answer => {
  const mark = marks.get(person)
  if (mark !== undefined) return hasAttended(mark) ? 'yes' : 'no'
  return facts.roles?.some((role) => role.person === person && role.attended !== undefined) === true ? 'yes' : 'cannot tell'
}

const overlapping = (blocks: ReadonlyArray<Block>): readonly [Block, Block] | undefined => {
  for (const [index, block] of blocks.entries()) {
    const other = blocks.slice(index + 1).find((one) => one.on === block.on && one.from < block.to && block.from < one.to)
    if (other !== undefined) return [block, other]
  }
  return undefined
}

const isOutside = ({ on: day }: Block, { on, lastDay }: Facts): boolean => {
  if (on === undefined) return false
  const isTooLate = isBefore(windowOf(lastDay ?? on), day) === 'yes'
  return isTooLate || isAfter(windowOf(on), day) === 'yes'
}

export const setBlocks = (command: SetBlocks, { facts, session }: Known): Decision => {
  const { occasion, blocks } = command
  const backwards = blocks.find(({ from, to }) => to <= from)
  if (backwards !== undefined) return E.left({ _tag: 'BlockEndsBeforeStart', occasion, block: backwards })
  const [block, other] = overlapping(blocks) ?? []
  if (block !== undefined && other !== undefined) return E.left({ _tag: 'BlocksOverlap', occasion, block, other })
  const outside = blocks.find((one) => isOutside(one, facts))
  if (outside !== undefined && facts.on !== undefined)
    return E.left({ _tag: 'BlockOutsideOccasion', occasion, block: outside, on: facts.on })
  return same(session.blocks, blocks) ? unchanged : E.right([{ ...command, type: 'BlocksSet' }])
}

export const recordMakeUp = (command: RecordMakeUp, held: Held): Decision => {
  const { occasion, person, by } = command
  if (by === occasion) return E.left({ _tag: 'MadeUpByItself', occasion, person })
  if (cameTo(person, held) === 'yes') return E.left({ _tag: 'NotMissed', occasion, person })
  const event = { ...command, type: 'MakeUpRecorded' } as const
  return held.session.makeUps.some((one) => same(one, event)) ? unchanged : E.right([event])
}

export const askFeedback = (command: AskFeedback, { session }: Held): Decision => {
  const event = { ...command, type: 'FeedbackAsked' } as const
  return same(session.asked.at(-1), event) ? unchanged : E.right([event])
}

/** From whom nobody says whether he came, it is taken in, and flagged: see `breaches`. */
export const giveFeedback = (command: GiveFeedback, held: Held): Decision => {
  const { occasion, person } = command
  const event = { ...command, type: 'FeedbackGiven' } as const
  const given = held.session.feedback.find((one) => one.person === person)
  if (given !== undefined) return same(given, event) ? unchanged : E.left({ _tag: 'FeedbackAlreadyGiven', occasion, person })
  return cameTo(person, held) === 'no'
    ? E.left({ _tag: 'FeedbackFromAbsent', occasion, person, status: held.marks.get(person)?.status ?? 'absent' })
    : E.right([event])
}

export const recordGrade = (command: RecordGrade, { session }: Held): Decision => {
  const { type: _, occasion, person, ...said } = command
  if (Object.keys(said).length === 0) return E.left({ _tag: 'NothingStated', occasion, person })
  const event = { ...command, type: 'GradeRecorded' } as const
  const own = session.grades.filter((one) => one.person === person)
  if (own.some((one) => same(one, event))) return unchanged
  for (const field of ['grade', 'passed'] as const) {
    const differs = own.some((one) => one[field] !== undefined && said[field] !== undefined && one[field] !== said[field])
    if (differs) return E.left({ _tag: 'GradedOtherwise', occasion, person, field })
  }
  return E.right([event])
}

export const recordHours = (command: RecordHours, { session }: Known): Decision => {
  const { occasion } = command
  if (!saysHours(command)) return E.left({ _tag: 'HoursNotStated', occasion })
  const event = { ...command, type: 'HoursRecorded' } as const
  return session.hours.some((one) => same(one, event)) ? unchanged : E.right([event])
}

export const recordCosts = (command: RecordCosts, { session }: Known): Decision => {
  const { occasion, item, payers = [] } = command
  const percent = sharesOf(payers)
  if (percent > 100) return E.left({ _tag: 'SharesExceedWhole', occasion, item, percent })
  const event = { ...command, type: 'CostsRecorded' } as const
  return session.costs.some((one) => same(one, event)) ? unchanged : E.right([event])
}
