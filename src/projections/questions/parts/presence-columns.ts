import * as E from 'fp-ts/lib/Either.js'
import type { Count } from '../../../domain/vocabulary/count.js'
import { type CountSum, showSum } from '../../../domain/vocabulary/count-sum.js'
import { type CohortId, parseCohortId } from '../../../domain/vocabulary/id.js'
import type { Window } from '../../../domain/vocabulary/window.js'
import type { Column } from '../../engine/column.js'
import { list } from '../../engine/columns.js'
import type { Parameter } from '../../engine/question.js'

const KINDS: ReadonlyArray<Count['kind']> = ['exact', 'about', 'more than', 'at least', 'less than', 'at most', 'between', 'unknown']

/**
 * Counts taken together: `_exact` holds a figure only where all of them are exact; `_low` and `_high` are sure bounds; `_kinds` says what went
 * in, `_terms` how many counts, `_unknowns` how many of those were unknown.
 */
export const countSum: Column<CountSum> = {
  cells: [
    { suffix: '_exact', type: 'INTEGER' },
    { suffix: '_nominal', type: 'INTEGER' },
    { suffix: '_low', type: 'INTEGER' },
    { suffix: '_high', type: 'INTEGER' },
    { suffix: '_kinds', type: 'TEXT' },
    { suffix: '_terms', type: 'INTEGER' },
    { suffix: '_unknowns', type: 'INTEGER' },
  ],
  write: ({ exact, nominal = null, low, high = null, kinds, terms, unknowns }) => [
    exact ? nominal : null,
    nominal,
    low,
    high,
    kinds.join(', '),
    terms,
    unknowns,
  ],
  read: ([exact, nominal, low, high, kinds, terms, unknowns]) => {
    if (typeof low !== 'number' || typeof kinds !== 'string' || typeof terms !== 'number' || typeof unknowns !== 'number')
      return E.left('a sum of counts expected')
    return E.right({
      terms,
      ...(typeof nominal === 'number' && { nominal }),
      exact: typeof exact === 'number',
      kinds: KINDS.filter((kind) => kinds.split(', ').includes(kind)).toSorted(),
      low,
      ...(typeof high === 'number' && { high }),
      unknowns,
    })
  },
  show: showSum,
}

/** A window that an answer rests on, and what it is the window of. The end is half-open: the day after the last. */
export interface WindowUsed {
  readonly side: 'start' | 'day after the last'
  readonly window: Window
}

const showUsed = ({ side, window: { earliest, latest } }: WindowUsed): string =>
  earliest !== undefined && earliest === latest ? `${side} ${earliest}` : `${side} ${earliest ?? '..'} to ${latest ?? '..'}`

export const windowsUsed: Column<ReadonlyArray<WindowUsed>> = list(showUsed)

/** A cohort, as a person types its id. */
export const cohortId = (about: string): Parameter<CohortId> => ({ about: `${about} (batch-…#…)`, parse: parseCohortId })
