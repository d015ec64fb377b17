import type { Capacity } from '../vocabulary/capacity.js'
import type { Count } from '../vocabulary/count.js'
import type { AnyId, FigureId, OrganisationId, PersonId } from '../vocabulary/id.js'
import type { Period } from '../vocabulary/period.js'
import type { Quantity } from '../vocabulary/quantity.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// What a command and its event share is one interface. An absent field was not stated.

/** Who gives the number: a person in a capacity, an organisation, or the source itself. */
export type FigureGiver =
  | { readonly _tag: 'person'; readonly person: PersonId; readonly capacity: Capacity }
  | { readonly _tag: 'organisation'; readonly organisation: OrganisationId }
  | { readonly _tag: 'source' }

/** The whole of which it is the number: something on record, or a body that is not, in words. */
export type FigureSubject = { readonly _tag: 'entry'; readonly id: AnyId } | { readonly _tag: 'body'; readonly words: string }

/** What is measured. */
export const measures = [
  'officers sent',
  'officers present',
  'completed',
  'participants',
  'attendances',
  'applications',
  'places',
  'programmes',
  'occasions held',
  'agreements',
  'hosts',
  'hours',
  'money',
  'share',
  'average per year',
  'other',
] as const

/** One of the measures. */
export type Measure = (typeof measures)[number]

/** The number: of people or things, in per cent, in money, or measured in a unit. */
export type FigureValue =
  | { readonly _tag: 'count'; readonly count: Count }
  | { readonly _tag: 'share'; readonly percent: Quantity }
  | { readonly _tag: 'amount'; readonly currency: string; readonly amount: Quantity }
  | { readonly _tag: 'quantity'; readonly quantity: Quantity; readonly unit: string }

/** The time that it covers: a date as stated (a year, an interval), or a period. */
export type Coverage = { readonly _tag: 'date'; readonly date: StatedDate } | { readonly _tag: 'period'; readonly period: Period }

/** A number that is given with it, and how the two stand: "of which" is within it, "beside" comes besides, others are not to be added. */
export interface FigurePart {
  readonly label: string
  readonly organisation?: OrganisationId
  readonly value: FigureValue
  readonly relation: 'of which' | 'beside' | 'not to be added'
}

/**
 * What whoever records the figure takes to be counted alike on record, for the reconciliation. `nothing`: the definition fits nothing that is
 * recorded, for that reason.
 */
export type CountedAlike =
  | { readonly _tag: 'recorded'; readonly of?: AnyId; readonly direction?: 'outbound' | 'inbound' }
  | { readonly _tag: 'nothing'; readonly why: string }

/** A number that somebody published about a whole. It is never spread over years, units or people, and never added to entries. */
export interface PublishedFigure {
  readonly figure: FigureId
  readonly by: FigureGiver
  readonly about: FigureSubject
  readonly measure: Measure
  /** In the source's words: what is counted, and what is not. */
  readonly definition: string
  /** The day at which it stands; then it covers no period. */
  readonly standsAt?: StatedDate
  readonly covers?: Coverage
  readonly value: FigureValue
  readonly basis?: 'estimated' | 'actual'
  /** In the source's order. */
  readonly parts?: ReadonlyArray<FigurePart>
  readonly countedAlike?: CountedAlike
}

/** Somebody published a number. The ledger does not vouch for it. */
export type FigureReported = { readonly type: 'FigureReported' } & PublishedFigure

/** What is recorded of a figure. */
export type FigureEvent = FigureReported
