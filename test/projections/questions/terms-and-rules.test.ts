import { describe, expect, it } from 'vitest'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { rulesInForce } from '../../../src/projections/questions/rules.js'
import { termsStated } from '../../../src/projections/questions/terms.js'
import { rules } from '../../../src/projections/rules.js'
import { terms } from '../../../src/projections/terms.js'
import { asked, entryOf, rowIn, shown, tell, told } from '../../support/placed.js'
import { right } from '../../support/right.js'

const rule = 'rule-suspension'
const issued: LedgerCommand = {
  type: 'IssueRule',
  rule,
  names: [{ text: 'Suspension', language: 'en' }],
  issuer: 'organisation-grade',
  from: { edtf: '2020-01-29' },
  to: { edtf: '2023-01-07' },
  scope: { directions: ['outbound'], except: [{ places: ['Shenzhen'] }] },
  terms: { limits: [{ kind: 'lifetime total', span: { n: 6, unit: 'year' }, scheme: 'exchange', except: ['part time'] }] },
  suspends: true,
}
const lifted: LedgerCommand = { type: 'LiftRule', rule, from: { edtf: '2022-06' }, forPart: { places: ['Beijing'] } }

describe('rules on record', () => {
  it('tells a rule in one line: since when, of what, by whom', async () => {
    const ledger = await told(issued, lifted)
    expect(
      await shown(ledger, rulesInForce, {}, ['name', 'issuer', 'since', 'until', 'suspends', 'scope', 'terms', 'lifts']),
    ).toStrictEqual([
      'Suspension | Executive Officer Grade | 2020-01-29 | 2023-01-07 | yes | outbound, except Shenzhen | lifetime total 6 years in exchange (not part time) | 2022-06 for Beijing',
    ])
  })

  it('leaves out what surely does not hold on a day or for an activity', async () => {
    const ledger = await told(issued, lifted)
    const held = (params: Parameters<typeof rulesInForce.answer>[1]) => shown(ledger, rulesInForce, params, ['holds', 'applies'])
    expect(await held({ on: '2020-01-28' })).toStrictEqual([])
    expect(await held({ on: '2023-01-08' })).toStrictEqual([])
    expect(await held({ on: '2022-06-15' })).toStrictEqual(['yes | '])
    expect(await held({ on: '2022-06-15', place: 'Beijing', direction: 'outbound' })).toStrictEqual(['cannot tell | yes'])
    expect(await held({ on: '2022-07-01', place: 'Beijing', direction: 'outbound' })).toStrictEqual([])
    expect(await held({ place: 'Shenzhen', direction: 'outbound' })).toStrictEqual([])
    expect(await held({ direction: 'outbound' })).toStrictEqual([' | cannot tell'])
    expect(await held({ effect: 'states terms' })).toStrictEqual([])
  })

  it('keeps rows that a rebuild gives again, and that a void takes out', async () => {
    const ledger = await told(issued, lifted)
    const [before, stated] = [await rowIn(ledger, rules, rule), await rowIn(ledger, terms, rule)]
    right(await ledger.rebuild())
    expect(await rowIn(ledger, rules, rule)).toStrictEqual(before)
    expect(await rowIn(ledger, terms, rule)).toStrictEqual(stated)
    const { entry } = await entryOf(ledger, rule, 'RuleLifted')
    await tell(ledger, { type: 'VoidEntry', stream: rule, entry, reason: 'it was not lifted' })
    expect(await rowIn(ledger, rules, rule)).toMatchObject({ lifts: [] })
  })
})

describe('terms on record', () => {
  it('gives no answer where nobody stated any', async () => {
    expect(await asked(await told(), termsStated, { programme: 'programme-exchange' })).toStrictEqual([])
  })

  it('names the place in the stream that evidence has to name', async () => {
    const ledger = await told({
      type: 'SetProgrammeTerms',
      programme: 'programme-exchange',
      from: { edtf: '2024' },
      terms: {},
      words: 'as before',
    })
    expect(await shown(ledger, termsStated, {}, ['giver', 'revision', 'terms', 'words', 'until', 'sources'])).toStrictEqual([
      'programme-exchange | 1 | nothing stated | as before | no end stated | source-paper',
    ])
  })
})
