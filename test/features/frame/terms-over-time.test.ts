import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { termsStated } from '../../../src/projections/questions/terms.js'
import { entryOf, shown, tell, told } from '../../support/placed.js'
import { right } from '../../support/right.js'

const programme = 'programme-exchange'
const month = (n: number) => ({ n, unit: 'month' }) as const
const threeMonths: LedgerCommand = {
  type: 'SetProgrammeTerms',
  programme,
  from: { edtf: '2020-01-01' },
  terms: { length: { longest: month(3) }, lengthMayChange: { kind: 'no' } },
}
const sixMonths: LedgerCommand = {
  type: 'SetProgrammeTerms',
  programme,
  from: { edtf: '2024-04-01' },
  terms: { length: { shortest: month(3), longest: month(6) } },
}

describe('terms over time', () => {
  it('answers with the terms of the day asked', async () => {
    const ledger = await told(threeMonths, sixMonths)
    const on = (day: '2019-12-31' | '2024-03-31' | '2024-04-01') =>
      shown(ledger, termsStated, { programme, on: day }, ['name', 'since', 'terms', 'holds'])
    expect(await on('2019-12-31')).toStrictEqual([])
    expect(await on('2024-03-31')).toStrictEqual(['Staff Exchange | 2020-01-01 | length up to 3 months; length is fixed | yes'])
    expect(await on('2024-04-01')).toStrictEqual(['Staff Exchange | 2024-04-01 | length from 3 months to 6 months | yes'])
  })

  it('cannot tell which hold around a vague first day', async () => {
    const ledger = await told(threeMonths, { ...sixMonths, from: { edtf: '2024-04' } })
    expect(await shown(ledger, termsStated, { programme, on: '2024-04-10' }, ['since', 'holds'])).toStrictEqual([
      '2020-01-01 | cannot tell',
      '2024-04 | cannot tell',
    ])
  })

  it('keeps the terms of an agreement with the number of the term that states them', async () => {
    const agreement = 'agreement-exchange'
    const parties = { items: ['organisation-roads', 'organisation-shenzhen'], open: false } as const
    const ledger = await told(
      {
        type: 'SignAgreement',
        agreement,
        names: [{ text: 'Exchange Agreement', language: 'en' }],
        parties,
        signedOn: { edtf: '2020-01-01' },
      },
      { type: 'SetAgreementTerms', agreement, term: 1, from: { edtf: '2020-01-01' }, terms: { approvals: ['home', 'host'] } },
      { type: 'RenewAgreement', agreement, parties, signedOn: { edtf: '2024-01-01' } },
      { type: 'SetAgreementTerms', agreement, term: 2, from: { edtf: '2024-01-01' }, terms: { approvals: ['host', 'home'] } },
    )
    expect(await shown(ledger, termsStated, { agreement, on: '2024-05-01' }, ['term', 'terms'])).toStrictEqual([
      '2 | approvals host → home',
    ])
    expect(await shown(ledger, termsStated, { agreement }, ['term'])).toStrictEqual(['1', '2'])
  })

  it('lets two sources disagree: both stand, each answers for itself, and a preference decides', async () => {
    const ledger = await told(sixMonths)
    const { entry } = await entryOf(ledger, programme, 'ProgrammeTermsSet')
    const otherwise = {
      type: 'ProgrammeTermsSet',
      programme,
      from: { edtf: '2024-04-01' },
      terms: { length: { longest: month(4) } },
    } as const
    await tell(ledger, [{ type: 'DisputeEntry', stream: programme, entry, value: otherwise }, { sources: ['source-later'] }])
    const asked = (sources?: 'source-paper' | 'source-later') =>
      shown(ledger, termsStated, { programme }, ['terms', 'disputed'], sources === undefined ? {} : { sources: [sources] })
    expect(await asked()).toStrictEqual(['length from 3 months to 6 months | 1'])
    expect(await asked('source-later')).toStrictEqual(['length up to 4 months | 1'])
    const dispute = right(await ledger.history(programme)).find(({ event }) => event.type === 'EntryDisputed')?.id ?? ''
    await tell(ledger, { type: 'PreferEntry', stream: programme, entry, preferred: dispute, reason: 'the later circular' })
    expect(await asked()).toStrictEqual(['length up to 4 months | 1'])
  })
})
