import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { missingProperty } from '../failures.js'
import type { Proposed } from '../rules/entry.js'
import type { Version } from '../versions.js'
import { parseEventId } from './uuid.js'

type Message = streams.AppendReq.ProposedMessage | streams.BatchAppendReq.ProposedMessage

const propertyOf = (message: Message, property: string): string => {
  const value = message.getMetadataMap().get(property)
  if (value === undefined) throw missingProperty(property)
  return value
}

/** Throws for what the server refuses of a single event. */
export const proposedOf = (message: Message): Proposed => {
  const type = propertyOf(message, 'type')
  const contentType = propertyOf(message, 'content-type')
  const id = parseEventId(message.getId())
  if (type === '') throw new Error("eventType cannot be null. (Parameter 'eventType')")
  return {
    id,
    type,
    isJson: contentType === 'application/json',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  }
}

/** What an event counts against the largest append. */
export const sizeOf = (version: Version, { data, metadata, type }: Proposed): number =>
  version.countsMetadata ? data.length + metadata.length + 2 * type.length : data.length
