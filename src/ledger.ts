import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { memoryRows } from './adapters/memory/row-store.js'
import { systemCipher } from './adapters/system/cipher.js'
import { systemIdentity } from './adapters/system/identity.js'
import type { StreamName } from './domain/kernel/decider.js'
import type { FormatFault } from './domain/kernel/event-format.js'
import type { EventLogFault } from './domain/kernel/event-log.js'
import type { Failure, Receipt } from './domain/kernel/failure.js'
import { readRecorded } from './domain/kernel/read-recorded.js'
import type { CommandContext, Position, Recorded } from './domain/kernel/recorded.js'
import type { LedgerCommand, LedgerEvent, OwnEvent, RefusalOf } from './domain/ledger.js'
import type { NotPermitted, Right } from './domain/rights/rights.js'
import { catalogue } from './events/catalogue.js'
import { isTagged } from './events/codec/event-value.js'
import { formatOf } from './events/format.js'
import { maskedLog } from './events/masked-log.js'
import { permitsOn } from './events/permitting.js'
import { routes } from './events/routes.js'
import { ERASED, sealedLog } from './events/sealed-log.js'
import { type InvalidCommand, type Submit, submitTo, type UnknownReference } from './events/submit.js'
import { builtIn } from './projections/built-in.js'
import { foldOf } from './projections/engine/fold.js'
import type { Followed } from './projections/engine/follow.js'
import type { Projection } from './projections/engine/projection.js'
import type { Question } from './projections/engine/question.js'
import { readModels } from './projections/engine/read-models.js'
import type { Reader, ReadFault } from './projections/engine/reading.js'
import type { Folded, OnProgress } from './projections/engine/replay.js'
import type { OpenStore, Store } from './projections/engine/store.js'
import type { Viewpoint } from './projections/engine/viewpoint.js'
import { issueOfSource } from './projections/sources.js'

/** Why a command came to nothing: `Refused` by the business (or because its form is wrong), or `Faulted`: the machinery failed. */
export type CommandFailure<C extends LedgerCommand> = Failure<RefusalOf<C> | InvalidCommand | UnknownReference | NotPermitted>

/** One read model, built in or an embedder's own. */
export interface ReadModel<Key extends string, Row extends object> {
  readonly row: (key: Key, view?: Viewpoint) => Promise<Either<ReadFault, Row | undefined>>
  /** The rows whose fields have exactly these values (none given: all rows), in order of key. */
  readonly where: (fields: Partial<Row>, view?: Viewpoint) => Promise<Either<ReadFault, ReadonlyArray<Row>>>
  /** The events behind a row, in order, each with the value that stands and with what was said of it since. */
  readonly explain: (key: Key, view?: Viewpoint) => Promise<Either<ReadFault, ReadonlyArray<Explained>>>
}

/** One event behind a row. */
export type Explained = Folded<OwnEvent>

/** How a ledger is opened. */
export interface LedgerOptions {
  /**
   * `as recorded`: a command is taken only from an account that holds its right when it arrives, by the rights on record (`GrantRights`); others are
   * refused with `NotPermitted`, and nothing is written. Absent, rights are not kept to. The ledger authenticates nobody: the service that embeds
   * it names the actor, and answers for the name. Questions may be asked by everybody who holds the ledger.
   */
  readonly rights?: 'as recorded' | 'not kept'
}

/** A ledger of programmes. Nothing throws: every method answers with an `Either`. */
export interface Ledger {
  /**
   * Records what a command comes to. The same command under the same `commandId` has one effect and one receipt; commands for one stream take
   * turns, others run side by side.
   */
  readonly execute: <C extends LedgerCommand>(command: C, context: CommandContext) => Promise<Either<CommandFailure<C>, Receipt>>
  /** As `execute`, for input whose form is not known: a parsed file, a request. */
  readonly submit: (command: unknown, context: unknown) => Promise<Either<CommandFailure<LedgerCommand>, Receipt>>
  /**
   * Whether an account may do something now; always, in a ledger that does not keep to rights. Commands are judged by themselves: a service asks it
   * of `export`, before it hands data out.
   */
  readonly permits: (account: string, right: Right) => Promise<Either<EventLogFault | FormatFault, boolean>>
  /** Asks a question, of all that is recorded so far or from another viewpoint. Read models are brought up to date first. */
  readonly query: <P extends object, Row extends object>(
    question: Question<P, Row>,
    params: NoInfer<P>,
    view?: Viewpoint,
  ) => Promise<Either<ReadFault, ReadonlyArray<Row>>>
  /** A typed handle on a read model; an embedder's own is followed and rebuilt with the built-in ones from then on. */
  readonly use: <Key extends string, Row extends object>(projection: Projection<LedgerEvent, Key, Row>) => ReadModel<Key, Row>
  /** The events behind one row of a read model, by the model's name; see `ReadModel.explain`. */
  readonly explain: (readModel: string, key: string, view?: Viewpoint) => Promise<Either<ReadFault, ReadonlyArray<Explained>>>
  /** Everything that was recorded on one stream, in order. */
  readonly history: (stream: StreamName) => Promise<Either<EventLogFault | FormatFault, ReadonlyArray<Recorded<LedgerEvent>>>>
  /** The position of the last event; `start` for an empty ledger. */
  readonly position: () => Promise<Either<EventLogFault, Position | 'start'>>
  /** Brings the read models up to date once; questions do so by themselves. */
  readonly follow: () => Promise<Either<ReadFault, Followed>>
  /** Keeps them up to date until the signal aborts, telling each time where they stand. */
  readonly followUntil: (signal: AbortSignal, onFollowed?: (followed: Followed) => void) => Promise<Either<ReadFault, void>>
  /** Builds every read model anew from the events, and puts the new rows in place of the old in one step. */
  readonly rebuild: (onProgress?: OnProgress) => Promise<Either<ReadFault, Followed>>
  readonly close: () => Promise<Either<EventLogFault, void>>
}

/**
 * Opens a ledger on a store.
 * @example
 * const opened = await openLedger(memory())
 * E.isRight(opened) // => true
 */
export const openLedger = async (store: OpenStore, options: LedgerOptions = {}): Promise<Either<EventLogFault, Ledger>> => {
  const opened = await store()
  return E.isLeft(opened) ? opened : E.right(ledgerOn(opened.right, options))
}

const stillShown = ({ _tag }: ReadFault): EventLogFault => ({
  _tag: 'LogUnavailable',
  cause: `the erasure is on record and its key is destroyed, but rows made before still show what was erased (${_tag}): send it again`,
})

const ledgerOn = ({ log: written, rows = memoryRows(), key, keys }: Store, options: LedgerOptions): Ledger => {
  const log = sealedLog(written, keys, systemCipher)
  const format = formatOf(catalogue)
  const reader: Reader<OwnEvent> = { log, format, masked: maskedLog(written), issue: issueOfSource, reachingBack: new Set([ERASED]) }
  const models = readModels(reader, rows)
  const misnamed = builtIn.map(models.add).find(E.isLeft)
  const permits = options.rights === 'as recorded' ? permitsOn(log) : undefined
  const send = submitTo({ log, identity: systemIdentity(key) }, Object.values(routes), permits)

  /** An erasure is done once nothing that was built before is left either: a fault says that it is on record, and is to be sent again. */
  const erase: Submit = async (command, context) => {
    const receipt = await send(command, context)
    if (E.isLeft(receipt)) return receipt
    const followed = await models.follow()
    return E.isLeft(followed) ? E.left({ _tag: 'Faulted', fault: stillShown(followed.left) }) : receipt
  }
  const submit: Submit = (command, context) =>
    isTagged(command) && command.type === 'ErasePersonalData' ? erase(command, context) : send(command, context)

  return {
    // What a route refuses with is what its aggregate refuses with, which `RefusalOf` finds by the command's type.
    execute: <C extends LedgerCommand>(command: C, context: CommandContext) =>
      submit(command, context) as Promise<Either<CommandFailure<C>, Receipt>>,
    submit: (command, context) => submit(command, context) as Promise<Either<CommandFailure<LedgerCommand>, Receipt>>,
    permits: async (account, right) => (permits === undefined ? E.right(true) : permits(account, right)),
    query: async (question, params, view = {}) => {
      const tables = await models.tables(
        view,
        question.reads.map(({ name }) => name),
      )
      return E.isLeft(tables) ? tables : question.answer(tables.right, params)()
    },
    use: (projection) => {
      const added = misnamed ?? models.add(foldOf(projection))
      const { name } = projection
      const tables = async (view: Viewpoint) => (E.isLeft(added) ? added : models.tables(view, [name]))
      return {
        row: async (key, view = {}) => {
          const there = await tables(view)
          return E.isLeft(there) ? there : there.right.of(projection).row(key)()
        },
        where: async (fields, view = {}) => {
          const there = await tables(view)
          return E.isLeft(there) ? there : there.right.of(projection).where(fields)()
        },
        explain: async (key, view = {}) => (E.isLeft(added) ? added : models.explain(name, key, view)),
      }
    },
    explain: (readModel, key, view = {}) => models.explain(readModel, key, view),
    history: (stream) => readRecorded(log, format, stream),
    position: () => log.head(),
    follow: models.follow,
    followUntil: async (signal, onFollowed) => {
      for (;;) {
        const followed = await models.follow()
        if (E.isLeft(followed)) return followed
        onFollowed?.(followed.right)
        if (signal.aborted) return E.right(undefined)
        const changed = await log.changed(followed.right.checkpoint?.position ?? 'start', signal)()
        if (E.isLeft(changed)) return changed
        if (signal.aborted) return E.right(undefined)
      }
    },
    rebuild: models.rebuild,
    close: () => log.close(),
  }
}
