import type { CohortRole } from '../domain/batches/cohort-events.js'
import type { PublishedFigure } from '../domain/figures/events.js'
import type { Mark, Role } from '../domain/occasions/events.js'
import type { Grade } from '../domain/occasions/session-events.js'
import type { Posting } from '../domain/people/person.js'
import type { Speaker } from '../domain/statements/events.js'
import type { Capacity } from '../domain/vocabulary/capacity.js'
import type {
  AgreementId,
  AnyId,
  CohortId,
  EventId,
  OccasionId,
  PersonId,
  PlacementId,
  ProgrammeId,
  SourceId,
  StatementId,
} from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'

/** One thing that an entry says of a person. */
export interface TimelineItem {
  readonly kind:
    | 'agreement'
    | 'occasion'
    | 'roll'
    | 'cohort'
    | 'placement'
    | 'statement'
    | 'post'
    | 'posting'
    | 'background'
    | 'figure'
    | 'certificate'
    | 'grade'
    | 'make-up'
  /** What the person is in it: `witness`, `speaker`, `setter of expectations`, `officer`, `holder`. */
  readonly role: string
  /** In what; absent where it is nothing on record. */
  readonly what?: AnyId | CohortId
  /** What that belongs to, where the entry says so: the programme of a placement, the occasion of a statement. */
  readonly within?: AnyId
  /** The day it begins or happens; absent: the entry gives none. */
  readonly date?: StatedDate
  /** The titles as used. */
  readonly titles?: ReadonlyArray<string>
  readonly words?: string
  readonly entry: EventId
  /** On which the entry rests. */
  readonly sources: ReadonlyArray<SourceId>
}

/** Somebody whom an event names, and what it says of him. */
export interface Named {
  readonly person: PersonId
  readonly says: Omit<TimelineItem, 'entry' | 'sources'>
}

const named = (person: PersonId, says: Named['says']): Named => ({ person, says })

const dated = (on: StatedDate | undefined): Pick<TimelineItem, 'date'> => (on === undefined ? {} : { date: on })

interface Signer {
  readonly person: PersonId
  readonly capacity: Capacity
}

/** Who signed an agreement, and who saw it signed. */
export const ofSigning = ({
  agreement,
  signedOn,
  signatories = [],
  witnesses = [],
}: {
  readonly agreement: AgreementId
  readonly signedOn: StatedDate
  readonly signatories?: ReadonlyArray<Signer>
  readonly witnesses?: ReadonlyArray<Signer>
}): ReadonlyArray<Named> => {
  const as = (role: string, { person, capacity }: Signer): Named =>
    named(person, { kind: 'agreement', role, what: agreement, date: signedOn, titles: [capacity.title] })
  return [...signatories.map((one) => as('signatory', one)), ...witnesses.map((one) => as('witness', one))]
}

/** Who has a role at an occasion, planned or held: which of the two, and on which day in the end, its own row says. */
export const ofOccasion = ({
  occasion,
  on,
  roles = [],
}: {
  readonly occasion: OccasionId
  readonly on?: StatedDate
  readonly roles?: ReadonlyArray<Role>
}): ReadonlyArray<Named> =>
  roles.flatMap(({ person, role, capacities }) => {
    if (person === undefined) return []
    return [
      named(person, {
        kind: 'occasion',
        role,
        what: occasion,
        ...dated(on),
        ...(capacities && { titles: capacities.map(({ title }) => title) }),
      }),
    ]
  })

/** Who stands on the roll of an occasion. */
export const ofRoll = (occasion: OccasionId, roll: ReadonlyArray<Pick<Mark, 'person' | 'status'>>): ReadonlyArray<Named> =>
  roll.map(({ person, status }) => named(person, { kind: 'roll', role: status, what: occasion }))

/** What somebody achieved in a session, as told. */
export const ofGrade = ({ occasion, person, grade, passed, comment }: Grade): ReadonlyArray<Named> => {
  const outcome = passed === undefined ? undefined : passed ? 'passed' : 'failed'
  const words = [grade, outcome, comment].filter((part) => part !== undefined).join(', ')
  return [named(person, { kind: 'grade', role: 'graded', what: occasion, words })]
}

/** Who is a member of a cohort, is one no longer, or has a role in it. */
export const ofCohort = (
  { cohort, programme }: { readonly cohort: CohortId; readonly programme: ProgrammeId },
  people: ReadonlyArray<Pick<CohortRole, 'person' | 'role'>>,
  words?: string,
): ReadonlyArray<Named> =>
  people.map(({ person, role }) => named(person, { kind: 'cohort', role, what: cohort, within: programme, ...(words && { words }) }))

/** What happens to an officer's placement. */
export const ofPlacement = (
  { placement, officer, programme }: { readonly placement: PlacementId; readonly officer: PersonId; readonly programme: ProgrammeId },
  role: string,
  on: StatedDate | undefined,
  words?: string,
): ReadonlyArray<Named> => [
  named(officer, { kind: 'placement', role, what: placement, within: programme, ...dated(on), ...(words && { words }) }),
]

/** Whose words they are. */
export const ofStatement =
  (role: string) =>
  ({
    statement,
    by,
    about,
    at,
    on,
    points,
  }: {
    readonly statement: StatementId
    readonly by: Speaker
    readonly about: ReadonlyArray<AnyId>
    readonly at?: OccasionId
    readonly on?: StatedDate
    readonly points: ReadonlyArray<string>
  }): ReadonlyArray<Named> => {
    if (by._tag !== 'person') return []
    const within = at ?? about[0]
    return [
      named(by.person, {
        kind: 'statement',
        role,
        what: statement,
        ...(within !== undefined && { within }),
        ...dated(on),
        titles: [by.capacity.title],
        words: points.join('; '),
      }),
    ]
  }

/** Who gave a published number. */
export const ofFigure = ({
  figure,
  by,
  about,
  measure,
  standsAt,
}: Pick<PublishedFigure, 'figure' | 'by' | 'about' | 'measure' | 'standsAt'>): ReadonlyArray<Named> => {
  if (by._tag !== 'person') return []
  const within: Pick<TimelineItem, 'within'> = about._tag === 'entry' ? { within: about.id } : {}
  const says = { kind: 'figure', role: 'giver of a figure', what: figure, words: measure, titles: [by.capacity.title] } as const
  return [named(by.person, { ...says, ...within, ...dated(standsAt) })]
}

/** Where somebody served: in a post, an organisation or a grade. */
export const ofPosting = ({ person, organisation, post, grade, rank, from }: Posting): ReadonlyArray<Named> => {
  const [what, within] = [post, organisation, grade].filter((id) => id !== undefined)
  return [
    named(person, {
      kind: 'posting',
      role: rank ?? 'posted',
      ...(what !== undefined && { what }),
      ...(within !== undefined && { within }),
      ...dated(from),
    }),
  ]
}
