import * as E from 'fp-ts/lib/Either.js'
import type { AnyId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { batches } from '../batches.js'
import { date, list, maybe, text } from '../engine/columns.js'
import { choice } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { programmes } from '../programmes.js'
import { series } from '../series.js'
import { statements } from '../statements.js'
import { namingIn } from './parts/naming.js'

/** Matters of one kind; absent: of every kind. */
export interface OpenMattersAsked {
  readonly kind?: OpenMatter['kind']
}

/** Something announced or promised of which nobody has yet said that it came about. */
export interface OpenMatter {
  readonly kind: 'programme announced' | 'batch planned' | 'series announced' | 'commitment'
  readonly id: AnyId
  readonly what: string
  /** When it was announced or given; `?` where nobody said. */
  readonly since?: StatedDate
  /** When it is to come about; `?` where nobody said. Passing that day closes nothing. */
  readonly due?: StatedDate
  readonly sources: ReadonlyArray<AnyId>
}

/** Open announcements and commitments. Nothing closes by date alone: a programme is launched, a batch opened, a series holds a talk, a commitment is closed. */
export const openMatters: Question<OpenMattersAsked, OpenMatter> = {
  name: 'open-matters',
  about: 'Announcements and commitments that nobody has yet said came about, with what is known of when they are due.',
  parameters: { kind: choice('only of this kind', 'programme announced', 'batch planned', 'series announced', 'commitment') },
  reads: [programmes, batches, series, statements, names],
  glance: ['kind', 'what', 'since', 'due', 'sources'],
  columns: {
    kind: text<OpenMatter['kind']>(),
    id: text<AnyId>(),
    what: text(),
    since: maybe(date),
    due: maybe(date),
    sources: list<AnyId>(String),
  },
  answer:
    (tables, { kind }) =>
    async () => {
      const announced = await tables.of(programmes).where({ state: 'announced' })()
      if (E.isLeft(announced)) return announced
      const planned = await tables.of(batches).where({ state: 'planned' })()
      if (E.isLeft(planned)) return planned
      const heralded = await tables.of(series).where({ state: 'announced' })()
      if (E.isLeft(heralded)) return heralded
      const given = await tables.of(statements).where({ kind: 'commitment' })()
      if (E.isLeft(given)) return given
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const matters: ReadonlyArray<OpenMatter> = [
        ...announced.right.map(
          (row): OpenMatter => ({
            kind: 'programme announced',
            id: row.programme,
            what: of(row.programme),
            sources: row.sources,
            ...(row.announcedOn && { since: row.announcedOn }),
          }),
        ),
        ...planned.right.map(
          (row): OpenMatter => ({
            kind: 'batch planned',
            id: row.batch,
            what: of(row.batch),
            sources: row.sources,
            ...(row.plannedStart && { due: row.plannedStart }),
          }),
        ),
        ...heralded.right
          .filter(({ talks }) => talks.length === 0)
          .map(
            (row): OpenMatter => ({
              kind: 'series announced',
              id: row.series,
              what: of(row.series),
              sources: row.sources,
              ...(row.period && { due: row.period }),
            }),
          ),
        ...given.right
          .filter(({ closed }) => closed === undefined)
          .map(
            (row): OpenMatter => ({
              kind: 'commitment',
              id: row.statement,
              what: row.points.join('; '),
              sources: row.sources,
              ...(row.saidOn && { since: row.saidOn }),
              ...(row.due && { due: row.due }),
            }),
          ),
      ]
      return E.right(matters.filter((matter) => kind === undefined || matter.kind === kind))
    },
}
