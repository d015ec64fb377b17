import type { CommandContext } from '../../src/domain/kernel/recorded.js'
import type { Allotment, Allotted } from '../../src/domain/seats/events.js'
import type { Said } from './placed.js'

/** Who records the scenarios of intake. */
export const clerk: CommandContext = { actor: 'clerk-7', mode: 'report', sources: ['source-paper'] }

/** Placements of officers 1, 2 … in batch 1, agreed. */
export const placed = (...officers: ReadonlyArray<number>): ReadonlyArray<Said> =>
  officers.map((n) => ({
    type: 'AttachOfficer',
    placement: `placement-${n}`,
    officer: `person-${n}`,
    programme: 'programme-exchange',
    batch: 'batch-1',
    kind: 'attachment',
    direction: 'outbound',
    home: {},
    hosts: { items: [], open: true },
    period: {},
  }))

/** So many seats for this. */
export const opened = (of: Allotted, n: number, more: Partial<Allotment> = {}): Said => ({
  type: 'OpenSeats',
  seats: 'seats-1',
  of,
  quota: { kind: 'exact', n },
  policy: 'refuse',
  ...more,
})
