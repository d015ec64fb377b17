import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Failure, Receipt } from '../../src/domain/kernel/failure.js'
import type { Ledger } from '../../src/ledger.js'
import type { Telling } from './story.js'

/** What one sending of a command was told. */
export type Answer = Either<Failure<unknown>, Receipt>

/** An answer, and when it was given: milliseconds since 1970. */
export interface Answered {
  readonly answer: Answer
  readonly at: number
}

/** A command and all that its sendings were told, in order. */
export interface Sent {
  readonly telling: Telling
  readonly answers: ReadonlyArray<Answered>
}

/** Who sends commands, and to whom. */
export interface Sender {
  readonly ledger: Ledger
  /** After how many sendings of this command it is sent once more although it was answered, or to two ledgers at once. */
  readonly again: (telling: Telling) => 'no' | 'repeat' | { readonly also: Ledger }
  /** Told of every answer. */
  readonly answered: (answer: Answer) => void
  /** Nothing more is sent from then on. */
  readonly until: AbortSignal
  /** Pauses before a command that failed is sent again. */
  readonly rest: () => Promise<void>
}

const isOver = (answer: Answer): boolean => E.isRight(answer) || answer.left._tag === 'Refused'

/** Sends one command, with its id, until it is answered for good. */
export const send = async (telling: Telling, { ledger, again, answered, until, rest }: Sender): Promise<Sent> => {
  const answers: Answered[] = []
  const once = async (to: Ledger): Promise<Answer> => {
    const answer = await to.submit(telling.command, telling.context)
    answers.push({ answer, at: Date.now() })
    answered(answer)
    return answer
  }
  const extra = again(telling)
  if (typeof extra === 'object') await Promise.all([once(ledger), once(extra.also)])
  while (!until.aborted) {
    const answer = await once(ledger)
    if (isOver(answer)) break
    await rest()
  }
  if (extra === 'repeat' && !until.aborted) await once(ledger)
  return { telling, answers }
}

/** Sends commands one after another. */
export const sendAll = async (tellings: ReadonlyArray<Telling>, sender: Sender): Promise<ReadonlyArray<Sent>> => {
  const sent: Sent[] = []
  for (const telling of tellings) sent.push(await send(telling, sender))
  return sent
}
