import { randomUUID } from 'node:crypto'
import type { Database } from './database.js'
import { metadataStreamOf, type Proposed } from './entry.js'
import { metadataEvent } from './stream-metadata.js'

/** What the server writes of itself and no read shows: epochs, before the first record and after it. */
const HIDDEN_BEFORE = 548n
const HIDDEN_AFTER = 1190n

const SCAVENGES = '{"$maxAge":2592000,"$acl":{"$r":"$ops","$w":[],"$d":[],"$mr":[],"$mw":[]}}'

/** A server is never empty: $all begins with records of its own, and not at position 0. */
export const writeSystemRecords = (database: Database): void => {
  database.pad(HIDDEN_BEFORE)
  database.write(metadataStreamOf('$scavenges'), [metadataEvent(SCAVENGES)])
  database.pad(HIDDEN_AFTER)
}

const json = (type: string, fields: Readonly<Record<string, unknown>>): Proposed => ({
  id: randomUUID(),
  type,
  isJson: true,
  data: Buffer.from(JSON.stringify(fields), 'utf8'),
  metadata: new Uint8Array(),
})

/** Where there is TLS there are users, whom the server writes down as well. */
export const writeUsers = (database: Database, names: ReadonlyArray<string>): void => {
  for (const name of names) {
    database.write(metadataStreamOf(`$user-${name}`), [metadataEvent('{"$acl":{"$w":"$admins"}}')])
    database.write(`$user-${name}`, [json('$UserCreated', { loginName: name })])
    database.write('$users', [json('$User', { loginName: name })])
  }
}
