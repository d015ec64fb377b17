import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { parseAddress } from '../eventstoredb/address.js'
import type { Problem } from './problem.js'

/** Where a ledger is kept, as `--store` says it. */
export type StoreAddress =
  | { readonly _tag: 'sqlite'; readonly file: string }
  | { readonly _tag: 'memory' }
  /** The connection string may hold a password: it is shown by `showStore` only. `keys` is a file of this machine with the keys of people. */
  | { readonly _tag: 'esdb'; readonly connectionString: string; readonly keys?: string }

/** Used where neither `--store` nor `PROGRAMME_LEDGER_STORE` says otherwise. */
export const DEFAULT_STORE = 'sqlite:ledger.db'

const EXPECTED = 'sqlite:FILE, esdb://… or memory:'
// One letter before the colon is a Windows drive, not a scheme.
const SCHEME = /^([a-z][a-z0-9+.-]+):/i
const ADDRESS_OF_ELSEWHERE = /^[a-z][a-z0-9+.-]+:|^\/\/[^/]|^:memory:$/i
const UNSAFE = /\p{Cc}/u

/**
 * An address that may be shown: whatever stands before its last `@` may be a password, and so may what follows a question mark.
 * @example
 * redacted('postgres://clerk:secret@db.example/ledger') // => 'postgres://***@db.example/ledger'
 */
export const redacted = (address: string): string =>
  address.replace(/^([a-z][a-z0-9+.-]*:\/\/|sqlite:(?:\/\/)?)?.*@/is, (_, start = '') => `${start}***@`).replace(/\?.*$/s, '?***')

/** Reads `sqlite:FILE`, `esdb://…` or `memory:`; a file is a path of this machine, nothing else. */
export const parseStore = (text: string, at = '--store'): Either<Problem, StoreAddress> => {
  const wrong = (expected: string, given = JSON.stringify(redacted(text))): Either<Problem, never> =>
    E.left({ _tag: 'WrongUsage', wrong: [{ at, expected, given }] })
  if (text === 'memory:') return E.right({ _tag: 'memory' })
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return wrong(EXPECTED)
  if (scheme === 'memory') return wrong('memory: with nothing after it')
  if (scheme === 'esdb' || scheme === 'esdb+discover') {
    // Half a password may stand anywhere in an address that cannot be read.
    const address = parseAddress(text)
    return E.isLeft(address)
      ? wrong(`an address of EventStoreDB (${address.left})`, `"${scheme}://***"`)
      : E.right({ _tag: 'esdb', connectionString: text })
  }
  // Without two slashes it may be a user's name.
  if (scheme !== 'sqlite') return wrong(text.includes(`${scheme}://`) ? `${EXPECTED} (this version knows no ${scheme}: stores)` : EXPECTED)
  const file = text.slice('sqlite:'.length)
  if (file === '' || UNSAFE.test(file) || ADDRESS_OF_ELSEWHERE.test(file)) return wrong('a path to a file of this machine after sqlite:')
  return E.right({ _tag: 'sqlite', file })
}

/** An address with the file in which the keys of people are kept, where the store has no place of its own for them. */
export const keyedBy = (address: StoreAddress, keys: string | undefined): StoreAddress =>
  address._tag === 'esdb' && keys !== undefined ? { ...address, keys } : address

/** The address for a sentence, without what may be a secret. */
export const nameOfStore = (address: StoreAddress): string => {
  switch (address._tag) {
    case 'memory':
      return 'memory:'
    case 'sqlite':
      return `sqlite:${address.file}`
    case 'esdb':
      return redacted(address.connectionString)
  }
}

/** The address as it is typed, quoted for a shell where it has to be, without what may be a secret. */
export const showStore = (address: StoreAddress): string => {
  const text = nameOfStore(address)
  return /^[\w:./\\@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
