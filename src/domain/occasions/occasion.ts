import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { OccasionCommand, OccasionRefusal } from './commands.js'
import type { Mark, OccasionEvent } from './events.js'
import { askFeedback, cameTo, giveFeedback, recordCosts, recordGrade, recordHours, recordMakeUp, setBlocks } from './following-up.js'
import { excuse, excused, hold, markSame, recordAttendance, recordHeadcount, whenHeld } from './holding.js'
import { addGuest, defineStatusSet, identifyGuest, markRoll, onRecord, rollContradictions, unlessCancelled } from './marking.js'
import { cancel, postpone, revise, schedule } from './planning.js'
import { contradicted } from './roll.js'
import { guestsWithin } from './session.js'
import { type Decision, tooMany } from './soundness.js'
import { evolve, type Occasion } from './state.js'
import { guestMark } from './statuses.js'

// An occasion is scheduled, perhaps postponed or cancelled, and held; most come on record as held already. Who came is told by a figure, by a
// roll, or both, and named people stand within the figure or beside it. What was held is no longer changed: it is added to, or corrected.

export const decide = (command: OccasionCommand, state: Occasion): Decision => {
  const { occasion } = command
  switch (command.type) {
    case 'ScheduleOccasion':
      return schedule(command, state)
    case 'PostponeOccasion':
      return postpone(command, state)
    case 'CancelOccasion':
      return cancel(command, state)
    case 'ReviseOccasion':
      return revise(command, state)
    case 'RecordBriefing':
      return hold({ ...command, type: 'BriefingHeld' }, state)
    case 'RecordCeremony':
      return hold({ ...command, type: 'CeremonyHeld' }, state)
    case 'RecordMeeting':
      return hold({ ...command, type: 'MeetingHeld' }, state)
    case 'RecordHeadcount':
      return whenHeld(occasion, state, (held) => recordHeadcount(command, held))
    case 'RecordAttendance':
      return whenHeld(occasion, state, (held) => recordAttendance(command, held))
    case 'ExcuseAbsence':
      return whenHeld(occasion, state, (held) => excuse(command, held))
    case 'MarkSameOccasion':
      return markSame(command, state)
    case 'DefineStatusSet':
      return unlessCancelled(command, state, (known) => defineStatusSet(command, known))
    case 'MarkRoll':
      return unlessCancelled(command, state, (known) => markRoll(command, known))
    case 'AddGuest':
      return whenHeld(occasion, state, (held) => addGuest(command, held))
    case 'IdentifyGuest':
      return whenHeld(occasion, state, (held) => identifyGuest(command, held))
    case 'SetBlocks':
      return unlessCancelled(command, state, (known) => setBlocks(command, known))
    case 'RecordMakeUp':
      return whenHeld(occasion, state, (held) => recordMakeUp(command, held))
    case 'AskFeedback':
      return whenHeld(occasion, state, (held) => askFeedback(command, held))
    case 'GiveFeedback':
      return whenHeld(occasion, state, (held) => giveFeedback(command, held))
    case 'RecordGrade':
      return whenHeld(occasion, state, (held) => recordGrade(command, held))
    case 'RecordHours':
      return unlessCancelled(command, state, (known) => recordHours(command, known))
    case 'RecordCosts':
      return onRecord(command, state, (known) => recordCosts(command, known))
  }
}

// ── rules that a report may break ───────────────────────────────────────────

const marksGiven = (command: OccasionCommand): ReadonlyArray<Mark> => {
  if (command.type === 'RecordAttendance') return command.roll
  return command.type === 'ExcuseAbsence'
    ? [excused(command)]
    : command.type === 'IdentifyGuest'
      ? [guestMark(command.person, 'not stated')]
      : []
}

/** Two rolls that differ over a person: both are kept, the later one counts until somebody prefers or corrects. */
const contradictions = (command: OccasionCommand, state: Occasion): ReadonlyArray<OccasionRefusal> => {
  if (command.type === 'MarkRoll') return state._tag === 'Held' ? rollContradictions(command, state) : []
  return marksGiven(command).flatMap((given) => {
    const recorded = state._tag === 'Held' ? contradicted(given, state.marks) : undefined
    return recorded === undefined ? [] : [{ _tag: 'AlreadyMarked', occasion: command.occasion, recorded, given }]
  })
}

/** Feedback of somebody of whom nobody says whether he came. */
const perhapsAbsent = (command: OccasionCommand, state: Occasion): ReadonlyArray<OccasionRefusal> => {
  if (command.type !== 'GiveFeedback' || state._tag !== 'Held' || cameTo(command.person, state) !== 'cannot tell') return []
  return [{ _tag: 'FeedbackFromAbsent', occasion: command.occasion, person: command.person, status: 'not on the roll' }]
}

const perhapsTooMany = (state: Occasion, { occasion }: OccasionCommand): OccasionRefusal | undefined =>
  state._tag === 'Held'
    ? tooMany(occasion, state.facts.roles, state.marks, state.attendances, 'cannot tell', guestsWithin(state.session))
    : undefined

/** More people are named than "about" so many: flagged when it comes to be so, not again with each later word on the occasion. */
const overAbout = (command: OccasionCommand, state: Occasion): OccasionRefusal | undefined => {
  const decided = decide(command, state)
  const next = E.isRight(decided) ? decided.right.reduce(evolve, state) : state
  const over = perhapsTooMany(next, command)
  return over === undefined || same(over, perhapsTooMany(state, command)) ? undefined : over
}

export const breaches = (command: OccasionCommand, state: Occasion): ReadonlyArray<Breach<OccasionRefusal>> => {
  const over = overAbout(command, state)
  return [
    ...contradictions(command, state).map((refusal): Breach<OccasionRefusal> => ({ refusal, certainty: 'sure' })),
    ...perhapsAbsent(command, state).map((refusal): Breach<OccasionRefusal> => ({ refusal, certainty: 'cannot tell' })),
    ...(over === undefined ? [] : [{ refusal: over, certainty: 'cannot tell' } as const]),
  ]
}

export const occasion: Aggregate<OccasionCommand, Occasion, OccasionEvent, OccasionRefusal> = {
  category: 'occasion',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.occasion,
  subjectOf: (event) => event.occasion,
  commands: {
    ScheduleOccasion: true,
    PostponeOccasion: true,
    CancelOccasion: true,
    ReviseOccasion: true,
    RecordBriefing: true,
    RecordCeremony: true,
    RecordMeeting: true,
    RecordHeadcount: true,
    RecordAttendance: true,
    ExcuseAbsence: true,
    MarkSameOccasion: true,
    DefineStatusSet: true,
    MarkRoll: true,
    AddGuest: true,
    IdentifyGuest: true,
    SetBlocks: true,
    RecordMakeUp: true,
    AskFeedback: true,
    GiveFeedback: true,
    RecordGrade: true,
    RecordHours: true,
    RecordCosts: true,
  },
  decide,
  evolve,
  breaches,
}
