import type { LedgerEvent } from '../domain/ledger.js'
import type { RuleException, RuleLift } from '../domain/rules/events.js'
import type { EventId, OrganisationId, RuleId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import { showDate } from '../domain/vocabulary/stated-date.js'
import { list, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'
import { showPart } from './terms-shown.js'

/** It was set aside for one thing, by which entry. */
export type SetAside = Omit<RuleException, 'rule'> & { readonly entry: EventId }

/** It was lifted, at all or in part, by which entry. */
export type Lift = Omit<RuleLift, 'rule'> & { readonly entry: EventId }

/** One standing rule: who issued it, what it was set aside for, whether it was lifted. What it says stands in the table `terms`. */
export interface RuleRow extends RestingOn {
  readonly rule: RuleId
  readonly names: ReadonlyArray<Name>
  readonly issuer?: OrganisationId
  readonly basis?: string
  readonly exceptions: ReadonlyArray<SetAside>
  readonly lifts: ReadonlyArray<Lift>
}

const showLift = ({ from, forPart }: Lift): string => `${showDate(from)}${forPart === undefined ? '' : ` for ${showPart(forPart)}`}`
const keys = ({ rule }: { readonly rule: RuleId }): ReadonlyArray<RuleId> => [rule]

/** The standing rules, one row each. */
export const rules: Projection<LedgerEvent, RuleId, RuleRow> = {
  name: 'rules',
  version: 1,
  columns: {
    rule: text<RuleId>(),
    names: list<Name>(({ text }) => text),
    issuer: maybe(text<OrganisationId>()),
    basis: maybe(text()),
    exceptions: list<SetAside>((one) => `${one.for} (${one.authority}: ${one.reason})`),
    lifts: list<Lift>(showLift),
    ...restingOnColumns,
  },
  on: {
    RuleIssued: {
      keys,
      evolve: (row, { names, issuer, basis }, rule, recorded) => ({
        rule,
        names,
        ...(issuer && { issuer }),
        ...(basis !== undefined && { basis }),
        exceptions: row?.exceptions ?? [],
        lifts: row?.lifts ?? [],
        ...restingOn(row, recorded),
      }),
    },
    RuleAmended: { keys, evolve: (row, _, __, recorded) => row && { ...row, ...restingOn(row, recorded) } },
    RuleSetAside: {
      keys,
      evolve: (row, { type: _, rule: __, ...exception }, ___, recorded) =>
        row && { ...row, exceptions: [...row.exceptions, { ...exception, entry: recorded.id }], ...restingOn(row, recorded) },
    },
    RuleLifted: {
      keys,
      evolve: (row, { type: _, rule: __, ...lift }, ___, recorded) =>
        row && { ...row, lifts: [...row.lifts, { ...lift, entry: recorded.id }], ...restingOn(row, recorded) },
    },
  },
}
