import type { Readable } from 'node:stream'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { WireRecord } from './stored.js'

type Message = streams.ReadResp.ReadEvent.RecordedEvent

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

/** A record as it came over the wire; its content is looked at only where somebody wants it. */
class RawRecord implements WireRecord {
  readonly streamId: string
  readonly type: string
  readonly position: WireRecord['position']
  readonly #message: Message

  constructor(message: Message) {
    this.#message = message
    this.streamId = textOf(message.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array())
    this.type = message.getMetadataMap().get('type') ?? ''
    this.position = { commit: BigInt(message.getCommitPosition()), prepare: BigInt(message.getPreparePosition()) }
  }

  get id(): string {
    return this.#message.getId()?.getString() ?? ''
  }

  get revision(): bigint {
    return BigInt(this.#message.getStreamRevision())
  }

  get isJson(): boolean {
    return this.#message.getMetadataMap().get('content-type') === 'application/json'
  }

  get data(): Uint8Array {
    return this.#message.getData_asU8()
  }

  get metadata(): Uint8Array {
    return this.#message.getCustomMetadata_asU8()
  }

  get created(): Date {
    // Ticks of 100 ns since 1970.
    return new Date(Number((this.#message.getMetadataMap().get('created') ?? '0').slice(0, -4)))
  }
}

/**
 * Makes a read or a subscription of the client give records as they came. The client itself parses the content of each, which would then be
 * written as JSON again, and gives back another text where the first was not its own; that is a third of the cost of reading.
 */
export const rawly = <R extends Readable>(reading: R): R => {
  const converted: unknown = Reflect.get(reading, '_transform')
  const transform = (
    answer: streams.ReadResp,
    encoding: unknown,
    next: (error: unknown, found?: { readonly event: WireRecord }) => void,
  ): void => {
    const message = answer.hasEvent() ? answer.getEvent()?.getEvent() : undefined
    try {
      if (message?.getId()?.hasString()) next(null, { event: new RawRecord(message) })
      else if (typeof converted === 'function') Reflect.apply(converted, reading, [answer, encoding, next])
    } catch (error) {
      next(error)
    }
  }
  Object.defineProperty(reading, '_transform', { value: transform })
  return reading
}
