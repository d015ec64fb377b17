import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import { boundsOfCount } from '../vocabulary/count.js'
import type { FigureId } from '../vocabulary/id.js'
import { boundsOfQuantity } from '../vocabulary/quantity.js'
import type { FigureEvent, FigurePart, FigureReported, FigureValue, Measure, PublishedFigure } from './events.js'

// A figure is a number that somebody published about a whole, recorded once with its definition. It stands for itself: what it says is
// compared with the entries in the reconciliation, and nowhere added to them.

// ── state ───────────────────────────────────────────────────────────────────

/** Whether the figure is on record. */
export type Figure = { readonly _tag: 'NotRecorded' } | { readonly _tag: 'Reported'; readonly reported: FigureReported }

export const evolve = (state: Figure, event: FigureEvent): Figure =>
  state._tag === 'NotRecorded' ? { _tag: 'Reported', reported: event } : state

// ── commands ────────────────────────────────────────────────────────────────

/**
 * A published number: `FigureReported`. Refused where it both stands at a day and covers a period (`FigureStandsAndCovers`), where its value is
 * not of the kind of its measure (`ValueUnlikeMeasure`), and under the id of another figure (`FigureAlreadyReported`). A part "of which" that
 * is surely more than the whole is flagged, or refuses a decision (`PartExceedsWhole`).
 */
export type ReportFigure = { readonly type: 'ReportFigure' } & PublishedFigure

/** What may be asked of a figure. */
export type FigureCommand = ReportFigure

// ── refusals ────────────────────────────────────────────────────────────────

/** Why a figure is not recorded. */
export type FigureRefusal =
  /** Another number, or the same with another definition, is on record under this id. */
  | { readonly _tag: 'FigureAlreadyReported'; readonly figure: FigureId; readonly value: FigureValue }
  | { readonly _tag: 'FigureStandsAndCovers'; readonly figure: FigureId }
  | { readonly _tag: 'ValueUnlikeMeasure'; readonly figure: FigureId; readonly measure: Measure; readonly value: FigureValue['_tag'] }
  | { readonly _tag: 'PartExceedsWhole'; readonly figure: FigureId; readonly whole: FigureValue; readonly part: FigurePart }

type Decision = Outcome<FigureEvent, FigureRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

/** Money is an amount and a share a share; people and things are counted; what else is measured comes as it comes. */
const isOfMeasure = (measure: Measure, value: FigureValue['_tag']): boolean => {
  switch (measure) {
    case 'money':
      return value === 'amount'
    case 'share':
      return value === 'share'
    case 'hours':
    case 'average per year':
    case 'other':
      return true
    case 'officers sent':
    case 'officers present':
    case 'completed':
    case 'participants':
    case 'attendances':
    case 'applications':
    case 'places':
    case 'programmes':
    case 'occasions held':
    case 'agreements':
    case 'hosts':
      return value === 'count'
  }
}

export const decide = (command: FigureCommand, state: Figure): Decision => {
  const { figure, measure, value } = command
  if (command.standsAt !== undefined && command.covers !== undefined) return E.left({ _tag: 'FigureStandsAndCovers', figure })
  if (!isOfMeasure(measure, value._tag)) return E.left({ _tag: 'ValueUnlikeMeasure', figure, measure, value: value._tag })
  const event: FigureReported = { ...command, type: 'FigureReported' }
  if (state._tag === 'NotRecorded') return E.right([event])
  if (same(state.reported, event)) return E.right([])
  return E.left({ _tag: 'FigureAlreadyReported', figure, value: state.reported.value })
}

interface Bounds {
  readonly low: number
  readonly high?: number
}

/** Bounds of two values that measure the same; none where they do not. */
const boundsOf = (value: FigureValue, like: FigureValue): Bounds | undefined => {
  switch (value._tag) {
    case 'count':
      return like._tag === 'count' ? boundsOfCount(value.count) : undefined
    case 'share':
      // A share "of which" may be of the part, not of the whole: it is not compared.
      return undefined
    case 'amount':
      return like._tag === 'amount' && like.currency === value.currency ? boundsOfQuantity(value.amount) : undefined
    case 'quantity':
      return like._tag === 'quantity' && like.unit === value.unit ? boundsOfQuantity(value.quantity) : undefined
  }
}

/** Each part by itself: "of which" parts may overlap (a grade and a region), so that only one that is larger than the whole breaks it. */
export const breaches = ({ figure, value, parts = [] }: FigureCommand): ReadonlyArray<Breach<FigureRefusal>> => {
  const whole = boundsOf(value, value)?.high
  return parts.flatMap((part): ReadonlyArray<Breach<FigureRefusal>> => {
    const least = part.relation === 'of which' ? boundsOf(part.value, value)?.low : undefined
    return whole !== undefined && least !== undefined && least > whole
      ? [{ refusal: { _tag: 'PartExceedsWhole', figure, whole: value, part }, certainty: 'sure' }]
      : []
  })
}

export const figure: Aggregate<FigureCommand, Figure, FigureEvent, FigureRefusal> = {
  category: 'figure',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.figure,
  subjectOf: (event) => event.figure,
  commands: { ReportFigure: true },
  decide,
  evolve,
  breaches,
}
