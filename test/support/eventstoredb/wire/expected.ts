import { ANY, NO_STREAM, STREAM_EXISTS } from '../rules/entry.js'
import { signed } from './numbers.js'

/** The four ways to say what is expected, in the order of their requests: each kind of request has them under other names. */
export interface ExpectedOptions {
  readonly revision: string | undefined
  readonly noStream: boolean
  readonly any: boolean
  readonly streamExists: boolean
}

/** Absent where nothing is said, which the server refuses. Throws for numbers that it cannot hold. */
export const expectedOf = ({ revision, noStream, any, streamExists }: ExpectedOptions): bigint | undefined => {
  if (revision !== undefined) return signed(revision)
  if (noStream) return NO_STREAM
  if (any) return ANY
  return streamExists ? STREAM_EXISTS : undefined
}
