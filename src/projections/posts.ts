import type { LedgerEvent } from '../domain/ledger.js'
import type { ChangeDecision, Filling, PostChange, Vacancy } from '../domain/posts/events.js'
import type { OrganisationId, PostId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, list, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Somebody holds the post, or acts in it, from a day on (absent: not stated). Without a holder: somebody who is not named. */
export type Holding = Omit<Filling, 'post'>

/** From that day on (absent: not stated) nobody holds the post. */
export type Vacant = Omit<Vacancy, 'post'>

/** What was said of a change of the post, in its steps: a recommendation is not an approval. */
export interface ChangeOfPost {
  readonly step: 'proposed' | 'recommended' | ChangeDecision['outcome']
  /** Of a proposal: the steps after it are about the change last proposed. */
  readonly change?: PostChange
  readonly by?: OrganisationId
  readonly on?: StatedDate
  readonly words?: string
}

/** A post, which outlives its holders. Holders, vacancies and changes stand in the order in which they were recorded, which says nothing of their days. */
export interface PostRow extends RestingOn {
  readonly post: PostId
  readonly organisation: OrganisationId
  readonly titles: ReadonlyArray<Name>
  readonly rank?: string
  readonly establishedFrom?: StatedDate
  readonly onLoanTo?: OrganisationId
  /** Absent: no holder on record, which is not a vacancy. */
  readonly holders?: ReadonlyArray<Holding>
  readonly vacancies?: ReadonlyArray<Vacant>
  readonly changes?: ReadonlyArray<ChangeOfPost>
  /** Lapsed as soon as somebody says that the post is no more: neither a date nor an approved deletion ends a post. */
  readonly state: 'established' | 'lapsed'
  /** Its last day. */
  readonly lapsedOn?: StatedDate
  readonly lapsedWhy?: string
}

const dated = (words: string, day: StatedDate | undefined): string => `${words} ${day?.edtf ?? '?'}`
const showHolder = ({ holder, from, acting }: Holding): string =>
  dated(`${holder ?? 'not named'}${acting === true ? ' (acting)' : ''} from`, from)
const showChange = ({ step, change, by, on }: ChangeOfPost): string =>
  dated([change, step, by && `by ${by}`].filter((part) => part !== undefined).join(' '), on)

const changed = (row: PostRow | undefined, change: ChangeOfPost, rests: RestingOn): PostRow | undefined =>
  row && { ...row, changes: [...(row.changes ?? []), change], ...rests }

/** The posts on record, one row each. */
export const posts: Projection<LedgerEvent, PostId, PostRow> = {
  name: 'posts',
  version: 1,
  columns: {
    post: text<PostId>(),
    organisation: text<OrganisationId>(),
    titles: list<Name>(({ text }) => text),
    rank: maybe(text()),
    establishedFrom: maybe(date),
    onLoanTo: maybe(text<OrganisationId>()),
    holders: maybe(list<Holding>(showHolder)),
    vacancies: maybe(list<Vacant>(({ from }) => dated('from', from))),
    changes: maybe(list<ChangeOfPost>(showChange)),
    state: text<PostRow['state']>(),
    lapsedOn: maybe(date),
    lapsedWhy: maybe(text()),
    ...restingOnColumns,
  },
  on: {
    PostEstablished: {
      keys: ({ post }) => [post],
      evolve: (row, { type: _, from, ...establishment }, __, recorded) => ({
        ...establishment,
        ...(from && { establishedFrom: from }),
        state: 'established',
        ...restingOn(row, recorded),
      }),
    },
    PostFilled: {
      keys: ({ post }) => [post],
      evolve: (row, { holder, from, acting }, _, recorded) =>
        row && {
          ...row,
          holders: [...(row.holders ?? []), { ...(holder && { holder }), ...(from && { from }), ...(acting && { acting }) }],
          ...restingOn(row, recorded),
        },
    },
    PostVacated: {
      keys: ({ post }) => [post],
      evolve: (row, { from }, _, recorded) =>
        row && { ...row, vacancies: [...(row.vacancies ?? []), { ...(from && { from }) }], ...restingOn(row, recorded) },
    },
    PostChangeProposed: {
      keys: ({ post }) => [post],
      evolve: (row, { change, on, words }, _, recorded) =>
        changed(row, { step: 'proposed', change, ...(on && { on }), ...(words && { words }) }, restingOn(row, recorded)),
    },
    PostChangeRecommended: {
      keys: ({ post }) => [post],
      evolve: (row, { by, on }, _, recorded) => changed(row, { step: 'recommended', by, ...(on && { on }) }, restingOn(row, recorded)),
    },
    PostChangeDecided: {
      keys: ({ post }) => [post],
      evolve: (row, { outcome, by, on }, _, recorded) => changed(row, { step: outcome, by, ...(on && { on }) }, restingOn(row, recorded)),
    },
    PostLapsed: {
      keys: ({ post }) => [post],
      evolve: (row, { on, why }, _, recorded) =>
        row && { ...row, state: 'lapsed', ...(on && { lapsedOn: on }), ...(why && { lapsedWhy: why }), ...restingOn(row, recorded) },
    },
  },
}
