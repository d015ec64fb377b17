import { existsSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { type Database, openDatabase } from '../support/eventstoredb/rules/database.js'
import type { Entry, Proposed } from '../support/eventstoredb/rules/entry.js'

// A double keeps nothing when it is killed. For runs in which one is, its database is written to a file first, call by call: the next one, and
// whoever checks, has it from there.

/** One change of a database, as a line of JSON. */
type Line =
  | {
      readonly is: 'write'
      readonly stream: string
      readonly at: number
      readonly events: ReadonlyArray<{
        readonly id: string
        readonly type: string
        readonly isJson: boolean
        readonly data: string
        readonly metadata: string
      }>
      readonly revision?: string
    }
  | { readonly is: 'pad'; readonly bytes: string }
  | { readonly is: 'scavenge'; readonly dropped: ReadonlyArray<string> }

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** The lines that were written to the end: a kill can only cut the last one short. */
const linesOf = (file: string): ReadonlyArray<Line> => {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line))
}

/** What the time is, to the database. */
interface Clock {
  at: number
}

const replayed = (lines: ReadonlyArray<Line>, clock: Clock = { at: 0 }): Database => {
  const database = openDatabase({ now: () => clock.at })
  for (const line of lines) {
    if (line.is === 'pad') database.pad(BigInt(line.bytes))
    else if (line.is === 'scavenge') database.keepOnly(({ position }) => !line.dropped.includes(String(position)))
    else {
      clock.at = line.at
      const events = line.events.map(
        ({ data, metadata, ...event }): Proposed => ({
          ...event,
          data: Buffer.from(data, 'base64'),
          metadata: Buffer.from(metadata, 'base64'),
        }),
      )
      database.write(line.stream, events, line.revision === undefined ? undefined : BigInt(line.revision))
    }
  }
  return database
}

/** What a journal holds. */
export const entriesOf = (file: string): ReadonlyArray<Entry> => replayed(linesOf(file)).entries()

/** A database that goes on from its journal. Each change is in the file before anybody can be told of it. */
export const journalled = (file: string): { readonly database: Database; readonly isNew: boolean } => {
  const lines = linesOf(file)
  const clock = { at: 0 }
  const database = replayed(lines, clock)
  if (existsSync(file)) truncateSync(file, readFileSync(file).lastIndexOf('\n') + 1)
  const to = openSync(file, 'a')
  const note = (line: Line): void => void writeSync(to, `${JSON.stringify(line)}\n`)
  const own: Database = {
    ...database,
    write: (stream, events, revision) => {
      clock.at = Date.now()
      note({
        is: 'write',
        stream,
        at: clock.at,
        events: events.map(({ id, type, isJson, data, metadata }) => ({
          id,
          type,
          isJson,
          data: base64(data),
          metadata: base64(metadata),
        })),
        ...(revision !== undefined && { revision: String(revision) }),
      })
      return database.write(stream, events, revision)
    },
    pad: (bytes) => {
      note({ is: 'pad', bytes: String(bytes) })
      database.pad(bytes)
    },
    keepOnly: (keeps) => {
      const dropped = database.entries().filter((entry) => !keeps(entry))
      note({ is: 'scavenge', dropped: dropped.map(({ position }) => String(position)) })
      return database.keepOnly(keeps)
    },
  }
  return { database: own, isNew: lines.length === 0 }
}
