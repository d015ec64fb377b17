import { readFile } from 'node:fs/promises'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { entriesOf, standingEvents } from '../../domain/kernel/entry.js'
import type { Recorded } from '../../domain/kernel/recorded.js'
import type { LedgerEvent, OwnEvent } from '../../domain/ledger.js'
import type { OccasionEvent } from '../../domain/occasions/events.js'
import { occasion } from '../../domain/occasions/occasion.js'
import type { MarkRoll } from '../../domain/occasions/session-commands.js'
import { parseCivilDate } from '../../domain/vocabulary/civil-date.js'
import { type OccasionId, parseId } from '../../domain/vocabulary/id.js'
import { occasionEvents } from '../../events/occasion.js'
import type { Ledger } from '../../ledger.js'
import { occasions } from '../../projections/occasions.js'
import { people } from '../../projections/people.js'
import { withLedger } from './open-store.js'
import { readAsked, single, type Typed } from './options.js'
import type { Output, Surroundings } from './output.js'
import type { Problem, Wrong } from './problem.js'
import { readCsv } from './read-csv.js'
import { type RollLines, rollLines } from './roll-lines.js'
import { at } from './viewpoint.js'

/** As many lines as one command takes. */
const MOST_LINES = 5_000
const DURING = 'The roll was refused, and nothing of it was recorded'

const wrongUsage = (wrong: ReadonlyArray<Wrong>): Either<Problem, never> => E.left({ _tag: 'WrongUsage', wrong })

interface Told {
  readonly occasion: OccasionId
  readonly actor: string
  readonly takenOn?: MarkRoll['takenOn']
  readonly sources: ReadonlyArray<`source-${string}`>
}

/** What the command's own options say, or all that is wrong with them. */
const readTold = (typed: Typed): Either<ReadonlyArray<Wrong>, Told> => {
  const wrong: Array<Wrong> = []
  const one = (name: string): string | undefined => {
    const value = single(typed, name)
    if (E.isLeft(value)) wrong.push(...value.left)
    return E.isRight(value) ? value.right : undefined
  }
  const named = parseId('occasion')(one('occasion'))
  if (E.isLeft(named)) wrong.push(at(named.left, '--occasion'))
  const day = one('takenOn')
  const takenOn = day === undefined ? undefined : parseCivilDate(day)
  if (takenOn !== undefined && E.isLeft(takenOn)) wrong.push(at(takenOn.left, '--taken-on'))
  const sources = typed('source').map((text) => parseId('source')(text))
  for (const each of sources) if (E.isLeft(each)) wrong.push(at(each.left, '--source'))
  const actor = one('actor') ?? 'command-line'
  if (wrong.length > 0 || E.isLeft(named)) return E.left(wrong)
  return E.right({
    occasion: named.right,
    actor,
    ...(takenOn !== undefined && E.isRight(takenOn) && { takenOn: takenOn.right }),
    sources: sources.flatMap((each) => (E.isRight(each) ? [each.right] : [])),
  })
}

const textOf = async (file: string): Promise<Either<Problem, string>> => {
  try {
    return E.right(await readFile(file, 'utf8'))
  } catch {
    return wrongUsage([{ at: 'FILE', expected: 'a file that can be read', given: JSON.stringify(file) }])
  }
}

const isOfOccasion = (event: OwnEvent): event is OccasionEvent => Object.hasOwn(occasionEvents, event.type)

/** What the command would come to, without recording it: the stream is folded and asked, as it will be when the command is run. */
const tried = (command: MarkRoll, history: ReadonlyArray<Recorded<LedgerEvent>>): Either<Problem, number> => {
  const state = standingEvents(entriesOf<OwnEvent>(history)).filter(isOfOccasion).reduce(occasion.evolve, occasion.initialState)
  const decided = occasion.decide(command, state)
  if (E.isLeft(decided)) return E.left({ _tag: 'Refused', refusal: decided.left, during: DURING })
  const broken = occasion.breaches?.(command, state).find(({ certainty }) => certainty === 'sure')
  if (broken !== undefined) return E.left({ _tag: 'Refused', refusal: broken.refusal, during: DURING })
  return E.right(decided.right.reduce((sum, event) => sum + (event.type === 'RollMarked' ? event.marks.length : 0), 0))
}

const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const report = ({ marks, duplicates, unnamed, unread }: RollLines, news: number, isDry: boolean, { write }: Output): void => {
  write(`${counted(news, 'mark')} ${isDry ? 'would be recorded' : 'recorded'}, ${counted(marks.length - news, 'mark')} on record already.`)
  for (const { line, of, person } of duplicates) write(`Line ${line} says again of ${person} what line ${of} says: taken once.`)
  if (unnamed.length > 0)
    write(`Without a person, left out: ${counted(unnamed.length, 'line')} (${unnamed.join(', ')}). Guests are added one by one.`)
  if (unread.length > 0) write(`Columns that are not read: ${unread.join(', ')}.`)
}

/** Everybody on the roll who is not registered, line by line of the roll. */
const strangers = async (ledger: Ledger, { marks }: RollLines): Promise<Either<Problem, ReadonlyArray<Wrong>>> => {
  const known = await ledger.use(people).where({})
  if (E.isLeft(known)) return E.left({ _tag: 'Faulted', fault: known.left })
  const registered = new Set<string>(known.right.map(({ person }) => person))
  const missing = [...new Set(marks.map(({ person }) => person))].filter((person) => !registered.has(person))
  return E.right(missing.map((person) => ({ at: 'FILE, person', expected: 'people who are registered', given: person })))
}

/** Records the roll of one occasion from a CSV file, as a decision: all of it or nothing. A dry run says what it would come to. */
export const importRoll = async (file: string, isDry: boolean, typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
  const told = readTold(typed)
  const asked = readAsked(typed, around, E.isLeft(told) ? told.left : [])
  if (E.isLeft(asked)) return asked
  if (E.isLeft(told)) return wrongUsage(told.left)
  const text = await textOf(file)
  if (E.isLeft(text)) return text
  const read = readCsv(text.right)
  if (E.isLeft(read)) return wrongUsage([{ at: `FILE, line ${read.left.line}`, expected: read.left.expected, given: read.left.given }])
  if (read.right.records.length > MOST_LINES)
    return wrongUsage([{ at: 'FILE', expected: `at most ${MOST_LINES} lines`, given: String(read.right.records.length) }])

  const { occasion: id, takenOn, actor, sources } = told.right
  return withLedger(asked.right.store, false, async (ledger) => {
    const row = await ledger.use(occasions).row(id)
    if (E.isLeft(row)) return E.left({ _tag: 'Faulted', fault: row.left })
    if (row.right === undefined) return E.left({ _tag: 'NothingOnRecord', of: id })
    const lines = rollLines(read.right, row.right)
    const unknown = await strangers(ledger, lines)
    if (E.isLeft(unknown)) return unknown
    const wrong = [...lines.wrong, ...unknown.right]
    if (wrong.length > 0) return wrongUsage(wrong)
    if (lines.marks.length === 0) return wrongUsage([{ at: 'FILE', expected: 'a line of a person at least', given: 'none' }])

    const command: MarkRoll = { type: 'MarkRoll', occasion: id, marks: lines.marks, ...(takenOn && { takenOn }) }
    const history = await ledger.history(id)
    if (E.isLeft(history)) return E.left({ _tag: 'Faulted', fault: history.left })
    const news = tried(command, history.right)
    if (E.isLeft(news)) return news
    if (!isDry) {
      const receipt = await ledger.execute(command, { actor, mode: 'decision', sources })
      if (E.isLeft(receipt)) return E.left(receipt.left._tag === 'Refused' ? { ...receipt.left, during: DURING } : receipt.left)
    }
    report(lines, news.right, isDry, around.output)
    return E.right(undefined)
  })
}
