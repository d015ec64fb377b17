// Recorded content for people to read: JSON without its quotes and braces where nothing is lost by it.

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

const BARE = /^[^\s,:{}[\]"'#][^,:{}[\]"\n]*$/
const LOOKS_OTHERWISE = /^(?:true|false|null|-?[\d.]+)$|\s$/

const scalar = (value: unknown): string => {
  if (typeof value !== 'string') return typeof value === 'bigint' ? value.toString() : JSON.stringify(value)
  return BARE.test(value) && !LOOKS_OTHERWISE.test(value) ? value : JSON.stringify(value)
}

/** A value on one line: `{edtf: 2023-06-15, words: "on 15 June"}`. */
export const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (!isObject(value)) return scalar(value)
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inline(inner)}`)
    .join(', ')}}`
}

/** An object with a line for each of its fields; anything else on one line. */
export const fieldByField = (value: unknown): string =>
  isObject(value) && Object.keys(value).length > 0
    ? Object.entries(value)
        .map(([key, inner]) => `${key}: ${inline(inner)}`)
        .join('\n')
    : inline(value)
