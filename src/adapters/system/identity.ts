import { createHmac, hash } from 'node:crypto'
import { v7 } from 'uuid'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Identity } from '../../domain/kernel/identity.js'

/**
 * JSON with the keys of every object in order of code units, so that equal values have equal texts. A bigint has no JSON form: it is written as a
 * tagged text, so that 1n is told apart from 1 and from "1". Written out by hand: a replacer takes three times as long, for every command.
 * @example
 * canonical({ b: 1, a: [2] }) // => '{"a":[2],"b":1}'
 */
export const canonical = (value: unknown): string => {
  if (typeof value === 'bigint') return `{"$bigint":"${value}"}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  let parts = ''
  if (Array.isArray(value)) {
    for (const item of value) parts += parts === '' ? canonical(item) : `,${canonical(item)}`
    return `[${parts}]`
  }
  for (const key of inOrder(Object.keys(value))) {
    const field: unknown = Reflect.get(value, key)
    if (field !== undefined) parts += `${parts === '' ? '' : ','}${JSON.stringify(key)}:${canonical(field)}`
  }
  return `{${parts}}`
}

const FEW = 32

/** Few keys are sorted where they stand: `sort` makes lists of its own, for every object of every command. */
const inOrder = (keys: string[]): ReadonlyArray<string> => {
  if (keys.length > FEW) return keys.sort()
  for (let i = 1; i < keys.length; i += 1) {
    const key = keys[i] ?? ''
    let to = i
    for (let before = keys[to - 1]; before !== undefined && before > key; before = keys[to - 1]) keys[to--] = before
    keys[to] = key
  }
  return keys
}

const VERSION_8 = '8'
const VARIANTS = '89ab'

/** The first 48 bits of a version 7 id are its instant: ids of events then rise with time, and an index over them grows at its end. */
const uuid8 = (commandId: string, digest: string): string => {
  const time = commandId.slice(0, 13)
  const variant = VARIANTS.charAt(Number.parseInt(digest.charAt(3), 16) % 4)
  return `${time}-${VERSION_8}${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`
}

/**
 * The id of the index-th event that a command records on a stream: the same for the same three, so that an entry can be named before it is
 * recorded, and an append that is sent again has the same ids.
 * @example
 * eventIdOf('018f0000-0000-7000-8000-000000000001', 'agreement-nag', 0) // => eventIdOf('018f0000-0000-7000-8000-000000000001', 'agreement-nag', 0)
 */
export const eventIdOf = (commandId: string, stream: StreamName, index: number): string => {
  // One id has two spellings; its events have one.
  const command = commandId.toLowerCase()
  return uuid8(command, hash('sha256', JSON.stringify([command, stream, index]), 'hex'))
}

/**
 * Ids by `uuid` and SHA-256; digests are HMAC-SHA-256 (base64url) under the ledger's key, over JSON with sorted keys, so that
 * a value that was erased cannot be found again by trying candidates.
 * @example
 * systemIdentity(new Uint8Array(32)).digest({ a: 1, b: 2 }) // => systemIdentity(new Uint8Array(32)).digest({ b: 2, a: 1 })
 */
export const systemIdentity = (key: Uint8Array): Identity => ({
  commandId: () => v7(),
  eventId: eventIdOf,
  digest: (value) => createHmac('sha256', key).update(canonical(value)).digest('base64url'),
})
