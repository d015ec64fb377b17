/**
 * Why a value was not accepted: the place in the input, what was expected there, and what was given (shortened, never the whole input).
 * Every parser of the vocabulary rejects with it; nothing is thrown.
 */
export interface Invalid {
  readonly _tag: 'Invalid'
  /** Where in the input, in dots and brackets: `signedOn.edtf`, `parties[1]`; empty for the value itself. */
  readonly path: string
  readonly expected: string
  readonly given: string
}

const LONGEST_GIVEN = 60

const shown = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? `a list of ${value.length}` : 'an object'
    case 'undefined':
      return 'nothing'
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'symbol':
    case 'function':
      return `a ${typeof value}`
  }
}

/** Says what was expected and what came instead. */
export const invalid = (expected: string, given: unknown, path = ''): Invalid => {
  const text = shown(given)
  return { _tag: 'Invalid', path, expected, given: text.length > LONGEST_GIVEN ? `${text.slice(0, LONGEST_GIVEN)}…` : text }
}
