import * as fc from 'fast-check'
import { type Rights, rights } from '../../../src/domain/rights/rights.js'
import { rightsCommands, rightsEvents } from '../../../src/events/rights.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { ACTOR } from '../../support/modelled.js'

const account = fc.constantFrom(ACTOR, 'clerk-8')
const some = fc.constantFrom(['administer'] as const, ['take', 'change'] as const, ['change', 'administer'] as const)

/** Once somebody is appointed, it matters whether that is whoever sends the commands. */
const phaseOf = (state: Rights): string => {
  if (state._tag === 'NobodyAppointed') return state._tag
  return state.held.get(ACTOR)?.has('administer') === true ? 'Administers' : 'MayNot'
}

aggregateModel({
  aggregate: rights,
  events: rightsEvents,
  commands: rightsCommands,
  contents: {
    GrantRights: fc.record({ account, rights: some }),
    WithdrawRights: fc.record({ account, rights: some }),
  },
  phaseOf,
  phases: `
                   | NobodyAppointed            | Administers                  | MayNot
    GrantRights    | Administers MayNot refused | stays nothing                | refused
    WithdrawRights | refused                    | stays MayNot nothing refused | refused
  `,
})
