import type { StreamName } from './decider.js'

/** Where ids and digests come from; real ones are made in `adapters/system`. */
export interface Identity {
  /** A fresh command id: UUID v7. */
  readonly commandId: () => string
  /** UUID v8: the first 48 bits of the command's id, then a hash of (command id, stream, index). The same append sent again has the same ids. */
  readonly eventId: (commandId: string, stream: StreamName, index: number) => string
  /** A keyed digest of a JSON value, the same whatever the order of its keys. */
  readonly digest: (value: unknown) => string
}
