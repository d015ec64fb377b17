import type { Readable } from 'node:stream'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { WireRecord } from './stored.js'

type Message = streams.ReadResp.ReadEvent.RecordedEvent

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')

const strictTextOf = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** A record as it came over the wire. Its bytes become texts at once: a page of them is held, and small arrays of bytes cost the collector dear. */
const recordOf = (message: Message): WireRecord => {
  const said = message.getMetadataMap()
  const isJson = said.get('content-type') === 'application/json'
  return {
    streamId: textOf(message.getStreamIdentifier()?.getStreamName_asU8() ?? new Uint8Array()),
    id: message.getId()?.getString() ?? '',
    revision: BigInt(message.getStreamRevision()),
    type: said.get('type') ?? '',
    isJson,
    data: (isJson ? textOf : strictTextOf)(message.getData_asU8()),
    metadata: strictTextOf(message.getCustomMetadata_asU8()),
    // Ticks of 100 ns since 1970.
    createdMs: Number((said.get('created') ?? '0').slice(0, -4)),
    position: { commit: BigInt(message.getCommitPosition()), prepare: BigInt(message.getPreparePosition()) },
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
      if (message?.getId()?.hasString()) next(null, { event: recordOf(message) })
      else if (typeof converted === 'function') Reflect.apply(converted, reading, [answer, encoding, next])
    } catch (error) {
      next(error)
    }
  }
  Object.defineProperty(reading, '_transform', { value: transform })
  return reading
}
