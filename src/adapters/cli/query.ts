import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Columns } from '../../projections/engine/column.js'
import { list, text } from '../../projections/engine/columns.js'
import { type AnswerRow, type AnyQuestion, atAGlance, parseParameters } from '../../projections/engine/question.js'
import { withLedger } from './open-store.js'
import { flagOf, readAsked, readFormat, single, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem, Wrong } from './problem.js'
import { type Format, render } from './render/render.js'
import { heading, rowSet } from './render/rows.js'
import { wrapped } from './render/width.js'
import { at } from './viewpoint.js'

/** Answers one question. */
export const ask = async (question: AnyQuestion, typed: Typed, around: Surroundings, wide = false): Promise<Either<Problem, void>> => {
  const wrong: Array<Wrong> = []
  const given: Record<string, string | undefined> = {}
  for (const name of Object.keys(question.parameters)) {
    const value = single(typed, name)
    if (E.isLeft(value)) wrong.push(...value.left)
    else given[name] = value.right
  }
  const params = parseParameters(question, given)
  if (E.isLeft(params)) wrong.push(...params.left.map((problem) => at(problem, flagOf(problem.path))))
  const asked = readAsked(typed, around, wrong)
  if (E.isLeft(asked)) return asked
  if (E.isLeft(params)) return E.left({ _tag: 'WrongUsage', wrong })
  const { store, format, view } = asked.right
  return withLedger(store, false, async (ledger) => {
    const rows = await ledger.query(question, params.right, view)
    if (E.isLeft(rows)) return E.left({ _tag: 'Faulted', fault: rows.left })
    answerLines(question, rows.right, format, wide, around.output.columns).forEach(around.output.write)
    return E.right(undefined)
  })
}

/** The lines of an answer: people are shown what tells it at a glance, and what more there is; machines get every column. */
export const answerLines = (
  question: AnyQuestion,
  rows: ReadonlyArray<AnswerRow>,
  format: Format,
  wide: boolean,
  width: number,
): ReadonlyArray<string> => {
  const { columns, more } = wide || format === 'csv' || format === 'json' ? { columns: question.columns, more: [] } : atAGlance(question)
  const lines = render(format, rowSet(columns, rows), width)
  const hidden =
    format === 'table' && rows.length > 0 && more.length > 0 ? wrapped(`More with --wide: ${more.map(heading).join(', ')}`, width) : []
  return [...lines, ...hidden]
}

interface Listed {
  readonly question: string
  readonly about: string
  readonly parameters: ReadonlyArray<{ readonly option: string; readonly about: string }>
}

const listed: Columns<Listed> = {
  question: text(),
  about: text(),
  parameters: list<Listed['parameters'][number]>(({ option, about }) => `${option} ${about}`),
}

/** In a table the parameters stand below the sentence, each on a line of its own. */
const listedInTable: Columns<Pick<Listed, 'question' | 'about'>> = { question: text(), about: text() }

const inTable = ({ question, about, parameters }: Listed): Pick<Listed, 'question' | 'about'> => {
  const widest = Math.max(0, ...parameters.map(({ option }) => option.length))
  return { question, about: [about, ...parameters.map((each) => `  ${each.option.padEnd(widest)}  ${each.about}`)].join('\n') }
}

/** Lists the questions that can be asked. */
export const listQuestions = (questions: ReadonlyArray<AnyQuestion>, typed: Typed, { output }: Surroundings): Either<Problem, void> => {
  const chosen = single(typed, 'format')
  const format = E.isLeft(chosen) ? chosen : E.mapLeft((wrong: Wrong) => [wrong])(readFormat(chosen.right))
  if (E.isLeft(format)) return E.left({ _tag: 'WrongUsage', wrong: format.left })
  const rows = questions.map(({ name, about, parameters }) => ({
    question: name,
    about,
    parameters: Object.entries(parameters).map(([parameter, told]) => ({
      option: flagOf(parameter),
      about: told.required ? `${told.about}, required` : told.about,
    })),
  }))
  const isTable = format.right === 'table'
  const set = isTable ? rowSet(listedInTable, rows.map(inTable)) : rowSet(listed, rows)
  render(format.right, set, output.columns).forEach(output.write)
  if (isTable) output.write('Ask one: programme-ledger query NAME. All its options: programme-ledger query NAME --help')
  return E.right(undefined)
}
