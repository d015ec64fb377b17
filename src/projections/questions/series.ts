import * as E from 'fp-ts/lib/Either.js'
import type { SeriesId } from '../../domain/vocabulary/id.js'
import { integer, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { occasions } from '../occasions.js'
import { type SeriesRow, series } from '../series.js'
import { namingIn } from './parts/naming.js'

/** One series; absent: all on record. */
export interface SeriesAsked {
  readonly series?: SeriesId
}

/** A series with its sessions counted: planned against held. */
export interface SeriesAnswer extends SeriesRow {
  readonly name: string
  /** Talks of it that were held. A precursor is none of them. */
  readonly held: number
  /** What heralded it. */
  readonly precursors: string
}

/** Series of talks: announced or concluded, planned and held, what heralded them. */
export const seriesOnRecord: Question<SeriesAsked, SeriesAnswer> = {
  name: 'series',
  about: 'Series of talks: state, period, planned against held, precursors.',
  parameters: { series: id('series', 'only this one') },
  reads: [series, occasions, names],
  glance: ['name', 'state', 'period', 'planned', 'held', 'precursors'],
  columns: { ...series.columns, name: text(), held: integer, precursors: text() },
  answer:
    (tables, { series: asked }) =>
    async () => {
      const rows = await tables.of(series).where(asked === undefined ? {} : { series: asked })()
      if (E.isLeft(rows)) return rows
      const held = await tables.of(occasions).where({ state: 'held' })()
      if (E.isLeft(held)) return held
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const wasHeld = new Set(held.right.map(({ occasion }) => occasion))
      return E.right(
        rows.right.map((row) => ({
          ...row,
          name: naming.right.of(row.series),
          held: row.talks.filter(({ occasion }) => wasHeld.has(occasion)).length,
          precursors: row.links
            .filter(({ kind }) => kind === 'precursor')
            .map(({ to }) => naming.right.of(to))
            .join('; '),
        })),
      )
    },
}
