import { type Command, Option } from 'commander'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Viewpoint } from '../../projections/engine/viewpoint.js'
import type { Surroundings } from './output.js'
import type { Problem, Wrong } from './problem.js'
import { type Format, formats } from './render/render.js'
import { DEFAULT_STORE, keyedBy, parseStore, type StoreAddress } from './store.js'
import { parseViewpoint } from './viewpoint.js'

// Options are declared to commander as plain text, each occurrence kept, and read here: so one run tells all that is wrong, in our own words.

/** The options of a command as typed: every value of each, in order. */
export type Typed = (name: string) => ReadonlyArray<string>

const collected = (value: string, before: unknown): ReadonlyArray<unknown> => [...(Array.isArray(before) ? before : []), value]

/** Adds an option that takes text. */
export const textOption = (command: Command, flags: string, about: string): Command =>
  command.addOption(new Option(flags, about).argParser(collected))

export const storeOption = (command: Command, otherwise = `PROGRAMME_LEDGER_STORE, else ${DEFAULT_STORE}`): Command =>
  keysOption(textOption(command, '--store <store>', `where the ledger is: sqlite:FILE, esdb://… or memory: (default: ${otherwise})`))

export const keysOption = (command: Command): Command =>
  textOption(command, '--keys <file>', 'for a ledger on a server, where the keys of people are (default: PROGRAMME_LEDGER_KEYS)')

export const formatOption = (command: Command): Command =>
  textOption(command, '--format <format>', `${formats.join(', ')} (default: table)`)

export const viewpointOptions = (command: Command): Command => {
  textOption(command, '--as-known-at <position|instant>', 'only what the ledger had learned by then')
  textOption(command, '--published-by <day>', 'only what was surely published by that day (YYYY-MM-DD)')
  textOption(command, '--sources <ids>', 'only what these sources say, commas between them')
  return command.option('--masked', 'without the names of people and free words about them')
}

/** What was typed for a command and the commands above it. */
export const typedOf = (command: Command): Typed => {
  const options: Readonly<Record<string, unknown>> = command.optsWithGlobals()
  return (name) => {
    const values = options[name]
    if (values === true) return ['yes']
    return Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
  }
}

/** `inForceFrom` as an option: `--in-force-from`. */
export const flagOf = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** The one value of an option, if it was given; given twice, it is not guessed which is meant. */
export const single = (typed: Typed, name: string): Either<ReadonlyArray<Wrong>, string | undefined> => {
  const values = typed(name)
  return values.length > 1 ? E.left([{ at: flagOf(name), expected: 'one value', given: String(values.length) }]) : E.right(values[0])
}

/** What most commands are told beside their own arguments. */
export interface Asked {
  readonly store: StoreAddress
  readonly format: Format
  readonly view: Viewpoint
}

/** Reads the options that most commands have; `own` are the problems of a command's own, told with the rest. */
export const readAsked = (
  typed: Typed,
  { defaultStore, keysFile }: Pick<Surroundings, 'defaultStore' | 'keysFile'>,
  own: ReadonlyArray<Wrong> = [],
): Either<Problem, Asked> => {
  const wrong = [...own]
  const one = (name: string): string | undefined => {
    const value = single(typed, name)
    if (E.isLeft(value)) wrong.push(...value.left)
    return E.isRight(value) ? value.right : undefined
  }
  const said = one('store')
  const store = said === undefined ? parseStore(defaultStore ?? DEFAULT_STORE, 'PROGRAMME_LEDGER_STORE') : parseStore(said)
  if (E.isLeft(store) && store.left._tag === 'WrongUsage') wrong.push(...store.left.wrong)
  const keys = one('keys') ?? keysFile
  const format = readFormat(one('format'))
  if (E.isLeft(format)) wrong.push(format.left)
  const view = parseViewpoint({
    asKnownAt: one('asKnownAt'),
    publishedBy: one('publishedBy'),
    sources: typed('sources'),
    masked: typed('masked').length > 0,
  })
  if (E.isLeft(view)) wrong.push(...view.left)
  if (E.isLeft(store)) return E.left({ _tag: 'WrongUsage', wrong })
  return wrong.length > 0 || E.isLeft(format) || E.isLeft(view)
    ? E.left({ _tag: 'WrongUsage', wrong })
    : E.right({ store: keyedBy(store.right, keys), format: format.right, view: view.right })
}

/** Reads a format's name; a table where none is given. */
export const readFormat = (text = 'table'): Either<Wrong, Format> => {
  const format = formats.find((each) => each === text)
  return format === undefined
    ? E.left({ at: '--format', expected: `one of ${formats.join(', ')}`, given: JSON.stringify(text) })
    : E.right(format)
}
