import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { CommitmentClosing, ExpectationAnswer, Speaker, Words } from '../domain/statements/events.js'
import type { AnyId, OccasionId, StatementId } from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, json, list, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** What sort of words: the first four are remarks, each of the others has its own command. */
export type StatementKind = 'remark' | 'thanks' | 'hope' | 'purpose' | 'expectation' | 'commitment' | 'policy basis' | 'claim'

/** Somebody's words. They are what was said, by whom and about what; never the ledger's own facts. */
export interface StatementRow extends RestingOn {
  readonly statement: StatementId
  readonly kind: StatementKind
  readonly speaker: Speaker
  readonly about: ReadonlyArray<AnyId>
  readonly at?: OccasionId
  readonly saidOn?: StatedDate
  readonly reported: 'quoted' | 'reported'
  readonly language: string
  /** In the speaker's order. */
  readonly points: ReadonlyArray<string>
  readonly words?: string
  readonly digest?: string
  /** Whom an expectation is set for, and the batch or occasion they belong to. */
  readonly forWhom?: string
  readonly expectedOf?: AnyId
  readonly answers: ReadonlyArray<Omit<ExpectationAnswer, 'statement'>>
  /** When a commitment is due, and whom it was given to. */
  readonly due?: StatedDate
  readonly given?: string
  readonly closed?: Omit<CommitmentClosing, 'statement'>
  /** The document that a policy basis stands in, its year, and what it is the basis of. */
  readonly document?: string
  readonly documentYear?: StatedDate
  readonly basisOf?: AnyId
  /** Among whom a claim ("the largest so far") is said to hold. */
  readonly population?: string
}

const wordsOf = (words: Words, kind: StatementKind, row: StatementRow | undefined, recorded: Recorded<unknown>): StatementRow => {
  const { statement, by, about, at, on, reported, language, points, text, digest } = words
  return {
    statement,
    kind,
    speaker: by,
    about,
    reported,
    language,
    points,
    answers: [],
    ...(at && { at }),
    ...(on && { saidOn: on }),
    ...(text && { words: text }),
    ...(digest && { digest }),
    ...restingOn(row, recorded),
  }
}

const showSpeaker = (by: Speaker): string => {
  switch (by._tag) {
    case 'person':
      return `${by.person} (${by.capacity.title})`
    case 'organisation':
      return by.organisation
    case 'source':
      return 'the source itself'
  }
}

const keys = ({ statement }: { readonly statement: StatementId }): ReadonlyArray<StatementId> => [statement]

/** Statements, one row each. */
export const statements: Projection<LedgerEvent, StatementId, StatementRow> = {
  name: 'statements',
  version: 1,
  columns: {
    statement: text<StatementId>(),
    kind: text<StatementKind>(),
    speaker: json<Speaker>(showSpeaker),
    about: list<AnyId>(String),
    at: maybe(text<OccasionId>()),
    saidOn: maybe(date),
    reported: text<StatementRow['reported']>(),
    language: text(),
    points: list<string>(String),
    words: maybe(text()),
    digest: maybe(text()),
    forWhom: maybe(text()),
    expectedOf: maybe(text<AnyId>()),
    answers: list<StatementRow['answers'][number]>(({ words }) => words),
    due: maybe(date),
    given: maybe(text()),
    closed: maybe(json<Omit<CommitmentClosing, 'statement'>>(({ how }) => how)),
    document: maybe(text()),
    documentYear: maybe(date),
    basisOf: maybe(text<AnyId>()),
    population: maybe(text()),
    ...restingOnColumns,
  },
  on: {
    RemarksRecorded: { keys, evolve: (row, event, _, recorded) => wordsOf(event, event.kind ?? 'remark', row, recorded) },
    ExpectationsSet: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...wordsOf(event, 'expectation', row, recorded),
        forWhom: event.forWhom,
        ...(event.of && { expectedOf: event.of }),
      }),
    },
    CommitmentRecorded: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...wordsOf(event, 'commitment', row, recorded),
        ...(event.due && { due: event.due }),
        ...(event.to && { given: event.to }),
      }),
    },
    PolicyBasisRecorded: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...wordsOf(event, 'policy basis', row, recorded),
        document: event.document,
        basisOf: event.basisOf,
        ...(event.year && { documentYear: event.year }),
      }),
    },
    ClaimRecorded: {
      keys,
      evolve: (row, event, _, recorded) => ({
        ...wordsOf(event, 'claim', row, recorded),
        ...(event.population && { population: event.population }),
      }),
    },
    ExpectationAnswered: {
      keys,
      evolve: (row, { type: _, statement: __, ...answer }, ___, recorded) =>
        row && { ...row, answers: [...row.answers, answer], ...restingOn(row, recorded) },
    },
    CommitmentClosed: {
      keys,
      evolve: (row, { type: _, statement: __, ...closed }, ___, recorded) => row && { ...row, closed, ...restingOn(row, recorded) },
    },
  },
}
