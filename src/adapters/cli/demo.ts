import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Ledger } from '../../ledger.js'
import type { Columns } from '../../projections/engine/column.js'
import { type AnyQuestion, type ParsedParameters, parseParameters } from '../../projections/engine/question.js'
import { withLedger } from './open-store.js'
import { flagOf } from './options.js'
import type { Output } from './output.js'
import type { Problem } from './problem.js'
import { answerLines } from './query.js'
import { type ExplainedRow, explainedColumns, explainedRow } from './record-rows.js'
import type { Release } from './releases.js'
import { counted } from './render/figures.js'
import { rowSet } from './render/rows.js'
import { table } from './render/table.js'
import { nameOfStore, type StoreAddress, showStore } from './store.js'

/** Used where `demo` is not told a store. */
export const DEMO_STORE = 'sqlite:programme-ledger-demo.db'

/** One question of the demo. */
export interface Section {
  readonly title: string
  /** The question's name. */
  readonly question: string
  /** Its parameters, as typed. */
  readonly params: { readonly [name: string]: string }
}

/** What the demo shows. */
export interface Demo {
  readonly sections: ReadonlyArray<Section>
  /** The row that is explained at the end, by what its events say in one field. */
  readonly explained: { readonly title: string; readonly readModel: string; readonly key: string; readonly field: string }
}

/** The demo that comes with the package. */
export const demo: Demo = {
  sections: [
    { title: 'Officers placed on 2024-01-15', question: 'presence', params: { on: '2024-01-15' } },
    { title: 'Attendance history', question: 'attendance', params: {} },
    { title: 'Agreements', question: 'agreements', params: {} },
  ],
  explained: { title: 'Where one figure comes from', readModel: 'occasions', key: 'occasion-foreign-relations', field: 'attendance' },
}

/** What `runDemo` records and asks. */
export interface DemoParts extends Demo {
  readonly releases: ReadonlyArray<Release>
  readonly questions: ReadonlyArray<AnyQuestion>
}

/** Records the releases (once, however often it is run), then prints what the ledger answers. */
export const runDemo = async (store: StoreAddress, parts: DemoParts, output: Output): Promise<Either<Problem, void>> => {
  const asked = prepared(parts)
  if (E.isLeft(asked)) return asked
  return withLedger(store, true, async (ledger) => {
    const recorded = await record(ledger, parts.releases, output)
    if (E.isLeft(recorded)) return recorded
    for (const { section, question, params } of asked.right) {
      const rows = await ledger.query(question, params)
      if (E.isLeft(rows)) return E.left({ _tag: 'Faulted', fault: rows.left })
      printSection(output, section.title, askedAs(section), answerLines(question, rows.right, 'table', false, output.columns))
    }
    const explained = await explain(ledger, parts.explained, output)
    if (E.isLeft(explained)) return explained
    for (const line of whatNext(store, parts)) output.write(line)
    return explained
  })
}

interface Prepared {
  readonly section: Section
  readonly question: AnyQuestion
  readonly params: ParsedParameters
}

/** Finds every question before anything is recorded: what is missing is told, not left out. */
const prepared = ({ sections, questions }: DemoParts): Either<Problem, ReadonlyArray<Prepared>> => {
  const all: Array<Prepared> = []
  for (const section of sections) {
    const question = questions.find(({ name }) => name === section.question)
    if (question === undefined) return E.left({ _tag: 'DemoIncomplete', missing: `question "${section.question}"` })
    const params = parseParameters(question, section.params)
    if (E.isLeft(params)) return E.left({ _tag: 'DemoIncomplete', missing: `question like "${askedAs(section)}"` })
    all.push({ section, question, params: params.right })
  }
  return E.right(all)
}

const record = async (ledger: Ledger, releases: ReadonlyArray<Release>, output: Output): Promise<Either<Problem, void>> => {
  output.write('Recorded, each statement once however often this is run:')
  for (const { id, title, says } of releases) {
    for (const [at, { command, context }] of says.entries()) {
      const receipt = await ledger.submit(command, context)
      if (E.isRight(receipt)) continue
      const during = `Statement ${at + 1} of ${id}, "${title}", was refused`
      return E.left(receipt.left._tag === 'Refused' ? { ...receipt.left, during } : receipt.left)
    }
    output.write(`  ${id}  ${title} (${counted(says.length, 'statement')})`)
  }
  return E.right(undefined)
}

/** An event behind a row, by one field of what it says. */
interface BriefRow extends Pick<ExplainedRow, 'type' | 'standing' | 'sources' | 'saidSince'> {
  readonly says: unknown
}

const { type, standing, sources, saidSince, data: says } = explainedColumns
const brief: Columns<BriefRow> = { type, says, standing, sources, saidSince }

const explain = async (ledger: Ledger, explained: Demo['explained'], output: Output): Promise<Either<Problem, void>> => {
  const { title, readModel, key, field } = explained
  const behind = await ledger.explain(readModel, key)
  if (E.isLeft(behind)) return E.left({ _tag: 'Faulted', fault: behind.left })
  if (behind.right.length === 0) return E.left({ _tag: 'NothingOnRecord', of: `${key} in the read model ${readModel}` })
  const rows = behind.right.map((one) => {
    const { data, ...row } = explainedRow(one)
    return { ...row, says: fieldOf(data, field) }
  })
  printSection(output, title, `explain ${readModel} ${key}`, table(rowSet(brief, rows), output.columns))
  return E.right(undefined)
}

const fieldOf = (data: unknown, field: string): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, field) ? Reflect.get(data, field) : `nothing of ${field}`

const askedAs = ({ question, params }: Section): string =>
  ['query', question, ...Object.entries(params).map(([name, text]) => `${flagOf(name)} ${text}`)].join(' ')

const printSection = (output: Output, title: string, command: string, lines: ReadonlyArray<string>): void => {
  for (const line of ['', '', title, `$ programme-ledger ${command}`, '', ...lines]) output.write(line)
}

const whatNext = (store: StoreAddress, { sections, explained }: DemoParts): ReadonlyArray<string> => {
  if (store._tag === 'memory') return ['', '', 'This ledger was kept in memory and is gone now; leave --store out to keep it in a file.']
  const last = sections.at(-1)
  // An address with its password taken out is no use to anybody.
  const at = store._tag === 'sqlite' ? ` --store ${showStore(store)}` : ''
  return [
    '',
    '',
    store._tag === 'sqlite'
      ? `All of this is kept in ${store.file}. Try next:`
      : `All of this is kept in ${nameOfStore(store)}. Put its address into PROGRAMME_LEDGER_STORE and try next:`,
    `  programme-ledger history ${explained.key}${at}`,
    `  programme-ledger query ${last?.question ?? ''} --format csv${at}`,
  ]
}
