import type { SourceId } from '../../domain/vocabulary/id.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { type SourceRow, sources } from '../sources.js'

/** Which document; absent: all. */
export interface SourcesAsked {
  readonly source?: SourceId
}

/** The documents on record, in order of id, each as it describes itself: a missing issue date is not made up. */
export const sourcesOnRecord: Question<SourcesAsked, SourceRow> = {
  name: 'sources',
  about: 'Documents on record: title, kind, language, publisher, issue date, address.',
  parameters: { source: id('source', 'only this one') },
  reads: [sources],
  glance: ['source', 'title', 'kind', 'issuedOn'],
  columns: sources.columns,
  answer: (tables, { source }) => tables.of(sources).where(source === undefined ? {} : { source }),
}
