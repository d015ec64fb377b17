import * as E from 'fp-ts/lib/Either.js'
import type { Outcome, StreamName, Tagged } from './decider.js'
import {
  type CorrectEntry,
  type DisputeEntry,
  type Entries,
  type Entry,
  type EntryCommand,
  type EntryEvent,
  type EntryRefusal,
  standing,
  voidOf,
} from './entry.js'
import { same } from './same.js'

/** Decides the five entry commands from the entries of their stream. Asking for what already stands records nothing. */
export const decideEntry = <Ev extends Tagged>(
  command: EntryCommand<Ev>,
  entries: Entries<Ev>,
  subjectOf: (event: Ev) => StreamName,
  hasSources: boolean,
): Outcome<EntryEvent<Ev>, EntryRefusal> => {
  const entry = entries.get(command.entry)
  if (entry === undefined) return E.left(missing(command, entries))
  const voided = voidOf(entry)
  if (voided !== undefined) {
    if (command.type === 'VoidEntry') return E.right([])
    return E.left({ _tag: 'EntryAlreadyVoided', entry: command.entry, by: voided.id })
  }
  switch (command.type) {
    case 'CiteEntry': {
      if (!hasSources) return E.left({ _tag: 'SourceMissing', entry: command.entry })
      const { stream: _, ...cited } = command
      return E.right([{ ...cited, type: 'EntryCited' }])
    }
    case 'DisputeEntry': {
      if (!hasSources) return E.left({ _tag: 'SourceMissing', entry: command.entry })
      const refusal = unfit(command, entry, subjectOf)
      return refusal === undefined ? E.right([{ type: 'EntryDisputed', entry: command.entry, value: command.value }]) : E.left(refusal)
    }
    case 'CorrectEntry': {
      const refusal = unfit(command, entry, subjectOf)
      if (refusal !== undefined) return E.left(refusal)
      if (same(standing(entry), command.value)) return E.right([])
      return E.right([{ type: 'EntryCorrected', entry: command.entry, value: command.value, reason: command.reason }])
    }
    case 'PreferEntry': {
      const known =
        command.preferred === command.entry || entry.said.some((one) => one.id === command.preferred && one.event.type === 'EntryDisputed')
      if (!known) return E.left({ _tag: 'NothingToPrefer', entry: command.entry, preferred: command.preferred })
      return E.right([{ type: 'EntryPreferred', entry: command.entry, preferred: command.preferred, reason: command.reason }])
    }
    case 'VoidEntry':
      return E.right([{ type: 'EntryVoided', entry: command.entry, reason: command.reason }])
  }
}

/** An id that names a statement about an entry, not an entry: a voiding cannot be voided, nor a correction corrected by naming it. */
const missing = <Ev extends Tagged>(command: EntryCommand<Ev>, entries: Entries<Ev>): EntryRefusal => {
  for (const entry of entries.values()) {
    const said = entry.said.find((one) => one.id === command.entry)
    if (said !== undefined) return { _tag: 'EntryNotAmendable', entry: command.entry, type: said.event.type }
  }
  return { _tag: 'EntryNotFound', stream: command.stream, entry: command.entry }
}

/** A corrected or disputed value must be the same kind of entry, of the same stream. */
const unfit = <Ev extends Tagged>(
  command: CorrectEntry<Ev> | DisputeEntry<Ev>,
  entry: Entry<Ev>,
  subjectOf: (event: Ev) => StreamName,
): EntryRefusal | undefined => {
  const type = entry.original.event.type
  if (command.value.type !== type) return { _tag: 'EntryOfOtherType', entry: command.entry, type, given: command.value.type }
  const subject = subjectOf(command.value)
  return subject === command.stream
    ? undefined
    : { _tag: 'EntryOfOtherStream', entry: command.entry, stream: command.stream, given: subject }
}
