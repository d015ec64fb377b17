import { describe, expect, it } from 'vitest'
import { agreementTable } from '../../../src/projections/questions/agreement-table.js'
import { shown, tell, told } from '../../support/placed.js'
import { exact, january, place } from '../../support/presence.js'

const FIELDS = ['name', 'partners', 'signedOn', 'term', 'state', 'places', 'outbound', 'inbound'] as const

describe('agreements', () => {
  const signed = async () =>
    told(
      {
        type: 'SignAgreement',
        agreement: 'agreement-1',
        names: [{ text: 'Exchange Agreement', language: 'en' }],
        parties: { items: ['organisation-roads', 'organisation-shenzhen'], open: false },
        signedOn: { edtf: '2023-06-15' },
        end: { edtf: '2024-06-14' },
        placesPerSide: { count: exact(10), per: 'year' },
      },
      { type: 'PlaceUnderAgreement', programme: 'programme-exchange', agreement: 'agreement-1' },
      { type: 'AttachCohort', cohort: 'batch-1#a', size: exact(4), direction: 'outbound', place: 'Shenzhen', period: january },
      place(1, { start: { edtf: '2023-06~' } }, { direction: 'outbound', basis: 'agreement-1' }),
      place(2, january, { direction: 'inbound' }),
      place(3, { start: { edtf: '2025-01-01' } }, { direction: 'outbound' }),
    )

  it('tell of each on a day: partner, term, state, and the places used in the term', async () => {
    expect(await shown(await signed(), agreementTable, { on: '2024-01-01', with: 'organisation-roads' }, FIELDS)).toStrictEqual([
      'Exchange Agreement | Shenzhen | 2023-06-15 | 1 | in force | =10 a year | 4–5 | =1',
    ])
  })

  it('call none lapsed because its term is over: no renewal is on record, until there is one, or somebody says that it lapsed', async () => {
    const ledger = await signed()
    const state = async (): Promise<ReadonlyArray<string>> => shown(ledger, agreementTable, { on: '2024-07-01' }, ['term', 'state'])
    expect(await state()).toStrictEqual(['1 | term over, no renewal on record'])
    await tell(ledger, {
      type: 'RenewAgreement',
      agreement: 'agreement-1',
      parties: { items: ['organisation-roads', 'organisation-shenzhen'], open: false },
      signedOn: { edtf: '2024-06-10' },
      inForceFrom: { edtf: '2024-06-15' },
    })
    expect(await state()).toStrictEqual(['2 | in force, no end on record'])
    await tell(ledger, { type: 'RecordLapse', agreement: 'agreement-1', on: { edtf: '2024-06-30' } })
    expect(await state()).toStrictEqual(['2 | lapsed'])
  })
})
