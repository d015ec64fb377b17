import { writeFileSync } from 'node:fs'
import { SCHEMA_FILE, schemaText } from './schema-text.js'

// npm run schema: writes docs/commands.schema.json anew from the codecs.
writeFileSync(SCHEMA_FILE, schemaText())
