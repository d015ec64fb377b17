import type { StreamName, Tagged } from './decider.js'
import type { Recorded } from './recorded.js'

// Every recorded event is an entry that can be spoken about later, in its own stream and in the same five ways whatever the noun: cited,
// disputed, preferred, corrected, voided. What stands of an entry is worked out here once, so that no decider and no projection carries
// code for it: they only ever see the value that stands.

/** Another source (in the command's context) says the same. */
export interface CiteEntry {
  readonly type: 'CiteEntry'
  readonly stream: StreamName
  readonly entry: string
  /** Which fields of the entry the source supports; absent: all of it. */
  readonly fields?: ReadonlyArray<string>
  /** The source's own words. */
  readonly words?: string
  /** The value as that source gives it, where it gives less: `XXXX-05-04`. */
  readonly given?: string
}

/** A source gives another value; both stand side by side until one is preferred. */
export interface DisputeEntry<Ev> {
  readonly type: 'DisputeEntry'
  readonly stream: StreamName
  readonly entry: string
  /** The whole entry as that source would have it. */
  readonly value: Ev
}

/** Says which value answers: the entry's own (name the entry), or that of a dispute (name the dispute). */
export interface PreferEntry {
  readonly type: 'PreferEntry'
  readonly stream: StreamName
  readonly entry: string
  readonly preferred: string
  readonly reason: string
}

/** The value was wrong when it was entered: `value` is the whole entry as it should be. A change in the world is an event of its own. */
export interface CorrectEntry<Ev> {
  readonly type: 'CorrectEntry'
  readonly stream: StreamName
  readonly entry: string
  readonly value: Ev
  readonly reason: string
}

/** Should not have been entered at all. */
export interface VoidEntry {
  readonly type: 'VoidEntry'
  readonly stream: StreamName
  readonly entry: string
  readonly reason: string
}

/** The five commands that every stream takes. */
export type EntryCommand<Ev> = CiteEntry | DisputeEntry<Ev> | PreferEntry | CorrectEntry<Ev> | VoidEntry

const entryCommandTypes: { readonly [T in EntryCommand<never>['type']]: true } = {
  CiteEntry: true,
  DisputeEntry: true,
  PreferEntry: true,
  CorrectEntry: true,
  VoidEntry: true,
}

/** Tells the five from an aggregate's own commands. */
export const isEntryCommand = <C extends Tagged, Ev>(command: C | EntryCommand<Ev>): command is EntryCommand<Ev> =>
  Object.hasOwn(entryCommandTypes, command.type)

type AsEvent<C, T extends string> = Omit<C, 'type' | 'stream'> & { readonly type: T }
/** Another source said the same. */
export type EntryCited = AsEvent<CiteEntry, 'EntryCited'>
/** A source gave another value. It answers where it is preferred, or where only that source is asked. */
export type EntryDisputed<Ev> = AsEvent<DisputeEntry<Ev>, 'EntryDisputed'>
/** From then on `preferred` answers: the entry itself, or one of its disputes. The latest preference counts. */
export type EntryPreferred = AsEvent<PreferEntry, 'EntryPreferred'>
/** `value` stands instead of what was entered, or corrected to, before. */
export type EntryCorrected<Ev> = AsEvent<CorrectEntry<Ev>, 'EntryCorrected'>
/** It was taken out for good: no value of it stands. */
export type EntryVoided = AsEvent<VoidEntry, 'EntryVoided'>
/** What was said of an entry. */
export type EntryEvent<Ev> = EntryCited | EntryDisputed<Ev> | EntryPreferred | EntryCorrected<Ev> | EntryVoided

/** A rule that a report broke (or may have broken), recorded beside the report. */
export interface ConflictRecorded {
  readonly type: 'ConflictRecorded'
  /** The code of the refusal that a decision would have met. */
  readonly rule: string
  readonly certainty: 'sure' | 'cannot tell'
  /** The refusal as it stood, with the facts it rests on. */
  readonly facts: { readonly [name: string]: unknown }
}

/** What the kernel itself writes, on any stream. */
export type KernelEvent<Ev> = EntryEvent<Ev> | ConflictRecorded

const kernelTypes: { readonly [T in KernelEvent<never>['type']]: 'entry' | 'conflict' } = {
  EntryCited: 'entry',
  EntryDisputed: 'entry',
  EntryPreferred: 'entry',
  EntryCorrected: 'entry',
  EntryVoided: 'entry',
  ConflictRecorded: 'conflict',
}

/** The types of the five events that speak of an entry. */
export const entryEventTypes: ReadonlyArray<string> = Object.entries(kernelTypes).flatMap(([type, kind]) =>
  kind === 'entry' ? [type] : [],
)

export const isEntryEvent = <Ev extends Tagged>(event: Ev | KernelEvent<Ev>): event is EntryEvent<Ev> =>
  entryEventTypes.includes(event.type)

/** Tells an aggregate's own event from those that the kernel writes beside it. */
export const isOwnEvent = <Ev extends Tagged>(event: Ev | KernelEvent<Ev>): event is Ev => !Object.hasOwn(kernelTypes, event.type)

/** Why something cannot be said of an entry. */
export type EntryRefusal =
  | { readonly _tag: 'EntryNotFound'; readonly stream: StreamName; readonly entry: string }
  | { readonly _tag: 'EntryNotAmendable'; readonly entry: string; readonly type: string }
  | { readonly _tag: 'EntryAlreadyVoided'; readonly entry: string; readonly by: string }
  | { readonly _tag: 'EntryOfOtherType'; readonly entry: string; readonly type: string; readonly given: string }
  | { readonly _tag: 'EntryOfOtherStream'; readonly entry: string; readonly stream: StreamName; readonly given: string }
  | { readonly _tag: 'NothingToPrefer'; readonly entry: string; readonly preferred: string }
  | { readonly _tag: 'SourceMissing'; readonly entry: string }

/** One entry and all that was said of it since, in order of recording. */
export interface Entry<Ev extends Tagged> {
  readonly original: Recorded<Ev>
  readonly said: ReadonlyArray<Recorded<EntryEvent<Ev>>>
}

/** The entries of one stream (or of the whole log), by event id, in order of recording. */
export type Entries<Ev extends Tagged> = ReadonlyMap<string, Entry<Ev>>

const isOwn = <Ev extends Tagged>(recorded: Recorded<Ev | KernelEvent<Ev>>): recorded is Recorded<Ev> => isOwnEvent(recorded.event)

const speaksOfEntry = <Ev extends Tagged>(recorded: Recorded<Ev | KernelEvent<Ev>>): recorded is Recorded<EntryEvent<Ev>> =>
  isEntryEvent(recorded.event)

/** Gathers entries and what was said of them. What is said of an entry that is not among the events is left out. */
export const entriesOf = <Ev extends Tagged>(recorded: Iterable<Recorded<Ev | KernelEvent<Ev>>>): Entries<Ev> => {
  const entries = new Map<string, { original: Recorded<Ev>; said: Array<Recorded<EntryEvent<Ev>>> }>()
  for (const one of recorded) {
    if (isOwn(one)) entries.set(one.id, { original: one, said: [] })
    else if (speaksOfEntry(one)) entries.get(one.event.entry)?.said.push(one)
  }
  return entries
}

/** Whether a statement counts for whoever asks: all of them, or only those that rest on certain sources. */
export type Counts = (said: Recorded<unknown>) => boolean
const everyStatementCounts: Counts = () => true

/** The void that took an entry out, if there is one. */
export const voidOf = <Ev extends Tagged>(entry: Entry<Ev>): Recorded<EntryEvent<Ev>> | undefined =>
  entry.said.find((one) => one.event.type === 'EntryVoided')

/**
 * The value of an entry that stands, or none: voided entries have none; else the preferred value; else the latest correction; else the
 * original; and where only a disputing source counts, its value. A citation lets the original stand for the source that repeats it.
 */
export const standing = <Ev extends Tagged>(entry: Entry<Ev>, counts: Counts = everyStatementCounts): Ev | undefined => {
  if (entry.said.length === 0) return counts(entry.original) ? entry.original.event : undefined
  if (voidOf(entry) !== undefined) return undefined
  let own = counts(entry.original) ? entry.original.event : undefined
  const disputes = new Map<string, Ev>()
  let preferred: string | undefined
  for (const one of entry.said) {
    switch (one.event.type) {
      case 'EntryCited':
        if (own === undefined && counts(one)) own = entry.original.event
        break
      case 'EntryCorrected':
        if (counts(one)) own = one.event.value
        break
      case 'EntryDisputed':
        if (counts(one)) disputes.set(one.id, one.event.value)
        break
      case 'EntryPreferred':
        preferred = one.event.preferred
        break
      case 'EntryVoided':
        break
    }
  }
  const chosen = preferred === undefined ? undefined : disputes.get(preferred)
  return chosen ?? own ?? disputes.values().next().value
}

/** The events of a stream as they stand, in order: what a decider folds. */
export const standingEvents = <Ev extends Tagged>(entries: Entries<Ev>): ReadonlyArray<Ev> =>
  [...entries.values()].flatMap((entry) => {
    const event = standing(entry)
    return event === undefined ? [] : [event]
  })
