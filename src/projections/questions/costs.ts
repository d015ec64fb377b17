import * as E from 'fp-ts/lib/Either.js'
import { type Amount, type Cost, type Payer, showAmount } from '../../domain/vocabulary/cost.js'
import type { AnyId } from '../../domain/vocabulary/id.js'
import { json, list, maybe, text } from '../engine/columns.js'
import { anything, choice } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { namingIn } from './parts/naming.js'
import { readForSessions, sessionsWithin, spendingWithin } from './parts/sessions-within.js'

/** Costs of a programme, batch, series or session, with those of its parts; absent: all. */
export interface CostsAsked {
  readonly within?: AnyId
  readonly basis?: CostAnswer['basis']
}

/** One item of cost. An estimate and what was paid are two items: nothing is added up across them, or across currencies. */
export interface CostAnswer {
  /** The session, or the batch as a whole. */
  readonly of: AnyId
  readonly what: string
  readonly item: string
  readonly basis: 'estimate' | 'actual'
  readonly amount: Amount
  /** With their shares in percent; absent: nobody says who pays. */
  readonly payers?: ReadonlyArray<string>
}

const showPayer = ({ organisation, share }: Payer, of: (id: string) => string): string =>
  share === undefined ? of(organisation) : `${of(organisation)} (${share}%)`

/** The costs on record, of batches as a whole and session by session, in the order in which they were stated. */
export const costs: Question<CostsAsked, CostAnswer> = {
  name: 'costs',
  about: 'What batches and sessions cost: each item with its amount as stated, whether estimated or actual, and who pays which share.',
  parameters: {
    within: anything('only of this programme, batch, series or occasion, and of its parts'),
    basis: choice('only these', 'estimate', 'actual'),
  },
  reads: [...readForSessions, names],
  glance: ['what', 'item', 'basis', 'amount', 'payers'],
  columns: {
    of: text<AnyId>(),
    what: text(),
    item: text(),
    basis: text<CostAnswer['basis']>(),
    amount: json<Amount>(showAmount),
    payers: maybe(list<string>(String)),
  },
  answer:
    (tables, { within, basis: asked }) =>
    async () => {
      const all = await sessionsWithin(tables, within)()
      if (E.isLeft(all)) return all
      const naming = await namingIn(tables)()
      if (E.isLeft(naming)) return naming
      const { of } = naming.right
      const intakes = await spendingWithin(tables, within)()
      if (E.isLeft(intakes)) return intakes
      const told: ReadonlyArray<readonly [id: AnyId, items: ReadonlyArray<Cost>]> = [
        ...intakes.right.map((row) => [row.batch, row.costs] as const),
        ...all.right.map(({ row, session }) => [row.occasion, session?.costs ?? []] as const),
      ]
      return E.right(
        told.flatMap(([id, items]) =>
          items
            .filter(({ basis }) => asked === undefined || basis === asked)
            .map(({ item, basis, amount, payers }) => ({
              of: id,
              what: of(id),
              item,
              basis,
              amount,
              ...(payers && { payers: payers.map((payer) => showPayer(payer, of)) }),
            })),
        ),
      )
    },
}
