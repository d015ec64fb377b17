import type { JsonSchema } from './codec/codec.js'
import { idSchema } from './codec/simple.js'

// The vocabulary's values for those who check them before they are sent. What no schema can say (a day that is in no month, a range from the
// higher to the lower) is left to the ledger; a test compares the two, value by value.

const object = (
  description: string,
  required: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema => ({
  description,
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
  additionalProperties: false,
})

const line = (longest: number): JsonSchema => ({ type: 'string', maxLength: longest, pattern: '^(?=.*\\S)[^\\p{Cc}]*$' })
const longText: JsonSchema = { type: 'string', maxLength: 500, pattern: '^(?=[\\s\\S]*\\S)(?:[^\\p{Cc}]|\\n|\\t)*$' }
const figure: JsonSchema = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
const amount: JsonSchema = { type: 'number', minimum: 0, exclusiveMaximum: 1e11 }
const words = { words: longText }

/** A day of the calendar. */
export const civilDateSchema: JsonSchema = {
  description: 'a day, YYYY-MM-DD',
  type: 'string',
  pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
}

/** A language tag. */
export const languageSchema: JsonSchema = {
  description: 'a language tag, such as en or zh-Hant',
  type: 'string',
  pattern: '^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,6}$',
}

const edtf: JsonSchema = {
  description: 'a date in EDTF, in quotes where it is a year alone: 2023-12-18, 2023-09, "2023", 2024-12-01~ (vague), 2024-12/.. (open)',
  type: 'string',
  maxLength: 23,
  pattern: '^[0-9X.~?%/-]+$',
}

/** A date as a source states it. */
export const statedDateSchema: JsonSchema = object(
  'a date as it is stated',
  { edtf },
  {
    words: { ...longText, description: "the source's words" },
    yearFrom: { description: 'where the year comes from', enum: ['text', 'source', 'recorder'] },
    within: object('a window', { from: civilDateSchema, to: civilDateSchema }),
    derived: { description: 'present where no source states the date', enum: ['signing', 'start and length', 'issue date'] },
  },
)

const numbered = (description: string, number: JsonSchema, tolerance: Readonly<Record<string, JsonSchema>>): JsonSchema => {
  const kind = (name: string, rest: Readonly<Record<string, JsonSchema>> = {}): JsonSchema =>
    object(description, { kind: { const: name }, n: number }, { ...rest, ...words })
  return {
    anyOf: [
      kind('exact'),
      kind('about', tolerance),
      kind('more than'),
      kind('at least'),
      kind('less than'),
      kind('at most'),
      object('from the lower to the higher', { kind: { const: 'between' }, from: number, to: number }, words),
      object('not known', { kind: { const: 'unknown' } }, words),
    ],
  }
}

/** A number of people or things, as it is stated. */
export const countSchema: JsonSchema = numbered('a count', figure, { tolerance: figure })

/** A measured number. */
export const quantitySchema: JsonSchema = numbered('a quantity', amount, {})

/** A number of days, weeks, months or years. */
export const spanSchema: JsonSchema = object('a span', {
  n: { type: 'integer', minimum: 1, maximum: 10_000 },
  unit: { enum: ['day', 'week', 'month', 'year'] },
})

/** How long something takes. */
export const lengthSchema: JsonSchema = {
  anyOf: [
    object('a length', { kind: { const: 'exact' }, span: spanSchema }, words),
    object('a length, roughly', { kind: { const: 'about' }, span: spanSchema }, words),
    object('from the shorter to the longer', { kind: { const: 'between' }, from: spanSchema, to: spanSchema }, words),
  ],
}

/** From when to when, as far as it is stated. */
export const periodSchema: JsonSchema = object(
  'a period, as far as it is stated',
  {},
  { start: statedDateSchema, end: statedDateSchema, length: lengthSchema, startsStaggered: { const: true } },
)

/** A name in one language. */
export const nameSchema: JsonSchema = object(
  'a name in one language',
  { text: line(300), language: languageSchema },
  { kind: { enum: ['official', 'alias', 'romanised', 'translated', 'former'] }, from: statedDateSchema, to: statedDateSchema },
)

/** In what capacity somebody acts. */
export const capacitySchema: JsonSchema = object(
  'a capacity: the title as used that day',
  { title: line(300) },
  { of: idSchema('organisation'), post: idSchema('post') },
)
