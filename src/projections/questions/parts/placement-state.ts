import type { Cover, Obligation, Review } from '../../../domain/placements/course-events.js'
import type { Side } from '../../../domain/placements/keys.js'
import { type StatedDate, showDate } from '../../../domain/vocabulary/stated-date.js'
import type { Columns } from '../../engine/column.js'
import { date, json, list, maybe, text, UNKNOWN } from '../../engine/columns.js'
import type { ExtensionAsked, Pause, PlacementRow } from '../../placements.js'
import { type PlacementDetailsRow, showManner, showResult } from '../../placements-details.js'
import type { Naming } from './naming.js'

/** How a placement stands beside its state; whatever is absent, nothing on record says it. */
export interface PlacementState {
  /** Who asked that it be cut short, or withdrew it. */
  readonly endedBy?: Side | 'department' | 'organiser'
  readonly notice?: StatedDate
  /** Why it was cut short or called off. */
  readonly why?: string
  readonly extension?: ExtensionAsked
  readonly pauses?: ReadonlyArray<Pause>
  /** In the latest words. */
  readonly manner?: string
  readonly cover?: ReadonlyArray<string>
  readonly reviews?: ReadonlyArray<string>
  readonly results?: ReadonlyArray<string>
  readonly boundUntil?: ReadonlyArray<StatedDate>
  readonly reports?: ReadonlyArray<string>
  /** Rules that do not bind it, by whose authority and why. */
  readonly waived?: ReadonlyArray<string>
}

const dated = (what: string, on: StatedDate | undefined): string => (on === undefined ? what : `${what} ${showDate(on)}`)

const coverOf = ({ arrangement, post, by, from, until, handedOverOn, homeRecord }: Omit<Cover, 'placement'>, { of }: Naming): string =>
  [
    arrangement,
    post === undefined ? undefined : of(post),
    by === undefined ? undefined : `by ${of(by)}`,
    from === undefined && until === undefined ? undefined : `${from?.edtf ?? UNKNOWN}/${until?.edtf ?? UNKNOWN}`,
    handedOverOn === undefined ? undefined : `handed over ${showDate(handedOverOn)}`,
    homeRecord === undefined ? undefined : `home record ${homeRecord}`,
  ]
    .filter((one) => one !== undefined)
    .join(', ')

const reviewOf = ({ kind, on, words }: Omit<Review, 'placement'>): string =>
  words === undefined ? dated(kind, on) : `${dated(kind, on)}: ${words}`

const some = <K extends string, A>(name: K, items: ReadonlyArray<A> | undefined): { readonly [N in K]?: ReadonlyArray<A> } | object =>
  items === undefined || items.length === 0 ? {} : { [name]: items }

export const placementState = (row: PlacementRow, details: PlacementDetailsRow | undefined, labels: Naming): PlacementState => {
  const by = row.endedBy ?? row.withdrawnBy
  const manner = details?.manners.at(-1)
  return {
    ...(by !== undefined && { endedBy: by }),
    ...(row.notice !== undefined && { notice: row.notice }),
    ...(row.why !== undefined && { why: row.why }),
    ...(row.extension !== undefined && { extension: row.extension }),
    ...(row.pauses !== undefined && { pauses: row.pauses }),
    ...(manner !== undefined && { manner: showManner(manner) }),
    ...some(
      'cover',
      details?.covers.map((cover) => coverOf(cover, labels)),
    ),
    ...some('reviews', details?.reviews.map(reviewOf)),
    ...some('results', details?.results.map(showResult)),
    ...some(
      'boundUntil',
      details?.obligations.map(({ until }: Omit<Obligation, 'placement'>) => until),
    ),
    ...some(
      'reports',
      row.reports.map(({ kind, on }) => dated(kind, on)),
    ),
    ...some(
      'waived',
      details?.waivers.map(({ rule, authority, why }) => `${rule} by ${authority}: ${why}`),
    ),
  }
}

export const placementStateColumns: Columns<PlacementState> = {
  endedBy: maybe(text<NonNullable<PlacementState['endedBy']>>(), ''),
  notice: maybe(date, ''),
  why: maybe(text(), ''),
  extension: maybe(
    json<ExtensionAsked>(({ until, state }) => `${state}: until ${showDate(until)}`),
    '',
  ),
  pauses: maybe(
    list<Pause>(({ since, backOn }) => `from ${showDate(since)}, ${backOn === undefined ? 'not back' : `back ${showDate(backOn)}`}`),
    '',
  ),
  manner: maybe(text()),
  cover: maybe(list<string>(String)),
  reviews: maybe(list<string>(String)),
  results: maybe(list<string>(String)),
  boundUntil: maybe(list<StatedDate>(showDate)),
  reports: maybe(list<string>(String)),
  waived: maybe(list<string>(String), ''),
}
