import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { Count } from '../vocabulary/count.js'
import type { OccasionId, OrganisationId, ProgrammeId, SeriesId } from '../vocabulary/id.js'
import type { Name } from '../vocabulary/name.js'
import type { NamedList, Stated } from '../vocabulary/open-list.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// A series of talks is announced, with what is planned of it; talks are added as occasions, by ordinal where one is stated; one day somebody
// says that it is concluded. An occasion that led up to it (a precursor) is not its first talk, and talks told of late are added all the same.

// ── events ──────────────────────────────────────────────────────────────────

/** A series as it was announced, with what is planned of it. */
export interface SeriesAnnouncement {
  readonly series: SeriesId
  readonly names: ReadonlyArray<Name>
  readonly organisers?: NamedList<OrganisationId>
  /** None: recorded as standing alone. */
  readonly programme?: Stated<ProgrammeId>
  /** How many talks are planned; how many were held is counted from the talks. */
  readonly planned?: Count
  /** A year, or an interval. */
  readonly period?: StatedDate
  readonly subject?: string
  readonly topics?: NamedList<string>
}

/** The place of a talk in its series, as told: a number from 1, or the last one. */
export type Ordinal = number | 'last'

/** An occasion as a talk of the series. Absent `ordinal`: nobody says which one. */
export interface Talk {
  readonly series: SeriesId
  readonly occasion: OccasionId
  readonly ordinal?: Ordinal
  readonly topic?: string
}

/** What it follows, what led up to it, what else it has to do with. */
export interface SeriesLink {
  readonly series: SeriesId
  readonly kind: 'follows' | 'precursor' | 'related'
  readonly to: SeriesId | ProgrammeId | OccasionId
}

/** No more talks are to come; those held before may still be told of. */
export interface SeriesConclusion {
  readonly series: SeriesId
  readonly on?: StatedDate
  readonly why?: string
}

/** The series came on record. */
export type SeriesAnnounced = { readonly type: 'SeriesAnnounced' } & SeriesAnnouncement
/** An occasion came on record as a talk of it, or more was told of that talk. */
export type TalkAdded = { readonly type: 'TalkAdded' } & Talk
/** Somebody linked it to something else on record. */
export type SeriesLinked = { readonly type: 'SeriesLinked' } & SeriesLink
/** Somebody said that it was over. Absent `on`: not since when. */
export type SeriesConcluded = { readonly type: 'SeriesConcluded' } & SeriesConclusion

/** What is recorded of a series. */
export type SeriesEvent = SeriesAnnounced | TalkAdded | SeriesLinked | SeriesConcluded

// ── state ───────────────────────────────────────────────────────────────────

interface Known {
  readonly announcement: SeriesAnnounced
  /** As told: one talk may be told of more than once, each time with more. */
  readonly talks: ReadonlyArray<TalkAdded>
  readonly links: ReadonlyArray<SeriesLinked>
}

export type Series =
  | { readonly _tag: 'NotRecorded' }
  | ({ readonly _tag: 'Announced' } & Known)
  | ({ readonly _tag: 'Concluded'; readonly conclusion: SeriesConcluded } & Known)

export const evolve = (state: Series, event: SeriesEvent): Series => {
  switch (event.type) {
    case 'SeriesAnnounced':
      return state._tag === 'NotRecorded' ? { _tag: 'Announced', announcement: event, talks: [], links: [] } : state
    case 'TalkAdded':
      return state._tag === 'NotRecorded' ? state : { ...state, talks: [...state.talks, event] }
    case 'SeriesLinked':
      return state._tag === 'NotRecorded' ? state : { ...state, links: [...state.links, event] }
    case 'SeriesConcluded':
      return state._tag === 'NotRecorded' ? state : { ...state, _tag: 'Concluded', conclusion: event }
  }
}

// ── commands ────────────────────────────────────────────────────────────────

/** A series of talks: `SeriesAnnounced`. Refused where it was announced otherwise. */
export type AnnounceSeries = { readonly type: 'AnnounceSeries' } & SeriesAnnouncement
/**
 * An occasion is one of its talks: `TalkAdded`, also once it is concluded. Refused where another talk has the ordinal (`OrdinalUsed`), or
 * this one has another ordinal or topic (`TalkHasOrdinal`, `TalkHasTopic`).
 */
export type AddTalk = { readonly type: 'AddTalk' } & Talk
/** What it has to do with something else: `SeriesLinked`. Refused where the precursor is one of its talks (`PrecursorIsNoTalk`). */
export type LinkSeries = { readonly type: 'LinkSeries' } & SeriesLink
/** No more talks are to come: `SeriesConcluded`. Refused where it was concluded otherwise (`SeriesAlreadyConcluded`). */
export type ConcludeSeries = { readonly type: 'ConcludeSeries' } & SeriesConclusion

/** What may be asked of a series. */
export type SeriesCommand = AnnounceSeries | AddTalk | LinkSeries | ConcludeSeries

// ── refusals ────────────────────────────────────────────────────────────────

/** Why something is not recorded of a series. */
export type SeriesRefusal =
  | { readonly _tag: 'SeriesNotRecorded'; readonly series: SeriesId }
  | { readonly _tag: 'SeriesAlreadyAnnounced'; readonly series: SeriesId }
  | { readonly _tag: 'SeriesAlreadyConcluded'; readonly series: SeriesId; readonly on?: StatedDate }
  /** `occasion` is the talk that has the ordinal. */
  | { readonly _tag: 'OrdinalUsed'; readonly series: SeriesId; readonly ordinal: Ordinal; readonly occasion: OccasionId }
  /** The occasion is on record as another number of this series. */
  | { readonly _tag: 'TalkHasOrdinal'; readonly series: SeriesId; readonly occasion: OccasionId; readonly ordinal: Ordinal }
  /** `topic` is the one on record. */
  | { readonly _tag: 'TalkHasTopic'; readonly series: SeriesId; readonly occasion: OccasionId; readonly topic: string }
  /** The occasion led up to the series and is none of its talks, or the other way round. */
  | { readonly _tag: 'PrecursorIsNoTalk'; readonly series: SeriesId; readonly occasion: OccasionId }
  | { readonly _tag: 'LinkedToItself'; readonly series: SeriesId }

type Decision = Outcome<SeriesEvent, SeriesRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

const unchanged: Decision = E.right([])

const announce = (command: AnnounceSeries, state: Series): Decision => {
  const event: SeriesAnnounced = { ...command, type: 'SeriesAnnounced' }
  if (state._tag === 'NotRecorded') return E.right([event])
  return same(state.announcement, event) ? unchanged : E.left({ _tag: 'SeriesAlreadyAnnounced', series: command.series })
}

/**
 * The same talk told of again may add its ordinal or topic. A talk with a number may also be the last one; a second number contradicts the
 * first, and what contradicts is disputed or corrected, not added.
 */
const addTalk = (command: AddTalk, state: Series): Decision => {
  const { series, occasion, ordinal, topic } = command
  if (state._tag === 'NotRecorded') return E.left({ _tag: 'SeriesNotRecorded', series })
  if (state.links.some((link) => isPrecursor(link, occasion))) return E.left({ _tag: 'PrecursorIsNoTalk', series, occasion })

  const holder = state.talks.find((talk) => talk.ordinal === ordinal && talk.occasion !== occasion)
  if (ordinal !== undefined && holder !== undefined) return E.left({ _tag: 'OrdinalUsed', series, ordinal, occasion: holder.occasion })

  const told = state.talks.filter((talk) => talk.occasion === occasion)
  const number = told.map((talk) => talk.ordinal).find((one) => typeof one === 'number')
  if (typeof ordinal === 'number' && number !== undefined && number !== ordinal)
    return E.left({ _tag: 'TalkHasOrdinal', series, occasion, ordinal: number })
  const subject = told.map((talk) => talk.topic).find((one) => one !== undefined)
  if (topic !== undefined && subject !== undefined && subject !== topic)
    return E.left({ _tag: 'TalkHasTopic', series, occasion, topic: subject })

  const isOrdinalKnown = ordinal === undefined || told.some((talk) => talk.ordinal === ordinal)
  const isTopicKnown = topic === undefined || subject === topic
  return told.length > 0 && isOrdinalKnown && isTopicKnown ? unchanged : E.right([{ ...command, type: 'TalkAdded' }])
}

const isPrecursor = (link: SeriesLink, of: SeriesLink['to']): boolean => link.kind === 'precursor' && link.to === of

const link = (command: LinkSeries, state: Series): Decision => {
  const { series, to } = command
  if (state._tag === 'NotRecorded') return E.left({ _tag: 'SeriesNotRecorded', series })
  if (to === series) return E.left({ _tag: 'LinkedToItself', series })
  const talk = state.talks.find(({ occasion }) => isPrecursor(command, occasion))
  if (talk !== undefined) return E.left({ _tag: 'PrecursorIsNoTalk', series, occasion: talk.occasion })
  const event: SeriesLinked = { ...command, type: 'SeriesLinked' }
  return state.links.some((one) => same(one, event)) ? unchanged : E.right([event])
}

/** Also before its period has come: a series that was called off is concluded with no talk held. */
const conclude = (command: ConcludeSeries, state: Series): Decision => {
  const { series } = command
  const event: SeriesConcluded = { ...command, type: 'SeriesConcluded' }
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'SeriesNotRecorded', series })
    case 'Announced':
      return E.right([event])
    case 'Concluded': {
      const { on } = state.conclusion
      if (same(state.conclusion, event)) return unchanged
      return E.left({ _tag: 'SeriesAlreadyConcluded', series, ...(on !== undefined && { on }) })
    }
  }
}

export const decide = (command: SeriesCommand, state: Series): Decision => {
  switch (command.type) {
    case 'AnnounceSeries':
      return announce(command, state)
    case 'AddTalk':
      return addTalk(command, state)
    case 'LinkSeries':
      return link(command, state)
    case 'ConcludeSeries':
      return conclude(command, state)
  }
}

export const series: Aggregate<SeriesCommand, Series, SeriesEvent, SeriesRefusal> = {
  category: 'series',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.series,
  subjectOf: (event) => event.series,
  commands: { AnnounceSeries: true, AddTalk: true, LinkSeries: true, ConcludeSeries: true },
  decide,
  evolve,
}
