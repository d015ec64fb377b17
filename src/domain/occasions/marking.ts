import * as E from 'fp-ts/lib/Either.js'
import { same } from '../kernel/same.js'
import type { CivilDate } from '../vocabulary/civil-date.js'
import type { OccasionId, PersonId } from '../vocabulary/id.js'
import { windowOf } from '../vocabulary/stated-date.js'
import { isAfter } from '../vocabulary/window.js'
import type { OccasionRefusal } from './commands.js'
import type { Mark } from './events.js'
import { contradicted, withMarks } from './roll.js'
import { guestsWithin, type Session } from './session.js'
import type { AddGuest, DefineStatusSet, IdentifyGuest, MarkRoll } from './session-commands.js'
import type { CodedMark, GuestAdded, Status } from './session-events.js'
import { type Decision, tooMany, unchanged } from './soundness.js'
import type { Held, Known, Occasion } from './state.js'
import { plainMarks, statusOf } from './statuses.js'

// Decisions on the roll of a session: its statuses, its lines, and guests whom nobody names yet.

/** What is on record and was not called off may be signed up for, held or not. */
export const unlessCancelled = (
  { occasion }: { readonly occasion: OccasionId },
  state: Occasion,
  decide: (known: Exclude<Occasion, { readonly _tag: 'NotRecorded' | 'Cancelled' }>) => Decision,
): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'OccasionNotRecorded', occasion })
    case 'Cancelled':
      return E.left({ _tag: 'OccasionIsCancelled', occasion })
    case 'Scheduled':
    case 'Postponed':
    case 'Held':
      return decide(state)
  }
}

/** What was called off may have cost something all the same. */
export const onRecord = ({ occasion }: { readonly occasion: OccasionId }, state: Occasion, decide: (known: Known) => Decision): Decision =>
  state._tag === 'NotRecorded' ? E.left({ _tag: 'OccasionNotRecorded', occasion }) : decide(state)

export const defineStatusSet = (command: DefineStatusSet, { session }: Known): Decision => {
  const { occasion, statuses } = command
  const codes = statuses.map(({ code }) => code)
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (twice !== undefined) return E.left({ _tag: 'StatusDefinedTwice', occasion, code: twice })
  const mixed = statuses.find(({ stage, attended, weight }) => stage === 'sign-up' && (attended || weight > 0))
  if (mixed !== undefined) return E.left({ _tag: 'SignUpIsNoAttendance', occasion, code: mixed.code })
  return same(session.statuses, statuses) ? unchanged : E.right([{ ...command, type: 'StatusSetDefined' }])
}

/** One line for each person and stage; a line told twice is taken once, and one that contradicts another is told by its person. */
const mergedLines = (marks: ReadonlyArray<CodedMark>, statuses: ReadonlyArray<Status>): E.Either<PersonId, ReadonlyArray<CodedMark>> => {
  const lines = new Map<string, CodedMark>()
  for (const mark of marks) {
    const key = `${statusOf(mark.code, statuses)?.stage} ${mark.person}`
    if (!same(lines.get(key) ?? mark, mark)) return E.left(mark.person)
    lines.set(key, mark)
  }
  return E.right([...lines.values()])
}

const recordedLine = ({ lines }: Session, { person }: CodedMark, stage: Status['stage'] | undefined): CodedMark | undefined =>
  stage === 'sign-up' ? lines.get(person)?.signUp : lines.get(person)?.attendance

const isTakenTooEarly = (takenOn: CivilDate | undefined, { facts }: Held): boolean => {
  const ends = facts.lastDay ?? facts.on
  return takenOn !== undefined && ends !== undefined && isAfter(windowOf(ends), takenOn) === 'yes'
}

/** Attendance is told of what was held, and not before it has ended; a sign-up of what is planned or, late, of what was held. */
export const markRoll = (command: MarkRoll, state: Exclude<Occasion, { readonly _tag: 'NotRecorded' | 'Cancelled' }>): Decision => {
  const { occasion, marks, takenOn } = command
  const { statuses } = state.session
  const unknown = marks.find(({ code }) => statusOf(code, statuses) === undefined)
  if (unknown !== undefined) return E.left({ _tag: 'UnknownStatus', occasion, code: unknown.code, known: statuses.map(({ code }) => code) })
  const tellsAttendance = plainMarks(marks, statuses).length > 0
  if (tellsAttendance && state._tag !== 'Held') return E.left({ _tag: 'OccasionNotHeld', occasion })
  const lines = mergedLines(marks, statuses)
  if (E.isLeft(lines)) return E.left({ _tag: 'RollContradictsItself', occasion, person: lines.left })
  const news = lines.right.filter((mark) => !same(recordedLine(state.session, mark, statusOf(mark.code, statuses)?.stage), mark))
  if (news.length === 0) return unchanged
  const used = statuses.filter(({ code }) => news.some((mark) => mark.code === code))
  const refusal = state._tag === 'Held' && tellsAttendance ? unfit(command, state, plainMarks(news, statuses)) : undefined
  if (refusal !== undefined) return E.left(refusal)
  return E.right([{ type: 'RollMarked', occasion, marks: news, statuses: used, ...(takenOn && { takenOn }) }])
}

const unfit = ({ occasion, takenOn }: MarkRoll, held: Held, given: ReadonlyArray<Mark>): OccasionRefusal | undefined => {
  const ends = held.facts.lastDay ?? held.facts.on
  if (takenOn !== undefined && ends !== undefined && isTakenTooEarly(takenOn, held))
    return { _tag: 'OccasionNotEnded', occasion, takenOn, ends }
  return tooMany(occasion, held.facts.roles, withMarks(held.marks, given), held.attendances, 'sure', guestsWithin(held.session))
}

/** The marks on record that cannot be true beside those given: two statuses of one stage of attendance contradict each other. */
export const rollContradictions = (command: MarkRoll, held: Held): ReadonlyArray<OccasionRefusal> => {
  const { occasion, marks } = command
  return marks.flatMap((mark) => {
    const [given] = plainMarks([mark], held.session.statuses)
    if (given === undefined) return []
    const before = held.session.lines.get(mark.person)?.attendance
    const known = held.marks.get(mark.person)
    const recorded = before !== undefined && before.code !== mark.code ? known : contradicted(given, held.marks)
    return recorded === undefined ? [] : [{ _tag: 'AlreadyMarked', occasion, recorded, given }]
  })
}

export const addGuest = (command: AddGuest, held: Held): Decision => {
  const { occasion, guest } = command
  const event: GuestAdded = { ...command, type: 'GuestAdded' }
  const known = held.session.guests.find((one) => one.guest === guest)
  if (known !== undefined) {
    const isSame = known.describedAs === event.describedAs && known.standing === event.standing
    return isSame ? unchanged : E.left({ _tag: 'GuestAlreadyAdded', occasion, guest, describedAs: known.describedAs })
  }
  const within = guestsWithin({ ...held.session, guests: [...held.session.guests, event] })
  const refusal = tooMany(occasion, held.facts.roles, held.marks, held.attendances, 'sure', within)
  return refusal === undefined ? E.right([event]) : E.left(refusal)
}

/** The guest was counted already, so that naming him changes no count; where the person stood on the roll as well, they are one. */
export const identifyGuest = (command: IdentifyGuest, held: Held): Decision => {
  const { occasion, guest, person } = command
  const known = held.session.guests.find((one) => one.guest === guest)
  if (known === undefined) return E.left({ _tag: 'GuestNotOnRecord', occasion, guest })
  if (known.person !== undefined)
    return known.person === person ? unchanged : E.left({ _tag: 'GuestAlreadyIdentified', occasion, guest, person: known.person })
  return E.right([{ ...command, type: 'GuestIdentified', standing: known.standing }])
}
