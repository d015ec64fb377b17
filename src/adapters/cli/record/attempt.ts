import * as E from 'fp-ts/lib/Either.js'
import type { Coded } from '../../../domain/kernel/decider.js'
import type { FormatFault } from '../../../domain/kernel/event-format.js'
import type { EventLog, EventLogFault } from '../../../domain/kernel/event-log.js'
import type { Receipt } from '../../../domain/kernel/failure.js'
import { routes } from '../../../events/routes.js'
import { submitTo } from '../../../events/submit.js'
import type { Store } from '../../../projections/engine/store.js'
import { systemIdentity } from '../../system/identity.js'
import type { FromFile } from './command-file.js'

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

/** Sends every command in order, and tells what each comes to; a refused one changes nothing for those after it. */
export const attempt = async (
  { log, key }: Pick<Store, 'log' | 'key'>,
  commands: ReadonlyArray<FromFile>,
): Promise<E.Either<EventLogFault | FormatFault, ReadonlyArray<Attempt>>> => {
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
