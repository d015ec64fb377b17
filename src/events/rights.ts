import {
  type AccountRights,
  everyRight,
  type GrantRights,
  type RightsCommand,
  type RightsEvent,
  type RightsGranted,
  type RightsWithdrawn,
  type WithdrawRights,
} from '../domain/rights/rights.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { line, listOf, oneOf } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { statedDate } from './vocabulary.js'

const ofAccount: Props<AccountRights> = {
  account: line,
  rights: listOf(oneOf(...everyRight), { atLeast: 1, atMost: everyRight.length }),
  on: optional(statedDate),
}

export const rightsEvents: Catalogue<RightsEvent> = {
  RightsGranted: first<RightsGranted>('RightsGranted', ofAccount),
  RightsWithdrawn: first<RightsWithdrawn>('RightsWithdrawn', ofAccount),
}

export const rightsCommands: Commands<RightsCommand> = {
  GrantRights: commandCodec<GrantRights>('GrantRights', ofAccount),
  WithdrawRights: commandCodec<WithdrawRights>('WithdrawRights', ofAccount),
}
