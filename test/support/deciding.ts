import * as E from 'fp-ts/lib/Either.js'
import type { CommandContext } from '../../src/domain/kernel/recorded.js'
import type { LedgerCommand } from '../../src/domain/ledger.js'
import type { Ledger } from '../../src/ledger.js'

/** What a command comes to: `recorded`, `unchanged`, or the refusal with the facts it rests on. A fault fails the test. */
export const outcomeOf = async (
  ledger: Ledger,
  command: LedgerCommand,
  context: Partial<CommandContext> = {},
): Promise<'recorded' | 'unchanged' | object> => {
  const executed = await ledger.execute(command, { actor: 'training-office', mode: 'decision', sources: [], ...context })
  if (E.isRight(executed)) return executed.right._tag === 'Recorded' ? 'recorded' : 'unchanged'
  if (executed.left._tag === 'Faulted') throw new Error(executed.left.fault._tag)
  return executed.left.refusal
}

/** The code of a refusal, where there is one. */
export const codeOf = (outcome: 'recorded' | 'unchanged' | object): unknown =>
  typeof outcome === 'string' ? outcome : Reflect.get(outcome, '_tag')
