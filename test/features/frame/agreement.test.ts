import { describe, expect, it } from 'vitest'
import type { Signing } from '../../../src/domain/agreements/events.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { agreementTable } from '../../../src/projections/questions/agreement-table.js'
import { agreementsOnRecord } from '../../../src/projections/questions/agreements.js'
import { signatories } from '../../../src/projections/questions/signatories.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { shown, tell, told } from '../../support/placed.js'

const agreement = 'agreement-exchange'
const parties = { items: ['organisation-roads', 'organisation-shenzhen'], open: false } as const
const names = [{ text: 'Exchange Agreement', language: 'en' }]
const signing: Signing = {
  agreement,
  names,
  parties,
  signedOn: { edtf: '2020-06-15' },
  end: { edtf: '2023-06-14' },
  signatories: [{ person: 'person-1', capacity: { title: 'Director of Roads' }, for: 'organisation-roads' }],
  witnesses: [{ person: 'person-2', capacity: { title: 'Mayor' } }],
  placesPerSide: { count: exactly(10), per: 'year' },
  length: { kind: 'between', from: { n: 4, unit: 'week' }, to: { n: 3, unit: 'month' } },
}

describe('agreement', () => {
  it('is announced, then signed by people who sign for its parties, and witnessed by others', async () => {
    const ledger = await told({ type: 'AnnounceAgreement', agreement, names, parties }, { type: 'SignAgreement', ...signing })
    expect(await shown(ledger, agreementsOnRecord, {}, ['name', 'between', 'state', 'placesPerSide', 'length'])).toStrictEqual([
      'Exchange Agreement | Roads Department; Shenzhen | signed | =10 a year | 4 weeks to 3 months',
    ])
    expect(await shown(ledger, signatories, {}, ['role', 'who', 'signedFor'])).toStrictEqual([
      'signatory | Officer 1 | Roads Department',
      'witness | Officer 2 | ',
    ])
  })

  it('is in force from the day of signing where no other is stated, and that is marked as derived', async () => {
    const ledger = await told({ type: 'SignAgreement', ...signing })
    expect(await shown(ledger, agreementsOnRecord, {}, ['inForceFrom'])).toStrictEqual(['2020-06-15 (derived)'])
  })

  it('is over by its date without having lapsed: only somebody can say that it did', async () => {
    const ledger = await told({ type: 'SignAgreement', ...signing })
    const stateOn = (on: '2021-01-01' | '2024-01-01') => shown(ledger, agreementTable, { on }, ['state'])
    expect(await stateOn('2021-01-01')).toStrictEqual(['in force'])
    expect(await stateOn('2024-01-01')).toStrictEqual(['term over, no renewal on record'])
    await tell(ledger, { type: 'RecordLapse', agreement, on: { edtf: '2023-06-14' } })
    expect(await stateOn('2024-01-01')).toStrictEqual(['lapsed'])
  })

  it('is renewed on new terms: nothing of the old term is carried over but the names', async () => {
    const ledger = await told(
      { type: 'SignAgreement', ...signing },
      { type: 'RenewAgreement', agreement, parties, signedOn: { edtf: '2023-06-01' } },
    )
    expect(await shown(ledger, agreementsOnRecord, {}, ['name', 'term', 'placesPerSide', 'signatories'])).toStrictEqual([
      'Exchange Agreement | 2 | ? | ?',
    ])
  })

  it('cannot be signed twice, nor by somebody who signs for no party', async () => {
    const ledger = await told()
    const stranger = {
      ...signing,
      signatories: [{ person: 'person-1', capacity: { title: 'Mayor' }, for: 'organisation-beijing' }],
    } as const
    expect(codeOf(await outcomeOf(ledger, { type: 'SignAgreement', ...stranger }))).toBe('SignsForNoParty')
    expect(await outcomeOf(ledger, { type: 'SignAgreement', ...signing })).toBe('recorded')
    expect(codeOf(await outcomeOf(ledger, { type: 'SignAgreement', ...signing }))).toBe('AgreementAlreadySigned')
  })
})
