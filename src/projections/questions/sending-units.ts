import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { OrganisationKind } from '../../domain/organisations/events.js'
import type { Count } from '../../domain/vocabulary/count.js'
import type { CohortId, OrganisationId } from '../../domain/vocabulary/id.js'
import { cohorts } from '../cohorts.js'
import { count, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { organisations } from '../organisations.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { namingIn } from './parts/naming.js'
import { cohortId } from './parts/presence-columns.js'
import { type ToldFrom, unitsOf } from './parts/shares.js'

/** Of which cohort, and which home; absent: all of them. */
export interface SendingUnitsAsked {
  readonly cohort?: CohortId
  readonly organisation?: OrganisationId
}

/** A home of a cohort, and how many of its officers come from there. */
export interface SendingUnitRow extends RestingOn {
  readonly cohort: CohortId
  readonly organisation: OrganisationId
  readonly name: string
  /** A grade is not a department. Absent: the organisation is not on record. */
  readonly kind?: OrganisationKind
  readonly officers: Count
  /** What the number follows from. */
  readonly told: ToldFrom
}

const answer =
  (tables: Tables, { cohort, organisation }: SendingUnitsAsked): TaskEither<RowStoreFault, ReadonlyArray<SendingUnitRow>> =>
  async () => {
    const rows = await tables.of(cohorts).where(cohort === undefined ? {} : { cohort })()
    if (E.isLeft(rows)) return rows
    const known = await tables.of(organisations).where({})()
    if (E.isLeft(known)) return known
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const kinds = new Map(known.right.map((row) => [row.organisation, row.kind]))
    const answers = rows.right.flatMap((row) =>
      unitsOf(row).map((unit): SendingUnitRow => {
        const kind = kinds.get(unit.organisation)
        const { entries, sources } = row
        return {
          cohort: row.cohort,
          name: naming.right.of(unit.organisation),
          ...(kind !== undefined && { kind }),
          ...unit,
          entries,
          sources,
        }
      }),
    )
    return E.right(answers.filter((row) => organisation === undefined || row.organisation === organisation))
  }

/** The homes that cohorts came from. */
export const sendingUnits: Question<SendingUnitsAsked, SendingUnitRow> = {
  name: 'sending-units',
  about: 'The departments, grades or cities that officers of a cohort came from, and how many from each.',
  parameters: { cohort: cohortId('only those of this cohort'), organisation: id('organisation', 'only this one') },
  reads: [cohorts, organisations, names],
  glance: ['name', 'kind', 'officers', 'told'],
  columns: {
    cohort: text<CohortId>(),
    organisation: text<OrganisationId>(),
    name: text(),
    kind: maybe(text<OrganisationKind>()),
    officers: count,
    told: text<ToldFrom>(),
    ...restingOnColumns,
  },
  answer,
}
