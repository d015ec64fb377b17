// The errors that a server sends as gRPC status with trailing metadata: the client tells them apart by the key `exception`.
import { Metadata, type StatusObject, status } from '@grpc/grpc-js'

/** An error that ends a call. */
export type Failure = Error & StatusObject

export interface Address {
  readonly host: string
  readonly port: number
}

export const failure = (code: status, details: string, fields: Readonly<Record<string, string>> = {}): Failure => {
  const metadata = new Metadata()
  for (const [key, value] of Object.entries(fields)) metadata.set(key, value)
  return Object.assign(new Error(details), { code, details, metadata })
}

export const isFailure = (thrown: unknown): thrown is Failure => thrown instanceof Error && 'code' in thrown && 'details' in thrown

/** What any exception becomes on the way out of the server. */
export const thrownByHandler = (): Failure => failure(status.UNKNOWN, 'Exception was thrown by handler.')

export const toFailure = (thrown: unknown): Failure => (isFailure(thrown) ? thrown : thrownByHandler())

export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream })

/** Of a delete or a tombstone; an append answers a wrong revision as a response. */
export const wrongRevision = (stream: string, expected: bigint, actual: bigint): Failure =>
  failure(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${expected}, Actual version: ${actual}`,
    {
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': String(expected),
      'actual-version': String(actual),
    },
  )

export const tooLarge = (limit: number): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${limit} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  })

export const missingProperty = (property: string): Failure =>
  failure(status.INVALID_ARGUMENT, `Required Metadata Property '${property}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': 'type,content-type',
  })

export const invalidArgument = (what: string): Failure => failure(status.INVALID_ARGUMENT, what)

export const unknownError = (what: string): Failure => failure(status.UNKNOWN, what)

/** Not written; the client's next call goes to the leader named. */
export const notLeader = ({ host, port }: Address): Failure =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  })

export const notReady = (): Failure => failure(status.UNAVAILABLE, 'Server Is Not Ready')

export const tooBusy = (): Failure => failure(status.UNAVAILABLE, 'Server Is Too Busy')

/** "Commit phase timeout.", "Forwarding timeout", …: maybe written. */
export const timedOut = (what = 'Commit phase timeout.'): Failure => failure(status.ABORTED, `Operation timed out: ${what}`)

export const accessDenied = (): Failure => failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' })

export const unauthenticated = (): Failure => failure(status.UNAUTHENTICATED, 'Unauthenticated')

/** How calls end when a server is shut down in an orderly way. */
export const streamReset = (): Failure => failure(status.INTERNAL, 'Received RST_STREAM with code 0')
