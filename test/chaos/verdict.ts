import * as E from 'fp-ts/lib/Either.js'
import { eventIdOf } from '../../src/adapters/system/identity.js'
import type { Receipt } from '../../src/domain/kernel/failure.js'
import type { Kept } from './record.js'
import type { Answered, Sent } from './sending.js'

/** What was found wrong in a run; each figure must be 0. */
export interface Verdict {
  /** Commands whose receipt names events that are not there, and commands that never came to an end. */
  readonly lost: number
  /** Events that are there a second time, and events that nobody sent. */
  readonly doubled: number
  /** Commands that were told no, or got another receipt, although they were written. */
  readonly falseRefusals: number
  /** The commands concerned, what they were told, and what is there of them. */
  readonly found: ReadonlyArray<string>
}

/** Instants are of whole milliseconds. */
const CLOCKS_APART_MS = 2

type Recorded = Extract<Receipt, { readonly _tag: 'Recorded' }>

const receiptsOf = ({ answers }: Sent): ReadonlyArray<Recorded> =>
  answers.flatMap(({ answer }) => (E.isRight(answer) && answer.right._tag === 'Recorded' ? [answer.right] : []))

/** Whether an answer says that the command is not written. Doubt, and a server that cannot be reached, say nothing of it. */
const saysNo = ({ answer }: Answered): boolean => {
  if (E.isRight(answer)) return answer.right._tag === 'Unchanged'
  if (answer.left._tag === 'Refused') return true
  const { fault } = answer.left
  return fault._tag === 'RevisionConflict' || fault._tag === 'AppendInvalid'
}

/**
 * A no is false where the command was written by then, or was written although nothing came after the no. What was refused may well be taken when it
 * is sent again: it is decided again, and a seat may be free by then.
 */
const saysFalsely = ({ answers }: Sent, own: ReadonlyArray<Kept>): boolean =>
  answers.some((answered, n) => {
    if (!saysNo(answered)) return false
    const isLast = n === answers.length - 1
    return own.some(({ event }) => isLast || Date.parse(event.recordedAt) < answered.at - CLOCKS_APART_MS)
  })

const shown = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}` : one))

const groupedBy = <A>(values: ReadonlyArray<A>, key: (value: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, A[]>()
  for (const value of values) groups.set(key(value), [...(groups.get(key(value)) ?? []), value])
  return groups
}

/** Whether the events of a receipt are all there, under the ids that they must have. */
const isThere = ({ stream, first, last }: Recorded, commandId: string, own: ReadonlyArray<Kept>): boolean => {
  for (let revision = first; revision <= last; revision += 1n) {
    const id = eventIdOf(commandId, stream, Number(revision - first))
    if (!own.some(({ event }) => event.stream === stream && event.revision === revision && event.id === id)) return false
  }
  return true
}

/**
 * Compares what the senders were told with what the server holds. A command writes its events once, next to each other, in one stream: what is
 * there beyond the first such group is doubled.
 */
export const verdictOn = (sent: ReadonlyArray<Sent>, kept: ReadonlyArray<Kept>): Verdict => {
  const byCommand = groupedBy(kept, ({ commandId }) => commandId)
  let [lost, doubled, falseRefusals] = [0, 0, 0]
  const found: string[] = []
  for (const one of sent) {
    const { commandId } = one.telling.context
    const own = byCommand.get(commandId) ?? []
    const receipts = receiptsOf(one)
    const [receipt] = receipts
    const before = lost + doubled + falseRefusals
    const isSettled = one.answers.some(({ answer }) => E.isRight(answer) || answer.left._tag === 'Refused')
    if (!isSettled || receipts.some((each) => !isThere(each, commandId, own))) lost += 1
    const isOther = receipts.some((each) => each.first !== receipt?.first || each.last !== receipt.last || each.stream !== receipt.stream)
    if (isOther || saysFalsely(one, own)) falseRefusals += 1
    const firstOnes = own.filter(({ event }) => event.id === eventIdOf(commandId, event.stream, 0)).length
    const expected = receipt === undefined ? new Set(own.map(({ event }) => event.id)).size : Number(receipt.last - receipt.first) + 1
    doubled += Math.max(0, own.length - expected, firstOnes - 1)
    if (lost + doubled + falseRefusals > before) found.push(shown([one, own]))
  }
  const commands = new Set(sent.map(({ telling }) => telling.context.commandId))
  const ids = new Set(kept.map(({ event }) => event.id))
  const unsent = kept.filter(({ commandId }) => !commands.has(commandId)).length
  return { lost, doubled: Math.max(doubled, kept.length - ids.size) + unsent, falseRefusals, found }
}
