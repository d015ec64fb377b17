import * as E from 'fp-ts/lib/Either.js'
import type { FigureValue, Measure } from '../../domain/figures/events.js'
import { boundsOfCount, type Count } from '../../domain/vocabulary/count.js'
import type { CountSum } from '../../domain/vocabulary/count-sum.js'
import type { AnyId, FigureId } from '../../domain/vocabulary/id.js'
import { json, maybe, text } from '../engine/columns.js'
import { anything, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { figures, showValue } from '../figures.js'
import { names } from '../names.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type FigureAnswer, figuresOnRecord } from './figures.js'
import { countSum } from './parts/presence-columns.js'
import { type Detail, detailOf, detailRead } from './parts/recorded-detail.js'
import { restingTogether } from './parts/stints.js'

/** Which figures; absent: all. */
export interface ReconciliationAsked {
  readonly figure?: FigureId
  readonly about?: AnyId
}

/** By how much the stated figure is more (below zero: fewer) than what is recorded; an absent bound is not known. */
export interface Difference {
  readonly low?: number
  readonly high?: number
}

/** A published figure against the entries on record. Neither is changed by the other: that they differ is an answer. */
export interface ReconciliationRow extends RestingOn {
  readonly figure: FigureId
  readonly of: string
  readonly measure: Measure
  readonly definition: string
  readonly stated: FigureValue
  /** Absent: the two cannot be compared. */
  readonly recorded?: CountSum
  readonly difference?: Difference
  readonly verdict: 'agree' | 'may agree' | 'more is stated' | 'more is recorded' | 'nothing on record' | 'cannot be compared'
  /** By what both are held to count alike, or why they are not compared. */
  readonly because: string
}

const minus = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : a - b)

const differenceOf = (stated: Count, { low, high }: CountSum): Difference => {
  const own = boundsOfCount(stated)
  const [least, most] = [minus(own.low, high), minus(own.high, low)]
  return { ...(least !== undefined && { low: least }), ...(most !== undefined && { high: most }) }
}

const verdictOf = ({ low, high }: Difference): ReconciliationRow['verdict'] => {
  if (low === 0 && high === 0) return 'agree'
  if (low !== undefined && low > 0) return 'more is stated'
  return high !== undefined && high < 0 ? 'more is recorded' : 'may agree'
}

const showDifference = ({ low, high }: Difference): string => {
  if (low === undefined) return high === undefined ? '?' : `at most ${high}`
  if (high === undefined) return `at least ${low}`
  return low === high ? `=${low}` : `${low} to ${high}`
}

const rowOf = (figure: FigureAnswer, detail: Detail): ReconciliationRow => {
  const { figure: which, of, measure, definition, value: stated, countedAlike, entries, sources } = figure
  const row = { figure: which, of, measure, definition, stated, entries, sources }
  if (detail._tag === 'cannot be compared') return { ...row, verdict: 'cannot be compared', because: detail.why }
  if (stated._tag !== 'count') return { ...row, verdict: 'cannot be compared', because: 'entries are counted; the figure is no count' }
  const because =
    countedAlike === undefined
      ? 'measure and subject alone: nobody says that they are counted alike'
      : 'the recorder says that they are counted alike'
  const rests = restingTogether([{ rests: [figure, ...detail.rests] }])
  if (detail.count.terms === 0) return { ...row, recorded: detail.count, verdict: 'nothing on record', because, ...rests }
  const difference = differenceOf(stated.count, detail.count)
  return { ...row, recorded: detail.count, difference, verdict: verdictOf(difference), because, ...rests }
}

/** Published figures against what is recorded. */
export const reconciliation: Question<ReconciliationAsked, ReconciliationRow> = {
  name: 'reconciliation',
  about: 'Each published figure against the entries of the same definition: the difference with its bounds, never forced.',
  parameters: { figure: id('figure', 'only this one'), about: anything('only figures about this') },
  reads: [figures, ...detailRead, names],
  glance: ['of', 'measure', 'stated', 'recorded', 'difference', 'verdict', 'because'],
  columns: {
    figure: text<FigureId>(),
    of: text(),
    measure: text<Measure>(),
    definition: text(),
    stated: json<FigureValue>(showValue),
    recorded: maybe(countSum, 'not compared'),
    difference: maybe(json<Difference>(showDifference), 'none can be told'),
    verdict: text<ReconciliationRow['verdict']>(),
    because: text(),
    ...restingOnColumns,
  },
  answer: (tables, asked) => async () => {
    const stated = await figuresOnRecord.answer(tables, asked)()
    if (E.isLeft(stated)) return stated
    const detail = await detailOf(tables)()
    if (E.isLeft(detail)) return detail
    return E.right(stated.right.map((figure) => rowOf(figure, detail.right(figure))))
  },
}
