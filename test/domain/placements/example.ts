import type { PlacementCommand } from '../../../src/domain/placements/commands.js'
import type {
  Attachment,
  OfficerAttached,
  PlacementCancelled,
  PlacementCompleted,
  PlacementCurtailed,
  PlacementEvent,
  PlacementPeriodConfirmed,
  PlacementStarted,
} from '../../../src/domain/placements/events.js'
import { placement } from '../../../src/domain/placements/placement.js'
import { closedList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

// One placement in full, for the tests beside this file: an officer from Shenzhen, December 2024 to February 2025.

export const given = scenarios(placement)
/** What goes in flagged: the breaches of a command after a history. */
export const flagsOf = (command: PlacementCommand, ...history: ReadonlyArray<PlacementEvent>) =>
  placement.breaches?.(command, history.reduce(placement.evolve, placement.initialState))

export const id = 'placement-117'
export const keys = {
  placement: id,
  officer: 'person-117',
  programme: 'programme-exchange',
  batch: 'batch-exchange-2024',
  partOf: 'batch-exchange-2024#inbound',
} as const
export const start = { edtf: '2024-12-02' }
export const end = { edtf: '2025-02-28' }
export const attachment: Attachment = {
  ...keys,
  kind: 'attachment',
  direction: 'inbound',
  home: { place: 'organisation-shenzhen' },
  hosts: closedList([
    { organisation: 'organisation-cmab', level: 'bureau' },
    { organisation: 'organisation-gba-development-office', level: 'office' },
  ]),
  period: { start, end },
}
export const three = { n: 3, unit: 'month' } as const

export const attached: OfficerAttached = { type: 'OfficerAttached', ...attachment }
export const started: PlacementStarted = { type: 'PlacementStarted', ...keys, on: start }
export const confirmed: PlacementPeriodConfirmed = { type: 'PlacementPeriodConfirmed', ...keys, from: '2024-12-09', to: '2025-01-20' }
export const completed: PlacementCompleted = { type: 'PlacementCompleted', ...keys, on: end }
export const curtailed: PlacementCurtailed = { type: 'PlacementCurtailed', ...keys, on: { edtf: '2025-01-24' }, by: 'home', why: 'budget' }
export const cancelled: PlacementCancelled = { type: 'PlacementCancelled', ...keys, why: 'no office' }
