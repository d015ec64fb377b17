import { type Category, categories } from '../domain/vocabulary/id.js'
import type { Described, JsonSchema } from './codec/codec.js'
import { EventCodec } from './codec/event-value.js'
import { ObjectCodec, UnionCodec } from './codec/object.js'
import { idSchema, ListCodec } from './codec/simple.js'
import { fileContext, fileDocument, label, MOST_COMMANDS, ownContext } from './command-file.js'
import { routes } from './routes.js'

// The written form of commands as JSON Schema, made from the very codecs that read them, for editors that check a file while it is written.

/** What is said more than once, under a name. */
type Definitions = Map<string, JsonSchema>

const DEFINED = '#/$defs/'

/** Everything that has a name, and the names of values by their schema's text: the same value gets the same name. */
interface Drawn {
  readonly definitions: Definitions
  readonly names: Map<string, string>
}

/** Below this length a reference is hardly shorter than what it stands for. */
const WORTH_A_NAME = 60

const slug = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

const referred = (drawn: Drawn, name: string, schema: JsonSchema): JsonSchema => {
  const text = JSON.stringify(schema)
  if (text.length < WORTH_A_NAME) return schema
  const known = drawn.names.get(text)
  if (known !== undefined) return { $ref: `${DEFINED}${known}` }
  const base = slug(name)
  let free = base
  for (let n = 2; drawn.definitions.has(free); n += 1) free = `${base}-${n}`
  drawn.definitions.set(free, schema)
  drawn.names.set(text, free)
  return { $ref: `${DEFINED}${free}` }
}

const schemaOf = (drawn: Drawn, codec: Described): JsonSchema => {
  if (codec instanceof ObjectCodec) return referred(drawn, codec.name, { description: codec.name, ...objectOf(drawn, codec) })
  if (codec instanceof UnionCodec) {
    const members: ReadonlyArray<Described> = [...new Set<Described>(codec.members.values())]
    return referred(drawn, codec.name, { anyOf: members.map((member) => schemaOf(drawn, member)) })
  }
  if (codec instanceof ListCodec) return listOf(schemaOf(drawn, codec.item), codec.atLeast, codec.atMost)
  if (codec instanceof EventCodec) return { anyOf: [...codec.events].map(([type, data]) => eventOf(drawn, type, data)) }
  return codec.schema === undefined ? { description: codec.name } : referred(drawn, codec.name, codec.schema)
}

const listOf = (items: JsonSchema, minItems: number, maxItems: number): JsonSchema => ({
  type: 'array',
  items,
  ...(minItems > 0 && { minItems }),
  maxItems,
})

interface Extra {
  readonly required?: Readonly<Record<string, JsonSchema>>
  readonly optional?: Readonly<Record<string, JsonSchema>>
  /** What stands in place of a field's own schema. */
  readonly instead?: Readonly<Record<string, JsonSchema>>
}

const objectOf = (
  drawn: Drawn,
  { fields }: ObjectCodec<unknown>,
  { required = {}, optional = {}, instead = {} }: Extra = {},
): JsonSchema => {
  const own = fields.map(({ key, codec }) => [key, instead[key] ?? schemaOf(drawn, codec)] as const)
  const needed = fields.flatMap((field) => (field.optional ? [] : [field.key]))
  return {
    type: 'object',
    properties: { ...required, ...optional, ...Object.fromEntries(own) },
    required: [...new Set([...Object.keys(required), ...needed])],
    additionalProperties: false,
  }
}

const eventOf = (drawn: Drawn, type: string, data: Described): JsonSchema => {
  const name = `event-${type}`
  if (!drawn.definitions.has(name) && data instanceof ObjectCodec)
    drawn.definitions.set(name, objectOf(drawn, data, { required: { type: { const: type } } }))
  return { $ref: `${DEFINED}${name}` }
}

const uuidOrLabel = (uuid: JsonSchema): JsonSchema => ({
  description: "an entry's id, or the label of the command in this file that recorded it",
  anyOf: [uuid, { type: 'object', properties: { label: { type: 'string' } }, required: ['label'], additionalProperties: false }],
})

/** The fields that every command of a file may have beside its own. */
const besides = (drawn: Drawn): Readonly<Record<string, JsonSchema>> => ({
  id: { ...schemaOf(drawn, label), description: 'a label of your choice: the same label in the same document is the same command' },
  context: schemaOf(drawn, ownContext),
})

const commandOf = (drawn: Drawn, type: string, codec: Described, category?: Category): JsonSchema => {
  if (!(codec instanceof ObjectCodec)) return { description: codec.name }
  const fields: ReadonlyArray<{ readonly key: string; readonly codec: Described }> = codec.fields
  const entries = fields.filter(({ key }) => key === 'entry' || key === 'preferred')
  const isOnEntry = category !== undefined
  const instead = isOnEntry
    ? {
        ...Object.fromEntries(entries.map((field) => [field.key, uuidOrLabel(schemaOf(drawn, field.codec))])),
        stream: { ...idSchema(category), description: 'the thing whose entry it is' },
      }
    : {}
  return objectOf(drawn, codec, {
    required: { type: { const: type } },
    optional: besides(drawn),
    instead: { ...instead, type: { const: type } },
  })
}

/**
 * JSON Schema (draft 2020-12) of a file of commands. It accepts all that the ledger accepts; what it lets pass beyond that no schema can say.
 * @example
 * commandFileSchema().type // => 'object'
 */
export const commandFileSchema = (): JsonSchema => {
  const drawn: Drawn = { definitions: new Map(), names: new Map() }
  const commands: Array<JsonSchema> = []
  for (const category of categories) {
    const { types, codecs } = routes[category]
    for (const [type, codec] of codecs) {
      const isOwn = types.includes(type)
      const name = isOwn ? type : `${type}-${category}`
      drawn.definitions.set(name, commandOf(drawn, type, codec, isOwn ? undefined : category))
      commands.push({ $ref: `${DEFINED}${name}` })
    }
  }
  const properties = {
    document: { ...schemaOf(drawn, fileDocument), description: 'the document that the file records' },
    context: { ...schemaOf(drawn, fileContext), description: 'who records it, how, and on what: for every command of the file' },
    commands: listOf({ anyOf: commands }, 1, MOST_COMMANDS),
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A file of commands for programme-ledger',
    type: 'object',
    properties,
    required: ['context', 'commands'],
    additionalProperties: false,
    $defs: Object.fromEntries([...drawn.definitions].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}
