import * as fc from 'fast-check'
import { occasion } from '../../../src/domain/occasions/occasion.js'
import { about, exactly } from '../../../src/domain/vocabulary/count.js'
import { occasionCommands, occasionEvents } from '../../../src/events/occasion.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const one = fc.constant('occasion-1')
const person = fc.constantFrom('person-1', 'person-2')
const day = days('2024-03-05', '2024-03-06')
const venue = fc.constantFrom('hall', 'library')
const standing = fc.constantFrom('within the figure', 'beside the figure')
const attendance = said({}, { figure: fc.constantFrom(exactly(1), about(1)), of: fc.constant('participants') })
const roles = fc.constantFrom([{ role: 'host', person: 'person-1' } as const], [{ role: 'host' }])
const held = { on: day, venue, roles, attendance }
const status = { words: 'came', stage: 'attendance', weight: 1, attended: true } as const
const block = fc.record({
  on: fc.constantFrom('2024-03-05', '2024-03-08'),
  from: fc.constantFrom('09:00', '12:00'),
  to: fc.constant('12:00'),
})
const amount = fc.constant({ currency: 'HKD', amount: { kind: 'exact', n: 800 } } as const)
const payer = { organisation: 'organisation-a', share: 60 } as const
const payers = fc.constantFrom([payer], [payer, payer])

aggregateModel({
  aggregate: occasion,
  events: occasionEvents,
  commands: occasionCommands,
  contents: {
    ScheduleOccasion: said({ occasion: one, kind: fc.constantFrom('seminar', 'talk') }, { on: day, roles }),
    PostponeOccasion: said({ occasion: one }, { to: day }),
    CancelOccasion: said({ occasion: one }, { why: fc.constant('a storm') }),
    ReviseOccasion: said({ occasion: one }, { venue, on: day }),
    RecordBriefing: said({ occasion: one, kind: fc.constant('talk') }, held),
    RecordCeremony: said({ occasion: one }, held),
    RecordMeeting: said({ occasion: one }, held),
    RecordHeadcount: fc.record({ occasion: one, attendance }),
    RecordAttendance: fc.record({
      occasion: one,
      roll: fc.array(fc.record({ person, status: fc.constantFrom('attended', 'absent'), standing }), { minLength: 1, maxLength: 2 }),
    }),
    ExcuseAbsence: fc.record({ occasion: one, person }),
    MarkSameOccasion: fc.record({ occasion: one, same: fc.constantFrom('occasion-1', 'occasion-2'), why: fc.constant('one hall') }),
    DefineStatusSet: fc.record({
      occasion: one,
      statuses: fc.constantFrom(
        [{ ...status, code: 'P' }],
        [
          { ...status, code: 'A' },
          { ...status, code: 'A' },
        ],
      ),
    }),
    MarkRoll: said(
      { occasion: one, marks: fc.tuple(fc.record({ person, code: fc.constantFrom('booked', 'attended', 'no-show', 'P') })) },
      { takenOn: fc.constantFrom('2024-03-01', '2024-03-09') },
    ),
    AddGuest: fc.record({
      occasion: one,
      guest: fc.constantFrom('guest 1', 'guest 2'),
      describedAs: fc.constantFrom('tall', 'short'),
      standing,
    }),
    IdentifyGuest: fc.record({ occasion: one, guest: fc.constantFrom('guest 1', 'guest 2'), person }),
    SetBlocks: fc.record({ occasion: one, blocks: fc.tuple(block) }),
    RecordMakeUp: said(
      { occasion: one, person, equivalence: fc.constant('equivalent'), why: fc.constant('the same talk') },
      { by: fc.constantFrom('occasion-1', 'occasion-2') },
    ),
    AskFeedback: said({ occasion: one }, { due: fc.constant('2024-04-01') }),
    GiveFeedback: fc.record({ occasion: one, person, words: fc.constantFrom('good', 'long') }),
    RecordGrade: said({ occasion: one, person }, { grade: fc.constantFrom('A', 'B') }),
    RecordHours: said({ occasion: one, basis: fc.constant('actual') }, { dutyHours: fc.constant({ kind: 'exact', n: 6 } as const) }),
    RecordCosts: said({ occasion: one, item: fc.constant('hall'), amount, basis: fc.constant('actual') }, { payers }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                     | NotRecorded       | Scheduled             | Postponed             | Cancelled             | Held
    ScheduleOccasion | Scheduled refused | nothing refused       | nothing refused       | refused               | refused
    PostponeOccasion | refused           | Postponed refused     | stays nothing refused | refused               | refused
    CancelOccasion   | refused           | Cancelled             | Cancelled             | nothing               | refused
    ReviseOccasion   | refused           | stays nothing         | stays nothing         | refused               | stays nothing refused
    RecordBriefing   | Held refused      | Held refused          | Held refused          | refused               | refused
    RecordCeremony   | Held refused      | Held refused          | Held refused          | refused               | refused
    RecordMeeting    | Held refused      | Held refused          | Held refused          | refused               | refused
    RecordHeadcount  | refused           | refused               | refused               | refused               | stays nothing refused
    RecordAttendance | refused           | refused               | refused               | refused               | stays stays* nothing refused
    ExcuseAbsence    | refused           | refused               | refused               | refused               | stays stays* nothing
    MarkSameOccasion | refused           | stays nothing refused | stays nothing refused | stays nothing refused | stays nothing refused
    DefineStatusSet  | refused           | stays nothing refused | stays nothing refused | refused               | stays nothing refused
    MarkRoll         | refused           | stays nothing refused | stays nothing refused | refused               | stays stays* nothing refused
    AddGuest         | refused           | refused               | refused               | refused               | stays nothing refused
    IdentifyGuest    | refused           | refused               | refused               | refused               | stays stays* nothing refused
    SetBlocks        | refused           | stays nothing refused | stays nothing refused | refused               | stays nothing refused
    RecordMakeUp     | refused           | refused               | refused               | refused               | stays nothing refused
    AskFeedback      | refused           | refused               | refused               | refused               | stays nothing
    GiveFeedback     | refused           | refused               | refused               | refused               | stays nothing refused
    RecordGrade      | refused           | refused               | refused               | refused               | stays nothing refused
    RecordHours      | refused           | stays nothing refused | stays nothing refused | refused               | stays nothing refused
    RecordCosts      | refused           | stays nothing refused | stays nothing refused | stays nothing refused | stays nothing refused
  `,
})
