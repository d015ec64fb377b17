import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { Database } from '../rules/database.js'
import { type Entry, LINK_TYPE } from '../rules/entry.js'
import { readStreamPage } from '../rules/stream-page.js'
import { identifierOf } from './names.js'
import { unsigned } from './numbers.js'
import { uuidOf } from './uuid.js'

type RecordedEvent = streams.ReadResp.ReadEvent.RecordedEvent

const recorded = (entry: Entry): RecordedEvent => {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(entry.id))
    .setStreamIdentifier(identifierOf(entry.stream))
    .setStreamRevision(unsigned(entry.revision))
    .setCommitPosition(unsigned(entry.position))
    .setPreparePosition(unsigned(entry.position))
    .setData(entry.data)
    .setCustomMetadata(entry.metadata)
  event
    .getMetadataMap()
    .set('type', entry.type)
    .set('created', entry.created.toString())
    .set('content-type', entry.isJson ? 'application/json' : 'application/octet-stream')
  return event
}

/** What a link names: `revision@stream`. Hidden and missing events are not found. */
const target = (database: Database, link: Entry): Entry | undefined => {
  const [, number, stream] = /^(\d+)@(.*)$/s.exec(Buffer.from(link.data).toString('utf8')) ?? []
  if (number === undefined || stream === undefined) return undefined
  const page = readStreamPage(database, stream, BigInt(number), 1, false)
  return page.is === 'page' ? page.entries.find(({ revision }) => revision === BigInt(number)) : undefined
}

/** A record as a read shows it: a link beside what it names, if that can be found. */
export const shown = (database: Database, entry: Entry, resolvesLinks: boolean): streams.ReadResp => {
  const event = new streams.ReadResp.ReadEvent().setCommitPosition(unsigned(entry.position))
  if (resolvesLinks && entry.type === LINK_TYPE) {
    const linked = target(database, entry)
    if (linked !== undefined) event.setEvent(recorded(linked))
    event.setLink(recorded(entry))
  } else {
    event.setEvent(recorded(entry))
  }
  return new streams.ReadResp().setEvent(event)
}
