import { describe, expect, it } from 'vitest'
import type { HoldDays } from '../../../src/domain/calendars/commands.js'
import type { DayLimits } from '../../../src/domain/calendars/events.js'
import type { CivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import type { Ledger } from '../../../src/ledger.js'
import { conflicts } from '../../../src/projections/conflicts.js'
import { officerDays } from '../../../src/projections/questions/officer-days.js'
import { clerk } from '../../support/intake.js'
import { asked, shown, tell, told } from '../../support/placed.js'
import { left, right } from '../../support/right.js'

const scheme = 'secondment'
const terms = { stream: 'programme-un', revision: 0 } as const
/** All of officer 1. */
const known = ['placement-1', 'placement-2', 'placement-3'] as const

const ledgerOfOne = (): Promise<Ledger> =>
  told(
    ...known.map(
      (placement) =>
        ({
          type: 'AttachOfficer',
          placement,
          officer: 'person-1',
          programme: 'programme-un',
          kind: 'secondment',
          home: {},
          hosts: { items: [], open: true },
          period: {},
        }) as const,
    ),
  )

const hold = (
  placement: HoldDays['placement'],
  from: CivilDate,
  to: CivilDate,
  limits: DayLimits,
  more: Partial<HoldDays> = {},
): HoldDays => ({
  type: 'HoldDays',
  calendar: 'officerCalendar-1',
  officer: 'person-1',
  placement,
  from,
  to,
  scheme,
  limits: { ...limits, terms },
  ...more,
})

const refused = async (ledger: Ledger, command: HoldDays): Promise<unknown> => {
  const failure = left(await ledger.execute(command, { ...clerk, mode: 'decision' }))
  return failure._tag === 'Refused' ? failure.refusal : failure
}
const decided = async (ledger: Ledger, command: HoldDays): Promise<void> => {
  right(await ledger.execute(command, { ...clerk, mode: 'decision' }))
}

describe('limits', () => {
  it('stop a continuous term that grows too long, placement by placement', async () => {
    const ledger = await ledgerOfOne()
    const limits = { longestContinuousDays: 100, breakDays: 30 }
    await decided(ledger, hold('placement-1', '2024-01-01', '2024-03-01', limits))
    expect(await refused(ledger, hold('placement-2', '2024-03-11', '2024-05-01', limits))).toStrictEqual({
      _tag: 'LimitExceeded',
      placement: 'placement-2',
      limit: 'longestContinuousDays',
      allowed: 100,
      used: 60,
      asked: 51,
      scheme,
      terms,
    })
  })

  it('begin anew after a break that resets the clock, but a lifetime has one total', async () => {
    const ledger = await ledgerOfOne()
    const limits = { longestContinuousDays: 100, breakDays: 30, lifetimeTotalDays: 150 }
    await decided(ledger, hold('placement-1', '2024-01-01', '2024-03-01', limits))
    await decided(ledger, hold('placement-2', '2024-04-01', '2024-06-01', limits))
    expect(
      await shown(ledger, officerDays, { person: 'person-1', scheme }, ['total', 'continuous', 'remainsContinuous', 'remains']),
    ).toStrictEqual(['=121 | 61 | 39 | =29'])
    expect(await refused(ledger, hold('placement-3', '2026-01-01', '2026-02-01', limits))).toMatchObject({
      _tag: 'LimitExceeded',
      limit: 'lifetimeTotalDays',
      allowed: 150,
      used: 121,
      asked: 31,
    })
  })

  it('make an officer wait before the next', async () => {
    const ledger = await ledgerOfOne()
    const limits = { waitDays: 365 }
    await decided(ledger, hold('placement-1', '2024-01-01', '2024-03-01', limits))
    expect(await refused(ledger, hold('placement-2', '2025-02-28', '2025-04-01', limits))).toMatchObject({
      _tag: 'WaitNotOver',
      with: 'placement-1',
      earliest: '2025-03-01',
    })
    await decided(ledger, hold('placement-2', '2025-03-01', '2025-04-01', limits))
    expect(await shown(ledger, officerDays, { person: 'person-1', scheme }, ['placements', 'waitOverOn'])).toStrictEqual([
      'placement-1; placement-2 | 2026-04-01',
    ])
  })

  it('hold for an extension as for a new placement', async () => {
    const ledger = await ledgerOfOne()
    await decided(ledger, hold('placement-1', '2024-01-01', '2024-03-01', { longestInOneGoDays: 90 }))
    const longer = { type: 'WidenDays', calendar: 'officerCalendar-1', placement: 'placement-1', from: '2024-01-01' } as const
    const limits = { longestInOneGoDays: 90 }
    const failed = await ledger.execute({ ...longer, to: '2024-06-01', limits }, { ...clerk, mode: 'decision' })
    expect(left(failed)).toMatchObject({ refusal: { _tag: 'LimitExceeded', limit: 'longestInOneGoDays', allowed: 90, asked: 152 } })
    right(await ledger.execute({ ...longer, to: '2024-03-31', limits }, { ...clerk, mode: 'decision' }))
    expect(await shown(ledger, officerDays, { person: 'person-1', scheme }, ['total', 'stretch'])).toStrictEqual([
      '=90 | 2024-01-01 to 2024-03-30',
    ])
  })

  it('may be waived: the waiver stays on record and the total used stays true', async () => {
    const ledger = await ledgerOfOne()
    const waived = { limits: ['lifetimeTotalDays'], authority: 'Secretary for the Civil Service', reason: 'nobody else' } as const
    await decided(ledger, hold('placement-1', '2024-01-01', '2024-03-01', { lifetimeTotalDays: 30 }, { waived }))
    expect(await asked(ledger, officerDays, { person: 'person-1', scheme })).toMatchObject([
      { total: { kind: 'exact', n: 60 }, remains: { kind: 'exact', n: 0 } },
    ])
  })

  it('take in what is reported all the same, and flag it', async () => {
    const ledger = await ledgerOfOne()
    await tell(ledger, hold('placement-1', '2024-01-01', '2024-03-01', { lifetimeTotalDays: 30 }))
    expect(await shown(ledger, officerDays, { person: 'person-1', scheme }, ['total', 'remains'])).toStrictEqual(['=60 | =0'])
    expect(right(await ledger.use(conflicts).where({}))).toMatchObject([{ rule: 'LimitExceeded', certainty: 'sure' }])
  })

  it('cannot tell of days whose scheme nobody stated: they go in flagged, and the figures are ranges', async () => {
    const ledger = await ledgerOfOne()
    const { scheme: _, ...vague } = hold('placement-1', '2024-01-01', '2024-03-01', {})
    await tell(ledger, vague)
    await decided(ledger, hold('placement-2', '2024-06-01', '2024-07-01', { lifetimeTotalDays: 80 }))
    expect(await shown(ledger, officerDays, { person: 'person-1' }, ['scheme', 'total', 'remains'])).toStrictEqual([
      'secondment | 30–90 | 0–50',
      'all | =90 | ?',
    ])
  })

  it('are asked as of a day: only days up to it count', async () => {
    const ledger = await ledgerOfOne()
    await decided(ledger, hold('placement-1', '2024-01-01', '2024-03-01', { lifetimeTotalDays: 80 }))
    expect(await shown(ledger, officerDays, { person: 'person-1', scheme, on: '2024-01-10' }, ['total', 'remains'])).toStrictEqual([
      '=10 | =70',
    ])
    expect(await asked(ledger, officerDays, { person: 'person-1', on: '2023-12-31' })).toStrictEqual([])
  })
})
