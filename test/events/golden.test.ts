import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '../../src/domain/kernel/recorded.js'
import { catalogue } from '../../src/events/catalogue.js'
import { Codec } from '../../src/events/codec/codec.js'
import { ObjectCodec, UnionCodec } from '../../src/events/codec/object.js'
import { formatOf } from '../../src/events/format.js'
import { kernelCatalogue } from '../../src/events/kernel.js'

/*
 * One frozen example (or more, `<Type>.<schema>.<variant>.json`) of each event type in each schema it was ever written in. Whatever else
 * changes, these are read; the newest of each is written back byte for byte; and none of them is read with anything wrong in it.
 */

const FOLDER = join(import.meta.dirname, 'golden')
const FROZEN = 'frozen.json'

interface Golden {
  readonly file: string
  readonly type: string
  readonly schema: number
  readonly data: object
}

const contentOf = (file: string): string => readFileSync(join(FOLDER, file), 'utf8')
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json') && file !== FROZEN)
const goldens = files.sort().map((file): Golden => ({ file, ...JSON.parse(contentOf(file)) }))

const format = formatOf(catalogue)
const codecs: ReadonlyMap<string, Codec<unknown>> = new Map(
  Object.entries({ ...catalogue, ...kernelCatalogue(catalogue) }).map(([type, { codec }]) => [type, codec as Codec<unknown>]),
)

const commandId = '01927f60-0000-7000-8000-000000000000'
const metadata = {
  commandId,
  commandDigest: 'hmac-sha256:00',
  correlationId: commandId,
  actor: 'clerk-7',
  mode: 'report',
  sources: ['source-s0'],
} as const

const stored = ({ type, schema }: Pick<Golden, 'type' | 'schema'>, data: unknown): StoredEvent => ({
  id: '01927f60-0000-8000-8000-000000000001',
  type,
  schema,
  data: JSON.stringify(data),
  metadata: JSON.stringify(metadata),
  stream: 'agreement-golden',
  revision: 0n,
  position: 7n,
  recordedAt: '2026-01-05T09:00:00.000Z',
})

const decoded = (golden: Golden) => {
  const recorded = format.decode(stored(golden, golden.data))
  if (E.isLeft(recorded)) throw new Error(`${golden.file} is not read: ${JSON.stringify({ ...recorded.left, revision: 0, position: 7 })}`)
  return recorded.right
}

const rewritten = (golden: Golden) => format.encode(decoded(golden).event, metadata, 'any')

// ── The list is complete ────────────────────────────────────────────────────

describe('the golden events', () => {
  it('show every type in every schema', () => {
    const missing = [...codecs.keys()].flatMap((type) => {
      const own = goldens.filter((golden) => golden.type === type)
      const newest = Math.max(1, ...own.map((golden) => rewritten(golden).schema))
      const schemas = Array.from({ length: newest }, (_, index) => index + 1)
      return schemas.filter((schema) => !own.some((golden) => golden.schema === schema)).map((schema) => `${type}.${schema}.json`)
    })
    expect(missing, 'write an example of each').toStrictEqual([])
  })

  it.each(goldens)('$file is named after its type and schema', ({ file, ...golden }) => {
    expect(Object.keys(golden)).toStrictEqual(['type', 'schema', 'data'])
    expect(file).toMatch(new RegExp(`^${golden.type}[.]${golden.schema}([.][a-z-]+)?[.]json$`))
  })

  const sha256 = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(FOLDER, file)))
      .digest('hex')
  const listed: { readonly [file: string]: string } = existsSync(join(FOLDER, FROZEN)) ? JSON.parse(contentOf(FROZEN)) : {}

  it('are never edited', () => {
    const edited = Object.keys(listed).filter((file) => !files.includes(file) || sha256(file) !== listed[file])
    expect(
      edited,
      'a stored format is never edited, nor taken away: bring the file back, and write a newer schema beside it',
    ).toStrictEqual([])
  })

  it('are all frozen', () => {
    const fresh = files.filter((file) => listed[file] === undefined).map((file) => `  "${file}": "${sha256(file)}",`)
    const freeze = `node -e 'const f=require("fs"),d="test/events/golden/",p=d+"${FROZEN}",l=f.existsSync(p)?JSON.parse(f.readFileSync(p)):{};for(const n of f.readdirSync(d).sort())if(n.endsWith(".json")&&n!=="${FROZEN}")l[n]??=require("crypto").createHash("sha256").update(f.readFileSync(d+n)).digest("hex");f.writeFileSync(p,JSON.stringify(l,null,2)+"\\n")'`
    expect(
      fresh.join('\n'),
      `add these lines to test/events/golden/${FROZEN}; this adds what is missing, and changes nothing:\n${freeze}\n`,
    ).toBe('')
  })
})

// ── They are read, and written back ─────────────────────────────────────────

describe.each(goldens)('$file', (golden) => {
  it('is read, and written back byte for byte if its schema is the newest', () => {
    expect(decoded(golden).event.type).toBe(golden.type)
    const { type, schema, data } = rewritten(golden)
    expect(type).toBe(golden.type)
    expect(schema).toBeGreaterThanOrEqual(golden.schema)
    if (schema === golden.schema) expect(data).toBe(JSON.stringify(golden.data))
    else expect(decoded({ ...golden, schema, data: JSON.parse(data) }).event).toStrictEqual(decoded(golden).event)
  })

  it('is not read under a type or a schema that the ledger does not know', () => {
    const place = { stream: 'agreement-golden', revision: 0n, position: 7n }
    const ofType = format.decode(stored({ ...golden, type: `${golden.type}Anew` }, golden.data))
    expect(ofType).toStrictEqual(E.left({ _tag: 'UnknownEventType', ...place, type: `${golden.type}Anew`, schema: golden.schema }))
    for (const schema of [0, 99]) {
      const ofSchema = format.decode(stored({ ...golden, schema }, golden.data))
      expect(ofSchema).toStrictEqual(E.left({ _tag: 'UnknownEventType', ...place, type: golden.type, schema }))
    }
  })

  it('is not read with anything in it that is one too many, missing or of another kind', () => {
    const isNewest = rewritten(golden).schema === golden.schema
    const wrongly = mutationsOf(golden.data, isNewest ? codecs.get(golden.type) : undefined).flatMap((mutation) => {
      const outcome = format.decode(stored(golden, mutation.data))
      const complaint = complaintAbout(mutation, outcome)
      return complaint === undefined ? [] : [`${mutation.told} ${mutation.path}: ${complaint}`]
    })
    expect(wrongly).toStrictEqual([])
  })
})

// ── What can be wrong with one of them ──────────────────────────────────────

interface Mutation {
  readonly told: 'one too many' | 'missing' | 'of another kind'
  readonly path: string
  readonly data: unknown
  /** Whether the codec says that the mutated value is still well-formed; `unknown` inside values of the vocabulary, which know by themselves. */
  readonly fits: boolean | 'unknown'
}

/** What a reported conflict rests on is kept as it was told, whatever it is. */
const ANYTHING_GOES = /^facts[.[]/

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const without = (value: object, key: string): object => Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
const inside = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/** Every way to spoil one place of a value. */
const mutationsOf = (
  value: unknown,
  codec: Codec<unknown> | undefined,
  path = '',
  put: (part: unknown) => unknown = (whole) => whole,
): ReadonlyArray<Mutation> => {
  const own: Array<Mutation> = path === '' ? [] : [ofAnotherKind(value, path, put)]
  if (Array.isArray(value)) {
    const items = value.flatMap((item, index) =>
      mutationsOf(item, partsOf(codec, [item])[0]?.codec, `${path}[${index}]`, (part) => put(value.toSpliced(index, 1, part))),
    )
    return [...own, ...items].filter(isBound)
  }
  if (!isRecord(value)) return own.filter(isBound)
  const parts = partsOf(codec, [value])
  own.push({ told: 'one too many', path: inside(path, 'surplus'), data: put({ ...value, surplus: 1 }), fits: false })
  const fields = Object.keys(value).flatMap((key): ReadonlyArray<Mutation> => {
    const part = parts.find((one) => one.key === key)
    const missing: Mutation = {
      told: 'missing',
      path: inside(path, key),
      data: put(without(value, key)),
      fits: part?.optional ?? 'unknown',
    }
    return [missing, ...mutationsOf(value[key], part?.codec, inside(path, key), (changed) => put({ ...value, [key]: changed }))]
  })
  return [...own, ...fields].filter(isBound)
}

const isBound = ({ path }: Mutation): boolean => !ANYTHING_GOES.test(path)

const ofAnotherKind = (value: unknown, path: string, put: (part: unknown) => unknown): Mutation => ({
  told: 'of another kind',
  path,
  data: put(typeof value === 'object' ? 7 : { another: 'kind' }),
  fits: false,
})

const complaintAbout = ({ path, fits }: Mutation, outcome: ReturnType<typeof format.decode>): string | undefined => {
  if (E.isRight(outcome)) return fits === false ? 'was read all the same' : undefined
  if (fits === true) return 'may be absent, and was not read'
  if (outcome.left._tag !== 'UndecodableEvent') return `is ${outcome.left._tag}`
  const named = outcome.left.path
  const isNamed = named === path || (named !== '' && (path.startsWith(`${named}.`) || path.startsWith(`${named}[`)))
  return isNamed ? undefined : `is said to be at '${named}'`
}

// ── Every optional field is shown ───────────────────────────────────────────

interface Part {
  readonly key: string
  readonly codec: Codec<unknown>
  readonly optional: boolean
  readonly values: ReadonlyArray<unknown>
}

const NEVER_VALID = { 'no such field': 1 }

/** The codec of what stands under a key of a value that a codec complains about: lists and wrappers keep theirs to themselves. */
const complainedOf = (codec: Codec<unknown>, probe: unknown, key: string): Codec<unknown> | undefined => {
  const validated = codec.validate(probe, [{ key: '', type: codec }])
  const types = E.isLeft(validated) ? validated.left.map(({ context }) => context.find((entry) => entry.key === key)?.type) : []
  return types.find((type) => type instanceof Codec)
}

/** The codecs that one is made of, each with what stands in its place in the values given. Values of the vocabulary have no parts. */
const partsOf = (codec: Codec<unknown> | undefined, values: ReadonlyArray<unknown>): ReadonlyArray<Part> => {
  if (codec instanceof ObjectCodec) {
    const fields: ObjectCodec<unknown>['fields'] = codec.fields
    return fields.map((field) => ({
      ...field,
      values: values.flatMap((value) => (isRecord(value) && value[field.key] !== undefined ? [value[field.key]] : [])),
    }))
  }
  if (codec instanceof UnionCodec) {
    const members: UnionCodec<unknown>['members'] = codec.members
    return [...members.values()].flatMap((member) => {
      const own = values.filter((value) => member.is(value))
      return values.length === 0 || own.length > 0 ? partsOf(member, own) : []
    })
  }
  if (codec === undefined) return []
  const item = complainedOf(codec, [NEVER_VALID], '0') ?? complainedOf(codec, [NEVER_VALID, NEVER_VALID], '0')
  if (item !== undefined) return [{ key: '[]', codec: item, optional: false, values: values.filter(Array.isArray).flat() }]
  const named = complainedOf(codec, { _tag: 'named', value: NEVER_VALID }, 'value')
  if (named === undefined) return []
  const stated = values.flatMap((value) => (isRecord(value) && 'value' in value ? [value.value] : []))
  return [{ key: 'value', codec: named, optional: false, values: stated }]
}

const neverShown = (codec: Codec<unknown>, values: ReadonlyArray<unknown>, path: string): ReadonlyArray<string> =>
  partsOf(codec, values).flatMap((part) => {
    const place = inside(path, part.key)
    return part.optional && part.values.length === 0 ? [place] : neverShown(part.codec, part.values, place)
  })

describe.each([...codecs])('%s', (type, codec) => {
  it('has every field that may be absent in one of its golden events', () => {
    const shown = goldens.filter((golden) => golden.type === type && rewritten(golden).schema === golden.schema)
    expect(
      neverShown(
        codec,
        shown.map(({ data }) => data),
        '',
      ),
    ).toStrictEqual([])
  })
})
