import { describe, expect, it } from 'vitest'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, on, placement, refused, started } from '../../support/placing.js'

const complete = { type: 'CompletePlacement', placement, on: on('2024-04-05') } as const
const request = { type: 'RequestExtension', placement, to: on('2024-06-28'), why: 'the line opens in June' } as const
const curtail = { type: 'CurtailPlacement', placement, by: 'home', why: 'needed at home' } as const
const end = on('2024-04-05')

describe('rule 4: nothing runs backwards', () => {
  it('an end before the start is refused', async () =>
    expect(await refused(await told(attach(), started), { ...complete, on: on('2024-01-05') })).toStrictEqual({
      _tag: 'EndBeforeStart',
      placement,
      start: on('2024-01-08'),
      end: on('2024-01-05'),
    }))

  it('an extension that is asked for after the end is refused: after the agreed one, or the reported one', async () => {
    const ledger = await told(attach(), started)
    const late = { ...request, on: on('2024-04-08') }
    expect(await refused(ledger, late)).toStrictEqual({ _tag: 'ExtensionAfterEnd', placement, end, on: late.on })
    await tell(ledger, { ...complete, on: on('2024-03-29') })
    const onTheLastDay = { ...request, on: on('2024-04-02') }
    expect(await refused(ledger, onTheLastDay)).toMatchObject({ _tag: 'ExtensionAfterEnd', end: on('2024-03-29') })
  })

  it('an extension is judged by the day it was asked for, not by the day of recording', async () => {
    const ledger = await told(attach(), started)
    await decided(ledger, complete, { ...request, on: on('2024-03-18') })
    expect(await shown(ledger, placementsOnRecord, {}, ['extension'])).toStrictEqual(['requested: until 2024-06-28'])
  })

  it.each(['2024-04-05', '2024-03'])('an extension to %s is refused: it is not beyond the present end', async (to) =>
    expect(await refused(await told(attach(), started), { ...request, to: on(to) })).toStrictEqual({
      _tag: 'ExtensionNotBeyondEnd',
      placement,
      presentEnd: end,
      to: on(to),
    }),
  )

  it('the present end is the one last granted', async () => {
    const ledger = await told(attach(), started, request, { type: 'DecideExtension', placement, outcome: 'granted' })
    const again = { ...request, to: on('2024-05-31') }
    expect(await refused(ledger, again)).toMatchObject({ _tag: 'ExtensionNotBeyondEnd', presentEnd: on('2024-06-28') })
    // A return in May is an early one now, and was none before.
    await decided(ledger, { ...curtail, on: on('2024-05-10') })
  })

  it('an early return after the end is refused', async () =>
    expect(await refused(await told(attach(), started), { ...curtail, on: on('2024-04-08') })).toStrictEqual({
      _tag: 'EarlyReturnAfterEnd',
      placement,
      end,
      on: on('2024-04-08'),
    }))

  it('what cannot be told is taken in, flagged', async () => {
    const ledger = await told(attach(), started)
    await tell(ledger, { ...request, to: on('2024-04'), on: on('2024-04') })
    expect(await flagged(ledger)).toStrictEqual(['ExtensionAfterEnd, cannot tell', 'ExtensionNotBeyondEnd, cannot tell'])
  })
})
