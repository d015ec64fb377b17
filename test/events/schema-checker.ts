// A checker of JSON Schema that knows the keywords our schema uses, and refuses to pass over one that it does not know.

type Schema = Readonly<Record<string, unknown>>
type Keyword = (said: unknown, value: unknown, schema: Schema, root: Schema) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const schemaFrom = (value: unknown): Schema => {
  if (!isObject(value)) throw new Error(`not a schema: ${JSON.stringify(value)}`)
  return value
}
const listFrom = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

const patterns = new Map<unknown, RegExp>()
const patternOf = (source: unknown): RegExp => {
  const known = patterns.get(source) ?? new RegExp(String(source), 'u')
  patterns.set(source, known)
  return known
}

const typed: Readonly<Record<string, (value: unknown) => boolean>> = {
  object: isObject,
  array: Array.isArray,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
}

const ignored: Keyword = () => true
const definition = (root: Schema, reference: unknown): unknown => schemaFrom(root.$defs)[String(reference).replace('#/$defs/', '')]

const keywords: Readonly<Record<string, Keyword>> = {
  $schema: ignored,
  $defs: ignored,
  title: ignored,
  description: ignored,
  $ref: (said, value, _, root) => accepts(definition(root, said), value, root),
  type: (said, value) => typed[String(said)]?.(value) === true,
  const: (said, value) => said === value,
  enum: (said, value) => listFrom(said).includes(value),
  anyOf: (said, value, _, root) => listFrom(said).some((one) => accepts(one, value, root)),
  pattern: (said, value) => typeof value !== 'string' || patternOf(said).test(value),
  maxLength: (said, value) => typeof value !== 'string' || [...value].length <= Number(said),
  minimum: (said, value) => typeof value !== 'number' || value >= Number(said),
  maximum: (said, value) => typeof value !== 'number' || value <= Number(said),
  exclusiveMaximum: (said, value) => typeof value !== 'number' || value < Number(said),
  minItems: (said, value) => !Array.isArray(value) || value.length >= Number(said),
  maxItems: (said, value) => !Array.isArray(value) || value.length <= Number(said),
  items: (said, value, _, root) => !Array.isArray(value) || value.every((item) => accepts(said, item, root)),
  required: (said, value) => !isObject(value) || listFrom(said).every((key) => Object.hasOwn(value, String(key))),
  properties: (said, value, _, root) => {
    const fields = schemaFrom(said)
    return (
      !isObject(value) || Object.entries(value).every(([key, field]) => !Object.hasOwn(fields, key) || accepts(fields[key], field, root))
    )
  },
  additionalProperties: (said, value, schema) => {
    if (said !== false) throw new Error('additionalProperties is false or absent')
    return !isObject(value) || Object.keys(value).every((key) => Object.hasOwn(schemaFrom(schema.properties), key))
  },
}

/** Whether a value is what a schema says; `root` holds the definitions. */
export const accepts = (schema: unknown, value: unknown, root: Schema): boolean => {
  const said = schemaFrom(schema)
  return Object.entries(said).every(([name, means]) => {
    const keyword = keywords[name]
    if (keyword === undefined) throw new Error(`a keyword that the checker does not know: ${name}`)
    return keyword(means, value, said, root)
  })
}
