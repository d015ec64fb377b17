import type { Entry } from './entry.js'

/** What a filter of a $all read looks at, and by which of the two ways. */
export interface FilterText {
  readonly on: 'type' | 'stream'
  readonly regex: string
  readonly prefixes: ReadonlyArray<string>
}

/** A regular expression wins over prefixes. Throws where it does not parse, as the server does (whose syntax is .NET's, not this one). */
export const matcher = ({ on, regex, prefixes }: FilterText): ((entry: Entry) => boolean) => {
  const textOf = (entry: Entry): string => (on === 'type' ? entry.type : entry.stream)
  if (regex === '') return (entry) => prefixes.some((prefix) => textOf(entry).startsWith(prefix))
  const expression = new RegExp(regex)
  return (entry) => expression.test(textOf(entry))
}
