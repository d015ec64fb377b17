import { memory } from '../../src/adapters/memory/index.js'
import { isOwnEvent } from '../../src/domain/kernel/entry.js'
import type { CommandContext } from '../../src/domain/kernel/recorded.js'
import type { LedgerCommand, LedgerEvent, OwnEvent } from '../../src/domain/ledger.js'
import { type Ledger, openLedger } from '../../src/ledger.js'
import type { Projection } from '../../src/projections/engine/projection.js'
import type { Question } from '../../src/projections/engine/question.js'
import type { Viewpoint } from '../../src/projections/engine/viewpoint.js'
import { right } from './right.js'

/** One command, or one with what its context says beside the usual. */
export type Said = LedgerCommand | readonly [command: LedgerCommand, context: Partial<CommandContext>]

const clerk: CommandContext = { actor: 'clerk-7', mode: 'report', sources: ['source-paper'] }

const organisation = (
  id: `organisation-${string}`,
  kind: Extract<LedgerCommand, { readonly type: 'RegisterOrganisation' }>['kind'],
  name: string,
  parent?: `organisation-${string}`,
): Said => ({ type: 'RegisterOrganisation', organisation: id, kind, names: [{ text: name, language: 'en' }], ...(parent && { parent }) })

const person = (n: number): Said => ({ type: 'RegisterPerson', person: `person-${n}`, names: [{ text: `Officer ${n}`, language: 'en' }] })

const source = (id: `source-${string}`, issuedOn?: string): Said => [
  {
    type: 'RegisterSource',
    source: id,
    title: id,
    language: 'en',
    kind: 'report',
    ...(issuedOn !== undefined && { issuedOn: { edtf: issuedOn } }),
  },
  { sources: [] },
]

const known: ReadonlyArray<Said> = [
  source('source-paper', '2024-03-05'),
  source('source-later', '2024-06'),
  source('source-undated'),
  organisation('organisation-shenzhen', 'municipality', 'Shenzhen'),
  organisation('organisation-futian', 'district', 'Futian', 'organisation-shenzhen'),
  organisation('organisation-beijing', 'municipality', 'Beijing'),
  organisation('organisation-office', 'office', 'Planning Office', 'organisation-futian'),
  organisation('organisation-grade', 'grade', 'Executive Officer Grade'),
  organisation('organisation-roads', 'department', 'Roads Department'),
  organisation('organisation-water', 'department', 'Water Department'),
  person(1),
  person(2),
  person(3),
  {
    type: 'RegisterProgramme',
    programme: 'programme-exchange',
    names: [{ text: 'Staff Exchange', language: 'en' }],
    kind: 'staff exchange',
  },
  {
    type: 'RegisterProgramme',
    programme: 'programme-un',
    names: [{ text: 'Junior Officers', language: 'en' }],
    kind: 'secondment to an international organisation',
  },
  { type: 'OpenBatch', batch: 'batch-1', programme: 'programme-exchange', ordinal: 1 },
]

/** A ledger in memory that knows a few organisations, people, documents, two programmes and an open batch, and was told this. */
export const told = async (...said: ReadonlyArray<Said>): Promise<Ledger> => {
  const ledger = right(await openLedger(memory()))
  await tell(ledger, ...known, ...said)
  return ledger
}

export const tell = async (ledger: Ledger, ...said: ReadonlyArray<Said>): Promise<void> => {
  for (const one of said) {
    const [command, context] = 'type' in one ? [one, {}] : one
    right(await ledger.execute(command, { ...clerk, ...context }))
  }
}

export const asked = async <P extends object, Row extends object>(
  ledger: Ledger,
  question: Question<P, Row>,
  params: NoInfer<P>,
  view?: Viewpoint,
): Promise<ReadonlyArray<Row>> => right(await ledger.query(question, params, view))

/** The answer as people see it: these columns of each row. */
export const shown = async <P extends object, Row extends object, K extends keyof Row>(
  ledger: Ledger,
  question: Question<P, Row>,
  params: NoInfer<P>,
  fields: ReadonlyArray<K>,
  view?: Viewpoint,
): Promise<ReadonlyArray<string>> =>
  (await asked(ledger, question, params, view)).map((row) => fields.map((field) => question.columns[field].show(row[field])).join(' | '))

/** A row without what it rests on: its sources and entries are other tests' matter. */
export const rowIn = async <Key extends string, Row extends object>(
  ledger: Ledger,
  projection: Projection<LedgerEvent, Key, Row>,
  key: Key,
  view?: Viewpoint,
): Promise<object | undefined> => {
  const row = right(await ledger.use(projection).row(key, view))
  return row && Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'entries' && field !== 'sources'))
}

/** The first event of a type in a stream, to speak of: its id and its value. */
export const entryOf = async (
  ledger: Ledger,
  stream: `${string}-${string}`,
  type: OwnEvent['type'],
): Promise<{ readonly entry: string; readonly value: OwnEvent }> => {
  for (const { id, event } of right(await ledger.history(stream)))
    if (event.type === type && isOwnEvent(event)) return { entry: id, value: event }
  throw new Error(`no ${type} in ${stream}`)
}
