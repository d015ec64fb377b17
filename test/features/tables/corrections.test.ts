import { describe, expect, it } from 'vitest'
import { corrections } from '../../../src/projections/questions/corrections.js'
import { entryOf, shown, tell, told } from '../../support/placed.js'

const FIELDS = ['what', 'type', 'change', 'values', 'actor', 'reason'] as const

describe('corrections', () => {
  it('tell what was before, what is since, who changed it and why', async () => {
    const ledger = await told({
      type: 'RecordBriefing',
      occasion: 'occasion-1',
      kind: 'talk',
      titles: [{ text: 'On water', language: 'en' }],
      venue: 'City Hal',
    })
    const { entry, value } = await entryOf(ledger, 'occasion-1', 'BriefingHeld')
    const on = { stream: 'occasion-1', entry } as const
    if (value.type !== 'BriefingHeld') throw new Error('another event')
    await tell(
      ledger,
      { type: 'CorrectEntry', ...on, value: { ...value, venue: 'City Hall' }, reason: 'a letter was missing' },
      { type: 'VoidEntry', ...on, reason: 'entered twice' },
    )
    const rows = await shown(ledger, corrections, { stream: 'occasion-1' }, FIELDS)
    expect(rows).toStrictEqual([
      'occasion-1 | BriefingHeld | corrected | venue: "City Hal" → "City Hall" | clerk-7 | a letter was missing',
      expect.stringMatching(/^occasion-1 .* voided .*venue: "City Hall" → none/),
    ])
  })

  it('keep names of people out of the table', async () => {
    const ledger = await told()
    const { entry, value } = await entryOf(ledger, 'person-1', 'PersonRegistered')
    if (value.type !== 'PersonRegistered') throw new Error('another event')
    await tell(ledger, {
      type: 'CorrectEntry',
      stream: 'person-1',
      entry,
      value: { ...value, names: [{ text: 'Officer One', language: 'en' }] },
      reason: 'spelling',
    })
    expect(await shown(ledger, corrections, {}, ['type', 'values', 'reason'])).toStrictEqual(['PersonRegistered | personal | spelling'])
  })
})
