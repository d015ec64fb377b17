import * as E from 'fp-ts/lib/Either.js'
import { type Measure, measures } from '../../domain/figures/events.js'
import type { AnyId, FigureId } from '../../domain/vocabulary/id.js'
import { text } from '../engine/columns.js'
import { anything, choice, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { type FigureRow, figures } from '../figures.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'

/** Which figures; without any, all of them. */
export interface FiguresAsked {
  readonly figure?: FigureId
  readonly about?: AnyId
  readonly measure?: Measure
}

/** A published figure, with the name of what it is about. */
export interface FigureAnswer extends FigureRow {
  readonly of: string
}

/** The figures on record, each by itself in order of id: figures of one whole with other definitions stand side by side and are never added. */
export const figuresOnRecord: Question<FiguresAsked, FigureAnswer> = {
  name: 'figures',
  about: 'Numbers that somebody published about a whole: value, definition, day or period, parts; never added to each other or to entries.',
  parameters: {
    figure: id('figure', 'only this one'),
    about: anything('only those about this'),
    measure: choice('only of this measure', ...measures),
  },
  reads: [figures, names],
  glance: ['of', 'measure', 'value', 'basis', 'standsAt', 'covers', 'definition'],
  columns: { ...figures.columns, of: text() },
  answer:
    (tables, { figure, about, measure }) =>
    async () => {
      const rows = await tables.of(figures).where({ ...(figure !== undefined && { figure }), ...(measure !== undefined && { measure }) })()
      if (E.isLeft(rows)) return rows
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const asked = rows.right.filter((row) => about === undefined || (row.about._tag === 'entry' && row.about.id === about))
      return E.right(asked.map((row) => ({ ...row, of: row.about._tag === 'entry' ? naming.right.of(row.about.id) : row.about.words })))
    },
}
