// What the double's log is made of. A TEST DOUBLE: everything lives in the memory of one process and nothing is durable.

/** An event as a client proposes it. */
export interface Proposed {
  /** In lower case, with dashes. */
  readonly id: string
  readonly type: string
  readonly isJson: boolean
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** An event as the log holds it. `position` is its first byte in the log and `end` the first one after it. */
export interface Entry extends Proposed {
  readonly stream: string
  readonly revision: bigint
  readonly position: bigint
  readonly end: bigint
  /** Ticks of 100 ns since 1970, as on the server. */
  readonly created: bigint
}

/** Expected revisions that are no number, by the server's own numbers. */
export const ANY = -2n
export const NO_STREAM = -1n
export const STREAM_EXISTS = -4n

/** The revision of a tombstone: a stream with it is closed for ever. */
export const TOMBSTONE = 9223372036854775807n

/** Streams and $all are read by pages of this size, so a long read is no snapshot. */
export const PAGE = 32

export const METADATA_TYPE = '$metadata'
export const DELETED_TYPE = '$streamDeleted'
export const LINK_TYPE = '$>'

export const isMetadataStream = (stream: string): boolean => stream.startsWith('$$')
export const metadataStreamOf = (stream: string): string => `$$${stream}`
/** The stream that a `$$…` stream describes. */
export const describedBy = (metadataStream: string): string => metadataStream.slice(2)
