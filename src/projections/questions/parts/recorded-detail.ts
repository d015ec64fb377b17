import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Answer, and, not } from '../../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../../domain/vocabulary/civil-date.js'
import { boundsOfCount, type Count, exactly, unknownCount } from '../../../domain/vocabulary/count.js'
import { type CountSum, withBounds } from '../../../domain/vocabulary/count-sum.js'
import type { AnyId } from '../../../domain/vocabulary/id.js'
import { dayAfterLast } from '../../../domain/vocabulary/presence.js'
import { windowOf } from '../../../domain/vocabulary/stated-date.js'
import { isAfter, isBefore, isOnOrBefore, type Window } from '../../../domain/vocabulary/window.js'
import { agreements } from '../../agreements.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import type { FigureRow } from '../../figures.js'
import { type OccasionRow, occasions } from '../../occasions.js'
import type { RestingOn } from '../../resting-on.js'
import { overEntries } from './presence-figures.js'
import { unitsOf } from './shares.js'
import { type Stint, stintsIn, stintsRead } from './stints.js'

/** What is on record that a figure may be compared with; or why nothing is. */
export type Detail =
  | { readonly _tag: 'recorded'; readonly count: CountSum; readonly rests: ReadonlyArray<RestingOn> }
  | { readonly _tag: 'cannot be compared'; readonly why: string }

/** The read models that `detailOf` reads. */
export const detailRead = [...stintsRead, agreements, occasions]

interface Candidate {
  readonly count: Count
  readonly at: Window
  readonly rests: ReadonlyArray<RestingOn>
}

const exact = (date: Window): CivilDate | undefined => (date.earliest === date.latest ? date.earliest : undefined)

/** Whether something lies in the time that the figure covers; a figure that says no time is taken to cover all. */
const isCovered = ({ standsAt, covers }: FigureRow, at: Window): Answer => {
  if (standsAt !== undefined) {
    const day = exact(windowOf(standsAt))
    return day === undefined ? 'cannot tell' : isOnOrBefore(at, day)
  }
  if (covers === undefined) return 'yes'
  if (covers._tag === 'date') return within(windowOf(covers.date), at)
  const end = dayAfterLast({ period: covers.period })
  const start = covers.period.start === undefined ? {} : windowOf(covers.period.start)
  const isIn = start.earliest === undefined ? 'yes' : not(isBefore(at, start.earliest))
  return end?.latest === undefined ? isIn : and(isIn, isBefore(at, end.latest))
}

const within = ({ earliest, latest }: Window, at: Window): Answer =>
  and(earliest === undefined ? 'yes' : not(isBefore(at, earliest)), latest === undefined ? 'yes' : not(isAfter(at, latest)))

/** What a candidate adds: all of it, none, or some and nobody says how much. */
const asFarAs = (isIn: Answer, count: Count): Count => (isIn === 'yes' ? count : withBounds(0, boundsOfCount(count).high))

const gathered = (figure: FigureRow, candidates: ReadonlyArray<Candidate>): Detail => {
  const met = candidates.map((one) => ({ ...one, isIn: isCovered(figure, one.at) })).filter(({ isIn }) => isIn !== 'no')
  return {
    _tag: 'recorded',
    count: overEntries(met.map(({ isIn, count }) => asFarAs(isIn, count))),
    rests: met.flatMap(({ rests }) => rests),
  }
}

/** How many of a stint's officers are of it; absent: none. Of a home of their cohort, as many as are told of that home. */
const shareOf = (stint: Stint, of: AnyId | undefined): Count | undefined => {
  const { programme, batch, placement, cohort, count, officer } = stint
  if (of === undefined || [programme, batch, placement?.basis].some((one) => one === of)) return count
  const places = [
    placement?.home.organisation,
    placement?.home.place,
    ...(placement?.hosts.items.map(({ organisation }) => organisation) ?? []),
  ]
  if (places.some((one) => one === of)) return count
  if (cohort === undefined || officer !== undefined) return undefined
  const unit = unitsOf(cohort).find(({ organisation }) => organisation === of)
  if (unit !== undefined) return count === cohort.size ? unit.officers : withBounds(0, boundsOfCount(count).high)
  const hosts = [...(cohort.hosts?.items ?? []), ...(cohort.hostPlaces?.items ?? [])]
  if (!hosts.some((one) => one === of)) return undefined
  return hosts.length === 1 && cohort.hosts?.open !== true ? count : withBounds(0, boundsOfCount(count).high)
}

/** Of which thing the recorded detail must be, and in which direction: as the recorder says, else as the figure is about. */
const scopeOf = ({ countedAlike, about }: FigureRow): { readonly of?: AnyId; readonly direction?: 'outbound' | 'inbound' } => {
  if (countedAlike?._tag === 'recorded') {
    const { of, direction } = countedAlike
    return { ...(of !== undefined && { of }), ...(direction !== undefined && { direction }) }
  }
  return about._tag === 'entry' ? { of: about.id } : {}
}

const officersSent = (figure: FigureRow, stints: ReadonlyArray<Stint>): Detail => {
  const { of, direction } = scopeOf(figure)
  const own = stints.flatMap((stint): ReadonlyArray<Stint> => {
    const count = shareOf(stint, of)
    return count === undefined ? [] : [{ ...stint, count }]
  })
  // Of those whose direction is not stated, or is both, nobody says how many went that way.
  const going = own.flatMap((stint): ReadonlyArray<Candidate> => {
    const at = stint.spells[0]?.start ?? {}
    if (direction === undefined || stint.direction === direction) return [{ ...stint, at }]
    if (stint.direction !== undefined && stint.direction !== 'both') return []
    return [{ ...stint, at, count: withBounds(0, boundsOfCount(stint.count).high) }]
  })
  return gathered(figure, going)
}

const isOccasionOf = ({ partOf, roles }: OccasionRow, of: AnyId | undefined): boolean =>
  of === undefined || (partOf?._tag === 'named' && partOf.value === of) || roles.some(({ organisation }) => organisation === of)

const ofOccasions = (figure: FigureRow, held: ReadonlyArray<OccasionRow>, countOf: (row: OccasionRow) => Count): Detail => {
  const { of } = scopeOf(figure)
  const own = held.filter((row, n) => isOccasionOf(row, of) && !held.slice(0, n).some(({ sameAs }) => sameAs.includes(row.occasion)))
  return gathered(
    figure,
    own.map((row) => ({ count: countOf(row), at: row.day === undefined ? {} : windowOf(row.day), rests: [row] })),
  )
}

const apart = (why: string): Detail => ({ _tag: 'cannot be compared', why })

/** The entries on record that a figure's definition takes in. */
export const detailOf =
  (tables: Tables): TaskEither<RowStoreFault, (figure: FigureRow) => Detail> =>
  async () => {
    const stints = await stintsIn(tables)()
    if (E.isLeft(stints)) return stints
    const signed = await tables.of(agreements).where({})()
    if (E.isLeft(signed)) return signed
    const held = await tables.of(occasions).where({ state: 'held' })()
    if (E.isLeft(held)) return held
    return E.right((figure): Detail => {
      const { countedAlike, about, measure } = figure
      if (countedAlike?._tag === 'nothing') return apart(countedAlike.why)
      if (countedAlike === undefined && about._tag === 'body')
        return apart('the body is not on record, and nobody says what is counted alike')
      switch (measure) {
        case 'officers sent':
          return officersSent(figure, stints.right)
        case 'occasions held':
          return ofOccasions(figure, held.right, () => exactly(1))
        case 'attendances':
          return ofOccasions(
            figure,
            held.right.filter(({ kind, attendance }) => attendance !== undefined || (kind !== 'ceremony' && kind !== 'meeting')),
            ({ attendance }) => attendance ?? unknownCount,
          )
        case 'agreements': {
          const { of } = scopeOf(figure)
          const own = signed.right.filter(
            ({ agreement, parties }) => of === undefined || agreement === of || parties.items.some((one) => one === of),
          )
          return gathered(
            figure,
            own.flatMap((row) => (row.signedOn === undefined ? [] : [{ count: exactly(1), at: windowOf(row.signedOn), rests: [row] }])),
          )
        }
        case 'officers present':
        case 'completed':
        case 'participants':
        case 'applications':
        case 'places':
        case 'programmes':
        case 'hosts':
        case 'hours':
        case 'money':
        case 'share':
        case 'average per year':
        case 'other':
          return apart(`entries hold no ${measure} under a definition that could be the same`)
      }
    })
  }
