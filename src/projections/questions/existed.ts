import * as E from 'fp-ts/lib/Either.js'
import { type Answer, and, not, or } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { OrganisationId } from '../../domain/vocabulary/id.js'
import { type StatedDate, showDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { isOnOrBefore } from '../../domain/vocabulary/window.js'
import { date, maybe, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import { names } from '../names.js'
import { type OrganisationRow, organisations } from '../organisations.js'
import { isOverBy } from '../posts-succession.js'
import { namingIn } from './parts/naming.js'

/** Which organisation, and on which day. */
export interface ExistedAsked {
  readonly organisation: OrganisationId
  readonly on: CivilDate
}

/** Whether an organisation existed on a day, and the facts that say so. */
export interface ExistedAnswer {
  readonly organisation: OrganisationId
  readonly name: string
  readonly day: CivilDate
  readonly existed: Answer
  readonly establishedOn?: StatedDate
  readonly dissolvedOn?: StatedDate
  readonly mergedInto?: OrganisationId
  readonly mergedOn?: StatedDate
  /** In words, for people. */
  readonly because: string
}

const begunBy = (establishedOn: StatedDate | undefined, on: CivilDate): Answer =>
  establishedOn === undefined ? 'cannot tell' : isOnOrBefore(windowOf(establishedOn), on)

/** From the first day on which the other stands in its place, it is no more. */
const mergedBy = ({ mergedInto, mergedOn }: OrganisationRow, on: CivilDate): Answer => {
  if (mergedInto === undefined) return 'no'
  return mergedOn === undefined ? 'cannot tell' : isOnOrBefore(windowOf(mergedOn), on)
}

/** Established by then, and neither dissolved nor merged by then. An end that nobody recorded is no end. */
const existedOn = (row: OrganisationRow, on: CivilDate): Answer => {
  const { establishedOn, dissolvedOn } = row
  return and(begunBy(establishedOn, on), not(or(isOverBy(dissolvedOn !== undefined, dissolvedOn, on), mergedBy(row, on))))
}

const because = ({ establishedOn, dissolvedOn, mergedInto, mergedOn }: OrganisationRow, of: (id: string) => string): string => {
  const begun = establishedOn === undefined ? 'nobody says when it was established' : `established ${showDate(establishedOn)}`
  const dissolved = dissolvedOn === undefined ? [] : [`last day ${showDate(dissolvedOn)}`]
  const merged = mergedInto === undefined ? [] : [`goes on in ${of(mergedInto)} from ${mergedOn === undefined ? '?' : showDate(mergedOn)}`]
  const ends = [...dissolved, ...merged]
  return [begun, ...(ends.length === 0 ? ['no end on record'] : ends)].join('; ')
}

/**
 * Did it exist on that day: yes, no or cannot tell, from the days on which it was established, dissolved or merged. That a document speaks of it
 * is not counted as existence. One that is not on record gives no answer at all.
 */
export const existed: Question<ExistedAsked, ExistedAnswer> = {
  name: 'existed',
  about: 'Did an organisation exist on a day: yes, no or cannot tell, and why.',
  parameters: { organisation: required(id('organisation', 'which one')), on: required(day('on which day')) },
  reads: [organisations, names],
  glance: ['name', 'day', 'existed', 'because'],
  columns: {
    organisation: text<OrganisationId>(),
    name: text(),
    day: text<CivilDate>(),
    existed: text<Answer>(),
    establishedOn: maybe(date),
    dissolvedOn: maybe(date, 'none on record'),
    mergedInto: maybe(text<OrganisationId>(), 'none on record'),
    mergedOn: maybe(date),
    because: text(),
  },
  answer:
    (tables, { organisation, on }) =>
    async () => {
      const found = await tables.of(organisations).row(organisation)()
      if (E.isLeft(found)) return found
      if (found.right === undefined) return E.right([])
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const row = found.right
      const { establishedOn, dissolvedOn, mergedInto, mergedOn } = row
      return E.right([
        {
          organisation,
          name: naming.right.of(organisation),
          day: on,
          existed: existedOn(row, on),
          ...(establishedOn && { establishedOn }),
          ...(dissolvedOn && { dissolvedOn }),
          ...(mergedInto && { mergedInto }),
          ...(mergedOn && { mergedOn }),
          because: because(row, naming.right.of),
        },
      ])
    },
}
