import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome, Tagged } from '../kernel/decider.js'
import type { RightsId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// Who may do what, and by whose decision. Rights are granted to accounts, one by one, and withdrawn again; all of it stands in one stream, so that
// there is always somebody who may grant. The first grant makes the first administrator; from then on administrators grant and withdraw.

/** All rights that there are. None includes another. */
export const everyRight = ['take', 'change', 'approve', 'export', 'administer'] as const

/**
 * What an account may do. `take`: what is taken on the spot (rolls, headcounts). `change`: register and alter. `approve`: decide and overrule.
 * `export`: hand data out. `administer`: grant and withdraw rights.
 */
export type Right = (typeof everyRight)[number]

/** The one stream of rights: two streams could each keep an administrator, and the ledger have none. */
export const RIGHTS: RightsId = 'rights-ledger'

// ── events ──────────────────────────────────────────────────────────────────

/** Rights of one account. By whose decision, and why, is said where every command says so: actor, authority, reason. */
export interface AccountRights {
  /** The account, as the actor of its commands: never a person's name. */
  readonly account: string
  readonly rights: ReadonlyArray<Right>
  /** The day of the decision; absent: not stated. It moves nothing: rights hold from when they are recorded. */
  readonly on?: StatedDate
}

/** From then on the account holds these rights; it held none of them before. */
export type RightsGranted = { readonly type: 'RightsGranted' } & AccountRights
/** From then on the account holds these rights no longer. */
export type RightsWithdrawn = { readonly type: 'RightsWithdrawn' } & AccountRights

/** What is recorded of rights. */
export type RightsEvent = RightsGranted | RightsWithdrawn

// ── state ───────────────────────────────────────────────────────────────────

/** The rights of each account that was ever granted one; an account without any has an empty set. */
export type Rights =
  | { readonly _tag: 'NobodyAppointed' }
  | { readonly _tag: 'Kept'; readonly held: ReadonlyMap<string, ReadonlySet<Right>> }

const heldIn = (state: Rights, account: string): ReadonlySet<Right> | undefined =>
  state._tag === 'Kept' ? state.held.get(account) : undefined

/** Whether an account holds a right. Before the first grant nobody holds any. */
export const holds = (state: Rights, account: string, right: Right): boolean => heldIn(state, account)?.has(right) === true

export const evolve = (state: Rights, { type, account, rights: said }: RightsEvent): Rights => {
  const before = [...(heldIn(state, account) ?? [])]
  const after = type === 'RightsGranted' ? [...before, ...said] : before.filter((right) => !said.includes(right))
  return { _tag: 'Kept', held: new Map(state._tag === 'Kept' ? state.held : []).set(account, new Set(after)) }
}

// ── commands ────────────────────────────────────────────────────────────────

/**
 * An account may do more: `RightsGranted`, with the rights that are news. The first of all may come from anybody and must give `administer`
 * (`NoAdministratorYet`); every later one comes from an administrator (`NotPermitted`).
 */
export type GrantRights = { readonly type: 'GrantRights' } & AccountRights
/**
 * An account may do less: `RightsWithdrawn`, with the rights that it held; only administrators may say so (`NotPermitted`). Refused of an account
 * that was never granted any (`NoRightsOnRecord`), and of `administer` where nobody else holds it (`LastAdministrator`).
 */
export type WithdrawRights = { readonly type: 'WithdrawRights' } & AccountRights

/** What may be asked of rights. */
export type RightsCommand = GrantRights | WithdrawRights

// ── refusals ────────────────────────────────────────────────────────────────

/** The account that sends the command does not hold the right that it takes. */
export interface NotPermitted {
  readonly _tag: 'NotPermitted'
  readonly actor: string
  readonly right: Right
  readonly command: string
}

/** Why rights are not granted, or not withdrawn. */
export type RightsRefusal =
  | NotPermitted
  /** The first grant gives other rights: nobody could ever grant another. */
  | { readonly _tag: 'NoAdministratorYet'; readonly account: string; readonly rights: ReadonlyArray<Right> }
  /** Perhaps the account goes by another name. */
  | { readonly _tag: 'NoRightsOnRecord'; readonly account: string }
  | { readonly _tag: 'LastAdministrator'; readonly account: string }
  /** What was permitted when, is not told otherwise afterwards: grant or withdraw. */
  | { readonly _tag: 'RightsStandAsRecorded'; readonly command: string }

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<RightsEvent, RightsRefusal>

const dated = ({ on }: AccountRights): Pick<AccountRights, 'on'> => (on === undefined ? {} : { on })

const grant = (command: GrantRights, state: Rights): Decision => {
  const { account, rights: asked } = command
  if (state._tag === 'NobodyAppointed' && !asked.includes('administer'))
    return E.left({ _tag: 'NoAdministratorYet', account, rights: asked })
  const news = everyRight.filter((right) => asked.includes(right) && !holds(state, account, right))
  return E.right(news.length === 0 ? [] : [{ type: 'RightsGranted', account, rights: news, ...dated(command) }])
}

const withdraw = (command: WithdrawRights, state: Rights): Decision => {
  const { account, rights: asked } = command
  const held = heldIn(state, account)
  if (state._tag === 'NobodyAppointed' || held === undefined) return E.left({ _tag: 'NoRightsOnRecord', account })
  const gone = everyRight.filter((right) => asked.includes(right) && held.has(right))
  const administrators = [...state.held].filter(([, rights]) => rights.has('administer'))
  if (gone.includes('administer') && administrators.length === 1) return E.left({ _tag: 'LastAdministrator', account })
  return E.right(gone.length === 0 ? [] : [{ type: 'RightsWithdrawn', account, rights: gone, ...dated(command) }])
}

export const decide = (command: RightsCommand, state: Rights): Decision => {
  switch (command.type) {
    case 'GrantRights':
      return grant(command, state)
    case 'WithdrawRights':
      return withdraw(command, state)
  }
}

const RETOLD: ReadonlyArray<string> = ['DisputeEntry', 'PreferEntry', 'CorrectEntry', 'VoidEntry']

/** Once somebody is appointed, the stream is the administrators': also in a ledger that was opened without keeping to rights. */
export const forbids = ({ type }: Tagged, actor: string, state: Rights): RightsRefusal | undefined => {
  if (state._tag === 'NobodyAppointed') return undefined
  if (!holds(state, actor, 'administer')) return { _tag: 'NotPermitted', actor, right: 'administer', command: type }
  return RETOLD.includes(type) ? { _tag: 'RightsStandAsRecorded', command: type } : undefined
}

export const rights: Aggregate<RightsCommand, Rights, RightsEvent, RightsRefusal> = {
  category: 'rights',
  initialState: { _tag: 'NobodyAppointed' },
  streamOf: () => RIGHTS,
  subjectOf: () => RIGHTS,
  commands: { GrantRights: true, WithdrawRights: true },
  decide,
  evolve,
  forbids,
}
