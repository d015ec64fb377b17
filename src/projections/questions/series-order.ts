import * as E from 'fp-ts/lib/Either.js'
import type { OccasionId, SeriesId } from '../../domain/vocabulary/id.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { precedes } from '../../domain/vocabulary/window.js'
import { date, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { occasions } from '../occasions.js'
import { series } from '../series.js'
import { namingIn } from './parts/naming.js'

/** One series; absent: all on record. */
export interface SeriesOrderAsked {
  readonly series?: SeriesId
}

/** A talk with an ordinal, and how its day stands to those of the talks with lower ones. */
export interface SeriesOrderAnswer {
  readonly series: SeriesId
  readonly name: string
  readonly ordinal: string
  readonly occasion: OccasionId
  readonly talk: string
  readonly day?: StatedDate
  readonly order: 'in order' | 'against date order' | 'cannot tell'
  /** The talk with a lower ordinal that was surely held later, or whose day leaves it open. */
  readonly against?: string
}

interface Numbered {
  readonly place: number
  readonly occasion: OccasionId
  readonly day?: StatedDate
}

const dayWindow = ({ day }: Numbered) => (day === undefined ? {} : windowOf(day))

/** Whether a talk was surely held before one with a lower ordinal. Two talks on one day are in order. */
const judged = (
  talk: Numbered,
  lower: ReadonlyArray<Numbered>,
): { readonly order: SeriesOrderAnswer['order']; readonly against?: Numbered } => {
  const later = lower.find((one) => precedes(dayWindow(talk), dayWindow(one)) === 'yes')
  if (later !== undefined) return { order: 'against date order', against: later }
  const open = lower.findLast((one) => precedes(dayWindow(talk), dayWindow(one)) === 'cannot tell')
  return open === undefined ? { order: 'in order' } : { order: 'cannot tell', against: open }
}

/** The talks of series by their ordinals, each flagged where its day contradicts the order. */
export const seriesOrder: Question<SeriesOrderAsked, SeriesOrderAnswer> = {
  name: 'series-order',
  about: 'Talks of a series by ordinal, flagged where the ordinal goes against the order of their days.',
  parameters: { series: id('series', 'only this one') },
  reads: [series, occasions, names],
  glance: ['name', 'ordinal', 'talk', 'day', 'order', 'against'],
  columns: {
    series: text<SeriesId>(),
    name: text(),
    ordinal: text(),
    occasion: text<OccasionId>(),
    talk: text(),
    day: maybe(date),
    order: text<SeriesOrderAnswer['order']>(),
    against: maybe(text(), 'none'),
  },
  answer:
    (tables, { series: asked }) =>
    async () => {
      const rows = await tables.of(series).where(asked === undefined ? {} : { series: asked })()
      if (E.isLeft(rows)) return rows
      const held = await tables.of(occasions).where({})()
      if (E.isLeft(held)) return held
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const dayOf = new Map(held.right.map((row) => [row.occasion, row.day]))
      return E.right(
        rows.right.flatMap((row) => {
          const numbered = row.talks
            .flatMap(({ occasion, ordinal }): ReadonlyArray<Numbered> => {
              if (ordinal === undefined) return []
              const day = dayOf.get(occasion)
              return [{ place: ordinal === 'last' ? Number.POSITIVE_INFINITY : ordinal, occasion, ...(day && { day }) }]
            })
            .sort((a, b) => (a.place < b.place ? -1 : 1))
          return numbered.map((talk, index): SeriesOrderAnswer => {
            const { order, against } = judged(talk, numbered.slice(0, index))
            return {
              series: row.series,
              name: of(row.series),
              ordinal: Number.isFinite(talk.place) ? String(talk.place) : 'last',
              occasion: talk.occasion,
              talk: of(talk.occasion),
              ...(talk.day && { day: talk.day }),
              order,
              ...(against && { against: of(against.occasion) }),
            }
          })
        }),
      )
    },
}
