import type { PersonId } from '../vocabulary/id.js'
import type { Mark } from './events.js'
import type { CodedMark, Status } from './session-events.js'

/**
 * The statuses that every roll knows where its organiser defines none. A part of a session counts half, after the habit of attendance
 * registers; whoever counts otherwise defines a set.
 */
export const knownStatuses: ReadonlyArray<Status> = [
  { code: 'invited', words: 'invited', stage: 'sign-up', weight: 0, attended: false },
  { code: 'requested', words: 'asked for a place', stage: 'sign-up', weight: 0, attended: false },
  { code: 'approved', words: 'approved by those in charge', stage: 'sign-up', weight: 0, attended: false },
  { code: 'booked', words: 'has a place', stage: 'sign-up', weight: 0, attended: false },
  { code: 'attended', words: 'attended fully', stage: 'attendance', weight: 1, attended: true },
  { code: 'attended in part', words: 'attended partly', stage: 'attendance', weight: 0.5, attended: true },
  { code: 'late', words: 'came late', stage: 'attendance', weight: 0.5, attended: true },
  { code: 'left early', words: 'left early', stage: 'attendance', weight: 0.5, attended: true },
  { code: 'no-show', words: 'did not come', stage: 'attendance', weight: 0, attended: false },
  { code: 'excused', words: 'absent with leave', stage: 'attendance', weight: 0, attended: false },
]

/** The status that a code stands for, where it stands for one. */
export const statusOf = (code: string, statuses: ReadonlyArray<Status>): Status | undefined =>
  statuses.find((status) => status.code === code)

const statusWord = ({ code, weight, attended }: Status): Mark['status'] => {
  if (!attended) return code === 'excused' ? 'excused' : 'absent'
  if (code === 'late' || code === 'left early') return code
  return weight < 1 ? 'attended in part' : 'attended'
}

/** The plain marks that coded ones come to; sign-ups come to none. */
export const plainMarks = (marks: ReadonlyArray<CodedMark>, statuses: ReadonlyArray<Status>): ReadonlyArray<Mark> =>
  marks.flatMap(({ person, code, standing = 'not stated' }) => {
    const status = statusOf(code, statuses)
    return status?.stage === 'attendance' ? [{ person, status: statusWord(status), standing }] : []
  })

/** The status that a plain mark comes to on a roll by the known statuses. */
export const statusOfMark = ({ status }: Mark): Status | undefined => statusOf(status === 'absent' ? 'no-show' : status, knownStatuses)

/** Whoever was a guest attended. */
export const guestMark = (person: PersonId, standing: Mark['standing']): Mark => ({ person, status: 'attended', standing })
