import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Count } from '../../domain/vocabulary/count.js'
import type { CountSum } from '../../domain/vocabulary/count-sum.js'
import type { ProgrammeId } from '../../domain/vocabulary/id.js'
import { calendarYear, type ReportingYear } from '../../domain/vocabulary/reporting-year.js'
import { batches } from '../batches.js'
import { count, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { organisations } from '../organisations.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type Cities, citiesIn } from './parts/cities.js'
import { namingIn } from './parts/naming.js'
import { countSum } from './parts/presence-columns.js'
import { restingTogether, type Stint, stintsIn, stintsRead } from './parts/stints.js'
import { type Cell, cellOf, ruleInWords, showYear, type YearRule, yearParameters, yearsOf } from './parts/year-cells.js'

/** How years are told apart, how placements over the turn of a year are counted, and of which programme. */
export interface ByCityAsked {
  readonly years?: ReportingYear
  readonly count?: YearRule
  readonly programme?: ProgrammeId
}

/**
 * One partner city in one year, with those sent there and those received from there apart. A group of cities is a line of its own and never
 * counted as its members; officers of one of several years, or of one of several cities, have lines of their own, so that the lines add up.
 */
export interface ByCityRow extends RestingOn {
  readonly line: 'city' | 'total'
  readonly city: string
  readonly year: string
  readonly outbound: CountSum
  /** Bounds with those who may be of the year; absent: nothing on record. */
  readonly outboundRange?: Count
  readonly inbound: CountSum
  readonly inboundRange?: Count
  /** Of both directions, or of none that is stated. */
  readonly otherwise: CountSum
  readonly otherwiseRange?: Count
  /** How the years were counted. */
  readonly rule: string
}

interface Line extends Stint {
  readonly city: string
}

const DIRECTIONS = ['outbound', 'inbound', 'otherwise'] as const

const goes = ({ direction }: Stint): (typeof DIRECTIONS)[number] =>
  direction === 'outbound' || direction === 'inbound' ? direction : 'otherwise'

const rowsOf = (
  label: Pick<ByCityRow, 'line' | 'city'>,
  lines: ReadonlyArray<Stint>,
  kind: ReportingYear,
  rule: YearRule,
): ReadonlyArray<ByCityRow> =>
  yearsOf(lines, kind, rule).map((year): ByCityRow => {
    const cell = (direction: (typeof DIRECTIONS)[number]): Cell =>
      cellOf(
        lines.filter((line) => goes(line) === direction),
        year,
        kind,
        rule,
      )
    const [outbound, inbound, otherwise] = [cell('outbound'), cell('inbound'), cell('otherwise')]
    return {
      ...label,
      year: showYear(year, kind),
      outbound: outbound.sure,
      ...(outbound.range && { outboundRange: outbound.range }),
      inbound: inbound.sure,
      ...(inbound.range && { inboundRange: inbound.range }),
      otherwise: otherwise.sure,
      ...(otherwise.range && { otherwiseRange: otherwise.range }),
      rule: ruleInWords(rule, kind),
      ...restingTogether(lines),
    }
  })

const answer =
  (tables: Tables, asked: ByCityAsked): TaskEither<RowStoreFault, ReadonlyArray<ByCityRow>> =>
  async () => {
    const all = await stintsIn(tables)()
    if (E.isLeft(all)) return all
    const places = await tables.of(organisations).where({})()
    if (E.isLeft(places)) return places
    const intakes = await tables.of(batches).where({})()
    if (E.isLeft(intakes)) return intakes
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { years = calendarYear, count: rule = 'start', programme } = asked
    const cities: Cities = citiesIn(places.right, intakes.right, naming.right.of)
    const stints = all.right.filter((stint) => programme === undefined || stint.programme === programme)
    if (stints.length === 0) return E.right([])
    const lines = stints.flatMap((stint) =>
      cities.partnersOf(stint).map(({ label, count: share }): Line => ({ ...stint, count: share, city: label })),
    )
    const labels = [...new Set(lines.map(({ city }) => city))].toSorted()
    return E.right([
      ...labels.flatMap((city) =>
        rowsOf(
          { line: 'city', city },
          lines.filter((line) => line.city === city),
          years,
          rule,
        ),
      ),
      ...rowsOf({ line: 'total', city: 'all' }, stints, years, rule),
    ])
  }

/** Officers by partner city and year. */
export const exchangeByCityAndYear: Question<ByCityAsked, ByCityRow> = {
  name: 'exchange-by-city-and-year',
  about: 'Officers by partner city and year, sent and received apart; what cannot be told has lines and bounds of its own.',
  parameters: { ...yearParameters, programme: id('programme', 'only of this programme') },
  reads: [...stintsRead, organisations, batches, names],
  glance: ['city', 'year', 'outbound', 'outboundRange', 'inbound', 'inboundRange', 'otherwise', 'rule'],
  columns: {
    line: text<ByCityRow['line']>(),
    city: text(),
    year: text(),
    outbound: countSum,
    outboundRange: maybe(count, 'nothing on record'),
    inbound: countSum,
    inboundRange: maybe(count, 'nothing on record'),
    otherwise: countSum,
    otherwiseRange: maybe(count, 'nothing on record'),
    rule: text(),
    ...restingOnColumns,
  },
  answer,
}
