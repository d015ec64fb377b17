import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Coded } from '../domain/kernel/decider.js'
import { isEntryCommand } from '../domain/kernel/entry.js'
import type { EventLogFault } from '../domain/kernel/event-log.js'
import type { Machinery } from '../domain/kernel/execute.js'
import type { Failure, Receipt } from '../domain/kernel/failure.js'
import type { CommandContext } from '../domain/kernel/recorded.js'
import { type NotPermitted, RIGHTS } from '../domain/rights/rights.js'
import { type AnyId, isAnyId } from '../domain/vocabulary/id.js'
import { type Invalid, invalid } from '../domain/vocabulary/invalid.js'
import { problemsOf } from './codec/codec.js'
import { isTagged } from './codec/event-value.js'
import { contextCodec } from './envelope.js'
import type { Permits } from './permitting.js'
import { rightFor } from './rights-needed.js'
import type { Ready, Route } from './route.js'

/** The command, or what came with it, is not of its form: every problem with its place. Nothing was written. */
export interface InvalidCommand {
  readonly _tag: 'InvalidCommand'
  readonly problems: ReadonlyArray<Invalid>
}

/** The command mentions things that the ledger holds nothing of: register them first, or mend the ids. Nothing was written. */
export interface UnknownReference {
  readonly _tag: 'UnknownReference'
  readonly ids: ReadonlyArray<AnyId>
}

export type SubmitRefusal = Coded | InvalidCommand | UnknownReference | NotPermitted

const refused = (refusal: SubmitRefusal): Either<Failure<SubmitRefusal>, never> => E.left({ _tag: 'Refused', refusal })

const NONE: Either<EventLogFault, ReadonlyArray<AnyId>> = E.right([])

/** Takes a command from whoever sends it: checks its form, whether he may send it, and that what it mentions exists, then runs it. */
export type Submit = (command: unknown, context: unknown) => Promise<Either<Failure<SubmitRefusal>, Receipt>>

/** With `permits`, what an account has no right to is refused; without, everybody may send everything. */
export const submitTo = (machinery: Machinery, routes: ReadonlyArray<Route>, permits?: Permits): Submit => {
  const prepared = routes.map((route) => ({ ...route, prepare: route.on(machinery) }))
  const byType = new Map(prepared.flatMap((route) => route.types.map((type) => [type, route])))
  const byCategory = new Map(prepared.map((route) => [route.category, route]))
  const exists = existence(machinery)

  const read = (command: unknown): Either<ReadonlyArray<Invalid>, Ready> => {
    if (!isTagged(command)) return E.left([invalid('a command with its type', command)])
    const route = isEntryCommand(command) ? byCategory.get(categoryOf(command)) : byType.get(command.type)
    if (route === undefined)
      return E.left([
        isEntryCommand(command)
          ? invalid("a stream's name", Reflect.get(command, 'stream'), 'stream')
          : invalid('a command that the ledger knows', command.type, 'type'),
      ])
    return route.prepare(command.type, command)
  }

  return async (command, context) => {
    const said = contextCodec.is(context) ? E.right<never, CommandContext>(context) : E.mapLeft(problemsOf)(contextCodec.decode(context))
    const ready = read(command)
    if (E.isLeft(ready) || E.isLeft(said)) {
      const ofContext = E.isLeft(said) ? said.left.map((problem) => ({ ...problem, path: `context.${problem.path}` })) : []
      return refused({ _tag: 'InvalidCommand', problems: [...(E.isLeft(ready) ? ready.left : []), ...ofContext] })
    }
    const { stream, mentions, run } = ready.right
    // The stream of rights judges for itself, on the very revision that it is written at: two first administrators cannot both be let in.
    if (permits !== undefined && stream !== RIGHTS && isTagged(command)) {
      const { actor } = said.right
      const right = rightFor(command)
      const permitted = await permits(actor, right)
      if (E.isLeft(permitted)) return E.left({ _tag: 'Faulted', fault: permitted.left })
      if (!permitted.right) return refused({ _tag: 'NotPermitted', actor, right, command: command.type })
    }
    const others = new Set<AnyId>()
    for (const ids of [mentions, said.right.sources]) for (const id of ids) if (id !== stream) others.add(id)
    const unknown = others.size > 0 ? await missing(exists, others) : NONE
    if (E.isLeft(unknown)) return E.left({ _tag: 'Faulted', fault: unknown.left })
    return unknown.right.length > 0 ? refused({ _tag: 'UnknownReference', ids: unknown.right }) : run(said.right)
  }
}

const categoryOf = (command: object): string => {
  const stream: unknown = Reflect.get(command, 'stream')
  return isAnyId(stream) ? stream.slice(0, stream.indexOf('-')) : ''
}

/** Whether a stream has events. What exists goes on existing, so that each is looked up once. */
const existence = ({ log }: Machinery) => {
  const known = new Set<AnyId>()
  return async (id: AnyId): Promise<Either<EventLogFault, boolean>> => {
    if (known.has(id)) return E.right(true)
    const events = await log.readStream(id, 0n)()
    if (E.isRight(events) && events.right.length > 0) known.add(id)
    return E.isLeft(events) ? events : E.right(events.right.length > 0)
  }
}

const missing = async (
  exists: (id: AnyId) => Promise<Either<EventLogFault, boolean>>,
  ids: Iterable<AnyId>,
): Promise<Either<EventLogFault, ReadonlyArray<AnyId>>> => {
  const absent: Array<AnyId> = []
  for (const id of ids) {
    const found = await exists(id)
    if (E.isLeft(found)) return found
    if (!found.right) absent.push(id)
  }
  return E.right(absent)
}
