import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { decideEntry } from './decide-entry.js'
import type { Aggregate, Coded, StreamName, Tagged } from './decider.js'
import {
  type ConflictRecorded,
  type Entries,
  type EntryCommand,
  type EntryRefusal,
  entriesOf,
  isEntryCommand,
  type KernelEvent,
  standingEvents,
} from './entry.js'
import type { EventFormat } from './event-format.js'
import type { EventLog } from './event-log.js'
import type { Failure, Receipt } from './failure.js'
import type { Identity } from './identity.js'
import { readRecorded } from './read-recorded.js'
import type { CommandContext, Expected, Metadata, Recorded } from './recorded.js'
import { type Serially, serially } from './serially.js'

/** What the machinery needs to run commands. */
export interface Machinery {
  readonly log: EventLog
  readonly identity: Identity
  /** Shared by all that execute on one log in a process. */
  readonly inTurn?: Serially
}

/** Runs one aggregate's commands; see `executeOn`. */
export type Execute<C extends Tagged, Ev extends Tagged, R> = (
  command: C | EntryCommand<Ev>,
  context: CommandContext,
) => TaskEither<Failure<R>, Receipt>

/** After so many conflicts with other processes the stream is too busy to decide on: the conflict is given back as a fault. */
const MOST_DECISIONS = 8

/**
 * Runs commands on a log: load the stream, fold what stands, decide, append at exactly the revision that was read; decide again when another
 * process was first. Commands for one stream take turns, others run side by side.
 *
 * A command whose id the stream already holds is not decided again: the same content gets the same receipt, other content is refused with
 * `CommandIdReused`. A report that breaks a rule is recorded with a `ConflictRecorded` beside it.
 */
export const executeOn = <C extends Tagged, S, Ev extends Tagged, R extends Coded>(
  { log, identity, inTurn = serially() }: Machinery,
  format: EventFormat<Ev | KernelEvent<Ev>>,
  aggregate: Aggregate<C, S, Ev, R>,
): Execute<C, Ev, R> => {
  const decide = (
    command: C | EntryCommand<Ev>,
    context: CommandContext,
    entries: Entries<Ev>,
  ): Either<R | EntryRefusal, ReadonlyArray<Ev | KernelEvent<Ev>>> => {
    const state = standingEvents(entries).reduce(aggregate.evolve, aggregate.initialState)
    const forbidden = aggregate.forbids?.(command, context.actor, state)
    if (forbidden !== undefined) return E.left(forbidden)
    if (isEntryCommand<C, Ev>(command)) return decideEntry(command, entries, aggregate.subjectOf, context.sources.length > 0)
    const outcome = aggregate.decide(command, state)
    if (E.isLeft(outcome) || outcome.right.length === 0) return outcome
    const breaches = aggregate.breaches?.(command, state) ?? []
    const sure = breaches.find((breach) => breach.certainty === 'sure')
    if (sure !== undefined && context.mode === 'decision') return E.left(sure.refusal)
    return E.right([...outcome.right, ...breaches.map(({ refusal, certainty }) => conflict(refusal, certainty))])
  }

  const once = async (command: C | EntryCommand<Ev>, context: CommandContext, stream: StreamName): Promise<Either<Failure<R>, Receipt>> => {
    const metadata = metadataOf(identity, command, context)
    const firstId = identity.eventId(metadata.commandId, stream, 0)
    for (let decisions = 1; ; decisions += 1) {
      const recorded = await readRecorded(log, format, stream)
      if (E.isLeft(recorded)) return E.left({ _tag: 'Faulted', fault: recorded.left })
      const before = recorded.right.findIndex((one) => one.id === firstId)
      if (before >= 0) return repeated(recorded.right, before, metadata)
      const decided = decide(command, context, entriesOf(recorded.right))
      if (E.isLeft(decided)) return E.left({ _tag: 'Refused', refusal: decided.left })
      if (decided.right.length === 0) return E.right({ _tag: 'Unchanged', stream })
      const events = decided.right.map((event, index) =>
        format.encode(event, metadata, index === 0 ? firstId : identity.eventId(metadata.commandId, stream, index)),
      )
      const expected: Expected = recorded.right.at(-1)?.revision ?? 'no-stream'
      const appended = await log.append(stream, expected, events)()
      if (E.isRight(appended)) return E.right({ _tag: 'Recorded', stream, ...appended.right })
      if (appended.left._tag !== 'RevisionConflict' || decisions === MOST_DECISIONS)
        return E.left({ _tag: 'Faulted', fault: appended.left })
    }
  }

  return (command, context) => {
    const stream = isEntryCommand<C, Ev>(command) ? command.stream : aggregate.streamOf(command)
    return () => inTurn(stream, () => once(command, context, stream))
  }
}

const metadataOf = (identity: Identity, command: unknown, context: CommandContext): Metadata => {
  const { commandId = identity.commandId(), correlationId = commandId, ...said } = context
  return { ...said, commandId, correlationId, commandDigest: identity.digest([command, said]) }
}

const repeated = (
  recorded: ReadonlyArray<Recorded<unknown>>,
  at: number,
  { commandId, commandDigest }: Metadata,
): Either<Failure<never>, Receipt> => {
  const own = recorded.slice(at).filter((one) => one.metadata.commandId === commandId)
  const [first, last] = [own.at(0), own.at(-1)]
  if (first === undefined || last === undefined || first.metadata.commandDigest !== commandDigest)
    return E.left({ _tag: 'Refused', refusal: { _tag: 'CommandIdReused', commandId, stream: recorded[at]?.stream ?? 'unknown-stream' } })
  return E.right({ _tag: 'Recorded', stream: first.stream, first: first.revision, last: last.revision })
}

const conflict = (refusal: Coded, certainty: ConflictRecorded['certainty']): ConflictRecorded => {
  const { _tag: rule, ...facts } = refusal
  return { type: 'ConflictRecorded', rule, certainty, facts }
}
