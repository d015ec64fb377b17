import type { Either } from 'fp-ts/lib/Either.js'
import { left, right } from 'fp-ts/lib/Either.js'
import { type Invalid, invalid } from './invalid.js'

/**
 * The kinds of thing that own a stream. An id begins with its kind, and an id *is* the name of its stream (`agreement-nag-2023`):
 * a reader sees what it names, the compiler refuses an organisation where a person is meant, and EventStoreDB's `$ce-` categories work.
 */
export const categories = [
  'source',
  'organisation',
  'post',
  'person',
  'agreement',
  'programme',
  'batch',
  'placement',
  'officerCalendar',
  'seats',
  'occasion',
  'series',
  'statement',
  'certificate',
  'rule',
  'figure',
  'rights',
] as const

/** A kind of thing that owns a stream; its ids begin with it. */
export type Category = (typeof categories)[number]

/** The id of a thing of one kind. Personal names never stand in ids: choose a number or a random word. */
export type Id<C extends Category> = `${C}-${string}`
/** A document that facts rest on. */
export type SourceId = Id<'source'>
/** An organisation, or a group of them. */
export type OrganisationId = Id<'organisation'>
/** A post that outlives its holders. */
export type PostId = Id<'post'>
/** An officer or an outside figure; numbered, never named. */
export type PersonId = Id<'person'>
/** An agreement and its terms. */
export type AgreementId = Id<'agreement'>
/** A programme. */
export type ProgrammeId = Id<'programme'>
/** An intake of a programme, with its cohorts. */
export type BatchId = Id<'batch'>
/** One officer, placed for a period. */
export type PlacementId = Id<'placement'>
/** All days that one officer is placed for. Its key is the officer's: one officer, one calendar. */
export type OfficerCalendarId = Id<'officerCalendar'>
/** One allotment of seats. */
export type SeatsId = Id<'seats'>
/** Something dated that people attend. */
export type OccasionId = Id<'occasion'>
/** A series of talks. */
export type SeriesId = Id<'series'>
/** Somebody's words. */
export type StatementId = Id<'statement'>
/** What one person has met, on paper. */
export type CertificateId = Id<'certificate'>
/** A standing rule above single programmes. */
export type RuleId = Id<'rule'>
/** A number that somebody published. */
export type FigureId = Id<'figure'>
/** Who may do what in this ledger. */
export type RightsId = Id<'rights'>
/** The id of anything that has a stream. */
export type AnyId = { readonly [C in Category]: Id<C> }[Category]

/** A cohort lives in the stream of its batch: `batch-gba-1#first`. */
export type CohortId = `${BatchId}#${string}`

/** A place in the event log's id of one recorded event (a UUID). */
export type EventId = string

const KEY = '[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?'
/** What stands after the category and its dash in an id, as a regular expression. */
export const ID_KEY: string = KEY
const patterns = Object.fromEntries(categories.map((category) => [category, new RegExp(`^${category}-${KEY}$`)]))
const ANY = new RegExp(`^(?:${categories.join('|')})-${KEY}$`)
const COHORT = new RegExp(`^batch-${KEY}#${KEY}$`)
const ALLOWED = 'then 1 to 100 letters, digits, dots, underscores or dashes'

export const isId = <C extends Category>(category: C): ((value: unknown) => value is Id<C>) => {
  const pattern = patterns[category]
  return (value): value is Id<C> => typeof value === 'string' && pattern?.test(value) === true
}

export const isSourceId = isId('source')

export const isPersonId = isId('person')

export const isAnyId = (value: unknown): value is AnyId => typeof value === 'string' && ANY.test(value)

export const isCohortId = (value: unknown): value is CohortId => typeof value === 'string' && COHORT.test(value)

/** Accepts `<category>-<key>`; refuses everything else, `""` and `$…` among it. */
export const parseId =
  <C extends Category>(category: C) =>
  (value: unknown): Either<Invalid, Id<C>> =>
    isId(category)(value) ? right(value) : left(invalid(`an id: ${category}-, ${ALLOWED}`, value))

export const parseAnyId = (value: unknown): Either<Invalid, AnyId> =>
  isAnyId(value) ? right(value) : left(invalid(`an id: one of ${categories.join(', ')}, a dash, ${ALLOWED}`, value))

export const parseCohortId = (value: unknown): Either<Invalid, CohortId> =>
  isCohortId(value) ? right(value) : left(invalid(`a cohort's id: batch-…#…, ${ALLOWED}`, value))

/** The batch in whose stream a cohort lives. */
export const batchOf = (cohort: CohortId): BatchId => {
  const at = cohort.indexOf('#')
  return `batch-${cohort.slice('batch-'.length, at)}`
}

/** The one calendar of an officer: it has the officer's key, so that two placements of his cannot be held apart. */
export const calendarOf = (officer: PersonId): OfficerCalendarId => `officerCalendar-${officer.slice('person-'.length)}`

/** Whose calendar it is. */
export const officerOf = (calendar: OfficerCalendarId): PersonId => `person-${calendar.slice('officerCalendar-'.length)}`
