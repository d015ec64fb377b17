import { randomUUID } from 'node:crypto'
import type { Database } from './database.js'
import { DELETED_TYPE, describedBy, type Entry, isMetadataStream, metadataStreamOf, type Proposed, TOMBSTONE } from './entry.js'
import { effectiveLast, hidingOf, metadataEvent } from './stream-metadata.js'

const json = (type: string, fields: Readonly<Record<string, unknown>>): Proposed => ({
  id: randomUUID(),
  type,
  isJson: true,
  data: Buffer.from(JSON.stringify(fields), 'utf8'),
  metadata: new Uint8Array(),
})

const isKept = (database: Database, entry: Entry): boolean => {
  const { stream, revision, type } = entry
  if (type === DELETED_TYPE) return true
  if (effectiveLast(database, stream) === TOMBSTONE) return false
  const last = database.lastRevision(stream)
  // The last event of a stream stays, whatever hides it.
  if (revision === last) return true
  const { maxCount, truncateBefore } = hidingOf(database, stream)
  const isOver = maxCount !== undefined && revision <= last - maxCount
  return !isOver && !(truncateBefore !== undefined && revision < truncateBefore)
}

/**
 * Takes out of the log what metadata hides and what tombstones close; positions stay as they are. Like the server, it leaves records of
 * its own in $all.
 */
export const scavenge = (database: Database): ReadonlyArray<Entry> => {
  const id = randomUUID()
  const own = `$scavenges-${id}`
  database.write('$scavengePoints', [json('$scavengePoint', { threshold: 0 })])
  database.write(metadataStreamOf(own), [metadataEvent('{"$maxAge":2592000}')])
  database.write(own, [json('$scavengeStarted', { scavengeId: id })])
  database.write('$scavenges', [json('$>', {})])
  const dropped = database.keepOnly((entry) => isKept(database, entry))
  database.write(own, [json('$scavengeCompleted', { scavengeId: id, result: 'Success' })])
  return dropped.filter(({ stream }) => !isMetadataStream(stream) || describedBy(stream) !== own)
}
