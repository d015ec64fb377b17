import { describe, expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { organisationsOnRecord } from '../../../src/projections/questions/organisations.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { entryOf, shown, tell, told } from '../../support/placed.js'
import { left, right } from '../../support/right.js'

const stream = 'organisation-roads'
const named = (text: string) =>
  ({ type: 'OrganisationRegistered', organisation: stream, kind: 'department', names: [{ text, language: 'en' }] }) as const
const context = { actor: 'clerk-7', mode: 'report', sources: [] } as const

describe('rule 8: corrections and voidings say who, why and of what', () => {
  it('refuses a correction without reason, author or target', async () => {
    const ledger = await told()
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    const whole = { type: 'CorrectEntry', stream, entry, value: named('Roads'), reason: 'the name was wrong' }
    const { reason: _, ...withoutReason } = whole
    const { entry: __, ...withoutTarget } = whole
    const { actor: ___, ...withoutAuthor } = context
    expect(left(await ledger.submit(withoutReason, context))).toMatchObject({ refusal: { problems: [{ path: 'reason' }] } })
    expect(left(await ledger.submit(withoutTarget, context))).toMatchObject({ refusal: { problems: [{ path: 'entry' }] } })
    expect(left(await ledger.submit(whole, withoutAuthor))).toMatchObject({ refusal: { problems: [{ path: 'context.actor' }] } })
    right(await ledger.submit(whole, context))
  })

  it('corrects a corrected entry: by a second correction of the same entry', async () => {
    const ledger = await told()
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    const correct = (text: string) => ({ type: 'CorrectEntry', stream, entry, value: named(text), reason: `it is ${text}` }) as const
    await tell(ledger, correct('Roads'), correct('Highways'))
    expect(await shown(ledger, organisationsOnRecord, { organisation: stream }, ['name'])).toStrictEqual(['Highways'])
    expect(await shown(ledger, corrections, { stream }, ['change', 'reason'])).toStrictEqual([
      'corrected | it is Roads',
      'corrected | it is Highways',
    ])
  })

  it('refuses to void a voiding', async () => {
    const ledger = await told()
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    await tell(ledger, { type: 'VoidEntry', stream, entry, reason: 'entered twice' })
    const voiding = right(await ledger.history(stream)).at(-1)?.id ?? ''
    expect(codeOf(await outcomeOf(ledger, { type: 'VoidEntry', stream, entry: voiding, reason: 'it was not' }))).toBe('EntryNotAmendable')
  })
})
