import * as E from 'fp-ts/lib/Either.js'
import type { Coded, StreamName } from '../../../domain/kernel/decider.js'
import type { FormatFault } from '../../../domain/kernel/event-format.js'
import type { EventLog, EventLogFault, ReadAll } from '../../../domain/kernel/event-log.js'
import type { CommandIdReused, Receipt } from '../../../domain/kernel/failure.js'
import { routes } from '../../../events/routes.js'
import { sealedLog } from '../../../events/sealed-log.js'
import { submitTo } from '../../../events/submit.js'
import type { Store } from '../../../projections/engine/store.js'
import { systemCipher } from '../../system/cipher.js'
import { systemIdentity } from '../../system/identity.js'
import type { FromFile } from './command-file.js'
import { DOCUMENT_PART } from './command-ids.js'

/** What a command of a file comes to. */
export type Outcome =
  /** It adds events. */
  | { readonly _tag: 'New'; readonly receipt: Receipt }
  /** The very same command was recorded before. */
  | { readonly _tag: 'Before'; readonly receipt: Receipt }
  /** What it asks for is so already. */
  | { readonly _tag: 'Unchanged'; readonly receipt: Receipt }
  | { readonly _tag: 'Refused'; readonly refusal: Coded }

/** A command and what it comes to. */
export interface Attempt {
  readonly told: FromFile
  readonly outcome: Outcome
}

const PAGE = 10_000

/**
 * The labelled commands of a file that were recorded before, with the stream of each. Ids of one document's events begin alike, so that nothing
 * of any other event is looked at.
 */
export const commandsBefore = async (
  log: EventLog,
  commands: ReadonlyArray<FromFile>,
): Promise<E.Either<EventLogFault, ReadonlyMap<string, StreamName>>> => {
  const ids = commands.flatMap(({ label, context: { commandId = '' } }) => (label === undefined ? [] : [commandId]))
  const beginnings = new Set(ids.map((id) => id.slice(0, DOCUMENT_PART)))
  const found = new Map<string, StreamName>()
  for (let after: ReadAll['after'] = 'start'; beginnings.size > 0; ) {
    const page = await log.readAll({ after, limit: PAGE })()
    if (E.isLeft(page)) return page
    for (const { id, metadata, stream } of page.right.events)
      if (beginnings.has(id.slice(0, DOCUMENT_PART))) for (const one of ids) if (metadata.includes(one)) found.set(one, stream)
    if (page.right.end) break
    after = page.right.next
  }
  return E.right(found)
}

/** A command that seems new because it names another stream than the one that was recorded under its label: it is a changed one. */
export const movedAway = (one: Attempt, before: ReadonlyMap<string, StreamName>): Attempt => {
  const { commandId = '' } = one.told.context
  const stream = one.outcome._tag === 'New' ? before.get(commandId) : undefined
  return stream === undefined ? one : { ...one, outcome: { _tag: 'Refused', refusal: changed(commandId, stream) } }
}

const changed = (commandId: string, stream: StreamName): CommandIdReused => ({ _tag: 'CommandIdReused', commandId, stream })

/** Sends every command in order, and tells what each comes to; a refused one changes nothing for those after it. */
export const attempt = async (
  { log: written, key, keys }: Pick<Store, 'log' | 'key' | 'keys'>,
  commands: ReadonlyArray<FromFile>,
): Promise<E.Either<EventLogFault | FormatFault, ReadonlyArray<Attempt>>> => {
  const log = sealedLog(written, keys, systemCipher)
  let appends = 0
  const counting: EventLog = {
    ...log,
    append: (stream, expected, events) => {
      appends += 1
      return log.append(stream, expected, events)
    },
  }
  const submit = submitTo({ log: counting, identity: systemIdentity(key) }, Object.values(routes))
  const attempts: Array<Attempt> = []
  for (const told of commands) {
    const before = appends
    const came = await submit(told.command, told.context)
    if (E.isLeft(came)) {
      if (came.left._tag === 'Faulted') return E.left(came.left.fault)
      attempts.push({ told, outcome: { _tag: 'Refused', refusal: came.left.refusal } })
    } else {
      const recorded = appends > before ? 'New' : 'Before'
      attempts.push({ told, outcome: { _tag: came.right._tag === 'Unchanged' ? 'Unchanged' : recorded, receipt: came.right } })
    }
  }
  return E.right(attempts)
}
