import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { Direction, ProgrammeDetails, ProgrammeKind, ProgrammeLink, RoleHolder } from '../domain/programmes/events.js'
import type { Count } from '../domain/vocabulary/count.js'
import type { AgreementId, ProgrammeId } from '../domain/vocabulary/id.js'
import { type Length, showLength } from '../domain/vocabulary/length.js'
import type { Name } from '../domain/vocabulary/name.js'
import { type NamedList, showStated } from '../domain/vocabulary/open-list.js'
import { type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { count, date, json, list, maybe, namedList, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** One programme as it stands. No date moves its state: announced stays announced until somebody says that it was launched. */
export interface ProgrammeRow extends RestingOn {
  readonly programme: ProgrammeId
  readonly state: 'proposed' | 'announced' | 'registered' | 'launched' | 'suspended' | 'concluded'
  /** How the ledger came to know that it runs: it saw the launch, or it was told of a programme that ran before. */
  readonly cameAs?: 'registered' | 'launched'
  readonly kind: ProgrammeKind
  readonly names: ReadonlyArray<Name>
  readonly direction?: Direction
  readonly places?: NamedList<string>
  readonly delivery?: NamedList<string>
  readonly targetGroup?: string
  readonly aims?: ReadonlyArray<string>
  readonly curriculum?: NamedList<string>
  readonly organisers?: NamedList<RoleHolder>
  readonly agreements: ReadonlyArray<AgreementId>
  readonly capacity?: Count
  readonly length?: Length
  readonly announcedOn?: StatedDate
  /** When it began: launched on that day, or running since then when it was registered. */
  readonly startedOn?: StatedDate
  readonly startedAt?: string
  readonly concludedOn?: StatedDate
  /** Pauses, each open until it is resumed. */
  readonly pauses: ReadonlyArray<Pause>
  readonly links: ReadonlyArray<Pick<ProgrammeLink, 'kind' | 'to'>>
}

/**
 * The days on which a programme did not run: from the first of them to the day on which it ran again. Absent `until`: nobody says that it
 * did.
 */
export interface Pause {
  readonly since: StatedDate
  readonly until?: StatedDate
  readonly why?: string
}

/** What the details of an event say replaces what was said before; what they leave unsaid stays. */
const withDetails = (
  row: ProgrammeRow | undefined,
  details: ProgrammeDetails,
  state: ProgrammeRow['state'],
  recorded: Recorded<unknown>,
): ProgrammeRow => {
  const {
    programme,
    names,
    kind,
    direction,
    places,
    delivery,
    targetGroup,
    aims,
    curriculum,
    organisers,
    agreements = [],
    capacity,
  } = details
  const known = row?.names.filter(({ text, language }) => !names.some((name) => name.text === text && name.language === language)) ?? []
  return {
    pauses: [],
    links: [],
    ...row,
    programme,
    state,
    kind,
    names: [...known, ...names],
    ...(direction && { direction }),
    ...(places && { places }),
    ...(delivery && { delivery }),
    ...(targetGroup && { targetGroup }),
    ...(aims && { aims }),
    ...(curriculum && { curriculum }),
    ...(organisers && { organisers }),
    ...(capacity && { capacity }),
    agreements: [...new Set([...(row?.agreements ?? []), ...agreements])],
    ...restingOn(row, recorded),
  }
}

const isSame = (a: RoleHolder) => (b: RoleHolder) => a.organisation === b.organisation && a.role === b.role

const showHolder = ({ role, organisation }: RoleHolder): string => `${role} ${organisation}`
const showPause = ({ since, until }: Pause): string => `${showDate(since)} to ${until === undefined ? '?' : showDate(until)}`

const keys = ({ programme }: { readonly programme: ProgrammeId }): ReadonlyArray<ProgrammeId> => [programme]

/** The programmes, one row each. */
export const programmes: Projection<LedgerEvent, ProgrammeId, ProgrammeRow> = {
  name: 'programmes',
  version: 1,
  columns: {
    programme: text<ProgrammeId>(),
    state: text<ProgrammeRow['state']>(),
    cameAs: maybe(text<'registered' | 'launched'>()),
    kind: text<ProgrammeKind>(),
    names: list<Name>(({ text }) => text),
    direction: maybe(text<Direction>()),
    places: maybe(namedList<string>(String)),
    delivery: maybe(namedList<string>(String)),
    targetGroup: maybe(text()),
    aims: maybe(list<string>(String)),
    curriculum: maybe(namedList<string>(String)),
    organisers: maybe(namedList<RoleHolder>(showHolder)),
    agreements: list<AgreementId>(String),
    capacity: maybe(count),
    length: maybe(json<Length>(showLength)),
    announcedOn: maybe(date),
    startedOn: maybe(date),
    startedAt: maybe(text()),
    concludedOn: maybe(date),
    pauses: list<Pause>(showPause),
    links: list<ProgrammeRow['links'][number]>(({ kind, to }) => `${kind} ${showStated(to, String)}`),
    ...restingOnColumns,
  },
  on: {
    ProgrammeProposed: { keys, evolve: (row, event, _, recorded) => withDetails(row, event, 'proposed', recorded) },
    ProgrammeAnnounced: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...withDetails(row, event, 'announced', recorded),
        ...(event.announcedOn && { announcedOn: event.announcedOn }),
      }),
    },
    ProgrammeRegistered: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...withDetails(row, event, 'registered', recorded),
        cameAs: 'registered',
        ...(event.since && { startedOn: event.since }),
      }),
    },
    ProgrammeLaunched: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...withDetails(row, event, 'launched', recorded),
        cameAs: 'launched',
        startedOn: event.launchedOn,
        ...(event.launchedAt && { startedAt: event.launchedAt }),
      }),
    },
    ProgrammeNamed: {
      keys,
      evolve: (row, { name, from }, _, recorded) =>
        row && { ...row, names: [...row.names, from === undefined ? name : { ...name, from }], ...restingOn(row, recorded) },
    },
    OrganisersChanged: {
      keys,
      evolve: (row, { joined, left }, _, recorded) => {
        if (row === undefined) return row
        const stayed = row.organisers?.items.filter((held) => !left.some(isSame(held)) && !joined.some(isSame(held))) ?? []
        // Where nobody said who organises, a change tells some of them, not all.
        return { ...row, organisers: { items: [...stayed, ...joined], open: row.organisers?.open ?? true }, ...restingOn(row, recorded) }
      },
    },
    ProgrammePlacedUnderAgreement: {
      keys,
      evolve: (row, { agreement }, _, recorded) =>
        row && { ...row, agreements: [...new Set([...row.agreements, agreement])], ...restingOn(row, recorded) },
    },
    ProgrammeTermsRevised: {
      keys,
      evolve: (row, { length, capacity }, _, recorded) =>
        row && { ...row, ...(length && { length }), ...(capacity && { capacity }), ...restingOn(row, recorded) },
    },
    ProgrammeSuspended: {
      keys,
      evolve: (row, { from, why }, _, recorded) =>
        row && { ...row, state: 'suspended', pauses: [...row.pauses, { since: from, ...(why && { why }) }], ...restingOn(row, recorded) },
    },
    ProgrammeResumed: {
      keys,
      evolve: (row, { from }, _, recorded) => {
        const last = row?.pauses.at(-1)
        if (row === undefined || last === undefined) return row
        return {
          ...row,
          state: row.cameAs ?? 'registered',
          pauses: [...row.pauses.slice(0, -1), { ...last, until: from }],
          ...restingOn(row, recorded),
        }
      },
    },
    ProgrammeConcluded: {
      keys,
      evolve: (row, { on }, _, recorded) => row && { ...row, state: 'concluded', concludedOn: on, ...restingOn(row, recorded) },
    },
    ProgrammesLinked: {
      keys,
      evolve: (row, { kind, to }, _, recorded) => row && { ...row, links: [...row.links, { kind, to }], ...restingOn(row, recorded) },
    },
  },
}
