import { expect } from 'vitest'
import type { LedgerCommand } from '../../src/domain/ledger.js'
import type { CivilDate } from '../../src/domain/vocabulary/civil-date.js'
import type { Count } from '../../src/domain/vocabulary/count.js'
import type { Period } from '../../src/domain/vocabulary/period.js'
import type { Ledger } from '../../src/ledger.js'
import type { Viewpoint } from '../../src/projections/engine/viewpoint.js'
import { type PresenceAsked, presence } from '../../src/projections/questions/presence.js'
import { asked } from './placed.js'

export const cohort = 'batch-1#all'
export const months = (n: number) => ({ kind: 'exact', span: { n, unit: 'month' } }) as const
/** Three months from 8 January 2024. */
export const january: Period = { start: { edtf: '2024-01-08' }, length: months(3) }
/** About three months from that day. */
export const vague: Period = { start: { edtf: '2024-01-08' }, length: { kind: 'about', span: { n: 3, unit: 'month' } } }

/** Officers who come together to Shenzhen, outbound. */
export const attach = (size: Count, period?: Period, rest: Partial<Extract<LedgerCommand, { readonly type: 'AttachCohort' }>> = {}) =>
  ({ type: 'AttachCohort', cohort, size, direction: 'outbound', place: 'Shenzhen', ...(period && { period }), ...rest }) as const
export const exact = (n: number): Count => ({ kind: 'exact', n })
/** The n-th officer, placed by himself. */
export const place = (n: number, period: Period, rest: Partial<Extract<LedgerCommand, { readonly type: 'AttachOfficer' }>> = {}) =>
  ({
    type: 'AttachOfficer',
    placement: `placement-${n}`,
    officer: `person-${n}`,
    programme: 'programme-exchange',
    kind: 'attachment',
    home: {},
    hosts: { items: [], open: true },
    period,
    ...rest,
  }) as const

/** The last row, over all entries: the headline, how sure it is, and every class that somebody is in. */
export const over = async (ledger: Ledger, params: PresenceAsked, view?: Viewpoint): Promise<string> => {
  const all = (await asked(ledger, presence, params, view)).at(-1)
  if (all === undefined) return 'nothing on record'
  const classes = ['confirmed', 'stated', 'presumed', 'cannotTell', 'overdue', 'out', 'unknown'] as const
  const some = classes.filter((one) => presence.columns[one].show(all[one]) !== '=0')
  return `${presence.columns.inPost.show(all.inPost)}, ${all.certainty}: ${some.map((one) => `${one} ${presence.columns[one].show(all[one])}`).join(', ')}`
}

/** The same, on each of these days. */
export const days = async (
  ledger: Ledger,
  answers: Readonly<Record<string, string>>,
  rest: Omit<PresenceAsked, 'on'> = {},
): Promise<void> => {
  const given: Record<string, string> = {}
  for (const on of Object.keys(answers)) given[on] = await over(ledger, { on: on as CivilDate, ...rest })
  expect(given).toStrictEqual(answers)
}
