import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Coded, StreamName, Tagged } from '../domain/kernel/decider.js'
import { type EntryCommand, isEntryCommand } from '../domain/kernel/entry.js'
import { executeOn, type Machinery } from '../domain/kernel/execute.js'
import type { Failure, Receipt } from '../domain/kernel/failure.js'
import type { CommandContext } from '../domain/kernel/recorded.js'
import type { AnyId } from '../domain/vocabulary/id.js'
import type { Invalid } from '../domain/vocabulary/invalid.js'
import { type Codec, type Described, problemsOf } from './codec/codec.js'
import type { Commands } from './codec/command.js'
import type { Catalogue } from './codec/versions.js'
import { formatOf } from './format.js'
import { entryCommands } from './kernel.js'

/** A command that was read: the streams it mentions, and how to run it. */
export interface Ready {
  readonly stream: StreamName
  readonly mentions: ReadonlySet<AnyId>
  readonly run: (context: CommandContext) => Promise<Either<Failure<Coded>, Receipt>>
}

/** From unknown input to a command of one aggregate, ready to run. */
export interface Route {
  readonly category: string
  /** The types of the aggregate's own commands. */
  readonly types: ReadonlyArray<string>
  /** The written form of every command of the aggregate, the five on entries among them, by type. */
  readonly codecs: ReadonlyMap<string, Described>
  readonly on: (machinery: Machinery) => (type: string, input: unknown) => Either<ReadonlyArray<Invalid>, Ready>
}

/** Ties an aggregate to the written form of its commands and events. Generic seam: behind a route the types of one aggregate are its own affair. */
export const routeOf = <C extends Tagged, S, Ev extends Tagged, R extends Coded>(
  aggregate: Aggregate<C, S, Ev, R>,
  events: Catalogue<Ev>,
  commands: Commands<C>,
): Route => {
  const codecs = new Map<string, Codec<C | EntryCommand<Ev>>>(Object.entries({ ...commands, ...entryCommands(events) }) as never)
  return {
    category: aggregate.category,
    types: Object.keys(commands),
    codecs,
    on: (machinery) => {
      const execute = executeOn(machinery, formatOf(events), aggregate)
      return (type, input) => {
        const codec = codecs.get(type)
        if (codec === undefined) return E.left([])
        const read = codec.is(input) ? E.right(input) : codec.decode(input)
        if (E.isLeft(read)) return E.left(problemsOf(read.left))
        const command = read.right
        const stream = isEntryCommand<C, Ev>(command) ? command.stream : aggregate.streamOf(command)
        const mentions = new Set<AnyId>()
        codec.mentions(command, mentions)
        return E.right({ stream, mentions, run: (context) => execute(command, context)() })
      }
    },
  }
}
