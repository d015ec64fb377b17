import { describe, expect, it } from 'vitest'
import { calendars } from '../../src/projections/calendars.js'
import { officerDays } from '../../src/projections/questions/officer-days.js'
import { entryOf, rowIn, shown, tell, told } from '../support/placed.js'
import { right } from '../support/right.js'

const placement = (id: `placement-${string}`) =>
  ({
    type: 'AttachOfficer',
    placement: id,
    officer: 'person-1',
    programme: 'programme-exchange',
    kind: 'attachment',
    home: {},
    hosts: { items: [], open: true },
    period: {},
  }) as const
const named = { calendar: 'officerCalendar-1', placement: 'placement-1' } as const
const hold = {
  type: 'HoldDays',
  ...named,
  officer: 'person-1',
  from: '2024-01-01',
  to: '2024-02-01',
  scheme: 'exchange',
  manner: 'part-time',
} as const
const widen = { type: 'WidenDays', ...named, from: '2024-01-01', to: '2024-03-01' } as const
const rest = { released: [], overlapsWaived: [] }
const held = { placement: 'placement-1', from: '2024-01-01', to: '2024-02-01', scheme: 'exchange', manner: 'part-time' }

describe("an officer's calendar", () => {
  it('has the days of each placement as they stand: held, widened, narrowed, released', async () => {
    const ledger = await told(placement('placement-1'), hold, widen)
    const row = { calendar: 'officerCalendar-1', officer: 'person-1', ...rest }
    expect(await rowIn(ledger, calendars, 'officerCalendar-1')).toStrictEqual({ ...row, held: [{ ...held, to: '2024-03-01' }] })
    await tell(ledger, { type: 'NarrowDays', ...named, from: '2024-01-15', to: '2024-03-01' })
    expect(await rowIn(ledger, calendars, 'officerCalendar-1')).toStrictEqual({
      ...row,
      held: [{ ...held, from: '2024-01-15', to: '2024-03-01' }],
    })
    await tell(ledger, { type: 'ReleaseDays', ...named })
    expect(await rowIn(ledger, calendars, 'officerCalendar-1')).toStrictEqual({ ...row, held: [], released: ['placement-1'] })
  })

  it('is begun by whatever is told first, and invents no days', async () => {
    const power = { authority: 'Civil Service Bureau', reason: 'evenings' }
    const ledger = await told(placement('placement-1'), placement('placement-2'), {
      type: 'WaiveOverlap',
      ...named,
      with: 'placement-2',
      ...power,
    })
    expect(await rowIn(ledger, calendars, 'officerCalendar-1')).toStrictEqual({
      calendar: 'officerCalendar-1',
      officer: 'person-1',
      ...rest,
      held: [],
      overlapsWaived: [{ placement: 'placement-1', with: 'placement-2', authority: 'Civil Service Bureau' }],
    })
    const none = await shown(ledger, officerDays, { person: 'person-1' }, ['total'])
    expect(none).toStrictEqual([])
  })

  it('goes back to what was held where a widening is voided, and is told as it was known', async () => {
    const ledger = await told(placement('placement-1'), hold)
    const before = right(await ledger.position())
    await tell(ledger, widen)
    const { entry } = await entryOf(ledger, 'officerCalendar-1', 'DaysWidened')
    expect(await shown(ledger, officerDays, { person: 'person-1', scheme: 'exchange' }, ['total'])).toStrictEqual(['=60'])
    expect(
      await shown(
        ledger,
        officerDays,
        { person: 'person-1', scheme: 'exchange' },
        ['total'],
        before === 'start' ? {} : { asKnownAt: before },
      ),
    ).toStrictEqual(['=31'])
    await tell(ledger, { type: 'VoidEntry', stream: 'officerCalendar-1', entry, reason: 'of another officer' })
    expect(await rowIn(ledger, calendars, 'officerCalendar-1')).toMatchObject({ held: [held] })
  })
})
