import {
  AccessDeniedError,
  CancelledError,
  InvalidArgumentError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  StreamDeletedError,
  StreamNotFoundError,
  UnavailableError,
  WrongExpectedVersionError,
} from '@eventstore/db-client'
import type { AppendInDoubt, LogDamaged, LogUnavailable } from '../../domain/kernel/event-log.js'
import type { Expected } from '../../domain/kernel/recorded.js'
import type { Endpoint, Login } from './address.js'

// The one place where what the client throws becomes a value.

/** What one call came to, where it did not come to an answer. */
export type Trouble =
  /** The stream does not stand at the revision expected; nothing was written, now or before. */
  | { readonly _tag: 'Conflict'; readonly actual: Expected }
  /** The stream was deleted for good. */
  | { readonly _tag: 'Tombstoned' }
  /** There is no such stream, or it was deleted softly. */
  | { readonly _tag: 'NotFound' }
  | { readonly _tag: 'TooLarge' }
  /** The server will never take this call: rights, form. */
  | { readonly _tag: 'Refused'; readonly cause: string }
  /** Try again. Unless `notWritten`, what was sent may be written all the same. */
  | NotNow

/** A call that got no answer which could be relied on. */
export interface NotNow {
  readonly _tag: 'NotNow'
  readonly notWritten: boolean
  /** The connection is of no more use. */
  readonly reconnect: boolean
  /** Who says that it leads. */
  readonly leader?: Endpoint
  /** So a server answers, too, that is asked to read from a place where no event begins. */
  readonly misplaced: boolean
  readonly cause: string
}

/** A call that stayed silent for too long. */
export class Silence extends Error {
  constructor(readonly afterMs: number) {
    super(`no answer within ${afterMs} ms`)
  }
}

const CODE = { unknown: 2, invalidArgument: 3, permissionDenied: 7, unavailable: 14, unauthenticated: 16 } as const
// Not UNIMPLEMENTED: that is also how grpc-js calls an append whose answer was cut off.
const REFUSALS: ReadonlySet<number | undefined> = new Set([CODE.permissionDenied, CODE.unauthenticated])
const MISPLACED: ReadonlySet<number | undefined> = new Set([CODE.unknown, CODE.invalidArgument])

const codeOf = (error: unknown): number | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined

const LONGEST_CAUSE = 300

/** Takes the login out of a text, in every form in which it is sent. */
export const withoutLogin = (text: string, login: Login | undefined): string => {
  if (login === undefined) return text
  const { username, password } = login
  const forms = [Buffer.from(`${username}:${password}`).toString('base64'), encodeURIComponent(password), password]
  return forms.reduce((shown, form) => shown.replaceAll(form, '***'), text)
}

const sentenceOf = (error: unknown, login: Login | undefined): string => {
  const said = error instanceof Error ? error.message : 'the client failed'
  const line = withoutLogin(said, login).replace(/\s+/gu, ' ').trim()
  return line.length > LONGEST_CAUSE ? `${line.slice(0, LONGEST_CAUSE)}…` : line
}

const actualOf = (error: WrongExpectedVersionError): Expected =>
  typeof error.actualVersion === 'bigint' && error.actualVersion >= 0n ? error.actualVersion : 'no-stream'

/** What an error of the client means. Whatever is not known to have been refused may have been done. */
export const troubleOf = (error: unknown, login?: Login): Trouble => {
  const cause = sentenceOf(error, login)
  const notNow: NotNow = { _tag: 'NotNow', notWritten: false, reconnect: false, misplaced: false, cause }
  if (error instanceof WrongExpectedVersionError) return { _tag: 'Conflict', actual: actualOf(error) }
  if (error instanceof StreamDeletedError) return { _tag: 'Tombstoned' }
  if (error instanceof StreamNotFoundError) return { _tag: 'NotFound' }
  if (error instanceof MaxAppendSizeExceededError) return { _tag: 'TooLarge' }
  // KurrentDB and EventStoreDB 24.10 have a second name for it, which the client does not know.
  if (/maximum-?append-?(event-?)?size-?exceeded|maximum append (event )?size/i.test(cause)) return { _tag: 'TooLarge' }
  if (error instanceof AccessDeniedError) return { _tag: 'Refused', cause: `access was denied (${cause})` }
  if (error instanceof NotLeaderError) return { ...notNow, notWritten: true, reconnect: true, ...leaderOf(error) }
  if (error instanceof InvalidArgumentError) return { ...notNow, misplaced: true }
  const code = codeOf(error)
  if (REFUSALS.has(code)) return { _tag: 'Refused', cause }
  // A plain Error without a code is a leader that was not found; silence may be that of a frozen one.
  const reconnect =
    error instanceof Silence ||
    error instanceof UnavailableError ||
    error instanceof CancelledError ||
    code === CODE.unavailable ||
    code === undefined
  return { ...notNow, reconnect, misplaced: MISPLACED.has(code) }
}

const leaderOf = ({ leader }: NotLeaderError): { readonly leader?: Endpoint } =>
  leader.address !== '' && leader.port > 0 ? { leader: { address: leader.address, port: leader.port } } : {}

/** After `close`, every call. */
export const CLOSED: LogUnavailable = { _tag: 'LogUnavailable', cause: 'the store is closed' }

export const unavailable = (cause: string): LogUnavailable => ({ _tag: 'LogUnavailable', cause })

export const damaged = (at: string, cause: string): LogDamaged => ({ _tag: 'LogDamaged', at, cause })

export const inDoubt = (stream: string, cause: string): AppendInDoubt => ({ _tag: 'AppendInDoubt', stream, cause })

export const TOMBSTONED = 'the stream was deleted for good on the server, and what it said with it'
export const HIDDEN = 'the stream was deleted or truncated on the server: what it said is hidden or gone'

/** A trouble as a fault, for a call that reads `at` a place. */
export const readFault = (trouble: Trouble, at: string): LogUnavailable | LogDamaged => {
  switch (trouble._tag) {
    case 'Tombstoned':
      return damaged(at, TOMBSTONED)
    case 'NotFound':
      return damaged(at, HIDDEN)
    case 'Refused':
    case 'NotNow':
      return unavailable(trouble.cause)
    case 'Conflict':
    case 'TooLarge':
      return unavailable('the server answered a read as if it were an append')
  }
}
