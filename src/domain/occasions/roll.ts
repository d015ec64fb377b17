import * as E from 'fp-ts/lib/Either.js'
import { same } from '../kernel/same.js'
import type { Answer } from '../vocabulary/answer.js'
import { boundsOfCount, type Count } from '../vocabulary/count.js'
import type { PersonId } from '../vocabulary/id.js'
import type { Attendance, Mark, Role } from './events.js'

/** The marks on record, one for each person. */
export type Marks = ReadonlyMap<PersonId, Mark>

/** A person named twice is taken once where both lines are equal; else the person whose lines contradict each other. */
export const merged = (roll: ReadonlyArray<Mark>): E.Either<PersonId, ReadonlyArray<Mark>> => {
  const marks = new Map<PersonId, Mark>()
  for (const mark of roll) {
    if (!same(marks.get(mark.person) ?? mark, mark)) return E.left(mark.person)
    marks.set(mark.person, mark)
  }
  return E.right([...marks.values()])
}

/** "Absent" says less than "excused", "not stated" less than a standing: what says less takes nothing back. */
const joined = (recorded: Mark, given: Mark): Mark => ({
  person: given.person,
  status: recorded.status === 'excused' && given.status === 'absent' ? 'excused' : given.status,
  standing: given.standing === 'not stated' ? recorded.standing : given.standing,
})

/** The roll with further marks on it. */
export const withMarks = (recorded: Marks, given: ReadonlyArray<Mark>): Marks => {
  const marks = new Map(recorded)
  for (const mark of given) marks.set(mark.person, joined(marks.get(mark.person) ?? mark, mark))
  return marks
}

/** Whether a mark says anything that is not on record. */
export const isNews = (given: Mark, marks: Marks): boolean => {
  const recorded = marks.get(given.person)
  return recorded === undefined || !same(joined(recorded, given), recorded)
}

/** The mark on record that cannot be true beside the one given. */
export const contradicted = (given: Mark, marks: Marks): Mark | undefined => {
  const recorded = marks.get(given.person)
  if (recorded === undefined) return undefined
  const bothAway = !hasAttended(recorded) && !hasAttended(given)
  const sameStatus = recorded.status === given.status || bothAway
  const sameStanding = [recorded.standing, given.standing].includes('not stated') || recorded.standing === given.standing
  return sameStatus && sameStanding ? undefined : recorded
}

/** Whether a mark says that somebody came, if only in part. */
export const hasAttended = ({ status }: Mark): boolean => status !== 'absent' && status !== 'excused'

/** How many named people are said to be within the figure; for who stands in a role as well, the roll decides. */
export const namedWithin = (roles: ReadonlyArray<Role>, marks: Marks): number => {
  const within = new Set<PersonId>()
  for (const { person, attended } of roles) if (person !== undefined && attended === 'within the figure') within.add(person)
  for (const mark of marks.values()) {
    if (hasAttended(mark) && mark.standing === 'within the figure') within.add(mark.person)
    else if (!hasAttended(mark) || mark.standing === 'beside the figure') within.delete(mark.person)
  }
  return within.size
}

/** So many named people fit into a figure; an "about" that they exceed leaves it open. */
const fits = (named: number, figure: Count): Answer => {
  const { high } = boundsOfCount(figure)
  if (high !== undefined) return named <= high ? 'yes' : 'no'
  return figure.kind === 'about' && named > figure.n ? 'cannot tell' : 'yes'
}

/** The figure that so many named people do not fit into, and how sure that is. Figures that differ stand side by side: one that fits is enough. */
export const exceeded = (
  named: number,
  attendances: ReadonlyArray<Attendance>,
): { readonly figure: Count; readonly certainty: 'sure' | 'cannot tell' } | undefined => {
  const figures = attendances.flatMap(({ figure }) => (figure === undefined ? [] : [figure]))
  if (figures.some((figure) => fits(named, figure) === 'yes')) return undefined
  const open = figures.findLast((figure) => fits(named, figure) === 'cannot tell')
  const last = figures.at(-1)
  if (open !== undefined) return { figure: open, certainty: 'cannot tell' }
  return last && { figure: last, certainty: 'sure' }
}
