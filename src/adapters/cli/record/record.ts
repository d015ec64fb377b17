import { readFileSync, statSync } from 'node:fs'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Coded } from '../../../domain/kernel/decider.js'
import type { EventLogFault } from '../../../domain/kernel/event-log.js'
import type { InvalidCommand, UnknownReference } from '../../../events/submit.js'
import type { Columns } from '../../../projections/engine/column.js'
import { integer, maybe, text } from '../../../projections/engine/columns.js'
import type { ReadFault } from '../../../projections/engine/reading.js'
import type { Store } from '../../../projections/engine/store.js'
import { memory } from '../../memory/index.js'
import { notOpened, storeAt } from '../open-store.js'
import { readAsked, type Typed } from '../options.js'
import type { Surroundings } from '../output.js'
import type { FileProblem, Problem } from '../problem.js'
import { type Format, render } from '../render/render.js'
import { rowSet } from '../render/rows.js'
import type { StoreAddress } from '../store.js'
import { type Attempt, attempt, commandsBefore, movedAway, type Outcome } from './attempt.js'
import { type FromFile, readCommandFile } from './command-file.js'
import { LONGEST_FILE } from './parse.js'
import { trialKeys, trialOn } from './trial.js'

/** How a file is recorded. */
export interface RecordOptions {
  /** Try everything, write nothing. */
  readonly dryRun: boolean
  /** Record what can be recorded, though some of the file is refused. */
  readonly keepGoing: boolean
}

/**
 * Records a file of commands. All of it is tried first, on a copy of what its commands touch: where one is refused, nothing is written, unless it
 * is said to keep going. Then it is recorded command by command; broken off and run again, it takes up where it was.
 */
export const record = async (
  file: string,
  { dryRun, keepGoing }: RecordOptions,
  typed: Typed,
  around: Surroundings,
): Promise<Either<Problem, void>> => {
  const asked = readAsked(typed, around)
  if (E.isLeft(asked)) return asked
  const content = contentOf(file)
  if (E.isLeft(content)) return E.left({ _tag: 'FileUnreadable', file, cause: content.left })
  const commands = readCommandFile(content.right)
  if (E.isLeft(commands)) {
    const problems = commands.left.map(
      ({ place, why }): FileProblem => ({
        place,
        why: typeof why === 'string' ? { _tag: 'NotReadable', why } : { _tag: 'Wrong', invalid: why },
      }),
    )
    return E.left({ _tag: 'FileRefused', file, problems, written: false })
  }
  const { store, format } = asked.right
  const tried = await withStore(store, 'as it is', ({ log, key, keys }) =>
    attempt({ log: trialOn(log), key, ...(keys && { keys: trialKeys(keys) }) }, commands.right),
  )
  if (E.isLeft(tried)) return tried
  const earlier = await withStore(store, 'as it is', ({ log }) => commandsBefore(log, commands.right))
  if (E.isLeft(earlier)) return earlier
  const attempts = tried.right.map((one) => movedAway(one, earlier.right))
  const isRefused = attempts.some(({ outcome }) => outcome._tag === 'Refused')
  if (dryRun || (isRefused && !keepGoing)) return told(file, attempts, { format, done: false, keepGoing }, around)
  // Another process may be at work meanwhile: what counts is what comes of it now.
  const moved = attempts.filter((one, index) => one !== tried.right[index])
  const staying = commands.right.filter((command) => !moved.some((one) => one.told === command))
  const done = await withStore(store, 'made where there is none', (opened) => attempt(opened, staying))
  if (E.isLeft(done)) return done
  const all = [...done.right, ...moved].sort((a, b) => commands.right.indexOf(a.told) - commands.right.indexOf(b.told))
  return told(file, all, { format, done: true, keepGoing }, around)
}

interface Telling {
  readonly format: Format
  readonly done: boolean
  readonly keepGoing: boolean
}

/** Prints what came of a file; what was refused is the problem that is left of it. */
const told = (
  file: string,
  attempts: ReadonlyArray<Attempt>,
  { format, done, keepGoing }: Telling,
  { output }: Surroundings,
): Either<Problem, void> => {
  const problems = problemsIn(attempts)
  const nothing = problems.length > 0 && !done && !keepGoing
  if (!nothing) {
    const rows = attempts.map((one) => rowOf(one, done))
    render(format, rowSet(columns, rows), output.columns).forEach(output.write)
    if (format === 'table') output.write(summary(attempts, done))
  }
  return problems.length > 0 ? E.left({ _tag: 'FileRefused', file, problems, written: done }) : E.right(undefined)
}

const contentOf = (file: string): Either<string, string> => {
  try {
    const found = statSync(file)
    if (!found.isFile()) return E.left('it is not a file')
    // No character takes more than four bytes.
    if (found.size > 4 * LONGEST_FILE) return E.left('it is too large; split it')
    return E.right(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch (error) {
    if (error instanceof TypeError) return E.left('it is not text in UTF-8')
    return E.left(error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'there is no such file' : 'it cannot be read')
  }
}

/** Opens a store for a piece of work, and closes it. As it is, a file that is not there is an empty ledger, and none is made. */
const withStore = async <A>(
  address: StoreAddress,
  file: 'as it is' | 'made where there is none',
  work: (store: Store) => Promise<Either<ReadFault, A>>,
): Promise<Either<Problem, A>> => {
  const opened = await openedAt(address, file)
  if (E.isLeft(opened)) return opened
  try {
    const done = await work(opened.right)
    return E.isLeft(done) ? E.left({ _tag: 'Faulted', fault: done.left }) : done
  } finally {
    await opened.right.log.close()
  }
}

const openedAt = async (address: StoreAddress, file: 'as it is' | 'made where there is none'): Promise<Either<Problem, Store>> => {
  const create = file === 'made where there is none'
  const found = await storeAt(address, { create })
  const opened = E.isLeft(found) ? found : E.mapLeft((fault: EventLogFault) => notOpened(address, fault))(await found.right())
  if (E.isRight(opened) || create || opened.left._tag !== 'NoLedgerThere') return opened
  return E.mapLeft((fault: EventLogFault) => notOpened(address, fault))(await memory()())
}

/** Every refusal with its place; where some commands are not of their form, they alone, for the other refusals may only follow from that. */
const problemsIn = (attempts: ReadonlyArray<Attempt>): ReadonlyArray<FileProblem> => {
  const refused = attempts.flatMap(({ told, outcome }) => (outcome._tag === 'Refused' ? problemsOf(told, outcome.refusal) : []))
  const ofForm = refused.filter(({ why }) => why._tag === 'Wrong')
  return ofForm.length > 0 ? ofForm : refused
}

const problemsOf = (told: FromFile, refusal: Coded): ReadonlyArray<FileProblem> => {
  if (isInvalidCommand(refusal))
    return refusal.problems.map((invalid) => ({ place: told.placeOf(invalid), why: { _tag: 'Wrong', type: told.type, invalid } }))
  if (isUnknownReference(refusal))
    return refusal.ids.map((id) => ({
      place: told.placeOfId(id),
      why: { _tag: 'Refused', type: told.type, refusal: { ...refusal, ids: [id] } },
    }))
  if (refusal._tag === 'CommandIdReused')
    return [{ place: told.place, why: { _tag: 'Changed', type: told.type, ...(told.label !== undefined && { label: told.label }) } }]
  return [{ place: told.place, why: { _tag: 'Refused', type: told.type, refusal } }]
}

const isInvalidCommand = (refusal: Coded): refusal is InvalidCommand => refusal._tag === 'InvalidCommand'
const isUnknownReference = (refusal: Coded): refusal is UnknownReference => refusal._tag === 'UnknownReference'

interface Row {
  readonly line: number
  readonly command: string
  readonly label: string | undefined
  readonly outcome: string
  readonly stream: string | undefined
}

const columns: Columns<Row> = {
  line: integer,
  command: text(),
  label: maybe(text(), ''),
  outcome: text(),
  stream: maybe(text(), ''),
}

const rowOf = ({ told, outcome }: Attempt, done: boolean): Row => ({
  line: told.place.line,
  command: told.type,
  label: told.label,
  outcome: wordsOf(outcome, done),
  stream: outcome._tag === 'Refused' ? undefined : outcome.receipt.stream,
})

const wordsOf = ({ _tag }: Outcome, done: boolean): string => {
  switch (_tag) {
    case 'New':
      return done ? 'recorded' : 'would be recorded'
    case 'Before':
      return 'recorded before'
    case 'Unchanged':
      return 'so already'
    case 'Refused':
      return 'refused'
  }
}

const summary = (attempts: ReadonlyArray<Attempt>, done: boolean): string => {
  const count = (tag: Outcome['_tag']): number => attempts.filter(({ outcome }) => outcome._tag === tag).length
  const parts = [`${count('New')} ${done ? 'recorded' : 'would be recorded'}`, `${count('Before')} recorded before`]
  const rest = [`${count('Unchanged')} so already`, `${count('Refused')} refused`].filter((part) => !part.startsWith('0 '))
  return `${[...parts, ...rest].join(', ')}.`
}
