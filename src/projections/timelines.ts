import type { LedgerEvent } from '../domain/ledger.js'
import { plainMarks } from '../domain/occasions/statuses.js'
import type { PersonId } from '../domain/vocabulary/id.js'
import { showDate } from '../domain/vocabulary/stated-date.js'
import { list, text, UNKNOWN } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { showResult } from './placements-details.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'
import {
  type Named,
  ofCohort,
  ofFigure,
  ofGrade,
  ofOccasion,
  ofPlacement,
  ofPosting,
  ofRoll,
  ofSigning,
  ofStatement,
  type TimelineItem,
} from './timelines-items.js'

/** All that entries say of one person, in order of recording: an entry that does not name the person adds nothing here. */
export interface TimelineRow extends RestingOn {
  readonly person: PersonId
  readonly items: ReadonlyArray<TimelineItem>
}

const of = <Ev>(naming: (event: Ev) => ReadonlyArray<Named>): Reading<Ev, PersonId, TimelineRow> => ({
  keys: (event) => [...new Set(naming(event).map(({ person }) => person))],
  evolve: (row, event, person, recorded) => {
    const added = naming(event).flatMap((one) =>
      one.person === person ? [{ ...one.says, entry: recorded.id, sources: recorded.metadata.sources }] : [],
    )
    return { person, items: [...(row?.items ?? []), ...added], ...restingOn(row, recorded) }
  },
})

const showItem = ({ role, what, date }: TimelineItem): string =>
  `${date === undefined ? UNKNOWN : showDate(date)} ${role} ${what ?? ''}`.trim()

/** What is on record of each person, one row each; whatever kind of thing the person is named in. */
export const timelines: Projection<LedgerEvent, PersonId, TimelineRow> = {
  name: 'timelines',
  version: 1,
  columns: { person: text<PersonId>(), items: list<TimelineItem>(showItem), ...restingOnColumns },
  on: {
    AgreementSigned: of(ofSigning),
    AgreementRenewed: of(ofSigning),
    OccasionScheduled: of(ofOccasion),
    OccasionRevised: of(ofOccasion),
    BriefingHeld: of(ofOccasion),
    CeremonyHeld: of(ofOccasion),
    MeetingHeld: of(ofOccasion),
    AttendanceRecorded: of(({ occasion, roll }) => ofRoll(occasion, roll)),
    AbsenceExcused: of(({ occasion, person }) => ofRoll(occasion, [{ person, status: 'excused' }])),
    RollMarked: of(({ occasion, marks, statuses }) => ofRoll(occasion, plainMarks(marks, statuses))),
    GuestIdentified: of(({ occasion, person }) => ofRoll(occasion, [{ person, status: 'attended' }])),
    GradeRecorded: of(ofGrade),
    MakeUpRecorded: of(({ occasion, person, equivalence, why }) => [
      { person, says: { kind: 'make-up', role: equivalence, what: occasion, words: why } },
    ]),
    CertificateIssued: of(({ certificate, under, person, issuedOn }) => [
      {
        person,
        says: {
          kind: 'certificate',
          role: 'holder of a certificate',
          what: certificate,
          within: under,
          ...(issuedOn && { date: issuedOn }),
        },
      },
    ]),
    CertificateInvalidated: of(({ certificate, person, on, why }) => [
      { person, says: { kind: 'certificate', role: 'certificate invalidated', what: certificate, words: why, ...(on && { date: on }) } },
    ]),
    CohortRolesNamed: of((event) => ofCohort(event, event.roles)),
    MemberIdentified: of((event) => ofCohort(event, [{ person: event.person, role: 'member' }])),
    MemberReleased: of((event) => ofCohort(event, [{ person: event.person, role: 'no longer a member' }], event.why)),
    OfficerAttached: of((event) => ofPlacement(event, 'attached', event.period.start)),
    PlacementStarted: of((event) => ofPlacement(event, 'started', event.on)),
    PlacementPeriodConfirmed: of((event) => ofPlacement(event, 'present', { edtf: `${event.from}/${event.to}` })),
    PlacementCompleted: of((event) => ofPlacement(event, 'completed', event.on)),
    PlacementCurtailed: of((event) => ofPlacement(event, 'cut short', event.on, event.why)),
    PlacementCancelled: of((event) => ofPlacement(event, 'called off', undefined, event.why)),
    ReflectionRecorded: of((event) => {
      const officer = ofPlacement(event, 'reflection', event.on, event.points.join('; '))
      const author = ofPlacement({ ...event, officer: event.author }, 'author of a reflection', event.on, event.points.join('; '))
      return event.author === event.officer ? author : [...officer, ...author]
    }),
    ReportReceived: of((event) => ofPlacement(event, event.kind, event.on)),
    OfficerNominated: of((event) => ofPlacement(event, 'nominated', event.on)),
    NominationRefused: of((event) => ofPlacement(event, 'nomination refused', event.on, event.why)),
    OfficerWithdrawn: of((event) => ofPlacement(event, 'withdrawn', event.on, event.why)),
    ExtensionDecided: of((event) => ofPlacement(event, `extension ${event.outcome}`, event.on, event.why)),
    LegChanged: of((event) => ofPlacement(event, event.role ?? 'another leg', event.from, event.why)),
    PlacementSuspended: of((event) => ofPlacement(event, 'suspended', event.from, event.why)),
    PlacementResumed: of((event) => ofPlacement(event, 'resumed', event.on)),
    CoverRecorded: of((event) =>
      event.by === undefined ? [] : ofPlacement({ ...event, officer: event.by }, `${event.arrangement} at home`, event.from),
    ),
    ResultRecorded: of((event) => ofPlacement(event, 'result', event.on, showResult(event))),
    ObligationRecorded: of((event) => ofPlacement(event, 'bound to stay in service', event.until, event.why)),
    RemarksRecorded: of((event) => ofStatement(REMARKS[event.kind ?? 'remark'])(event)),
    ExpectationsSet: of(ofStatement('setter of expectations')),
    CommitmentRecorded: of(ofStatement('maker of a commitment')),
    PolicyBasisRecorded: of(ofStatement('giver of a policy basis')),
    ClaimRecorded: of(ofStatement('maker of a claim')),
    FigureReported: of(ofFigure),
    PostFilled: of(({ post, organisation, holder, from, acting }) =>
      holder === undefined
        ? []
        : [
            {
              person: holder,
              says: {
                kind: 'post',
                role: acting === true ? 'acting' : 'holder',
                what: post,
                within: organisation,
                ...(from && { date: from }),
              },
            },
          ],
    ),
    PostingRecorded: of(ofPosting),
    BackgroundRecorded: of(({ person, kind, words, with: other }) => [
      { person, says: { kind: 'background', role: kind, ...(other && { what: other }), words } },
    ]),
  },
}

const REMARKS = {
  remark: 'speaker of remarks',
  thanks: 'speaker of thanks',
  hope: 'speaker of hopes',
  purpose: 'speaker of a purpose',
} as const
