import type { LedgerEvent } from '../domain/ledger.js'
import type { Background, Posting } from '../domain/people/person.js'
import type { OrganisationId, PersonId, PostId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import type { Column } from './engine/column.js'
import { flag, list, maybe, text, UNKNOWN } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Where somebody served, as stated. */
export type PostingHeld = Omit<Posting, 'person'>

/** What somebody brings along, as stated: that there is experience says nothing of its detail. */
export type BackgroundHeld = Omit<Background, 'person'>

/** One record of a person: two records may be of one person, then both note the merger and nothing moves. */
export interface PersonRow extends RestingOn {
  readonly person: PersonId
  /** In the order in which they were recorded; absent: nobody names this person. */
  readonly names?: ReadonlyArray<Name>
  /** How a source speaks of somebody whom it does not name. */
  readonly describedAs?: string
  readonly grade?: OrganisationId
  readonly rank?: string
  readonly unit?: OrganisationId
  readonly post?: PostId
  /** Absent: not stated, which is not "no". */
  readonly civilServant?: boolean
  /** Those on record; that there are none on record does not say that there were none. */
  readonly postings: ReadonlyArray<PostingHeld>
  /** What is on record; likewise. */
  readonly background: ReadonlyArray<BackgroundHeld>
  readonly mergedInto?: PersonId
  readonly mergedFrom?: ReadonlyArray<PersonId>
  /** On what ground the names, and free words about the person, were erased for good. */
  readonly erased?: string
}

const showPosting = ({ organisation, post, grade, rank, from, to }: PostingHeld): string =>
  `${[rank, post, grade, organisation].filter((part) => part !== undefined).join(', ')} (${from?.edtf ?? '?'} to ${to?.edtf ?? '?'})`

/** A list of what is on record: where it is empty, nothing is known. */
const onRecord = <A>(show: (item: A) => string): Column<ReadonlyArray<A>> => {
  const column = list(show)
  return { ...column, show: (items) => (items.length === 0 ? UNKNOWN : column.show(items)) }
}

/** The people on record, civil servants or not, one row for each record. */
export const people: Projection<LedgerEvent, PersonId, PersonRow> = {
  name: 'people',
  version: 1,
  columns: {
    person: text<PersonId>(),
    names: maybe(list<Name>(({ text }) => text)),
    describedAs: maybe(text()),
    grade: maybe(text<OrganisationId>()),
    rank: maybe(text()),
    unit: maybe(text<OrganisationId>()),
    post: maybe(text<PostId>()),
    civilServant: maybe(flag),
    postings: onRecord<PostingHeld>(showPosting),
    background: onRecord<BackgroundHeld>(({ kind, words }) => `${kind}: ${words}`),
    mergedInto: maybe(text<PersonId>()),
    mergedFrom: maybe(list<PersonId>(String)),
    erased: maybe(text(), ''),
    ...restingOnColumns,
  },
  on: {
    PersonRegistered: {
      keys: ({ person }) => [person],
      evolve: (row, { type: _, ...registration }, __, recorded) => ({
        ...registration,
        postings: [],
        background: [],
        ...restingOn(row, recorded),
      }),
    },
    AliasAdded: {
      keys: ({ person }) => [person],
      evolve: (row, { name }, _, recorded) => row && { ...row, names: [...(row.names ?? []), name], ...restingOn(row, recorded) },
    },
    PostingRecorded: {
      keys: ({ person }) => [person],
      evolve: (row, { type: _, person: __, ...posting }, ___, recorded) =>
        row && { ...row, postings: [...row.postings, posting], ...restingOn(row, recorded) },
    },
    BackgroundRecorded: {
      keys: ({ person }) => [person],
      evolve: (row, { type: _, person: __, ...background }, ___, recorded) =>
        row && { ...row, background: [...row.background, background], ...restingOn(row, recorded) },
    },
    PersonalDataErased: {
      keys: ({ person }) => [person],
      evolve: (row, { ground }, _, recorded) => row && { ...row, erased: ground, ...restingOn(row, recorded) },
    },
    PersonsMerged: {
      keys: ({ person, into }) => [person, into],
      evolve: (row, { person, into }, key, recorded) =>
        row && {
          ...row,
          ...(key === person ? { mergedInto: into } : { mergedFrom: [...(row.mergedFrom ?? []), person] }),
          ...restingOn(row, recorded),
        },
    },
  },
}
