import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { releases } from '../../examples/releases/index.js'
import { categories } from '../../src/domain/vocabulary/id.js'
import type { Invalid } from '../../src/domain/vocabulary/invalid.js'
import { type Described, problemsOf } from '../../src/events/codec/codec.js'
import { ObjectCodec } from '../../src/events/codec/object.js'
import { routes } from '../../src/events/routes.js'
import { commandFileSchema } from '../../src/events/schema.js'
import { accepts } from './schema-checker.js'
import { SCHEMA_FILE, schemaText } from './schema-text.js'

const schema = commandFileSchema()
const definitions: Readonly<Record<string, unknown>> = Object(schema.$defs)

const fields = (codec: Described): ReadonlyArray<string> => (codec instanceof ObjectCodec ? codec.fields.map(({ key }) => key) : [])

const GOLDEN = new URL('./golden/', import.meta.url)
const golden = readdirSync(GOLDEN).flatMap((file): ReadonlyArray<object> => {
  const { data } = JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8'))
  return data === undefined ? [] : [data]
})

/** A command of each type, made of the golden event that it fits, and those of the press releases. */
const examples = categories.flatMap((category) =>
  [...routes[category].codecs].flatMap(([type, codec]) => {
    const isOwn = routes[category].types.includes(type)
    const name = isOwn ? type : `${type}-${category}`
    if (!(codec instanceof ObjectCodec)) return []
    const wanted = fields(codec)
    const stream = { stream: `${category}-1` }
    const made = golden.map((data) => {
      const picked = Object.entries(data).filter(([key]) => wanted.includes(key))
      return { type, ...(isOwn ? {} : stream), ...Object.fromEntries(picked) }
    })
    const said = releases.flatMap(({ says }) => says.map(({ command }): object => command))
    // The more of its fields are there, the more is tried.
    const fitting = [...made, ...said]
      .filter((command) => codec.is(command) && (isOwn || (Reflect.get(command, 'stream') ?? '').startsWith(`${category}-`)))
      .sort((a, b) => Object.keys(b).length - Object.keys(a).length)
    return fitting.slice(0, 3).map((command) => ({ name, codec, command }))
  }),
)

const isAccepted = (name: string, value: unknown): boolean => accepts(definitions[name], value, schema)

describe('the schema of commands', () => {
  it('is shipped as it is made: run "npm run schema" where this fails', () => {
    expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(schemaText())
    expect(JSON.parse(schemaText())).toStrictEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('knows every command', () => {
    const types = Object.values(routes).flatMap((route) => route.types)
    expect(types.filter((type) => definitions[type] === undefined)).toStrictEqual([])
    expect(types.length).toBeGreaterThan(90)
  })

  it('says of every value what it is', () => {
    const bare = JSON.stringify(schema).match(/\{"description":"[^"]*"\}/g)
    expect(bare ?? []).toStrictEqual([])
  })

  it('leaves to a file the two names that no command has for itself', () => {
    const taken = Object.values(routes).flatMap(({ codecs }) =>
      [...codecs.values()].flatMap(fields).filter((key) => key === 'id' || key === 'context'),
    )
    expect(taken).toStrictEqual([])
  })

  it('has an example of nearly every command to be tried on', () => {
    const types = Object.values(routes).flatMap((route) => route.types)
    const tried = new Set(examples.map(({ name }) => name))
    expect(types.filter((type) => !tried.has(type)).length / types.length).toBeLessThan(0.1)
  })

  it('accepts every example', () => {
    expect(examples.filter(({ name, command }) => !isAccepted(name, command)).map(({ command }) => command)).toStrictEqual([])
  })

  it.each(releases)('accepts the file of $id', ({ id }) => {
    const file = new URL(`../../examples/releases/${id.toLowerCase()}.yaml`, import.meta.url)
    expect(accepts(schema, parse(readFileSync(file, 'utf8')), schema)).toBe(true)
  })
})

// ── What goes wrong in a file ───────────────────────────────────────────────

const strange: ReadonlyArray<unknown> = [
  null,
  true,
  false,
  0,
  -1,
  7,
  1.5,
  1e12,
  '',
  ' ',
  'x',
  'x\u0001',
  'two\nlines',
  'x'.repeat(301),
  'x'.repeat(10_001),
  [],
  {},
  [1],
  { a: 1 },
  'yes',
  'exact',
  'agreement-1',
  'agreement-',
  'batch-1#c',
  'person-1',
  '2023-06-15',
  '2023-13-01',
  '2023',
  2023,
  'en',
  '018f0000-0000-7000-8000-000000000000',
  'none',
]

type Change = { readonly at: number; readonly how: 'drop' | 'add' | 'put'; readonly put: unknown }
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('drop', 'add', 'put', 'put', 'put'),
  put: fc.constantFrom(...strange),
})

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const placesIn = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> =>
  isObject(value) ? Object.keys(value).flatMap((key) => [[...path, key], ...placesIn(value[key], [...path, key])]) : []

const changed = (command: object, { at, how, put }: Change): object => {
  const copy: unknown = structuredClone(command)
  const places = placesIn(copy)
  const path = places[at % places.length] ?? []
  let around = copy
  for (const key of path.slice(0, -1)) around = isObject(around) ? around[key] : undefined
  const key = path.at(-1) ?? ''
  if (isObject(around)) {
    if (how === 'put') around[key] = put
    else if (Array.isArray(around)) around.splice(Number(key), 1)
    else if (how === 'drop') delete around[key]
    else around.surplus = put
  }
  return Object(copy)
}

/** What no schema can say: told by the decoder alone. */
const BEYOND = [
  /^an EDTF date/,
  /^a day of the calendar/,
  /range/,
  /does not end before/,
  /normalisation form/,
  /at most four decimals/,
  /number, not negative/,
]

const isBeyond = ({ expected }: Invalid): boolean => BEYOND.some((one) => one.test(expected))

const all = examples.filter(({ name }) => !name.includes('-'))

/** What a schema says of changed commands, beside what their decoder says. */
const agreement = (root: Readonly<Record<string, unknown>>) =>
  fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 2 }), (nth, changes) => {
    const example = all[nth % all.length]
    if (example === undefined) return
    const { name, codec, command } = example
    const value = changes.reduce(changed, command)
    const decoded = codec.decode(value)
    const faults = E.isLeft(decoded) ? problemsOf(decoded.left) : []
    const says = accepts(Object(root.$defs)[name], value, root)
    if (faults.length === 0) expect([value, says]).toStrictEqual([value, true])
    else if (!faults.some(isBeyond)) expect([value, faults, says]).toStrictEqual([value, faults, false])
  })

describe('the schema and the decoder', () => {
  it('agree on commands with anything wrong in them', () => fc.assert(agreement(schema), { numRuns: 3_000 }))

  it.each([
    ['"additionalProperties":false', '"title":""'],
    ['"required":', '"title":'],
    ['"pattern":', '"title":'],
    ['"maxLength":', '"title":'],
    ['"minItems":', '"title":'],
    ['"enum":', '"title":'],
    ['"type":"integer"', '"type":"string"'],
  ])('are found to differ where %s is lost', (keyword, instead) => {
    const broken: unknown = JSON.parse(JSON.stringify(schema).replaceAll(keyword, instead))
    expect(fc.check(agreement(Object(broken)), { numRuns: 3_000 }).failed).toBe(true)
  })
})
