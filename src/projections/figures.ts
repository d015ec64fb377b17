import type {
  CountedAlike,
  Coverage,
  FigureGiver,
  FigurePart,
  FigureSubject,
  FigureValue,
  Measure,
  PublishedFigure,
} from '../domain/figures/events.js'
import type { LedgerEvent } from '../domain/ledger.js'
import { showCount } from '../domain/vocabulary/count.js'
import type { FigureId } from '../domain/vocabulary/id.js'
import { showQuantity } from '../domain/vocabulary/quantity.js'
import { showDate } from '../domain/vocabulary/stated-date.js'
import { showPeriod } from './cohorts-period.js'
import { date, json, list, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** A number as it was published, with its definition. It counts nothing that is on record, and nothing on record counts it. */
export interface FigureRow extends PublishedFigure, RestingOn {}

/** A published value in one line: `≈60`, `=7.5 %`, `HKD =12.5`, `8–12.5 hours`. */
export const showValue = (value: FigureValue): string => {
  switch (value._tag) {
    case 'count':
      return showCount(value.count)
    case 'share':
      return `${showQuantity(value.percent)} %`
    case 'amount':
      return `${value.currency} ${showQuantity(value.amount)}`
    case 'quantity':
      return `${showQuantity(value.quantity)} ${value.unit}`
  }
}

const showGiver = (by: FigureGiver): string => {
  switch (by._tag) {
    case 'person':
      return `${by.person} (${by.capacity.title})`
    case 'organisation':
      return by.organisation
    case 'source':
      return 'the source itself'
  }
}

const showCoverage = (covers: Coverage): string => (covers._tag === 'date' ? showDate(covers.date) : showPeriod(covers.period))

const showAlike = (alike: CountedAlike): string =>
  alike._tag === 'nothing'
    ? `nothing on record: ${alike.why}`
    : (['recorded', alike.direction, alike.of] as const).filter(Boolean).join(' ')

/** Figures that somebody published, one row each. */
export const figures: Projection<LedgerEvent, FigureId, FigureRow> = {
  name: 'figures',
  version: 1,
  columns: {
    figure: text<FigureId>(),
    by: json<FigureGiver>(showGiver),
    about: json<FigureSubject>((about) => (about._tag === 'entry' ? about.id : about.words)),
    measure: text<Measure>(),
    definition: text(),
    standsAt: maybe(date),
    covers: maybe(json<Coverage>(showCoverage)),
    value: json<FigureValue>(showValue),
    basis: maybe(text<'estimated' | 'actual'>()),
    parts: maybe(list<FigurePart>(({ label, value, relation }) => `${relation}: ${label} ${showValue(value)}`)),
    countedAlike: maybe(json<CountedAlike>(showAlike)),
    ...restingOnColumns,
  },
  on: {
    FigureReported: {
      keys: ({ figure }) => [figure],
      evolve: (row, { type: _, ...reported }, __, recorded) => ({ ...reported, ...restingOn(row, recorded) }),
    },
  },
}
