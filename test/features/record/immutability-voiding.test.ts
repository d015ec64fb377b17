import { describe, expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { organisationsOnRecord } from '../../../src/projections/questions/organisations.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { asked, entryOf, shown, tell, told } from '../../support/placed.js'
import { right } from '../../support/right.js'

const stream = 'organisation-new'
const registered = {
  type: 'RegisterOrganisation',
  organisation: stream,
  kind: 'office',
  names: [{ text: 'Ofice', language: 'en' }],
} as const

describe('immutability, voiding', () => {
  it('changes no statement: a correction stands beside what it corrects, and both stay readable', async () => {
    const ledger = await told(registered)
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    const value = { ...registered, type: 'OrganisationRegistered', names: [{ text: 'Office', language: 'en' }] } as const
    await tell(ledger, { type: 'CorrectEntry', stream, entry, value, reason: 'a letter was missing' })
    const written = right(await ledger.history(stream))
    expect(written.map(({ event }) => event.type)).toStrictEqual(['OrganisationRegistered', 'EntryCorrected'])
    expect(written[0]?.event).toMatchObject({ names: [{ text: 'Ofice' }] })
    expect(await shown(ledger, organisationsOnRecord, { organisation: stream }, ['name'])).toStrictEqual(['Office'])
    expect(await shown(ledger, corrections, { stream }, ['change', 'reason'])).toStrictEqual(['corrected | a letter was missing'])
  })

  it('voids a statement by another one; what was voided answers nothing and stays on record', async () => {
    const ledger = await told(registered)
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    await tell(ledger, { type: 'VoidEntry', stream, entry, reason: 'entered twice' })
    expect(await asked(ledger, organisationsOnRecord, { organisation: stream })).toStrictEqual([])
    expect(right(await ledger.history(stream))).toHaveLength(2)
    expect(await shown(ledger, corrections, { stream }, ['change', 'reason', 'after'])).toStrictEqual(['voided | entered twice | none'])
  })

  it('never voids a voiding', async () => {
    const ledger = await told(registered)
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    await tell(ledger, { type: 'VoidEntry', stream, entry, reason: 'entered twice' })
    const voiding = right(await ledger.history(stream))[1]?.id ?? ''
    const again = await outcomeOf(ledger, { type: 'VoidEntry', stream, entry: voiding, reason: 'it was not' })
    expect(again).toStrictEqual({ _tag: 'EntryNotAmendable', entry: voiding, type: 'EntryVoided' })
    const value = { ...registered, type: 'OrganisationRegistered' } as const
    expect(codeOf(await outcomeOf(ledger, { type: 'CorrectEntry', stream, entry, value, reason: 'x' }))).toBe('EntryAlreadyVoided')
  })
})
