import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { DayOrder, Mark, OccasionKind, Particulars, Prompt, Role } from '../domain/occasions/events.js'
import { hasAttended } from '../domain/occasions/roll.js'
import { guestMark, plainMarks } from '../domain/occasions/statuses.js'
import type { Count } from '../domain/vocabulary/count.js'
import type { AgreementId, AnyId, BatchId, OccasionId, ProgrammeId, SeriesId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import { type NamedList, type Stated, showStated } from '../domain/vocabulary/open-list.js'
import { type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { count, date, json, list, maybe, namedList, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Something dated that people attend: a briefing, a seminar, a ceremony, a meeting. Scheduled, postponed, cancelled or held. */
export interface OccasionRow extends RestingOn {
  readonly occasion: OccasionId
  readonly state: 'scheduled' | 'postponed' | 'cancelled' | 'held'
  readonly kind: OccasionKind
  readonly titles?: ReadonlyArray<Name>
  /** The day it was held, or is meant to be; absent: not stated. */
  readonly day?: StatedDate
  readonly lastDay?: StatedDate
  readonly venue?: string
  readonly place?: string
  readonly mode?: NonNullable<Particulars['mode']>
  readonly purpose?: string
  /** In the speaker's order. */
  readonly themes?: NamedList<string>
  readonly promptedBy?: Prompt
  /** What it came before and after on its day; absent: not stated. */
  readonly dayOrder?: DayOrder
  /** What it is part of, or that it is part of nothing; absent: not stated. */
  readonly partOf?: Stated<ProgrammeId | BatchId | SeriesId | AgreementId>
  readonly roles: ReadonlyArray<Role>
  /** The head count as published; the named people stand within it, beside it, or it is not stated. */
  readonly attendance?: Count
  readonly attendedBy?: string
  readonly categories?: NamedList<string>
  /** Marks of named people, the latest of each. */
  readonly roll: ReadonlyArray<Mark>
  readonly sameAs: ReadonlyArray<OccasionId>
  readonly why?: string
}

const particularsOf = (said: Particulars): Partial<OccasionRow> => {
  const { titles, on, lastDay, venue, place, mode, purpose, themes, promptedBy, order, partOf, roles } = said
  return {
    ...(titles && { titles }),
    ...(on && { day: on }),
    ...(lastDay && { lastDay }),
    ...(venue && { venue }),
    ...(place && { place }),
    ...(mode && { mode }),
    ...(purpose && { purpose }),
    ...(themes && { themes }),
    ...(promptedBy && { promptedBy }),
    ...(order && { dayOrder: order }),
    ...(partOf && { partOf }),
    ...(roles && { roles }),
  }
}

const attendanceOf = (
  said: { readonly figure?: Count; readonly categories?: NamedList<string>; readonly of?: string } = {},
): Partial<OccasionRow> => ({
  ...(said.figure && { attendance: said.figure }),
  ...(said.of && { attendedBy: said.of }),
  ...(said.categories && { categories: said.categories }),
})

type Said = Particulars & { readonly occasion: OccasionId; readonly attendance?: Parameters<typeof attendanceOf>[0] }

/** What is said later is added to what was said before, field by field; what it leaves unsaid stays. */
const told = (
  row: OccasionRow | undefined,
  said: Said,
  state: OccasionRow['state'],
  kind: OccasionKind,
  recorded: Recorded<unknown>,
): OccasionRow => ({
  roles: [],
  roll: [],
  sameAs: [],
  ...row,
  occasion: said.occasion,
  state,
  kind,
  ...particularsOf(said),
  ...attendanceOf(said.attendance),
  ...restingOn(row, recorded),
})

/** What was planned is no report of what was held: of a plan only its entries stay, and what it was joined with. */
const notPlanned = (row: OccasionRow | undefined): OccasionRow | undefined => {
  if (row === undefined || row.state === 'held') return row
  const { occasion, state, kind, sameAs, entries, sources } = row
  return { occasion, state, kind, roles: [], roll: [], sameAs, entries, sources }
}

const withMarks = (roll: ReadonlyArray<Mark>, marks: ReadonlyArray<Mark>): ReadonlyArray<Mark> => [
  ...roll.filter(({ person }) => !marks.some((mark) => mark.person === person)),
  ...marks,
]

const showRole = ({ role, person, organisation, capacities = [] }: Role): string =>
  [role, person, organisation, ...capacities.map(({ title }) => `(${title})`)].filter((part) => part !== undefined).join(' ')

const showOrder = ({ before = [], after = [] }: DayOrder): string =>
  [...before.map((id: AnyId) => `before ${id}`), ...after.map((id: AnyId) => `after ${id}`)].join('; ')

const showPrompt = ({ words, ended }: Prompt): string => (ended === undefined ? words : `${words}, ended ${showDate(ended)}`)

const keys = ({ occasion }: { readonly occasion: OccasionId }): ReadonlyArray<OccasionId> => [occasion]

/** Occasions, one row each. */
export const occasions: Projection<LedgerEvent, OccasionId, OccasionRow> = {
  name: 'occasions',
  version: 1,
  columns: {
    occasion: text<OccasionId>(),
    state: text<OccasionRow['state']>(),
    kind: text<OccasionKind>(),
    titles: maybe(list<Name>(({ text }) => text)),
    day: maybe(date),
    lastDay: maybe(date),
    venue: maybe(text()),
    place: maybe(text()),
    mode: maybe(text<NonNullable<Particulars['mode']>>()),
    purpose: maybe(text()),
    themes: maybe(namedList<string>(String)),
    promptedBy: maybe(json<Prompt>(showPrompt)),
    dayOrder: maybe(json<DayOrder>(showOrder)),
    partOf: maybe(json<NonNullable<OccasionRow['partOf']>>((stated) => showStated(stated, String))),
    roles: list<Role>(showRole),
    attendance: maybe(count),
    attendedBy: maybe(text()),
    categories: maybe(namedList<string>(String)),
    roll: list<Mark>(({ person, status }) => `${person} ${status}`),
    sameAs: list<OccasionId>(String),
    why: maybe(text()),
    ...restingOnColumns,
  },
  on: {
    OccasionScheduled: { keys, evolve: (row, event, _, recorded) => told(row, event, 'scheduled', event.kind, recorded) },
    BriefingHeld: { keys, evolve: (row, event, _, recorded) => told(notPlanned(row), event, 'held', event.kind, recorded) },
    CeremonyHeld: { keys, evolve: (row, event, _, recorded) => told(notPlanned(row), event, 'held', 'ceremony', recorded) },
    MeetingHeld: { keys, evolve: (row, event, _, recorded) => told(notPlanned(row), event, 'held', 'meeting', recorded) },
    OccasionRevised: {
      keys,
      evolve: (row, event, _, recorded) => row && told(row, event, row.state, event.kind ?? row.kind, recorded),
    },
    OccasionPostponed: {
      keys,
      evolve: (row, { to, why }, _, recorded) => {
        if (row === undefined) return row
        // A new day that nobody has named yet is not the old one.
        const { day: __, lastDay: ___, ...rest } = row
        return { ...rest, state: 'postponed', ...(to && { day: to }), ...(why && { why }), ...restingOn(row, recorded) }
      },
    },
    OccasionCancelled: {
      keys,
      evolve: (row, { why }, _, recorded) => row && { ...row, state: 'cancelled', ...(why && { why }), ...restingOn(row, recorded) },
    },
    HeadcountRecorded: {
      keys,
      evolve: (row, { attendance }, _, recorded) => row && { ...row, ...attendanceOf(attendance), ...restingOn(row, recorded) },
    },
    AttendanceRecorded: {
      keys,
      evolve: (row, { roll }, _, recorded) => row && { ...row, roll: withMarks(row.roll, roll), ...restingOn(row, recorded) },
    },
    AbsenceExcused: {
      keys,
      evolve: (row, { person }, _, recorded) => {
        if (row === undefined) return row
        const excused: Mark = { person, status: 'excused', standing: 'not stated' }
        return { ...row, roll: withMarks(row.roll, [excused]), ...restingOn(row, recorded) }
      },
    },
    RollMarked: {
      keys,
      evolve: (row, { marks, statuses }, _, recorded) => {
        const roll = plainMarks(marks, statuses)
        // A sign-up says nothing of who came.
        return row && (roll.length === 0 ? row : { ...row, roll: withMarks(row.roll, roll), ...restingOn(row, recorded) })
      },
    },
    GuestIdentified: {
      keys,
      evolve: (row, { person, standing }, _, recorded) => {
        if (row === undefined || row.roll.some((mark) => mark.person === person && hasAttended(mark))) return row
        return { ...row, roll: withMarks(row.roll, [guestMark(person, standing)]), ...restingOn(row, recorded) }
      },
    },
    OccasionMarkedSame: {
      // A joining moves no row: both note it.
      keys: ({ occasion, same }) => [occasion, same],
      evolve: (row, { occasion, same }, key, recorded) =>
        row && { ...row, sameAs: [...row.sameAs, key === occasion ? same : occasion], ...restingOn(row, recorded) },
    },
  },
}
