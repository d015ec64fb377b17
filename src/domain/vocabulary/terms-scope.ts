import { type Answer, and, not, or } from './answer.js'
import type { OrganisationId } from './id.js'

/** What sort of activity something is, in words of the record; what is absent is not known. */
export interface Activity {
  /** As programmes and placements are called: course, attachment, secondment, staff exchange. */
  readonly kind?: string
  readonly place?: string
  readonly direction?: 'outbound' | 'inbound' | 'both'
  readonly host?: OrganisationId
  /** Full time, part time, intermittent, against leave. */
  readonly manner?: string
  /** The scheme under which the days count. */
  readonly scheme?: string
}

/** A part of all activities: every field that is given narrows it; without any it is all of them. */
export interface ScopePart {
  readonly kinds?: ReadonlyArray<string>
  readonly places?: ReadonlyArray<string>
  readonly directions?: ReadonlyArray<'outbound' | 'inbound' | 'both'>
  readonly hosts?: ReadonlyArray<OrganisationId>
  readonly manners?: ReadonlyArray<string>
}

/** What a standing rule holds for, and the parts of it that it does not hold for. */
export interface Scope extends ScopePart {
  readonly except?: ReadonlyArray<ScopePart>
}

const isAmong = <A>(list: ReadonlyArray<A> | undefined, found: A | undefined): Answer => {
  if (list === undefined) return 'yes'
  if (found === undefined) return 'cannot tell'
  return list.includes(found) ? 'yes' : 'no'
}

/** What goes both ways goes in each of them, and a rule for both ways holds for each. */
const isDirected = (list: ScopePart['directions'], found: Activity['direction']): Answer => {
  if (list === undefined || found === undefined || list.includes(found)) return isAmong(list, found)
  if (found === 'both') return list.length > 0 ? 'yes' : 'no'
  return list.includes('both') ? 'yes' : 'no'
}

/**
 * Whether an activity lies in a part.
 * @example
 * isIn({ kinds: ['attachment'], places: ['Guangzhou'] }, { kind: 'attachment' }) // => 'cannot tell'
 * isIn({ kinds: ['attachment'] }, { kind: 'course' }) // => 'no'
 */
export const isIn = (part: ScopePart, activity: Activity): Answer =>
  [
    isAmong(part.kinds, activity.kind),
    isAmong(part.places, activity.place),
    isDirected(part.directions, activity.direction),
    isAmong(part.hosts, activity.host),
    isAmong(part.manners, activity.manner),
  ].reduce(and)

/**
 * Whether an activity lies in a scope and in none of its exceptions.
 * @example
 * isInScope({ directions: ['outbound'], except: [{ places: ['Beijing'] }] }, { direction: 'outbound', place: 'Beijing' }) // => 'no'
 */
export const isInScope = ({ except = [], ...part }: Scope, activity: Activity): Answer =>
  and(isIn(part, activity), not(except.map((one) => isIn(one, activity)).reduce(or, 'no')))
