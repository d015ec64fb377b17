import * as E from 'fp-ts/lib/Either.js'
import { daysInclusive } from '../../domain/vocabulary/civil-date.js'
import type { TimeSpent } from '../../domain/vocabulary/cost.js'
import { type Count, unknownCount } from '../../domain/vocabulary/count.js'
import type { AnyId } from '../../domain/vocabulary/id.js'
import { type Quantity, showQuantity } from '../../domain/vocabulary/quantity.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { count, date, integer, list, maybe, text } from '../engine/columns.js'
import { anything } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import type { OccasionRow } from '../occasions.js'
import type { SessionRow } from '../sessions.js'
import { inOrderOfDay } from './occasions.js'
import { namingIn } from './parts/naming.js'
import { readForSessions, sessionsWithin, spendingWithin } from './parts/sessions-within.js'

/** The sessions of one programme, batch or series, or one of them; absent: all. */
export interface HoursAsked {
  readonly within?: AnyId
}

/** Time stated for each participant, or for the one who is named. */
export interface StatedHours {
  readonly who: string
  readonly duty?: Quantity
  readonly nonDuty?: Quantity
  readonly basis: 'estimate' | 'actual'
}

/** The time that one session, or a batch as a whole, took. What nobody states is not worked out from something else. */
export interface HoursAnswer {
  /** The session, or the batch as a whole. */
  readonly of: AnyId
  readonly day?: StatedDate
  readonly what: string
  /** The sum of its time blocks, as `H:MM`; absent: none are on record. */
  readonly length?: string
  /** Days of attendance: those of its blocks, else from its first to its last day; absent: not known to the day. */
  readonly days?: number
  readonly attendance: Count
  /** Attendance times days: somebody who comes on three days takes three. The kind of the count is kept. */
  readonly traineeDays: Count
  /** In the order in which it was stated; an estimate and what it came to stand side by side. */
  readonly stated: ReadonlyArray<StatedHours>
}

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

const lengthOf = ({ blocks }: Pick<SessionRow, 'blocks'>): string | undefined => {
  if (blocks.length === 0) return undefined
  const minutes = blocks.reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const daysOf = ({ day, lastDay }: OccasionRow, blocks: SessionRow['blocks']): number | undefined => {
  if (blocks.length > 0) return new Set(blocks.map(({ on }) => on)).size
  const [first, last] = [day, lastDay ?? day].map((date) => (date === undefined ? {} : windowOf(date)))
  const isKnown =
    first?.earliest !== undefined && first.earliest === first.latest && last?.latest !== undefined && last.earliest === last.latest
  return isKnown ? daysInclusive(first.earliest, last.latest) : undefined
}

/** So many times a count; a strict bound becomes the sure bound that it implies. */
export const timesCount = (counted: Count, times: number): Count => {
  switch (counted.kind) {
    case 'exact':
    case 'at least':
    case 'at most':
      return { kind: counted.kind, n: counted.n * times }
    case 'about':
      return {
        kind: 'about',
        n: counted.n * times,
        ...(counted.tolerance !== undefined && { tolerance: counted.tolerance * times }),
      }
    case 'more than':
      return { kind: 'at least', n: (counted.n + 1) * times }
    case 'less than':
      return { kind: 'at most', n: (counted.n - 1) * times }
    case 'between':
      return { kind: 'between', from: counted.from * times, to: counted.to * times }
    case 'unknown':
      return unknownCount
  }
}

const statedOf = ({ person, dutyHours, nonDutyHours, basis }: TimeSpent, of: (id: string) => string): StatedHours => ({
  who: person === undefined ? 'each' : of(person),
  ...(dutyHours && { duty: dutyHours }),
  ...(nonDutyHours && { nonDuty: nonDutyHours }),
  basis,
})

const showStated = ({ who, duty, nonDuty, basis }: StatedHours): string => {
  const parts = [
    ...(duty === undefined ? [] : [`${showQuantity(duty)} h on duty`]),
    ...(nonDuty === undefined ? [] : [`${showQuantity(nonDuty)} h off duty`]),
  ]
  return `${who}: ${parts.join(', ')} (${basis})`
}

/** Sessions in order of day, with the time they took: length, trainee-days, hours on duty and off. */
export const hours: Question<HoursAsked, HoursAnswer> = {
  name: 'hours',
  about: 'The time batches and sessions took: their length by time blocks, trainee-days, hours on duty and off duty as stated.',
  parameters: { within: anything('only sessions of this programme, batch, series or occasion') },
  reads: [...readForSessions, names],
  glance: ['day', 'what', 'length', 'attendance', 'traineeDays', 'stated'],
  columns: {
    of: text<AnyId>(),
    day: maybe(date),
    what: text(),
    length: maybe(text()),
    days: maybe(integer),
    attendance: count,
    traineeDays: count,
    stated: list<StatedHours>(showStated),
  },
  answer:
    (tables, { within }) =>
    async () => {
      const all = await sessionsWithin(tables, within)()
      if (E.isLeft(all)) return all
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const answers = inOrderOfDay(all.right.map((one) => ({ ...one.row, one }))).flatMap(
        ({ one: { row, session } }): ReadonlyArray<HoursAnswer> => {
          const { blocks = [], hours: told = [] } = session ?? {}
          if (row.state === 'cancelled' || (row.attendance === undefined && blocks.length === 0 && told.length === 0)) return []
          const length = lengthOf({ blocks })
          const days = daysOf(row, blocks)
          const attendance = row.attendance ?? unknownCount
          const stated = told.map((spent) => statedOf(spent, of))
          return [
            {
              of: row.occasion,
              what: of(row.occasion),
              attendance,
              traineeDays: days === undefined ? unknownCount : timesCount(attendance, days),
              stated,
              ...(row.day && { day: row.day }),
              ...(length && { length }),
              ...(days && { days }),
            },
          ]
        },
      )
      const intakes = await spendingWithin(tables, within)()
      if (E.isLeft(intakes)) return intakes
      const whole = intakes.right
        .filter((row) => row.hours.length > 0)
        .map((row) => ({
          of: row.batch,
          what: of(row.batch),
          attendance: unknownCount,
          traineeDays: unknownCount,
          stated: row.hours.map((spent) => statedOf(spent, of)),
        }))
      return E.right([...whole, ...answers])
    },
}
