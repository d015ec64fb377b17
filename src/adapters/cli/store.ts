import { existsSync } from 'node:fs'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { type Ledger, openLedger } from '../../ledger.js'
import { memory } from '../memory/index.js'
import { sqlite } from '../sqlite/index.js'
import type { Problem } from './problem.js'

/** Where a ledger is kept, as `--store` says it. */
export type StoreAddress = { readonly _tag: 'sqlite'; readonly file: string } | { readonly _tag: 'memory' }

/** Used where neither `--store` nor `PROGRAMME_LEDGER_STORE` says otherwise. */
export const DEFAULT_STORE = 'sqlite:ledger.db'

const EXPECTED = 'sqlite:FILE or memory:'
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

/** Reads `sqlite:FILE` or `memory:`; a file is a path of this machine, nothing else. */
export const parseStore = (text: string, at = '--store'): Either<Problem, StoreAddress> => {
  const wrong = (expected: string): Either<Problem, never> =>
    E.left({ _tag: 'WrongUsage', wrong: [{ at, expected, given: JSON.stringify(redacted(text)) }] })
  if (text === 'memory:') return E.right({ _tag: 'memory' })
  const scheme = SCHEME.exec(text)?.[1]?.toLowerCase()
  if (scheme === undefined) return wrong(EXPECTED)
  if (scheme === 'memory') return wrong('memory: with nothing after it')
  // Without two slashes it may be a user's name.
  if (scheme !== 'sqlite') return wrong(text.includes(`${scheme}://`) ? `${EXPECTED} (this version knows no ${scheme}: stores)` : EXPECTED)
  const file = text.slice('sqlite:'.length)
  if (file === '' || UNSAFE.test(file) || ADDRESS_OF_ELSEWHERE.test(file)) return wrong('a path to a file of this machine after sqlite:')
  return E.right({ _tag: 'sqlite', file })
}

/** The address as it is typed, quoted for a shell where it has to be. */
export const showStore = (address: StoreAddress): string => {
  const text = address._tag === 'memory' ? 'memory:' : `sqlite:${address.file}`
  return /^[\w:./\\@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** Opens the ledger at an address for a piece of work, and closes it whatever comes of that. Only with `create` is a file made where there is none. */
export const withLedger = async <A>(
  address: StoreAddress,
  create: boolean,
  work: (ledger: Ledger) => Promise<Either<Problem, A>>,
): Promise<Either<Problem, A>> => {
  if (address._tag === 'sqlite' && !create && !existsSync(address.file)) return E.left({ _tag: 'NoLedgerThere', file: address.file })
  const opened = await openLedger(address._tag === 'memory' ? memory() : sqlite(address.file))
  if (E.isLeft(opened)) return E.left({ _tag: 'Faulted', fault: opened.left })
  try {
    return await work(opened.right)
  } finally {
    await opened.right.close()
  }
}
