import type { LedgerEvent } from '../domain/ledger.js'
import type { SeriesLink, Talk } from '../domain/series/series.js'
import type { Count } from '../domain/vocabulary/count.js'
import type { OrganisationId, ProgrammeId, SeriesId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import { type NamedList, type Stated, showStated } from '../domain/vocabulary/open-list.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { count, date, json, list, maybe, namedList, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** One series of talks. What is linked to it as a precursor is no talk of it. */
export interface SeriesRow extends RestingOn {
  readonly series: SeriesId
  readonly state: 'announced' | 'concluded'
  readonly names: ReadonlyArray<Name>
  readonly organisers?: NamedList<OrganisationId>
  /** The programme it is part of, or that it stands alone; absent: not stated. */
  readonly programme?: Stated<ProgrammeId>
  readonly planned?: Count
  readonly period?: StatedDate
  readonly subject?: string
  readonly topics?: NamedList<string>
  /** In order of recording; those without an ordinal have none on record. */
  readonly talks: ReadonlyArray<SeriesTalk>
  readonly links: ReadonlyArray<Pick<SeriesLink, 'kind' | 'to'>>
  readonly concludedOn?: StatedDate
}

/** One talk, with all that was told of it. */
export type SeriesTalk = Omit<Talk, 'series'>

const keys = ({ series }: { readonly series: SeriesId }): ReadonlyArray<SeriesId> => [series]

const showTalk = ({ occasion, ordinal }: SeriesTalk): string => `${ordinal ?? 'no ordinal'}: ${occasion}`

/** The series of talks, one row each. */
export const series: Projection<LedgerEvent, SeriesId, SeriesRow> = {
  name: 'series',
  version: 1,
  columns: {
    series: text<SeriesId>(),
    state: text<SeriesRow['state']>(),
    names: list<Name>(({ text }) => text),
    organisers: maybe(namedList<OrganisationId>(String)),
    programme: maybe(json<Stated<ProgrammeId>>((stated) => showStated(stated, String))),
    planned: maybe(count),
    period: maybe(date),
    subject: maybe(text()),
    topics: maybe(namedList<string>(String)),
    talks: list<SeriesTalk>(showTalk),
    links: list<SeriesRow['links'][number]>(({ kind, to }) => `${kind} ${to}`),
    concludedOn: maybe(date),
    ...restingOnColumns,
  },
  on: {
    SeriesAnnounced: {
      keys,
      evolve: (row, { type: _, ...announcement }, __, recorded) => ({
        state: 'announced',
        talks: [],
        links: [],
        ...row,
        ...announcement,
        ...restingOn(row, recorded),
      }),
    },
    TalkAdded: {
      keys,
      evolve: (row, { type: _, series, ...talk }, __, recorded) => {
        if (row === undefined) return row
        // Said again with more: what is known of one talk is gathered.
        const known = row.talks.find(({ occasion }) => occasion === talk.occasion)
        const others = row.talks.filter((one) => one !== known)
        return { ...row, series, talks: [...others, { ...known, ...talk }], ...restingOn(row, recorded) }
      },
    },
    SeriesLinked: {
      keys,
      evolve: (row, { kind, to }, _, recorded) => row && { ...row, links: [...row.links, { kind, to }], ...restingOn(row, recorded) },
    },
    SeriesConcluded: {
      keys,
      evolve: (row, { on }, _, recorded) =>
        row && { ...row, state: 'concluded', ...(on && { concludedOn: on }), ...restingOn(row, recorded) },
    },
  },
}
