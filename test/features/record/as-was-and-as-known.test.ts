import { describe, expect, it } from 'vitest'
import { existed } from '../../../src/projections/questions/existed.js'
import { organisationsOnRecord } from '../../../src/projections/questions/organisations.js'
import { termsStated } from '../../../src/projections/questions/terms.js'
import { asked, shown, tell, told } from '../../support/placed.js'
import { right } from '../../support/right.js'

const organisation = 'organisation-roads'

describe('as-was and as-known', () => {
  it('answers as it was on a day: the day is a matter of the question', async () => {
    const ledger = await told({ type: 'DissolveOrganisation', organisation, on: { edtf: '2023-06-30' } })
    const on = (day: '2023-06-01' | '2023-07-01') => shown(ledger, existed, { organisation, on: day }, ['existed', 'because'])
    expect(await on('2023-06-01')).toStrictEqual(['cannot tell | nobody says when it was established; last day 2023-06-30'])
    expect(await on('2023-07-01')).toStrictEqual(['no | nobody says when it was established; last day 2023-06-30'])
  })

  it('answers as it was known at a time, by place in the record or by the clock', async () => {
    const ledger = await told()
    const before = right(await ledger.position())
    await tell(ledger, { type: 'RenameOrganisation', organisation, name: { text: 'Highways', language: 'en' } })
    const known = (asKnownAt: bigint | string) => shown(ledger, organisationsOnRecord, { organisation }, ['name'], { asKnownAt })
    expect(await known(before === 'start' ? 0n : before)).toStrictEqual(['Roads Department'])
    expect(await known('2999-01-01T00:00:00.000Z')).toStrictEqual(['Highways'])
  })

  it('keeps both apart: the terms of a day, as they were known before they were changed', async () => {
    const programme = 'programme-exchange'
    const setting = { type: 'SetProgrammeTerms', programme, terms: { mostPreferences: 3 } } as const
    const ledger = await told({ ...setting, from: { edtf: '2020-01-01' } })
    const before = right(await ledger.position())
    await tell(ledger, { ...setting, from: { edtf: '2022-01-01' }, terms: { mostPreferences: 5 } })
    const on = '2023-01-01'
    expect(await shown(ledger, termsStated, { programme, on }, ['terms'])).toStrictEqual(['at most 5 preferences'])
    const earlier = before === 'start' ? {} : { asKnownAt: before }
    expect(await shown(ledger, termsStated, { programme, on }, ['terms'], earlier)).toStrictEqual(['at most 3 preferences'])
    expect(await asked(ledger, termsStated, { programme }, { publishedBy: '2024-01-01' }), 'its source was not yet issued').toStrictEqual(
      [],
    )
  })
})
