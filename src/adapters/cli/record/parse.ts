import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { type Document, isAlias, isCollection, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'

// From text to a value in which every part knows its line. JSON is read by the same parser: it is YAML written with brackets.

/** A place in a file, counted from 1 as editors do. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** A value that was read from a file, with the way back to its places. */
export interface Parsed {
  readonly value: unknown
  /** Where the value at a path stands, or the nearest one around it; `atKey` for the place of its name. */
  readonly placeOf: (path: ReadonlyArray<string>, atKey?: boolean) => Place
  /** Where a text first stands as a value at or below a path. */
  readonly placeOfText: (text: string, path: ReadonlyArray<string>) => Place | undefined
}

/** The text is not YAML as it is read here. */
export interface NotReadable {
  readonly place: Place
  readonly why: string
}

/** How many characters one file may have. */
export const LONGEST_FILE = 4_000_000
/** How often anchors may be used in one file, what they hold counted with them. */
const MOST_ALIASES = 1_000

/** How deep lists and objects may stand within each other: more than any command has. */
const DEEPEST = 100
const TOO_DEEP = 'its lists or objects stand too deep within each other'

const START: Place = { line: 1, column: 1 }

/** Reads YAML 1.2 (core schema) or JSON: one document, names that occur once, no tags of one's own, a bounded number of aliases. */
export const parseText = (text: string): Either<ReadonlyArray<NotReadable>, Parsed> => {
  if (text.length > LONGEST_FILE) return E.left([{ place: START, why: `the file has more than ${LONGEST_FILE} characters; split it` }])
  try {
    return parsed(text)
  } catch (error) {
    // Thousands of brackets within each other exhaust the parser's stack, aliases of aliases its count: both are told as faults of the file.
    return E.left([{ place: START, why: whyOf(error) }])
  }
}

const whyOf = (error: unknown): string => {
  if (error instanceof RangeError) return TOO_DEEP
  return error instanceof ReferenceError ? 'it uses aliases too often' : `the parser fails on it (${String(error)})`
}

const parsed = (text: string): Either<ReadonlyArray<NotReadable>, Parsed> => {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    // At 'silent' a second document would be passed over.
    logLevel: 'error',
  })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    place: at(pos[0]),
    why: /call stack/i.test(message) ? TOO_DEEP : uncapitalised(message),
  }))
  const unusable = [...faults, ...depthFaults(document, at), ...aliasFaults(document, at)]
  if (unusable.length > 0) return E.left(unusable)
  const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
  return E.right({
    value,
    placeOf: (path, atKey = false) => at(found(document, path, atKey).offset),
    placeOfText: (text, path) => {
      const offset = offsetOfText(found(document, path, false).node, text)
      return offset === undefined ? undefined : at(offset)
    },
  })
}

const uncapitalised = (message: string): string => `${message.charAt(0).toLowerCase()}${message.slice(1).replace(/\.$/, '')}`

/** An alias that names nothing, or something that it stands in itself. */
const aliasFaults = (document: Document, at: (offset: number) => Place): ReadonlyArray<NotReadable> => {
  const faults: Array<NotReadable> = []
  visit(document, {
    Alias: (_, alias) => {
      const offset = startOf(alias) ?? 0
      const target = alias.resolve(document)
      if (target === undefined) faults.push({ place: at(offset), why: `nothing before it is called &${alias.source}` })
      else if ((startOf(target) ?? 0) <= offset && offset < (target.range?.[1] ?? 0))
        faults.push({ place: at(offset), why: `*${alias.source} stands within itself` })
    },
  })
  return faults
}

/** The first list or object that stands too deep; what aliases stand for is as deep as where it is written, at most. */
const depthFaults = (document: Document, at: (offset: number) => Place): ReadonlyArray<NotReadable> => {
  const faults: Array<NotReadable> = []
  visit(document, {
    Collection: (_, node, path) => {
      if (path.length <= DEEPEST || path.filter(isCollection).length < DEEPEST) return undefined
      faults.push({ place: at(startOf(node) ?? 0), why: TOO_DEEP })
      return visit.BREAK
    },
  })
  return faults
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

interface Found {
  readonly node: unknown
  readonly offset: number
}

const found = (document: Document, path: ReadonlyArray<string>, atKey: boolean): Found => {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const [depth, key] of path.entries()) {
    const next = within(document, node, key, atKey && depth === path.length - 1)
    if (next === undefined) break
    node = next.node
    offset = next.offset ?? offset
  }
  return { node, offset }
}

const within = (
  document: Document,
  node: unknown,
  key: string,
  atKey: boolean,
): { readonly node: unknown; readonly offset: number | undefined } | undefined => {
  const here = isAlias(node) ? node.resolve(document) : node
  if (isSeq(here)) {
    const item = here.items[Number(key)]
    return item === undefined ? undefined : { node: item, offset: startOf(item) }
  }
  const pair = isMap(here) ? here.items.find((one) => isScalar(one.key) && String(one.key.value) === key) : undefined
  if (pair === undefined) return undefined
  // What begins on the next line is better told by the line of its name.
  return { node: pair.value, offset: startOf(!atKey && isScalar(pair.value) && pair.value.value !== null ? pair.value : pair.key) }
}

const offsetOfText = (node: unknown, text: string): number | undefined => {
  if (!isNode(node)) return undefined
  let offset: number | undefined
  visit(node, {
    Scalar: (key, scalar) => {
      if (key === 'key' || scalar.value !== text) return undefined
      offset = startOf(scalar)
      return visit.BREAK
    },
  })
  return offset
}
