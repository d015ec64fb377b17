import { type Release, releases } from '../../examples/releases/index.js'
import type { CivilDate } from '../../src/domain/vocabulary/civil-date.js'
import { type Ledger, openLedger } from '../../src/ledger.js'
import type { OpenStore } from '../../src/projections/engine/store.js'
import type { Viewpoint } from '../../src/projections/engine/viewpoint.js'
import { right } from '../support/right.js'
import { askedOf, documentOf, type Fact } from './fact.js'
import { factsOfS0 } from './facts-s0.js'
import { factsOfS1 } from './facts-s1.js'
import { factsOfS2 } from './facts-s2.js'
import { factsOfS3 } from './facts-s3.js'
import { factsOfS4 } from './facts-s4.js'
import { type OverAll, queries } from './queries.js'

export const facts: ReadonlyArray<Fact> = [...factsOfS0, ...factsOfS1, ...factsOfS2, ...factsOfS3, ...factsOfS4]
export { queries } from './queries.js'

/** What one question came to, from every place that it was asked from. */
export interface Outcome {
  readonly fact: Fact
  /** The first answer that was not the expected one, or the expected one. */
  readonly answer: string
  /** Where the answer was not the expected one: `live`, `rebuilt`, `reopened`, `as known then`, `as published then`. */
  readonly failed: ReadonlyArray<string>
  /** What was answered before the document was recorded. */
  readonly before: string
}

/** The last day on which each document can have been issued. */
const issued: Readonly<Record<string, CivilDate>> = {
  S0: '2023-06-15',
  S1: '2023-12-18',
  S2: '2021-12-17',
  S3: '2025-04-03',
  S4: '2025-02-28',
}

/** Where each document began and ended in the log. */
export interface Recorded {
  readonly before: ReadonlyMap<string, bigint>
  readonly after: ReadonlyMap<string, bigint>
}

/** Records the documents one after another, and remembers where each began and ended. */
export const record = async (ledger: Ledger, documents: ReadonlyArray<Release> = releases): Promise<Recorded> => {
  const before = new Map<string, bigint>()
  const after = new Map<string, bigint>()
  const position = async (): Promise<bigint> => {
    const at = right(await ledger.position())
    return at === 'start' ? 0n : at
  }
  for (const { id, says } of documents) {
    before.set(id, await position())
    for (const { command, context } of says) right(await ledger.execute(command, context))
    after.set(id, await position())
  }
  return { before, after }
}

/** Asks a question; a failure to answer is an answer, too, and not the expected one. */
const answered = async (ledger: Ledger, fact: Fact, view: Viewpoint): Promise<string> => {
  try {
    return await fact.answer(askedOf(ledger, view))
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : String(error)}`
  }
}

const publishedBy = (fact: OverAll): Viewpoint => (fact.publishedBy === undefined ? {} : { publishedBy: fact.publishedBy })

/** Puts every document in, and asks everything from everywhere: at once, after a rebuild, after reopening, and from earlier points of view. */
export const run = async (
  open: () => OpenStore,
  asked: ReadonlyArray<OverAll> = [...facts, ...queries],
  put: (ledger: Ledger) => Promise<Recorded> = record,
): Promise<ReadonlyArray<Outcome>> => {
  const answers = new Map(asked.map((fact) => [fact, new Map<string, string>()]))
  const note = async (ledger: Ledger, where: string, fact: OverAll, view: Viewpoint): Promise<void> => {
    answers.get(fact)?.set(where, await answered(ledger, fact, view))
  }

  const first = right(await openLedger(open()))
  const { before, after } = await put(first)
  for (const fact of asked) await note(first, 'live', fact, publishedBy(fact))
  right(await first.rebuild())
  for (const fact of asked) await note(first, 'rebuilt', fact, publishedBy(fact))
  right(await first.close())

  const second = right(await openLedger(open()))
  for (const fact of asked) {
    await note(second, 'reopened', fact, publishedBy(fact))
    const document = documentOf(fact)
    const [from, to] = [before.get(document ?? 'S0') ?? 0n, after.get(document ?? 'S4') ?? 0n]
    await note(second, 'as known then', fact, { ...publishedBy(fact), asKnownAt: to })
    await note(second, 'before', fact, { ...publishedBy(fact), asKnownAt: from })
    if (document !== undefined) await note(second, 'as published then', fact, { publishedBy: issued[document] ?? '0001-01-01' })
  }
  right(await second.close())

  return asked.map((fact) => {
    const given = answers.get(fact) ?? new Map<string, string>()
    const wrong = [...given].filter(([where, answer]) => where !== 'before' && answer !== fact.expected)
    return {
      fact,
      answer: wrong[0]?.[1] ?? fact.expected,
      failed: wrong.map(([where]) => where),
      before: given.get('before') ?? '',
    }
  })
}

/** One line for each outcome, then the two figures. */
export const report = (outcomes: ReadonlyArray<Outcome>): { readonly lines: ReadonlyArray<string>; readonly allHeld: boolean } => {
  const held = ({ failed }: Outcome): boolean => failed.length === 0
  const ofFacts = outcomes.filter(({ fact }) => documentOf(fact) !== undefined)
  const ofQueries = outcomes.filter(({ fact }) => documentOf(fact) === undefined)
  const lines = outcomes.map((outcome) => {
    const { fact, answer, failed } = outcome
    return held(outcome)
      ? `${fact.id} held      ${fact.query} → ${answer}`
      : `${fact.id} NOT HELD  ${fact.query} → expected ${fact.expected}; answer ${answer} (${failed.join(', ')})`
  })
  const figure = (some: ReadonlyArray<Outcome>): string => `${some.filter(held).length}/${some.length}`
  return { lines: [...lines, `facts: ${figure(ofFacts)}, queries: ${figure(ofQueries)}`], allHeld: outcomes.every(held) }
}
