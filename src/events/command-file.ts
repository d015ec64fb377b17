import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { CommandContext } from '../domain/kernel/recorded.js'
import { Codec } from './codec/codec.js'
import { objectCodec, optional } from './codec/object.js'
import { idOf, line, listOf, oneOf, prose } from './codec/simple.js'

// A file of commands: how a person who writes no code puts a document on record. What stands here is the frame; each command is read by its own codec.

/** What is said once for every command of a file. */
export type FileContext = Pick<CommandContext, 'actor' | 'mode' | 'sources' | 'authority' | 'reason'>

/** One command as it stands in a file: its own fields, a label under which the file may speak of it, and what is said otherwise for it alone. */
export interface FileCommand {
  readonly type: string
  /** The label: the same label in the same document is the same command, whatever becomes of its content. */
  readonly id?: string
  readonly context?: Partial<FileContext>
}

/** The document that a file records. */
export interface FileDocument {
  /** Tells this document's commands from those of any other; keep it when the file is renamed. */
  readonly id: string
  readonly title?: string
}

/** A file of commands. */
export interface CommandFile {
  readonly document?: FileDocument
  readonly context: FileContext
  readonly commands: ReadonlyArray<FileCommand>
}

/** How many commands one file may hold. */
export const MOST_COMMANDS = 10_000

const mode = oneOf('decision', 'report')
const sources = listOf(idOf('source'), { atMost: 100 })
const beside = { authority: optional(line), reason: optional(prose) }

/** What is said once for every command of a file, as it is written. */
export const fileContext = objectCodec<FileContext>('context', { actor: line, mode, sources, ...beside })

/** What is said otherwise for one command, as it is written. */
export const ownContext = objectCodec<Partial<FileContext>>('context', {
  actor: optional(line),
  mode: optional(mode),
  sources: optional(sources),
  ...beside,
})

/** The document of a file, as it is written. */
export const fileDocument = objectCodec<FileDocument>('document', { id: line, title: optional(line) })

/** A label, as it is written. */
export const label = line

const besideFields = { id: label, context: ownContext }

const hasType = (value: unknown): value is { readonly type: string } =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const isFileCommand = (value: unknown): value is FileCommand =>
  hasType(value) && (!('id' in value) || besideFields.id.is(value.id)) && (!('context' in value) || besideFields.context.is(value.context))

const fileCommand: Codec<FileCommand> = new Codec('a command with its type', isFileCommand, (value, context) => {
  if (isFileCommand(value)) return t.success(value)
  if (!hasType(value)) return t.failure(value, context, 'a command with its type')
  const faults = Object.entries(besideFields).flatMap(([key, codec]) => {
    if (!(key in value)) return []
    const field: unknown = Reflect.get(value, key)
    const read = codec.validate(field, t.appendContext(context, key, codec, field))
    return E.isLeft(read) ? read.left : []
  })
  return t.failures(faults)
})

/** The frame of a file of commands, as it is written. */
export const commandFile = objectCodec<CommandFile>('a file of commands', {
  document: optional(fileDocument),
  context: fileContext,
  commands: listOf(fileCommand, { atLeast: 1, atMost: MOST_COMMANDS }),
})
