import type { RowSet } from './rows.js'

// Characters that act on a terminal, or make text read as other text, and that JSON.stringify leaves as they are.
const ACTING = /[\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/g

/** Any value as JSON over several lines: big integers as text, since JSON's readers would round them. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? inner.toString() : inner), 2).replace(
    ACTING,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** The rows as they are, as one JSON list; their fields in the order of the columns, so that equal answers are equal texts. */
export const json = ({ columns, rows }: RowSet): ReadonlyArray<string> => {
  const inOrder = rows.map((row) => Object.fromEntries(columns.map(([name]): [string, unknown] => [name, Reflect.get(row, name)])))
  return jsonText(inOrder).split('\n')
}
