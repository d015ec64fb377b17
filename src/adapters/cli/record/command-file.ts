import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { CommandContext } from '../../../domain/kernel/recorded.js'
import { type Invalid, invalid } from '../../../domain/vocabulary/invalid.js'
import { problemsOf } from '../../../events/codec/codec.js'
import { type CommandFile, commandFile, type FileCommand } from '../../../events/command-file.js'
import { eventIdOf } from '../../system/identity.js'
import { commandIdOf } from './command-ids.js'
import { type NotReadable, type Parsed, type Place, parseText } from './parse.js'

/** One command of a file, ready to be sent, and the way from its faults back to their lines. */
export interface FromFile {
  readonly type: string
  readonly label?: string
  readonly command: object
  readonly context: CommandContext
  /** Where the command begins. */
  readonly place: Place
  readonly placeOf: (problem: Invalid) => Place
  /** Where the command, or what comes with it, mentions an id. */
  readonly placeOfId: (id: string) => Place
}

/** A fault of a file at its place. */
export interface FileFault {
  readonly place: Place
  readonly why: Invalid | string
}

/** Reads a file of commands: all that is wrong with its frame is told at once; the commands' own fields are for the ledger to judge. */
export const readCommandFile = (text: string): Either<ReadonlyArray<FileFault>, ReadonlyArray<FromFile>> => {
  const parsed = parseText(text)
  if (E.isLeft(parsed)) return E.left(parsed.left.map(({ place, why }: NotReadable) => ({ place, why })))
  const read = commandFile.decode(parsed.right.value)
  if (E.isLeft(read)) return E.left(problemsOf(read.left).map((problem) => ({ place: placeIn(parsed.right, [], problem), why: problem })))
  const faults = labelFaults(read.right, parsed.right)
  return faults.length > 0 ? E.left(faults) : E.right(commandsOf(read.right, parsed.right))
}

const keysOf = (path: string): ReadonlyArray<string> => path.split(/[.[\]]+/).filter((key) => key !== '')

const placeIn = (parsed: Parsed, base: ReadonlyArray<string>, { path, expected }: Invalid): Place =>
  parsed.placeOf([...base, ...keysOf(path)], expected.startsWith('no such field'))

/** Fields of a command that name an entry, which a file may do by the label of the command that recorded it. */
const ENTRY_FIELDS = ['entry', 'preferred']

const labelIn = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 1 || !('label' in value)) return undefined
  return typeof value.label === 'string' ? value.label : undefined
}

const labelFaults = ({ document, commands }: CommandFile, parsed: Parsed): ReadonlyArray<FileFault> => {
  const known = new Set<string>()
  const faults: Array<FileFault> = []
  const tell = (expected: string, given: string, ...path: ReadonlyArray<string>): void => {
    faults.push({ place: parsed.placeOf(path), why: invalid(expected, given, path.slice(2).join('.')) })
  }
  for (const [index, command] of commands.entries()) {
    const at = ['commands', String(index)]
    for (const field of ENTRY_FIELDS) {
      const used = labelIn(Reflect.get(command, field))
      if (used !== undefined && !known.has(used)) tell('the label of a command before this one', used, ...at, field)
    }
    if (command.id === undefined) continue
    if (known.has(command.id)) tell('a label that no other command of the file has', command.id, ...at, 'id')
    if (document === undefined) tell('no label in a file whose document has no id', command.id, ...at, 'id')
    known.add(command.id)
  }
  return faults
}

const commandsOf = (file: CommandFile, parsed: Parsed): ReadonlyArray<FromFile> => {
  const document = file.document?.id
  const seen = new Map<string, number>()
  const byLabel = (used: string): string => commandIdOf(document, { label: used })
  const idOf = (command: object, label: string | undefined): string => {
    if (label !== undefined) return byLabel(label)
    const first = commandIdOf(document, { command, before: 0 })
    const before = seen.get(first) ?? 0
    seen.set(first, before + 1)
    return before === 0 ? first : commandIdOf(document, { command, before })
  }
  return file.commands.map((written, index) => {
    const { id: label, context: own = {}, ...command } = written
    const base = ['commands', String(index)]
    // What is said for this command alone stands there; what is said for all of them, above.
    const whereOf = (path: ReadonlyArray<string>): ReadonlyArray<string> =>
      path[0] !== 'context' || Object.hasOwn(own, path[1] ?? '') ? [...base, ...path] : path
    const place = parsed.placeOf(base)
    return {
      type: command.type,
      ...(label !== undefined && { label }),
      command: withEntries(command, byLabel),
      context: { ...file.context, ...own, commandId: idOf(command, label) },
      place,
      placeOf: (problem) => parsed.placeOf(whereOf(keysOf(problem.path)), problem.expected.startsWith('no such field')),
      placeOfId: (id) => parsed.placeOfText(id, base) ?? parsed.placeOfText(id, ['context']) ?? place,
    }
  })
}

/** The command with each label in place of an entry's id replaced by the id that the labelled command's entry has. */
const withEntries = (command: Omit<FileCommand, 'id' | 'context'>, commandIdByLabel: (label: string) => string): object => {
  const stream: unknown = Reflect.get(command, 'stream')
  if (!isStream(stream)) return command
  const named = ENTRY_FIELDS.flatMap((field) => {
    const used = labelIn(Reflect.get(command, field))
    return used === undefined ? [] : [[field, eventIdOf(commandIdByLabel(used), stream, 0)] as const]
  })
  return { ...command, ...Object.fromEntries(named) }
}

const isStream = (value: unknown): value is `${string}-${string}` => typeof value === 'string' && value.includes('-')
