import type { Count } from './count.js'
import type { OrganisationId, ProgrammeId } from './id.js'
import type { NamedList } from './open-list.js'
import { isSurelyLonger, type Span } from './span.js'
import type { StatedDate } from './stated-date.js'

// The terms under which officers are sent and received, as an agreement, a programme or a standing rule states them. Each part may be absent:
// then nothing is stated of it, and nothing is judged by it.

/** The shortest and the longest that one stay may last; an absent side is not bounded. */
export interface LengthRange {
  readonly shortest?: Span
  readonly longest?: Span
}

/** Whether a length that was agreed may be changed: yes, no, or until a day (that day among them). */
export type LengthChange = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'until'; readonly until: StatedDate }

/**
 * What one officer's stays may come to. A break of at least its span interrupts a continuous stay: by itself it forbids nothing. Absent
 * `scheme`: stays of every scheme count together.
 */
export interface Limit {
  readonly kind: 'longest in one go' | 'longest continuous' | 'lifetime total' | 'break that interrupts' | 'wait before the next'
  readonly span: Span
  readonly scheme?: string
  /** Manners, kinds of activity and places that it does not hold for. */
  readonly except?: ReadonlyArray<string>
}

/** On which days a stay may begin: days of the month (1 to 31), days of the week (1 is Monday), or these dates alone. */
export type StartDays =
  | { readonly kind: 'days of the month'; readonly days: ReadonlyArray<number> }
  | { readonly kind: 'days of the week'; readonly days: ReadonlyArray<number> }
  | { readonly kind: 'dates'; readonly dates: ReadonlyArray<StatedDate> }

/** Who may come. Of ranks and grades one is enough; an open list may hold more than it names. All languages are needed. */
export interface Eligibility {
  readonly ranks?: NamedList<string>
  readonly grades?: NamedList<OrganisationId>
  readonly leastYearsOfService?: number
  readonly mostYearsOfService?: number
  readonly languages?: ReadonlyArray<string>
}

/** An earlier participation that keeps an officer out: in that scheme or programme, ever or within a span before the start. */
export interface Bar {
  readonly scheme?: string
  readonly programme?: ProgrammeId
  readonly within?: Span
}

/** So many, of what, in which unit of time or intake, for whom. */
export interface Quota {
  /** By what name it is spoken of: an act tells under it how many are taken. */
  readonly name: string
  readonly limit: Count
  readonly counts: 'nominations' | 'persons started' | 'persons at one time'
  readonly per?: 'year' | 'batch' | 'term' | 'call'
  readonly of?: NamedList<OrganisationId>
}

/** Where it stands in a sequence of training: what an officer has to have been through, and what follows. */
export interface Sequence {
  readonly after?: ReadonlyArray<ProgrammeId>
  readonly before?: ReadonlyArray<ProgrammeId>
}

/** Who bears what. */
export interface Payer {
  readonly what: string
  readonly payer: OrganisationId
  readonly share?: string
}

/** By when a step has to be taken: on or before a day, or so long before the start. */
export interface Deadline {
  readonly step: string
  readonly by?: StatedDate
  readonly beforeStart?: Span
}

/** Typed terms. An absent part was not stated; an empty list says that there is none. */
export interface Terms {
  readonly length?: LengthRange
  readonly lengthMayChange?: LengthChange
  readonly limits?: ReadonlyArray<Limit>
  readonly startDays?: StartDays
  /** How many hosts an officer may rank at most. */
  readonly mostPreferences?: number
  /** The steps of approval, in their order. */
  readonly approvals?: ReadonlyArray<string>
  readonly eligibility?: Eligibility
  readonly bars?: ReadonlyArray<Bar>
  readonly quotas?: ReadonlyArray<Quota>
  readonly sequence?: Sequence
  readonly whoPays?: ReadonlyArray<Payer>
  readonly deadlines?: ReadonlyArray<Deadline>
}

/**
 * What is wrong with terms whatever they are applied to, in words: a range that surely runs from the longer to the shorter. Nothing, where
 * they can be met.
 * @example
 * contradictionIn({ length: { shortest: { n: 3, unit: 'month' }, longest: { n: 4, unit: 'week' } } }) // => 'the shortest length is longer than the longest'
 */
export const contradictionIn = ({ length, eligibility }: Terms): string | undefined => {
  if (length?.shortest !== undefined && length.longest !== undefined && isSurelyLonger(length.shortest, length.longest))
    return 'the shortest length is longer than the longest'
  const { leastYearsOfService = 0, mostYearsOfService = Number.POSITIVE_INFINITY } = eligibility ?? {}
  return leastYearsOfService > mostYearsOfService ? 'more years of service are wanted than are allowed' : undefined
}
