import { describe, expect, it } from 'vitest'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { plannedEnds } from '../../../src/projections/questions/planned-ends.js'
import { presence } from '../../../src/projections/questions/presence.js'
import { shown, tell, told } from '../../support/placed.js'
import { attach, decided, flagged, on, placement, refused, started } from '../../support/placing.js'

const request = { type: 'RequestExtension', placement, to: on('2024-06-28'), why: 'the line opens in June', by: 'host' } as const
const grant = { type: 'DecideExtension', placement, outcome: 'granted', by: 'organisation-roads' } as const

describe('extension', () => {
  it('moves the end when it is granted, and not when it is asked', async () => {
    const ledger = await told(attach(), started)
    const stands = async (): Promise<ReadonlyArray<string>> => shown(ledger, placementsOnRecord, {}, ['period', 'extension'])
    await decided(ledger, { ...request, on: on('2024-03-01') })
    expect(await stands()).toStrictEqual(['2024-01-08/2024-04-05 | requested: until 2024-06-28'])
    await decided(ledger, grant)
    expect(await stands()).toStrictEqual(['2024-01-08/2024-06-28 | granted: until 2024-06-28'])
    expect(await shown(ledger, plannedEnds, { placement }, ['plannedEnd'])).toStrictEqual(['2024-06-28'])
    expect(await shown(ledger, presence, { on: '2024-05-01' }, ['name', 'inPost'])).toStrictEqual(['Officer 1 | =1', 'all | =1'])
  })

  it('leaves the end where it is when it is refused, with the reason on record', async () => {
    const ledger = await told(attach(), started, request)
    await decided(ledger, { type: 'DecideExtension', placement, outcome: 'refused', why: 'needed at home' })
    expect(await shown(ledger, placementsOnRecord, {}, ['period', 'extension'])).toStrictEqual([
      '2024-01-08/2024-04-05 | refused: until 2024-06-28',
    ])
    expect(await refused(ledger, grant)).toStrictEqual({ _tag: 'NoExtensionRequested', placement })
  })

  it('needs the sides that the policy of the decision names', async () => {
    const ledger = await told(attach(), started, { ...request, agreedBy: ['host', 'officer'] })
    const needs = ['home', 'host', 'officer'] as const
    expect(await refused(ledger, { ...grant, needs })).toStrictEqual({ _tag: 'ExtensionNotAgreed', placement, missing: ['home'] })
    await decided(ledger, { ...grant, needs, agreedBy: ['home'] })
  })

  it('keeps to the longest in one go and in all, by the terms in the command', async () => {
    const terms = { stream: 'programme-exchange', revision: 0 } as const
    const most = { n: 2, unit: 'month' } as const
    const ledger = await told(attach(), started)
    const exceeded = { _tag: 'LimitExceeded', placement, most, to: on('2024-06-28'), ...terms }
    expect(await refused(ledger, { ...request, terms: { ...terms, longestInOneGo: most } })).toStrictEqual({
      ...exceeded,
      limit: 'in one go',
    })
    expect(await refused(ledger, { ...request, terms: { ...terms, longestInAll: most } })).toStrictEqual({ ...exceeded, limit: 'in all' })
    await decided(ledger, {
      ...request,
      terms: { ...terms, longestInOneGo: { n: 3, unit: 'month' }, longestInAll: { n: 6, unit: 'month' } },
    })
  })

  it('may exceed a limit that is waived, with authority and reason on record', async () => {
    const terms = { stream: 'programme-exchange', revision: 0, longestInOneGo: { n: 2, unit: 'month' } } as const
    const ledger = await told(attach(), started)
    await decided(
      ledger,
      { type: 'WaiveRule', placement, rule: 'LimitExceeded', authority: 'Head of Training', why: 'the line opens in June' },
      { ...request, terms },
    )
    expect(await flagged(ledger)).toStrictEqual([])
    expect(await shown(ledger, placementsOnRecord, {}, ['waived'])).toStrictEqual([
      'LimitExceeded by Head of Training: the line opens in June',
    ])
  })

  it('is flagged where it cannot be told whether it was asked in time', async () => {
    const ledger = await told(attach(), started, { type: 'CompletePlacement', placement, on: on('2024-04-05') })
    await tell(ledger, request)
    expect(await flagged(ledger)).toStrictEqual(['ExtensionAfterEnd, cannot tell'])
  })

  it('is asked once at a time, and decided once', async () => {
    const ledger = await told(attach(), started, request)
    await decided(ledger, request)
    const another = { ...request, to: on('2024-07-31') }
    expect(await refused(ledger, another)).toStrictEqual({ _tag: 'ExtensionAlreadyRequested', placement, to: on('2024-06-28') })
    await decided(ledger, grant, grant, another)
  })
})
