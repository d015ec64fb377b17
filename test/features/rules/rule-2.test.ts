import { describe, expect, it } from 'vitest'
import type { HoldDays } from '../../../src/domain/calendars/commands.js'
import type { CivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import type { Ledger } from '../../../src/ledger.js'
import { calendars } from '../../../src/projections/calendars.js'
import { conflicts } from '../../../src/projections/conflicts.js'
import { clerk } from '../../support/intake.js'
import { rowIn, tell, told } from '../../support/placed.js'
import { left, right } from '../../support/right.js'

const decision = { ...clerk, mode: 'decision' } as const

const known = (): Promise<Ledger> =>
  told(
    ...(['placement-a', 'placement-b'] as const).map(
      (placement) =>
        ({
          type: 'AttachOfficer',
          placement,
          officer: 'person-1',
          programme: 'programme-exchange',
          kind: 'attachment',
          home: {},
          hosts: { items: [], open: true },
          period: {},
        }) as const,
    ),
  )

const hold = (placement: 'placement-a' | 'placement-b', from: CivilDate, to: CivilDate, more: Partial<HoldDays> = {}): HoldDays => ({
  type: 'HoldDays',
  calendar: 'officerCalendar-1',
  officer: 'person-1',
  placement,
  from,
  to,
  ...more,
})

const first = hold('placement-a', '2024-01-01', '2024-02-01')
const second = hold('placement-b', '2024-01-31', '2024-03-01')
const overlap = { _tag: 'DaysOverlap', placement: 'placement-b', with: 'placement-a', from: '2024-01-01', to: '2024-02-01' }

describe('rule 2: one officer, two placements at once', () => {
  it('is refused, with the other placement and its days', async () => {
    const ledger = await known()
    right(await ledger.execute(first, decision))
    expect(left(await ledger.execute(second, decision))).toStrictEqual({ _tag: 'Refused', refusal: overlap })
  })

  it('is no breach where one begins the day after the other ends', async () => {
    const ledger = await known()
    right(await ledger.execute(first, decision))
    right(await ledger.execute({ ...second, from: '2024-02-01' }, decision))
  })

  it('is taken in where it is marked concurrent, or the overlap is waived by somebody in power', async () => {
    const marked = await known()
    right(await marked.execute(first, decision))
    right(await marked.execute({ ...second, concurrent: true }, decision))
    const waived = await known()
    right(await waived.execute(first, decision))
    const power = { authority: 'Civil Service Bureau', reason: 'evening course' }
    right(
      await waived.execute(
        { type: 'WaiveOverlap', calendar: 'officerCalendar-1', placement: 'placement-b', with: 'placement-a', ...power },
        decision,
      ),
    )
    right(await waived.execute(second, decision))
  })

  it('is taken in from a report, and flagged with the facts it rests on', async () => {
    const ledger = await known()
    await tell(ledger, first, second)
    const flagged = right(await ledger.use(conflicts).where({}))
    expect(flagged).toMatchObject([{ rule: 'DaysOverlap', certainty: 'sure' }])
  })

  it('cannot be got round by a calendar of another name, nor by widening', async () => {
    const ledger = await known()
    right(await ledger.execute(first, decision))
    expect(left(await ledger.execute({ ...second, calendar: 'officerCalendar-2' }, decision))).toMatchObject({
      refusal: { _tag: 'CalendarOfOtherOfficer' },
    })
    right(await ledger.execute({ ...second, from: '2024-02-10' }, decision))
    const wider = {
      type: 'WidenDays',
      calendar: 'officerCalendar-1',
      placement: 'placement-b',
      from: '2024-01-20',
      to: '2024-03-01',
    } as const
    expect(left(await ledger.execute(wider, decision))).toStrictEqual({ _tag: 'Refused', refusal: overlap })
  })

  it('leaves the days free once they are released, for others and not for a late hold of the same placement', async () => {
    const ledger = await known()
    right(await ledger.execute(first, decision))
    right(await ledger.execute({ type: 'ReleaseDays', calendar: 'officerCalendar-1', placement: 'placement-a' }, decision))
    right(await ledger.execute(second, decision))
    expect(left(await ledger.execute(first, decision))).toMatchObject({ refusal: { _tag: 'HoldAfterRelease' } })
    expect(await rowIn(ledger, calendars, 'officerCalendar-1')).toStrictEqual({
      calendar: 'officerCalendar-1',
      officer: 'person-1',
      held: [{ placement: 'placement-b', from: '2024-01-31', to: '2024-03-01' }],
      released: ['placement-a'],
      overlapsWaived: [],
    })
  })
})
