import * as E from 'fp-ts/lib/Either.js'
import { programmeKinds } from '../../domain/programmes/events.js'
import type { Answer } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AgreementId, ProgrammeId } from '../../domain/vocabulary/id.js'
import { showStated } from '../../domain/vocabulary/open-list.js'
import { windowOf } from '../../domain/vocabulary/stated-date.js'
import { isOnOrBefore } from '../../domain/vocabulary/window.js'
import { batches } from '../batches.js'
import { integer, maybe, text } from '../engine/columns.js'
import { choice, day, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type ProgrammeRow, programmes } from '../programmes.js'
import { namingIn } from './parts/naming.js'

/** One programme, or those under an agreement, of a kind, of a day; absent: any. */
export interface ProgrammesAsked {
  readonly programme?: ProgrammeId
  readonly under?: AgreementId
  readonly kind?: ProgrammeRow['kind']
  readonly runningOn?: CivilDate
}

/** A programme with what is worked out of other rows: its name, its batches, its links in words. */
export interface ProgrammeAnswer extends ProgrammeRow {
  readonly name: string
  /** Batches on record, planned ones among them. */
  readonly batches: number
  /** Whether it ran on the day asked; absent where no day was asked. */
  readonly running?: Answer
  /** What it is part of: named, recorded as none, or `?` where nobody said. */
  readonly partOf: string
}

/** It ran on a day if it had surely begun and was neither paused nor concluded; where the beginning is vague or not told, nobody can tell. */
const ranOn = (row: ProgrammeRow, on: CivilDate): Answer => {
  if (row.state === 'proposed' || row.state === 'announced') return 'no'
  const begun = row.startedOn === undefined ? 'cannot tell' : isOnOrBefore(windowOf(row.startedOn), on)
  const over = row.concludedOn === undefined ? 'no' : isOnOrBefore(windowOf(row.concludedOn), on)
  const paused = row.pauses.map(({ since, until }) => {
    const stopped = isOnOrBefore(windowOf(since), on)
    const resumed = until === undefined ? 'no' : isOnOrBefore(windowOf(until), on)
    return stopped === 'no' || resumed === 'yes' ? 'no' : stopped === 'yes' && resumed === 'no' ? 'yes' : 'cannot tell'
  })
  if (begun === 'no' || over === 'yes' || paused.includes('yes')) return 'no'
  return begun === 'yes' && over === 'no' && !paused.includes('cannot tell') ? 'yes' : 'cannot tell'
}

/** Programmes on record, those running on a day, those under an agreement. `runningOn` leaves out only those that surely did not run. */
export const programmesOnRecord: Question<ProgrammesAsked, ProgrammeAnswer> = {
  name: 'programmes',
  about: 'Programmes: state, kind, organisers, aims, agreements, batches, links; also those running on a day.',
  parameters: {
    programme: id('programme', 'only this one'),
    under: id('agreement', 'only those that stand under this agreement'),
    kind: choice('only of this kind', ...programmeKinds),
    runningOn: day('only those that ran, or may have run, on this day'),
  },
  reads: [programmes, batches, names],
  glance: ['name', 'state', 'kind', 'startedOn', 'batches', 'partOf'],
  columns: {
    ...programmes.columns,
    name: text(),
    batches: integer,
    running: maybe(text<Answer>(), ''),
    partOf: text(),
  },
  answer:
    (tables, { programme, under, kind, runningOn }) =>
    async () => {
      const rows = await tables.of(programmes).where({ ...(programme && { programme }), ...(kind && { kind }) })()
      if (E.isLeft(rows)) return rows
      const intakes = await tables.of(batches).where({})()
      if (E.isLeft(intakes)) return intakes
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const answers = rows.right
        .filter(({ agreements }) => under === undefined || agreements.includes(under))
        .map((row): ProgrammeAnswer => {
          const parent = row.links.find((link) => link.kind === 'part of')?.to
          return {
            ...row,
            name: naming.right.of(row.programme),
            batches: intakes.right.filter((batch) => batch.programme === row.programme).length,
            partOf: showStated(parent, naming.right.of),
            ...(runningOn && { running: ranOn(row, runningOn) }),
          }
        })
      return E.right(answers.filter(({ running }) => running !== 'no'))
    },
}
