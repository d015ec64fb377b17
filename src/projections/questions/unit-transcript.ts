import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type Count, exactly, unknownCount } from '../../domain/vocabulary/count.js'
import { type CountSum, sumCounts } from '../../domain/vocabulary/count-sum.js'
import type { AnyId, CohortId, OrganisationId } from '../../domain/vocabulary/id.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { agreements } from '../agreements.js'
import { date, maybe, text } from '../engine/columns.js'
import { id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { occasions } from '../occasions.js'
import { type OrganisationRow, organisations } from '../organisations.js'
import { programmes } from '../programmes.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { survivorIn } from './parts/mergers.js'
import { namingIn } from './parts/naming.js'
import { countSum } from './parts/presence-columns.js'
import { overEntries } from './parts/presence-figures.js'
import { unitsOf } from './parts/shares.js'
import { restingTogether, type Stint, stintsIn, stintsRead } from './parts/stints.js'

/** Of which department, grade, partner or city. */
export interface UnitTranscriptAsked {
  readonly organisation: OrganisationId
}

/**
 * One thing on record of a unit or of what lies in it: officers it sent or took in, an occasion, a programme, an agreement. The last rows are
 * totals, officers sent and officers received apart. A group's members are not it: theirs are their own transcripts.
 */
export interface UnitTranscriptRow extends RestingOn {
  readonly line: 'sent' | 'received' | 'occasion' | 'programme' | 'agreement' | 'total'
  readonly what?: AnyId | CohortId
  readonly name: string
  /** The role of the unit in it. */
  readonly as: string
  readonly start?: StatedDate
  readonly state: string
  /** Officers, or attendances of an occasion that it held. */
  readonly number: CountSum
}

type IsIt = (organisation: OrganisationId | undefined) => boolean

/** The unit itself under whichever record, or what lies in it; what merged into another goes on in that. */
const within = (asked: OrganisationId, rows: ReadonlyArray<OrganisationRow>): IsIt => {
  const survivor = survivorIn(rows.map((row) => ({ id: row.organisation, mergedInto: row.mergedInto })))
  const parents = new Map(rows.map((row) => [row.organisation, row.parent]))
  const isIt = (id: OrganisationId | undefined, met: ReadonlyArray<OrganisationId>): boolean => {
    if (id === undefined || met.includes(id)) return false
    return survivor(id) === survivor(asked) || isIt(parents.get(id), [...met, id])
  }
  return (id) => isIt(id, [])
}

/** How many of a stint came from it: all, as many as are told of it, an unknown number of the listed homes; none where it is not among them. */
const sentBy = ({ placement, cohort, count, officer }: Stint, isIt: IsIt): Count | undefined => {
  const member = officer === undefined ? undefined : cohort?.identified.find(({ person }) => person === officer)
  const homes = [placement?.home.organisation, placement?.home.place, member?.home, member?.homePlace, member?.homeDepartment]
  if (homes.some(isIt)) return count
  if (officer !== undefined || cohort === undefined) return undefined
  const units = unitsOf(cohort).filter(({ organisation }) => isIt(organisation))
  if (units.length === 0) return undefined
  const isAll = cohort.homes?.open === false && cohort.homes.items.every(isIt)
  if (isAll) return count
  return count === cohort.size && units.length === 1 ? units[0]?.officers : unknownCount
}

const receivedBy = ({ placement, cohort, count }: Stint, isIt: IsIt): Count | undefined => {
  const own = placement?.hosts.items ?? []
  if (own.length > 0) return own.some(({ organisation }) => isIt(organisation)) ? count : undefined
  const hosts = [...(cohort?.hostPlaces?.items ?? []), ...(cohort?.hosts?.items ?? [])]
  if (!hosts.some(isIt)) return undefined
  return hosts.every(isIt) && cohort?.hosts?.open !== true && cohort?.hostPlaces?.open !== true ? count : unknownCount
}

const earliest = ({ start }: UnitTranscriptRow): string => (start && windowOf(start).earliest) ?? '9999-99-99'

const total = (name: string, as: string, rows: ReadonlyArray<UnitTranscriptRow>, number: CountSum): ReadonlyArray<UnitTranscriptRow> =>
  rows.length === 0 ? [] : [{ line: 'total', name, as, state: '', number, ...restingTogether([{ rests: rows }]) }]

const answer =
  (tables: Tables, { organisation }: UnitTranscriptAsked): TaskEither<RowStoreFault, ReadonlyArray<UnitTranscriptRow>> =>
  async () => {
    const places = await tables.of(organisations).where({})()
    if (E.isLeft(places)) return places
    const stints = await stintsIn(tables)()
    if (E.isLeft(stints)) return stints
    const held = await tables.of(occasions).where({})()
    if (E.isLeft(held)) return held
    const run = await tables.of(programmes).where({})()
    if (E.isLeft(run)) return run
    const signed = await tables.of(agreements).where({})()
    if (E.isLeft(signed)) return signed
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { of } = naming.right
    const isIt = within(organisation, places.right)

    const counts: Array<{ readonly line: 'sent' | 'received'; readonly count: Count }> = []
    const officers = stints.right.flatMap((stint) =>
      (['sent', 'received'] as const).flatMap((line): ReadonlyArray<UnitTranscriptRow> => {
        const number = line === 'sent' ? sentBy(stint, isIt) : receivedBy(stint, isIt)
        if (number === undefined) return []
        counts.push({ line, count: number })
        const { placement, cohort, programme, direction } = stint
        const start = placement?.period.start ?? cohort?.period?.start
        return [
          {
            line,
            ...(placement ? { what: placement.placement } : cohort && { what: cohort.cohort }),
            name: of(stint.batch ?? programme),
            as: `${line === 'sent' ? 'home' : 'host'}, ${direction ?? 'direction not stated'}`,
            ...(start && { start }),
            state: placement?.state ?? cohort?.state ?? '',
            number: sumCounts([number]),
            ...restingTogether([stint]),
          },
        ]
      }),
    )
    const met = held.right.flatMap((row): ReadonlyArray<UnitTranscriptRow> => {
      const roles = row.roles.filter((role) => isIt(role.organisation)).map(({ role }) => role)
      if (roles.length === 0) return []
      const came = row.state === 'held' && (row.attendance !== undefined || (row.kind !== 'ceremony' && row.kind !== 'meeting'))
      return [
        {
          line: 'occasion',
          what: row.occasion,
          name: of(row.occasion),
          as: [...new Set(roles)].join('; '),
          ...(row.day && { start: row.day }),
          state: row.state,
          number: sumCounts(came ? [row.attendance ?? unknownCount] : []),
          ...restingTogether([{ rests: [row] }]),
        },
      ]
    })
    const organised = run.right.flatMap((row): ReadonlyArray<UnitTranscriptRow> => {
      const roles = (row.organisers?.items ?? []).filter((one) => isIt(one.organisation)).map(({ role }) => role)
      return roles.length === 0
        ? []
        : [
            {
              line: 'programme',
              what: row.programme,
              name: of(row.programme),
              as: roles.join('; '),
              ...(row.startedOn && { start: row.startedOn }),
              state: row.state,
              number: sumCounts([]),
              ...restingTogether([{ rests: [row] }]),
            },
          ]
    })
    const party = signed.right
      .filter(({ parties }) => parties.items.some(isIt))
      .map(
        (row): UnitTranscriptRow => ({
          line: 'agreement',
          what: row.agreement,
          name: of(row.agreement),
          as: 'party',
          ...(row.signedOn && { start: row.signedOn }),
          state: row.state,
          number: sumCounts([]),
          ...restingTogether([{ rests: [row] }]),
        }),
      )
    const rows = [...officers, ...met, ...organised, ...party].toSorted((a, b) =>
      earliest(a) === earliest(b) ? 0 : earliest(a) < earliest(b) ? -1 : 1,
    )
    const sumOf = (line: 'sent' | 'received'): CountSum => overEntries(counts.filter((one) => one.line === line).map(({ count }) => count))
    const attended = met.filter(({ number }) => number.terms > 0)
    const attendances = held.right.flatMap((row) =>
      attended.some(({ what }) => what === row.occasion) ? [row.attendance ?? unknownCount] : [],
    )
    return E.right([
      ...rows,
      ...total(
        'officers sent',
        'home',
        officers.filter(({ line }) => line === 'sent'),
        sumOf('sent'),
      ),
      ...total(
        'officers received',
        'host',
        officers.filter(({ line }) => line === 'received'),
        sumOf('received'),
      ),
      ...total('attendances at its occasions', 'any role', attended, sumCounts(attendances)),
      ...total(
        'occasions held',
        'any role',
        met.filter(({ state }) => state === 'held'),
        sumCounts([exactly(met.filter(({ state }) => state === 'held').length)]),
      ),
    ])
  }

/** All that is on record of one unit. */
export const unitTranscript: Question<UnitTranscriptAsked, UnitTranscriptRow> = {
  name: 'unit-transcript',
  about:
    'All on record of a department, grade, partner or city: officers sent and received, occasions, programmes, agreements, with totals.',
  parameters: { organisation: required(id('organisation', 'the department, grade, partner or city, with what lies in it')) },
  reads: [organisations, ...stintsRead, occasions, programmes, agreements, names],
  glance: ['line', 'name', 'as', 'start', 'state', 'number'],
  columns: {
    line: text<UnitTranscriptRow['line']>(),
    what: maybe(text<AnyId | CohortId>(), ''),
    name: text(),
    as: text(),
    start: maybe(date),
    state: text(),
    number: countSum,
    ...restingOnColumns,
  },
  answer,
}
