import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import { boundsOfCount, type Count } from '../../domain/vocabulary/count.js'
import { withBounds } from '../../domain/vocabulary/count-sum.js'
import type { AgreementId, OrganisationId } from '../../domain/vocabulary/id.js'
import type { NamedList } from '../../domain/vocabulary/open-list.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import { isAfter, isBefore, precedes } from '../../domain/vocabulary/window.js'
import { type AgreementRow, agreements } from '../agreements.js'
import { count, date, integer, maybe, namedList, text } from '../engine/columns.js'
import { day, id } from '../engine/parameters.js'
import { type Question, required } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { programmes } from '../programmes.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { namingIn } from './parts/naming.js'
import { together } from './parts/presence-figures.js'
import { type Stint, stintsIn, stintsRead } from './parts/stints.js'

/** The day as of which the state is told; which agreements, absent: all. */
export interface AgreementTableAsked {
  readonly on: CivilDate
  readonly with?: OrganisationId
}

/** One agreement on a day. It has lapsed only where somebody said so: a term that is over by its date has no renewal on record, and no more is said. */
export interface AgreementTableRow extends RestingOn {
  readonly agreement: AgreementId
  readonly name: string
  readonly partners: NamedList<string>
  readonly signedOn?: StatedDate
  /** The number of the latest term on record. */
  readonly term?: number
  readonly inForceFrom?: StatedDate
  readonly endsOn?: StatedDate
  readonly state: string
  readonly places?: string
  /** Officers whose first day lies in the latest term, under the agreement itself or a programme that stands under it alone; absent: none on record. */
  readonly outbound?: Count
  readonly inbound?: Count
  readonly otherwise?: Count
}

const stateOn = ({ state, inForceFrom, endsOn, endedOn }: AgreementRow, on: CivilDate): string => {
  switch (state) {
    case 'announced':
      return 'announced, not signed on record'
    case 'lapsed':
    case 'terminated': {
      if (endedOn === undefined) return state
      const by = isAfter(windowOf(endedOn), on)
      return by === 'yes' ? `${state} later` : by === 'no' ? state : `${state}, whether by that day cannot be told`
    }
    case 'signed': {
      if (inForceFrom !== undefined && isAfter(windowOf(inForceFrom), on) === 'yes') return 'signed, not yet in force'
      if (endsOn === undefined) return 'in force, no end on record'
      const over = isBefore(windowOf(endsOn), on)
      if (over === 'yes') return 'term over, no renewal on record'
      return over === 'no' ? 'in force' : 'whether the term is over cannot be told'
    }
  }
}

/** Officers whose first day surely lies within the term, and those for whom it may. */
const usedBy = (stints: ReadonlyArray<Stint>, { inForceFrom, endsOn }: AgreementRow): Count | undefined => {
  const counts = stints.flatMap(({ count: officers, spells }): ReadonlyArray<Count> => {
    const start = spells[0]?.start ?? {}
    const before = inForceFrom === undefined ? 'no' : precedes(start, windowOf(inForceFrom))
    const after = endsOn === undefined ? 'no' : precedes(windowOf(endsOn), start)
    if (before === 'yes' || after === 'yes') return []
    return [before === 'no' && after === 'no' ? officers : withBounds(0, boundsOfCount(officers).high)]
  })
  return counts.length === 0 ? undefined : together(counts)
}

const answer =
  (tables: Tables, { on, with: party }: AgreementTableAsked): TaskEither<RowStoreFault, ReadonlyArray<AgreementTableRow>> =>
  async () => {
    const rows = await tables.of(agreements).where({})()
    if (E.isLeft(rows)) return rows
    const under = await tables.of(programmes).where({})()
    if (E.isLeft(under)) return under
    const stints = await stintsIn(tables)()
    if (E.isLeft(stints)) return stints
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const { of } = naming.right
    const only = new Map(under.right.flatMap(({ programme, agreements: all }) => (all.length === 1 ? [[programme, all[0]] as const] : [])))
    const basisOf = ({ placement, programme }: Stint): AgreementId | undefined => placement?.basis ?? only.get(programme)
    return E.right(
      rows.right
        .filter(({ parties }) => party === undefined || parties.items.includes(party))
        .map((row): AgreementTableRow => {
          const own = stints.right.filter((stint) => basisOf(stint) === row.agreement)
          const going = (direction: 'outbound' | 'inbound' | undefined): Count | undefined =>
            usedBy(
              own.filter((stint) => (stint.direction === 'both' ? undefined : stint.direction) === direction),
              row,
            )
          const [outbound, inbound, otherwise] = [going('outbound'), going('inbound'), going(undefined)]
          const { agreement, signedOn, term, inForceFrom, endsOn, placesPerSide, entries, sources } = row
          return {
            agreement,
            name: of(agreement),
            partners: { ...row.parties, items: row.parties.items.filter((one) => one !== party).map(of) },
            ...(signedOn && { signedOn }),
            ...(term !== undefined && { term }),
            ...(inForceFrom && { inForceFrom }),
            ...(endsOn && { endsOn }),
            state: stateOn(row, on),
            ...(placesPerSide && { places: agreements.columns.placesPerSide.show(placesPerSide) }),
            ...(outbound && { outbound }),
            ...(inbound && { inbound }),
            ...(otherwise && { otherwise }),
            entries,
            sources,
          }
        }),
    )
  }

/** Agreements as of a day. */
export const agreementTable: Question<AgreementTableAsked, AgreementTableRow> = {
  name: 'agreement-table',
  about: 'Agreements as of a day: partners, signing, term, state, places and how many of them were used in the term.',
  parameters: {
    on: required(day('the day as of which the state is told')),
    with: id('organisation', 'only those with this party, which is left out of the partners'),
  },
  reads: [agreements, programmes, ...stintsRead, names],
  glance: ['name', 'partners', 'signedOn', 'term', 'state', 'places', 'outbound', 'inbound'],
  columns: {
    agreement: text<AgreementId>(),
    name: text(),
    partners: namedList<string>(String),
    signedOn: maybe(date),
    term: maybe(integer),
    inForceFrom: maybe(date),
    endsOn: maybe(date),
    state: text(),
    places: maybe(text()),
    outbound: maybe(count, 'nothing on record'),
    inbound: maybe(count, 'nothing on record'),
    otherwise: maybe(count, 'nothing on record'),
    ...restingOnColumns,
  },
  answer,
}
