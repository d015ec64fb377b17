import * as E from 'fp-ts/lib/Either.js'
import type { Finding } from '../../projections/engine/store.js'
import { type AllRecords, markOf, type Records } from './all-records.js'
import type { Calls } from './calls.js'
import { HIDDEN, TOMBSTONED } from './faults.js'
import type { Mark } from './marks.js'
import { jsonOf } from './metadata.js'
import type { WireRecord } from './stored.js'
import { type ReadingFault, recordOf } from './stream.js'

const PAGE = 4_096

const saying = (fault: ReadingFault): string => (fault._tag === 'LogDamaged' ? `${fault.at}: ${fault.cause}` : fault.cause)

interface Noticed {
  /** The streams of the ledger that have metadata. */
  readonly withMetadata: Set<string>
  readonly tombstoned: Set<string>
  records: number
}

const notice = (noticed: Noticed, found: Records, owns: (stream: string) => boolean): void => {
  for (const { streamId, type } of found) {
    if (type === '$streamDeleted' && owns(streamId)) noticed.tombstoned.add(streamId)
    if (streamId.startsWith('$$') && owns(streamId.slice(2))) noticed.withMetadata.add(streamId.slice(2))
  }
  noticed.records += found.length
}

/** Walks over $all with what other programs and the server itself have in it. */
const noticedIn = async (records: AllRecords, owns: (stream: string) => boolean): Promise<E.Either<ReadingFault, Noticed>> => {
  const noticed: Noticed = { withMetadata: new Set(), tombstoned: new Set(), records: 0 }
  let place: Mark | 'start' = 'start'
  for (;;) {
    const found: E.Either<ReadingFault, Records> = await records.after(place, PAGE)
    if (E.isLeft(found)) return found
    notice(noticed, found.right, owns)
    const last: WireRecord | undefined = found.right.at(-1)
    const mark: Mark | undefined = last && markOf(last)
    if (mark === undefined || found.right.length < PAGE) return E.right(noticed)
    place = mark
  }
}

type Said = Readonly<Record<string, unknown>>

const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What the last record of a stream of metadata or settings says; nothing where there is none. */
const lastOf = async ({ read }: Calls, stream: string): Promise<E.Either<string, Said>> => {
  const found = await read(
    (client) => client.readStream(stream, { fromRevision: 'end', direction: 'backwards', maxCount: 1, requiresLeader: true }),
    recordOf,
  )
  if (E.isLeft(found))
    return found.left._tag === 'NotFound' ? E.right({}) : E.left('cause' in found.left ? found.left.cause : found.left._tag)
  const record = found.right.at(-1)
  const data = record && jsonOf(record.data)
  return E.right(isSaid(data) ? data : {})
}

const LIMITS = ['$maxAge', '$maxCount'] as const

/** What the metadata of one stream comes to; nothing where it comes to nothing. */
const judged = (stream: string, said: Said): Finding | undefined => {
  const about = `stream ${stream}`
  if (said.$tb !== undefined) return { about, outcome: 'wrong', says: `$tb ${String(said.$tb)}: ${HIDDEN}` }
  const limits = LIMITS.filter((name) => said[name] !== undefined).map((name) => `${name} ${String(said[name])}`)
  if (limits.length > 0)
    return {
      about,
      outcome: 'wrong',
      says: `${limits.join(', ')}: the server hides what goes beyond, and removes it for good with the next scavenge`,
    }
  return said.$acl === undefined ? undefined : { about, outcome: 'warning', says: `it has rights of its own: ${JSON.stringify(said.$acl)}` }
}

/**
 * What other hands did to the ledger's streams: those that were deleted, and those whose metadata hides events, limits them, or gives rights of
 * their own. An event that is hidden is a rule that is lost, so all but rights are wrong.
 */
export const metadataOfStreams = async (
  calls: Calls,
  records: AllRecords,
  owns: (stream: string) => boolean,
): Promise<ReadonlyArray<Finding>> => {
  const about = 'metadata of streams'
  const noticed = await noticedIn(records, owns)
  if (E.isLeft(noticed)) return [{ about, outcome: 'wrong', says: saying(noticed.left) }]
  const findings: Finding[] = [...noticed.right.tombstoned].map((stream) => ({
    about: `stream ${stream}`,
    outcome: 'wrong',
    says: TOMBSTONED,
  }))
  for (const stream of noticed.right.withMetadata) {
    const said = await lastOf(calls, `$$${stream}`)
    const found: Finding | undefined = E.isLeft(said)
      ? { about: `stream ${stream}`, outcome: 'not tried', says: said.left }
      : judged(stream, said.right)
    if (found !== undefined && !noticed.right.tombstoned.has(stream)) findings.push(found)
  }
  if (findings.length > 0) return findings
  const looked = `${noticed.right.records} records of $all looked through`
  return [{ about, outcome: 'fine', says: `no stream of the ledger is deleted, truncated, limited or under rights of its own (${looked})` }]
}

/** Who may do what where a stream says nothing itself. Only administrators may look, unless they let others. */
export const defaultRights = async (calls: Calls): Promise<Finding> => {
  const about = 'default rights'
  const said = await lastOf(calls, '$settings')
  if (E.isLeft(said)) return { about, outcome: 'not tried', says: `$settings cannot be read: ${said.left}` }
  const acl = said.right.$userStreamAcl
  return acl === undefined
    ? { about, outcome: 'fine', says: "none are set: the server's own hold, under which every user may read and append" }
    : { about, outcome: 'fine', says: JSON.stringify(acl) }
}
