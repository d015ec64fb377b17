import type { LedgerCommand } from '../../src/domain/ledger.js'
import type { CivilDate } from '../../src/domain/vocabulary/civil-date.js'
import type { Period } from '../../src/domain/vocabulary/period.js'
import type { Ledger } from '../../src/ledger.js'
import { conflicts } from '../../src/projections/conflicts.js'
import { left, right } from './right.js'

// Officer 1 of the Roads Department, who is to be placed in Shenzhen: for the scenarios of nominations and placements.

type Command<T extends LedgerCommand['type']> = Extract<LedgerCommand, { readonly type: T }>

export const placement = 'placement-1'

/** Put forward by the Roads Department: two hosts in order, and two steps that must approve. */
export const nominate = (more: Partial<Command<'Nominate'>> = {}): Command<'Nominate'> => ({
  type: 'Nominate',
  placement,
  officer: 'person-1',
  programme: 'programme-exchange',
  batch: 'batch-1',
  by: 'organisation-roads',
  choices: [{ host: 'organisation-office', why: 'plans the new line' }, { host: 'organisation-water' }],
  businessCase: 'The line crosses the boundary.',
  objectives: ['see one planning cycle'],
  steps: [
    { step: 'department', by: 'organisation-roads' },
    { step: 'host', by: 'organisation-office' },
  ],
  on: { edtf: '2023-10-02' },
  ...more,
})

/** From 8 January to 5 April 2024, at the Planning Office. */
export const attach = (more: Partial<Command<'AttachOfficer'>> = {}): Command<'AttachOfficer'> => ({
  type: 'AttachOfficer',
  placement,
  officer: 'person-1',
  programme: 'programme-exchange',
  kind: 'attachment',
  direction: 'outbound',
  home: { organisation: 'organisation-roads' },
  hosts: { items: [{ organisation: 'organisation-office', level: 'office' }], open: false },
  period: { start: { edtf: '2024-01-08' }, end: { edtf: '2024-04-05' } },
  ...more,
})

export const started: Command<'StartPlacement'> = { type: 'StartPlacement', placement, on: { edtf: '2024-01-08' } }
export const ending = (edtf: string): Period => ({ start: { edtf: '2024-01-08' }, end: { edtf } })
export const on = (edtf: CivilDate | string): { readonly edtf: string } => ({ edtf })

/** Decided, and taken. */
export const decided = async (ledger: Ledger, ...commands: ReadonlyArray<LedgerCommand>): Promise<void> => {
  for (const command of commands) right(await ledger.execute(command, { actor: 'secretariat-1', mode: 'decision', sources: [] }))
}

/** Decided, and refused with this. */
export const refused = async (ledger: Ledger, command: LedgerCommand): Promise<unknown> => {
  const failure = left(await ledger.execute(command, { actor: 'secretariat-1', mode: 'decision', sources: [] }))
  return failure._tag === 'Refused' ? failure.refusal : failure
}

/** What went in flagged: rule and certainty, by rule. */
export const flagged = async (ledger: Ledger): Promise<ReadonlyArray<string>> =>
  right(await ledger.use(conflicts).where({}))
    .map(({ rule, certainty }) => `${rule}, ${certainty === 'sure' ? 'sure' : 'cannot tell'}`)
    .sort()
