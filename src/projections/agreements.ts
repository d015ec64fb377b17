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
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

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

const ofTerm = (term: Term): Partial<AgreementRow> & Pick<AgreementRow, 'parties' | 'inForceFrom'> => {
  const { parties, signatories, witnesses, signedOn, signedAt, inForceFrom, end, placesPerSide, length } = term
  return {
    parties,
    signedOn,
    inForceFrom: inForceFrom ?? { ...signedOn, derived: 'signing' },
    ...(signatories && { signatories }),
    ...(witnesses && { witnesses }),
    ...(signedAt && { signedAt }),
    ...(end && { endsOn: end }),
    ...(placesPerSide && { placesPerSide }),
    ...(length && { length }),
  }
}

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
      keys: ({ agreement }) => [agreement],
      evolve: (row, { agreement, names, parties, announcedOn }, _, recorded) => ({
        agreement,
        state: 'announced',
        names,
        parties,
        ...(announcedOn && { announcedOn }),
        links: [],
        ...restingOn(row, recorded),
      }),
    },
    AgreementSigned: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, event, agreement, recorded) => ({
        ...(row ?? { links: [] }),
        agreement,
        state: 'signed',
        names: event.names,
        term: 1,
        ...ofTerm(event),
        ...restingOn(row, recorded),
      }),
    },
    AgreementRenewed: {
      keys: ({ agreement }) => [agreement],
      // A new term is told by its own signing: what the old one said of signatories, places and length is not carried over.
      evolve: (row, event, agreement, recorded) => ({
        agreement,
        state: 'signed',
        names: row?.names ?? [],
        links: row?.links ?? [],
        ...(row?.announcedOn && { announcedOn: row.announcedOn }),
        term: event.term,
        ...ofTerm(event),
        ...restingOn(row, recorded),
      }),
    },
    AgreementAmended: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, { end, placesPerSide, length }, _, recorded) =>
        row && {
          ...row,
          ...(end && { endsOn: end }),
          ...(placesPerSide && { placesPerSide }),
          ...(length && { length }),
          ...restingOn(row, recorded),
        },
    },
    PartiesChanged: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, { joined, left }, _, recorded) => {
        if (row === undefined) return row
        const stayed = row.parties.items.filter((party) => !left.includes(party) && !joined.includes(party))
        return { ...row, parties: { ...row.parties, items: [...stayed, ...joined] }, ...restingOn(row, recorded) }
      },
    },
    AgreementsLinked: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, { to, kind }, _, recorded) => row && { ...row, links: [...row.links, { to, kind }], ...restingOn(row, recorded) },
    },
    LapseRecorded: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, { on }, _, recorded) => row && { ...row, state: 'lapsed', endedOn: on, ...restingOn(row, recorded) },
    },
    AgreementTerminated: {
      keys: ({ agreement }) => [agreement],
      evolve: (row, { on }, _, recorded) => row && { ...row, state: 'terminated', endedOn: on, ...restingOn(row, recorded) },
    },
  },
}
