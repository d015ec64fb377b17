import { commandFileSchema } from '../../src/events/schema.js'

/** Where the schema stands that is shipped. */
export const SCHEMA_FILE = new URL('../../docs/commands.schema.json', import.meta.url)

/** The schema as it is shipped: one definition on a line, so that a change of one command changes one line. */
export const schemaText = (): string => {
  const { $defs, ...frame } = commandFileSchema()
  const definitions = Object.entries(Object($defs)).map(([name, schema]) => `    ${JSON.stringify(name)}: ${JSON.stringify(schema)}`)
  const top = Object.entries(frame).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `{\n${top.join(',\n')},\n  "$defs": {\n${definitions.join(',\n')}\n  }\n}\n`
}
