import type { LedgerEvent } from '../domain/ledger.js'
import type { Role } from '../domain/occasions/events.js'
import type { Speaker } from '../domain/statements/events.js'
import type { Capacity } from '../domain/vocabulary/capacity.js'
import type { AnyId, EventId, OrganisationId, PersonId } from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { list, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Whose title it is, and the title. */
export type TitleKey = `${PersonId}|${string}`

/** One use of a title: of which organisation, where that is stated; on which day, where one is; in which entry, on which stream. */
export interface TitleUse {
  readonly organisation?: OrganisationId
  readonly date?: StatedDate
  readonly entry: EventId
  readonly stream: AnyId
}

/** A title as it was used of one person. Each use proves the holder for its day only; between two such days nothing is told. */
export interface TitleRow extends RestingOn {
  readonly person: PersonId
  readonly title: string
  /** In order of recording. */
  readonly uses: ReadonlyArray<TitleUse>
}

/** What an event says in titles: on which stream, of which day, which persons in which capacities. */
interface Titled {
  readonly stream: AnyId
  readonly date: StatedDate | undefined
  readonly borne: ReadonlyArray<Borne>
}

interface Borne {
  readonly person: PersonId
  readonly capacity: Capacity
}

const keyOf = ({ person, capacity }: Borne): TitleKey => `${person}|${capacity.title}`

const use = ({ stream, date }: Titled, { of }: Capacity, entry: EventId): TitleUse => ({
  ...(of !== undefined && { organisation: of }),
  ...(date !== undefined && { date }),
  entry,
  stream,
})

/** The same title said twice in one event (of a person in two roles) is one use. */
const distinct = (uses: ReadonlyArray<TitleUse>): ReadonlyArray<TitleUse> =>
  uses.filter((one, n) => uses.findIndex(({ organisation }) => organisation === one.organisation) === n)

const reading = <Ev>(said: (event: Ev) => Titled): Reading<Ev, TitleKey, TitleRow> => ({
  keys: (event) => [...new Set(said(event).borne.map(keyOf))],
  evolve: (row, event, key, recorded) => {
    const titled = said(event)
    const ofKey = titled.borne.filter((one) => keyOf(one) === key)
    const [first] = ofKey
    if (first === undefined) return row
    const { person, capacity } = first
    const added = distinct(ofKey.map((one) => use(titled, one.capacity, recorded.id)))
    return { person, title: capacity.title, uses: [...(row?.uses ?? []), ...added], ...restingOn(row, recorded) }
  },
})

const ofRoles = (roles: ReadonlyArray<Role> = []): ReadonlyArray<Borne> =>
  roles.flatMap(({ person, capacities = [] }) => (person === undefined ? [] : capacities.map((capacity) => ({ person, capacity }))))

const ofSpeaker = (by: Speaker): ReadonlyArray<Borne> => (by._tag === 'person' ? [{ person: by.person, capacity: by.capacity }] : [])

const signing = reading<{
  readonly agreement: AnyId
  readonly signedOn: StatedDate
  readonly signatories?: ReadonlyArray<Borne>
  readonly witnesses?: ReadonlyArray<Borne>
}>(({ agreement, signedOn, signatories = [], witnesses = [] }) => ({
  stream: agreement,
  date: signedOn,
  borne: [...signatories, ...witnesses],
}))

const occasion = reading<{ readonly occasion: AnyId; readonly on?: StatedDate; readonly roles?: ReadonlyArray<Role> }>(
  ({ occasion, on, roles }) => ({ stream: occasion, date: on, borne: ofRoles(roles) }),
)

const statement = reading<{ readonly statement: AnyId; readonly on?: StatedDate; readonly by: Speaker }>(({ statement, on, by }) => ({
  stream: statement,
  date: on,
  borne: ofSpeaker(by),
}))

/**
 * Offices as they were used, one row for each person and title. A revision counts once its occasion is held, which the occasion itself says; a plan
 * is not read: it proves nobody on the day.
 */
export const titles: Projection<LedgerEvent, TitleKey, TitleRow> = {
  name: 'titles',
  version: 1,
  columns: {
    person: text<PersonId>(),
    title: text(),
    uses: list<TitleUse>(({ organisation, date }) => `${date?.edtf ?? '?'}${organisation === undefined ? '' : ` of ${organisation}`}`),
    ...restingOnColumns,
  },
  on: {
    AgreementSigned: signing,
    AgreementRenewed: signing,
    BriefingHeld: occasion,
    CeremonyHeld: occasion,
    OccasionRevised: occasion,
    MeetingHeld: occasion,
    RemarksRecorded: statement,
    ExpectationsSet: statement,
    CommitmentRecorded: statement,
    PolicyBasisRecorded: statement,
    ClaimRecorded: statement,
  },
}
