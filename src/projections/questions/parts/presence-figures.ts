import { about, boundsOfCount, type Count, exactly, unknownCount } from '../../../domain/vocabulary/count.js'
import { type CountSum, sumCounts, withBounds } from '../../../domain/vocabulary/count-sum.js'
import { toWindow } from '../../../domain/vocabulary/period.js'
import type { Presence, Stay } from '../../../domain/vocabulary/presence.js'
import { windowOf } from '../../../domain/vocabulary/stated-date.js'
import { movedByDays, type Window } from '../../../domain/vocabulary/window.js'
import type { WindowUsed } from './presence-columns.js'
import { isSurer, type Part } from './presence-parts.js'

/** How many are in on the day, and in which class each of them stands. */
export interface Figures {
  /** The headline: in for sure, or between bounds; unknown where a start has no earliest day. */
  readonly inPost: CountSum
  readonly confirmed: CountSum
  /** In by the stated period. */
  readonly stated: CountSum
  readonly presumed: CountSum
  readonly cannotTell: CountSum
  readonly overdue: CountSum
  readonly out: CountSum
  readonly unknown: CountSum
}

/** Whether the headline is sure, or why it is not. */
export type Certainty = 'sure' | 'cannot tell' | 'unknown'

const isNone = (count: Count): boolean => count.kind === 'exact' && count.n === 0

/** Counts of officers who are not the same, as one count: a figure where all are figures, else the sure bounds. */
export const together = (counts: ReadonlyArray<Count>): Count => {
  const [first = exactly(0), ...others] = counts.filter((count) => !isNone(count))
  if (others.length === 0) return first
  const { exact, kinds, nominal, low, high } = sumCounts([first, ...others])
  if (exact && nominal !== undefined) return exactly(nominal)
  const onlyFigures = kinds.every((kind) => kind === 'exact' || kind === 'about')
  return onlyFigures && high === undefined && nominal !== undefined ? about(nominal) : withBounds(low, high)
}

/** The sum over entries; none of an entry adds nothing, and does not make a sum of figures unlike. */
export const overEntries = (counts: ReadonlyArray<Count>): CountSum => {
  const some = counts.filter((count) => !isNone(count))
  return sumCounts(some.length > 0 ? some : counts.slice(0, 1))
}

/** What a part adds to the headline. Those whose start is unknown may be any number, or none. */
const inPostOf = ({ headline, presence, count }: Part): Count => {
  switch (headline) {
    case 'in':
      return count
    case 'out':
      return exactly(0)
    case 'cannot tell':
      return presence === 'unknown' ? unknownCount : withBounds(0, boundsOfCount(count).high)
  }
}

/** The figures over entries, each given as its parts. */
export const figuresOf = (entries: ReadonlyArray<ReadonlyArray<Part>>): Figures => {
  const inClass = (presence: Presence): CountSum =>
    overEntries(entries.map((parts) => together(parts.filter((part) => part.presence === presence).map(({ count }) => count))))
  return {
    inPost: overEntries(entries.map((parts) => together(parts.map(inPostOf)))),
    confirmed: inClass('confirmed'),
    stated: inClass('in by its stated period'),
    presumed: inClass('presumed'),
    cannotTell: inClass('cannot tell'),
    overdue: inClass('overdue'),
    out: inClass('surely out'),
    unknown: inClass('unknown'),
  }
}

/** A headline is sure where every part is in or out, and no exact number became less exact by those who left. */
export const certaintyOf = (parts: ReadonlyArray<Part>, sent: CountSum, inPost: CountSum): Certainty => {
  if (parts.some(({ presence }) => presence === 'unknown')) return 'unknown'
  const inDoubt = parts.some(({ headline }) => headline === 'cannot tell')
  return inDoubt || (sent.exact && !inPost.exact) ? 'cannot tell' : 'sure'
}

/** Each officer once: an officer known in several entries stays where he is surest, and is taken out of the others. */
export const eachOfficerOnce = (entries: ReadonlyArray<ReadonlyArray<Part>>): ReadonlyArray<ReadonlyArray<Part>> => {
  const surest = entries.flat().reduce((best, part) => {
    const known = part.officer === undefined ? undefined : best.get(part.officer)
    return part.officer === undefined || (known !== undefined && !isSurer(part, known)) ? best : best.set(part.officer, part)
  }, new Map<string, Part>())
  return entries.map((parts) => parts.filter((part) => part.officer === undefined || surest.get(part.officer) === part))
}

/** The windows by which a stay was judged, as far as they are known. */
const windowsOf = ({ period, endedOn }: Stay): ReadonlyArray<WindowUsed> => {
  const start = period.start && windowOf(period.start)
  const end = endedOn === undefined ? toWindow(period) : movedByDays(windowOf(endedOn), 1)
  const used = (side: WindowUsed['side'], window: Window | undefined): ReadonlyArray<WindowUsed> =>
    window === undefined ? [] : [{ side, window }]
  return [...used('start', start), ...used('day after the last', end)]
}

/** Each window once, in the order of the parts. */
export const windowsUsedBy = (parts: ReadonlyArray<Part>): ReadonlyArray<WindowUsed> => {
  const used = parts.flatMap(({ stays }) => stays.flatMap(windowsOf))
  return [...new Map(used.map((one) => [JSON.stringify(one), one])).values()]
}
