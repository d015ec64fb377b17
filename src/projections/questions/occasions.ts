import * as E from 'fp-ts/lib/Either.js'
import type { OccasionKind } from '../../domain/occasions/events.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { AnyId, OccasionId, OrganisationId, PersonId } from '../../domain/vocabulary/id.js'
import { showStated } from '../../domain/vocabulary/open-list.js'
import { windowOf } from '../../domain/vocabulary/stated-date.js'
import { isAfter, isBefore } from '../../domain/vocabulary/window.js'
import { text } from '../engine/columns.js'
import { anything, choice, day, id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type OccasionRow, occasions } from '../occasions.js'
import { namingIn } from './parts/naming.js'

/** What an occasion has to meet, all of it at once; absent: anything. Words are found in longer ones, in capitals or not. */
export interface OccasionsAsked {
  readonly occasion?: OccasionId
  readonly kind?: OccasionKind
  readonly since?: CivilDate
  readonly until?: CivilDate
  readonly venue?: string
  readonly theme?: string
  readonly with?: OrganisationId
  readonly person?: PersonId
  readonly speakerOf?: OrganisationId
  readonly before?: AnyId
  readonly partOf?: AnyId
}

/** An occasion with the names of what it is and belongs to. */
export interface OccasionAnswer extends OccasionRow {
  readonly name: string
  /** What it is part of: named, `none`, or `?` where nobody said. */
  readonly belongsTo: string
}

const KINDS: ReadonlyArray<OccasionKind> = ['briefing', 'seminar', 'talk', 'lecture', 'site visit', 'other', 'ceremony', 'meeting']

const contains = (text: string | undefined, searched: string): boolean => text?.toLowerCase().includes(searched.toLowerCase()) === true

/** Surely outside the days asked; a vague or missing date is left in, for it may lie inside. */
const liesOutside = ({ day: date }: OccasionRow, since: CivilDate | undefined, until: CivilDate | undefined): boolean => {
  const window = date === undefined ? {} : windowOf(date)
  return (since !== undefined && isBefore(window, since) === 'yes') || (until !== undefined && isAfter(window, until) === 'yes')
}

const involves = ({ roles }: OccasionRow, organisation: OrganisationId): boolean =>
  roles.some(
    (role) =>
      role.organisation === organisation || role.invitedBy === organisation || role.capacities?.some(({ of }) => of === organisation),
  )

const fits = (row: OccasionRow, asked: OccasionsAsked): boolean =>
  (asked.kind === undefined || row.kind === asked.kind) &&
  !liesOutside(row, asked.since, asked.until) &&
  (asked.venue === undefined || contains(row.venue, asked.venue) || contains(row.place, asked.venue)) &&
  (asked.theme === undefined || row.themes?.items.some((theme) => contains(theme, asked.theme ?? '')) === true) &&
  (asked.with === undefined || involves(row, asked.with)) &&
  (asked.person === undefined ||
    row.roles.some(({ person }) => person === asked.person) ||
    row.roll.some(({ person }) => person === asked.person)) &&
  (asked.speakerOf === undefined ||
    row.roles.some(({ role, capacities }) => role === 'speaker' && capacities?.some(({ of }) => of === asked.speakerOf) === true)) &&
  (asked.before === undefined || row.dayOrder?.before?.includes(asked.before) === true) &&
  (asked.partOf === undefined || (row.partOf?._tag === 'named' && row.partOf.value === asked.partOf))

/** Briefings, talks, ceremonies, meetings: in order of the earliest day they can have been on, undated ones last. */
export const occasionsOnRecord: Question<OccasionsAsked, OccasionAnswer> = {
  name: 'occasions',
  about: 'Briefings, seminars, talks, ceremonies, meetings: when, where, on what, with whom, how many.',
  parameters: {
    occasion: id('occasion', 'only this one'),
    kind: choice('only of this kind', ...KINDS),
    since: day('not surely before this day'),
    until: day('not surely after this day'),
    venue: words('held at a venue or place whose name has this in it'),
    theme: words('with a theme that has this in it'),
    with: id('organisation', 'with this organisation in any role'),
    person: id('person', 'with this person in any role, or on the roll'),
    speakerOf: id('organisation', 'with a speaker from it'),
    before: anything('known to have come before this on its day'),
    partOf: anything('part of this programme, batch, series or agreement'),
  },
  reads: [occasions, names],
  glance: ['day', 'kind', 'name', 'venue', 'attendance', 'belongsTo'],
  columns: { ...occasions.columns, name: text(), belongsTo: text() },
  answer: (tables, asked) => async () => {
    const rows = await tables.of(occasions).where(asked.occasion === undefined ? {} : { occasion: asked.occasion })()
    if (E.isLeft(rows)) return rows
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const answers = rows.right
      .filter((row) => fits(row, asked))
      .map((row) => ({ ...row, name: naming.right.of(row.occasion), belongsTo: showStated(row.partOf, naming.right.of) }))
    return E.right(inOrderOfDay(answers))
  },
}

/** Earliest possible day first; what has none comes last. */
export const inOrderOfDay = <A extends Pick<OccasionRow, 'day' | 'occasion'>>(rows: ReadonlyArray<A>): ReadonlyArray<A> => {
  const dayOf = ({ day: date }: A): string => (date === undefined ? undefined : windowOf(date).earliest) ?? '9999-99-99'
  return [...rows].sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a.occasion < b.occasion ? -1 : 1))
}
