import type { Position, Recorded, StoredEvent } from '../../domain/kernel/recorded.js'
import { type CivilDate, isCivilDate } from '../../domain/vocabulary/civil-date.js'
import { isSourceId, type SourceId } from '../../domain/vocabulary/id.js'
import { type StatedDate, surelyBy } from '../../domain/vocabulary/stated-date.js'

/**
 * From where a question is asked. Each field narrows what counts; without any, everything recorded so far does.
 * The day a question is *about* is no part of this: it is the question's own (`on`).
 */
export interface Viewpoint {
  /** Only what the ledger had learned by then: a position (inclusive) or an instant (ISO 8601, inclusive). */
  readonly asKnownAt?: Position | string
  /** Only what sources say that were surely issued by that day. An undated source counts from its latest possible day; what has no source does not count. */
  readonly publishedBy?: CivilDate
  /** Only what these sources say. */
  readonly sources?: ReadonlyArray<SourceId>
  /** Without what is personal: names of people, and free words about them, read `[masked]`. */
  readonly masked?: true
}

export const isEverything = ({ asKnownAt, publishedBy, sources, masked }: Viewpoint): boolean =>
  asKnownAt === undefined && publishedBy === undefined && sources === undefined && masked === undefined

/** What is wrong with a viewpoint, in words; nothing, if it can be looked from. */
export const problemOf = ({ asKnownAt, publishedBy, sources }: Viewpoint): string | undefined => {
  if (typeof asKnownAt === 'string' && Number.isNaN(Date.parse(asKnownAt)))
    return `asKnownAt: a position or an ISO 8601 instant, not "${asKnownAt}"`
  if (publishedBy !== undefined && !isCivilDate(publishedBy)) return `publishedBy: a day, YYYY-MM-DD, not "${String(publishedBy)}"`
  const stranger = sources?.find((source) => !isSourceId(source))
  return stranger === undefined ? undefined : `sources: ids of sources, not "${String(stranger)}"`
}

/** The ledger had learned it by then. */
export const isKnown = ({ asKnownAt }: Viewpoint, { position, recordedAt }: StoredEvent): boolean => {
  switch (typeof asKnownAt) {
    case 'bigint':
      return position <= asKnownAt
    case 'string':
      return Date.parse(recordedAt) <= Date.parse(asKnownAt)
    case 'undefined':
      return true
  }
}

/** When each source was issued, as far as that is known. */
export type IssueDates = ReadonlyMap<string, StatedDate | undefined>

/** Whether a statement counts from this viewpoint, by the sources it rests on. The registration of a source rests on that source. */
export const countsFrom = ({ publishedBy, sources }: Viewpoint, issued: IssueDates): ((said: Recorded<unknown>) => boolean) => {
  if (publishedBy === undefined && sources === undefined) return () => true
  const wanted = sources && new Set<string>(sources)
  const qualifies = (source: string): boolean =>
    (wanted === undefined || wanted.has(source)) && (publishedBy === undefined || surelyBy(issued.get(source), publishedBy))
  return ({ stream, metadata }) => metadata.sources.some(qualifies) || (isSourceId(stream) && qualifies(stream))
}
