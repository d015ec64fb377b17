import type { AgreementLink, Places, Signatory, Term, Witness } from '../domain/agreements/events.js'
import type { LedgerEvent } from '../domain/ledger.js'
import { showCount } from '../domain/vocabulary/count.js'
import type { AgreementId, OrganisationId } from '../domain/vocabulary/id.js'
import { type Length, showLength } from '../domain/vocabulary/length.js'
import type { Name } from '../domain/vocabulary/name.js'
import type { NamedList } from '../domain/vocabulary/open-list.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, integer, json, list, maybe, namedList, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOnColumns, type Said, told } from './resting-on.js'

/** One agreement as it stands: its latest term, and what became of it. Signatories that nobody stated are absent; a list that is empty says "none". */
export interface AgreementRow extends RestingOn {
  readonly agreement: AgreementId
  readonly state: 'announced' | 'signed' | 'lapsed' | 'terminated'
  readonly names: ReadonlyArray<Name>
  readonly parties: NamedList<OrganisationId>
  readonly announcedOn?: StatedDate
  /** The number of the latest term; absent until it is signed. */
  readonly term?: number
  readonly signedOn?: StatedDate
  readonly signedAt?: string
  /** As stated; else the day of signing, marked as derived. */
  readonly inForceFrom?: StatedDate
  readonly endsOn?: StatedDate
  readonly signatories?: ReadonlyArray<Signatory>
  readonly witnesses?: ReadonlyArray<Witness>
  readonly placesPerSide?: Places
  readonly length?: Length
  readonly endedOn?: StatedDate
  readonly links: ReadonlyArray<Pick<AgreementLink, 'to' | 'kind'>>
}

const unsaid = (agreement: AgreementId): AgreementRow => ({
  agreement,
  state: 'announced',
  names: [],
  parties: { items: [], open: true },
  links: [],
  entries: [],
  sources: [],
})

const ofTerm = (term: Term, number: number, names?: ReadonlyArray<Name>): Said<AgreementRow> => {
  const { parties, signatories, witnesses, signedOn, signedAt, inForceFrom, end, placesPerSide, length } = term
  return {
    state: 'signed',
    names,
    term: number,
    parties,
    signedOn,
    signedAt,
    inForceFrom: inForceFrom ?? { ...signedOn, derived: 'signing' },
    endsOn: end,
    signatories,
    witnesses,
    placesPerSide,
    length,
  }
}

const keys = ({ agreement }: { readonly agreement: AgreementId }): ReadonlyArray<AgreementId> => [agreement]

/** The agreements, one row each. */
export const agreements: Projection<LedgerEvent, AgreementId, AgreementRow> = {
  name: 'agreements',
  version: 1,
  columns: {
    agreement: text<AgreementId>(),
    state: text<AgreementRow['state']>(),
    names: list<Name>(({ text }) => text),
    parties: namedList<OrganisationId>(String),
    announcedOn: maybe(date),
    term: maybe(integer),
    signedOn: maybe(date),
    signedAt: maybe(text()),
    inForceFrom: maybe(date),
    endsOn: maybe(date),
    signatories: maybe(list<Signatory>((one) => `${one.person} (${one.capacity.title}) for ${one.for}`)),
    witnesses: maybe(list<Witness>((one) => `${one.person} (${one.capacity.title})`)),
    placesPerSide: maybe(json<Places>(({ count, per }) => `${showCount(count)} a ${per}`)),
    length: maybe(json<Length>(showLength)),
    endedOn: maybe(date),
    links: list<AgreementRow['links'][number]>(({ kind, to }) => `${kind} ${to}`),
    ...restingOnColumns,
  },
  on: {
    AgreementAnnounced: {
      keys,
      evolve: (_, { names, parties, announcedOn }, agreement, recorded) =>
        told(unsaid(agreement), { names, parties, announcedOn }, recorded),
    },
    AgreementSigned: {
      keys,
      evolve: (row, event, agreement, recorded) => told(row ?? unsaid(agreement), ofTerm(event, 1, event.names), recorded),
    },
    AgreementRenewed: {
      keys,
      // A new term is told by its own signing: what the old one said of signatories, places and length is not carried over.
      evolve: (row, event, agreement, recorded) => {
        const { names, links, announcedOn, entries, sources } = row ?? unsaid(agreement)
        const kept = { ...unsaid(agreement), names, links, entries, sources, ...(announcedOn && { announcedOn }) }
        return told(kept, ofTerm(event, event.term), recorded)
      },
    },
    AgreementAmended: {
      keys,
      evolve: (row, { end, placesPerSide, length }, _, recorded) => row && told(row, { endsOn: end, placesPerSide, length }, recorded),
    },
    PartiesChanged: {
      keys,
      evolve: (row, { joined, left }, _, recorded) => {
        if (row === undefined) return row
        const stayed = row.parties.items.filter((party) => !left.includes(party) && !joined.includes(party))
        return told(row, { parties: { ...row.parties, items: [...stayed, ...joined] } }, recorded)
      },
    },
    AgreementsLinked: {
      keys,
      evolve: (row, { to, kind }, _, recorded) => row && told(row, { links: [...row.links, { to, kind }] }, recorded),
    },
    LapseRecorded: {
      keys,
      evolve: (row, { on }, _, recorded) => row && told(row, { state: 'lapsed', endedOn: on }, recorded),
    },
    AgreementTerminated: {
      keys,
      evolve: (row, { on }, _, recorded) => row && told(row, { state: 'terminated', endedOn: on }, recorded),
    },
  },
}
