import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { OrganisationKind } from '../../domain/organisations/events.js'
import { type Count, compareCounts, unknownCount } from '../../domain/vocabulary/count.js'
import type { CountSum } from '../../domain/vocabulary/count-sum.js'
import type { OrganisationId, ProgrammeId } from '../../domain/vocabulary/id.js'
import { calendarYear, type ReportingYear } from '../../domain/vocabulary/reporting-year.js'
import { count, flag, maybe, text } from '../engine/columns.js'
import { choice, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { organisations } from '../organisations.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { NOT_STATED, type Share, withRest } from './parts/cities.js'
import { namingIn } from './parts/naming.js'
import { countSum } from './parts/presence-columns.js'
import { unitsOf } from './parts/shares.js'
import { restingTogether, type Stint, stintsIn, stintsRead } from './parts/stints.js'
import { cellOf, ruleInWords, showYear, type YearRule, yearParameters, yearsOf } from './parts/year-cells.js'

/** How years are told apart, how placements over the turn of a year are counted, and of which officers. */
export interface ByUnitAsked {
  readonly years?: ReportingYear
  readonly count?: YearRule
  readonly programme?: ProgrammeId
  readonly direction?: 'outbound' | 'inbound'
}

/**
 * One home unit in one year. Units of different kinds (departments, grades) that a source lists together stay apart by kind; those of whom no
 * unit is told have a line, so that the lines of a year and the total agree.
 */
export interface ByUnitRow extends RestingOn {
  readonly line: 'unit' | 'remainder' | 'total'
  readonly unit: string
  readonly organisation?: OrganisationId
  readonly kind?: OrganisationKind
  readonly year: string
  readonly officers: CountSum
  /** Bounds with those who may be of the year; absent: nothing on record. */
  readonly range?: Count
  /** Ranked by the number that is sure over all years; false: none is, and the line comes last. */
  readonly ranked: boolean
  readonly rule: string
}

interface Line extends Stint {
  readonly unit: string
  readonly organisation?: OrganisationId
}

const answer =
  (tables: Tables, asked: ByUnitAsked): TaskEither<RowStoreFault, ReadonlyArray<ByUnitRow>> =>
  async () => {
    const all = await stintsIn(tables)()
    if (E.isLeft(all)) return all
    const units = await tables.of(organisations).where({})()
    if (E.isLeft(units)) return units
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { of } = naming.right
    const kinds = new Map(units.right.map((row) => [row.organisation, row.kind]))
    const { years = calendarYear, count: rule = 'start', programme, direction } = asked
    const stints = all.right.filter(
      (stint) => (programme === undefined || stint.programme === programme) && (direction === undefined || stint.direction === direction),
    )
    if (stints.length === 0) return E.right([])

    const lines = stints.flatMap((stint) =>
      unitsOfStint(stint, of).map(
        ({ label, organisation, count: share }): Line => ({
          ...stint,
          count: share,
          unit: label,
          ...(organisation !== undefined && { organisation }),
        }),
      ),
    )
    const rowsOf = (
      label: Pick<ByUnitRow, 'line' | 'unit' | 'organisation' | 'kind'>,
      own: ReadonlyArray<Stint>,
    ): ReadonlyArray<ByUnitRow> =>
      yearsOf(own, years, rule).map((year) => {
        const cell = cellOf(own, year, years, rule)
        return {
          ...label,
          year: showYear(year, years),
          officers: cell.sure,
          ...(cell.range && { range: cell.range }),
          ranked: sureOf(own).low > 0,
          rule: ruleInWords(rule, years),
          ...restingTogether(own),
        }
      })
    const sureOf = (own: ReadonlyArray<Stint>): CountSum => cellOf(own, { _tag: 'all' }, years, rule).sure
    const found = [...new Set(lines.flatMap(({ organisation }) => organisation ?? []))].map((organisation) => {
      const own = lines.filter((line) => line.organisation === organisation)
      return {
        organisation,
        unit: of(organisation),
        kind: kinds.get(organisation),
        own,
        rank: cellOf(own, { _tag: 'all' }, years, rule).range,
      }
    })
    const ranked = found.toSorted(
      (a, b) =>
        (a.kind ?? '').localeCompare(b.kind ?? '', 'en') ||
        compareCounts(a.rank ?? unknownCount, b.rank ?? unknownCount) ||
        (a.organisation < b.organisation ? -1 : 1),
    )
    const rest = lines.filter(({ organisation }) => organisation === undefined)
    return E.right([
      ...ranked.flatMap(({ organisation, unit, kind, own }) =>
        rowsOf({ line: 'unit', unit, organisation, ...(kind !== undefined && { kind }) }, own),
      ),
      ...(rest.length > 0 ? rowsOf({ line: 'remainder', unit: NOT_STATED }, rest) : []),
      ...rowsOf({ line: 'total', unit: 'all' }, stints),
    ])
  }

/**
 * An officer who is known by himself is of his own home. What is told of the homes is told of the whole cohort: of a part of it only that it
 * came from those homes is known.
 */
const unitsOfStint = (stint: Stint, of: (id: string) => string): ReadonlyArray<Share> => {
  const { cohort, placement, officer, count: officers } = stint
  const member = officer === undefined ? undefined : cohort?.identified.find(({ person }) => person === officer)
  const own = placement?.home.organisation ?? member?.homeDepartment ?? member?.home ?? placement?.home.place
  if (own !== undefined) return [{ label: of(own), organisation: own, count: officers }]
  if (placement !== undefined || cohort === undefined) return [{ label: NOT_STATED, count: officers }]
  const units = unitsOf(cohort)
  if (officers !== cohort.size) return units.length === 1 && cohort.homes?.open === false ? one(units[0], officers, of) : notTold(officers)
  const shares = units.map(({ organisation, officers: n }): Share => ({ label: of(organisation), organisation, count: n }))
  const isWhole = cohort.homes?.open === false && units.length === cohort.homes.items.length && units.length > 0
  return isWhole ? shares : withRest(officers, shares, NOT_STATED)
}

const notTold = (count: Count): ReadonlyArray<Share> => [{ label: NOT_STATED, count }]

const one = (
  unit: { readonly organisation: OrganisationId } | undefined,
  count: Count,
  of: (id: string) => string,
): ReadonlyArray<Share> =>
  unit === undefined ? notTold(count) : [{ label: of(unit.organisation), organisation: unit.organisation, count }]

/** Officers by the department or grade they came from, and year. */
export const byUnitAndYear: Question<ByUnitAsked, ByUnitRow> = {
  name: 'by-unit-and-year',
  about: 'Officers by home department or grade and year, ranked by what is sure; those of no unit on record have a line of their own.',
  parameters: {
    ...yearParameters,
    programme: id('programme', 'only of this programme'),
    direction: choice('only those sent out, or those received', 'outbound', 'inbound'),
  },
  reads: [...stintsRead, organisations, names],
  glance: ['unit', 'kind', 'year', 'officers', 'range', 'ranked', 'rule'],
  columns: {
    line: text<ByUnitRow['line']>(),
    unit: text(),
    organisation: maybe(text<OrganisationId>(), ''),
    kind: maybe(text<OrganisationKind>(), ''),
    year: text(),
    officers: countSum,
    range: maybe(count, 'nothing on record'),
    ranked: flag,
    rule: text(),
    ...restingOnColumns,
  },
  answer,
}
