// Recorded content for people to read: JSON without the quotes and braces that nobody needs to tell values apart.

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const BARE = /^[^\s,:{}[\]"'#-][^,:{}[\]\n]*$/
// At the end of a line nothing follows that a comma or colon could be taken for.
const BARE_AT_END = /^[^\s:{}[\]"'#-][^\n]*$/
const LOOKS_OTHERWISE = /^(?:true|false|null|[\d.]+(?:e\d+)?)$|\s$/i

const scalar = (value: unknown, bare = BARE): string => {
  if (typeof value !== 'string') return typeof value === 'bigint' ? value.toString() : String(JSON.stringify(value))
  return bare.test(value) && !LOOKS_OTHERWISE.test(value) ? value : JSON.stringify(value)
}

const atEnd = (value: unknown): string => (typeof value === 'string' ? scalar(value, BARE_AT_END) : inline(value))

/** A value on one line: `{edtf: 2023-06-15, words: "on 15 June, at noon"}`. */
export const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (!isObject(value)) return scalar(value)
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inline(inner)}`)
    .join(', ')}}`
}

const LONGEST_LINE = 72

const isShort = (value: unknown): boolean => inline(value).length <= LONGEST_LINE

/** A value over as many lines as it needs: a line for each field, and what is long inside a field on lines of its own below it. */
export const fieldByField = (value: unknown): string => linesOf(value).join('\n')

const linesOf = (value: unknown): ReadonlyArray<string> => {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item) => (isShort(item) ? [`- ${atEnd(item)}`] : indented(linesOf(item), '- ')))
  if (!isObject(value) || Object.keys(value).length === 0) return [atEnd(value)]
  return Object.entries(value).flatMap(([key, inner]) =>
    isShort(inner) || typeof inner !== 'object' ? [`${key}: ${atEnd(inner)}`] : [`${key}:`, ...indented(linesOf(inner))],
  )
}

const indented = (lines: ReadonlyArray<string>, before = '  '): ReadonlyArray<string> =>
  lines.map((line, at) => `${at === 0 ? before : '  '}${line}`)
