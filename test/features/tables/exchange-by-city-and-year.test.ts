import { describe, expect, it } from 'vitest'
import { exchangeByCityAndYear } from '../../../src/projections/questions/exchange-by-city-and-year.js'
import { shown, tell, told } from '../../support/placed.js'
import { exact, months, place } from '../../support/presence.js'

const FIELDS = ['city', 'year', 'outbound', 'outboundRange', 'inbound', 'otherwise'] as const

describe('exchange by city and year', () => {
  const exchanges = async () =>
    told(
      {
        type: 'AttachCohort',
        cohort: 'batch-1#out',
        size: exact(10),
        direction: 'outbound',
        place: 'Shenzhen',
        period: { start: { edtf: '2023-12-18' }, length: months(3) },
      },
      {
        type: 'AttachCohort',
        cohort: 'batch-1#in',
        size: { kind: 'about', n: 30 },
        direction: 'inbound',
        homes: { items: ['organisation-shenzhen'], open: false },
        period: { start: { edtf: '2024-03' }, length: months(1) },
      },
      place(
        1,
        { start: { edtf: '2023-12-31~' } },
        { direction: 'outbound', hosts: { items: [{ organisation: 'organisation-office', level: 'office' }], open: false } },
      ),
    )

  it('puts each officer in the year of the first day, sent and received apart; one of two years has a line of its own', async () => {
    expect(await shown(await exchanges(), exchangeByCityAndYear, {}, FIELDS)).toStrictEqual([
      'Shenzhen | 2023 | =10 | 10–11 | nothing on record | nothing on record',
      'Shenzhen | 2023 or 2024 | =1 | =1 | nothing on record | nothing on record',
      'Shenzhen | 2024 | =0 | ≤1 | ≈30 | nothing on record',
      'Shenzhen | all years | =11 | =11 | ≈30 | nothing on record',
      'all | 2023 | =10 | 10–11 | nothing on record | nothing on record',
      'all | 2023 or 2024 | =1 | =1 | nothing on record | nothing on record',
      'all | 2024 | =0 | ≤1 | ≈30 | nothing on record',
      'all | all years | =11 | =11 | ≈30 | nothing on record',
    ])
  })

  it('in financial years both sides of the new year are one year', async () => {
    const ledger = await exchanges()
    const years = { month: 4, day: 1 }
    const rows = await shown(ledger, exchangeByCityAndYear, { years }, ['city', 'year', 'outbound', 'inbound', 'rule'])
    expect(rows.slice(0, 2)).toStrictEqual([
      'Shenzhen | 2023-24 | =11 | ≈30 | officers, each in the year of the first day; years run 1 April to 31 March',
      'Shenzhen | all years | =11 | ≈30 | officers, each in the year of the first day; years run 1 April to 31 March',
    ])
  })

  it('by days, divides a placement over the turn of the year, and says that it does', async () => {
    const ledger = await told({
      type: 'AttachCohort',
      cohort: 'batch-1#out',
      size: exact(10),
      direction: 'outbound',
      place: 'Shenzhen',
      period: { start: { edtf: '2023-12-18' }, end: { edtf: '2024-01-05' } },
    })
    expect(await shown(ledger, exchangeByCityAndYear, { count: 'days' }, ['city', 'year', 'outbound'])).toStrictEqual([
      'Shenzhen | 2023 | =140',
      'Shenzhen | 2024 | =50',
      'Shenzhen | all years | =190',
      'all | 2023 | =140',
      'all | 2024 | =50',
      'all | all years | =190',
    ])
  })

  it('keeps a group of cities as one line, and officers of one of several cities undivided', async () => {
    const ledger = await told()
    await tell(
      ledger,
      {
        type: 'RegisterOrganisation',
        organisation: 'organisation-cities',
        kind: 'group',
        names: [{ text: 'Cities of the region', language: 'en' }],
      },
      {
        type: 'AttachCohort',
        cohort: 'batch-1#group',
        size: { kind: 'more than', n: 20 },
        direction: 'inbound',
        homes: { items: ['organisation-cities'], open: false },
        period: { start: { edtf: '2024-05-06' } },
      },
      {
        type: 'AttachCohort',
        cohort: 'batch-1#several',
        size: exact(8),
        direction: 'outbound',
        hosts: { items: ['organisation-shenzhen', 'organisation-beijing'], open: false },
        period: { start: { edtf: '2024-06-03' } },
      },
    )
    expect(await shown(ledger, exchangeByCityAndYear, {}, ['city', 'year', 'outbound', 'inbound'])).toStrictEqual([
      'Cities of the region | 2024 | nothing on record | >20',
      'Cities of the region | all years | nothing on record | >20',
      'Shenzhen or Beijing (not divided) | 2024 | =8 | nothing on record',
      'Shenzhen or Beijing (not divided) | all years | =8 | nothing on record',
      'all | 2024 | =8 | >20',
      'all | all years | =8 | >20',
    ])
  })
})
