import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Columns } from '../../projections/engine/column.js'
import { list, text } from '../../projections/engine/columns.js'
import { type AnyQuestion, parseParameters } from '../../projections/engine/question.js'
import { flagOf, readAsked, readFormat, single, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem, Wrong } from './problem.js'
import { render } from './render/render.js'
import { rowSet } from './render/rows.js'
import { withLedger } from './store.js'
import { at } from './viewpoint.js'

/** Answers one question. */
export const ask = async (question: AnyQuestion, typed: Typed, around: Surroundings): Promise<Either<Problem, void>> => {
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
    render(format, rowSet(question.columns, rows.right), around.output.columns).forEach(around.output.write)
    return E.right(undefined)
  })
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
