import type { LedgerEvent } from '../domain/ledger.js'
import type { AnyId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import { integer, list, maybe, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** What one thing is called, in the order in which the names were recorded. Something unnamed has no names, but may have a description. */
export interface NamesRow extends RestingOn {
  readonly id: AnyId
  readonly names: ReadonlyArray<Name>
  readonly describedAs?: string
  /** Of a batch: the programme it is an intake of, and which one, for those that go by no name of their own. */
  readonly ofProgramme?: AnyId
  readonly ordinal?: number
  readonly edition?: string
}

interface Naming {
  readonly names?: ReadonlyArray<Name>
  readonly describedAs?: string
  readonly programme?: AnyId
  readonly ordinal?: number
  readonly edition?: string
}

/** The names that an event gives to the thing whose stream it stands in. */
const naming = <Ev>(idOf: (event: Ev) => AnyId, given: (event: Ev) => Naming): Reading<Ev, AnyId, NamesRow> => ({
  keys: (event) => [idOf(event)],
  evolve: (row, event, id, recorded) => {
    const { names = [], describedAs, programme, ordinal, edition } = given(event)
    const known = row?.names ?? []
    const added = names.filter((name) => !known.some(({ text, language }) => text === name.text && language === name.language))
    return {
      ...row,
      id,
      names: [...known, ...added],
      ...(describedAs && { describedAs }),
      ...(programme && { ofProgramme: programme }),
      ...(ordinal && { ordinal }),
      ...(edition && { edition }),
      ...restingOn(row, recorded),
    }
  },
})

/** What everything is called: one row for each thing, whatever its kind, so that a question finds any name in one place. */
export const names: Projection<LedgerEvent, AnyId, NamesRow> = {
  name: 'names',
  version: 1,
  columns: {
    id: text<AnyId>(),
    names: list<Name>(({ text }) => text),
    describedAs: maybe(text()),
    ofProgramme: maybe(text<AnyId>()),
    ordinal: maybe(integer),
    edition: maybe(text()),
    ...restingOnColumns,
  },
  on: {
    SourceRegistered: naming(
      ({ source }) => source,
      ({ title, language }) => ({ names: [{ text: title, language }] }),
    ),
    OrganisationRegistered: naming(
      ({ organisation }) => organisation,
      (event) => event,
    ),
    OrganisationRenamed: naming(
      ({ organisation }) => organisation,
      ({ name }) => ({ names: [name] }),
    ),
    PostEstablished: naming(
      ({ post }) => post,
      ({ titles }) => ({ names: titles }),
    ),
    PersonRegistered: naming(
      ({ person }) => person,
      (event) => event,
    ),
    AliasAdded: naming(
      ({ person }) => person,
      ({ name }) => ({ names: [name] }),
    ),
    AgreementAnnounced: naming(
      ({ agreement }) => agreement,
      (event) => event,
    ),
    AgreementSigned: naming(
      ({ agreement }) => agreement,
      (event) => event,
    ),
    ProgrammeProposed: naming(
      ({ programme }) => programme,
      ({ names }) => ({ names }),
    ),
    ProgrammeAnnounced: naming(
      ({ programme }) => programme,
      ({ names }) => ({ names }),
    ),
    ProgrammeRegistered: naming(
      ({ programme }) => programme,
      ({ names }) => ({ names }),
    ),
    ProgrammeLaunched: naming(
      ({ programme }) => programme,
      ({ names }) => ({ names }),
    ),
    ProgrammeNamed: naming(
      ({ programme }) => programme,
      ({ name }) => ({ names: [name] }),
    ),
    BatchPlanned: naming(
      ({ batch }) => batch,
      (event) => event,
    ),
    BatchOpened: naming(
      ({ batch }) => batch,
      (event) => event,
    ),
    OccasionScheduled: naming(
      ({ occasion }) => occasion,
      ({ titles = [] }) => ({ names: titles }),
    ),
    BriefingHeld: naming(
      ({ occasion }) => occasion,
      ({ titles = [] }) => ({ names: titles }),
    ),
    CeremonyHeld: naming(
      ({ occasion }) => occasion,
      ({ titles = [] }) => ({ names: titles }),
    ),
    MeetingHeld: naming(
      ({ occasion }) => occasion,
      ({ titles = [] }) => ({ names: titles }),
    ),
    RuleIssued: naming(
      ({ rule }) => rule,
      ({ names }) => ({ names }),
    ),
    SeriesAnnounced: naming(
      ({ series }) => series,
      ({ names }) => ({ names }),
    ),
  },
}
