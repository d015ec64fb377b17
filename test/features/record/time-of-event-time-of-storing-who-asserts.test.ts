import { describe, expect, it } from 'vitest'
import { entries } from '../../../src/projections/entries.js'
import { occasionsOnRecord } from '../../../src/projections/questions/occasions.js'
import { entryOf, rowIn, shown, told } from '../../support/placed.js'

const occasion = 'occasion-1'

describe('time of event, time of storing, who asserts', () => {
  it('keeps the three apart: the day of the event as stated, the instant of storing, the account and the authority', async () => {
    const before = new Date().toISOString()
    const ledger = await told([
      { type: 'RecordBriefing', occasion, kind: 'seminar', on: { edtf: '2021-12~', words: 'before Christmas' } },
      { actor: 'clerk-9', authority: 'Head of Training', reason: 'from the annual report' },
    ])
    const after = new Date().toISOString()
    expect(await shown(ledger, occasionsOnRecord, { occasion }, ['day'])).toStrictEqual(['2021-12~'])
    const { entry } = await entryOf(ledger, occasion, 'BriefingHeld')
    const row = await rowIn(ledger, entries, entry)
    expect(row).toMatchObject({ actor: 'clerk-9', authority: 'Head of Training', reason: 'from the annual report', mode: 'report' })
    const recordedAt: unknown = row && Reflect.get(row, 'recordedAt')
    expect(typeof recordedAt === 'string' && recordedAt >= before && recordedAt <= after).toBe(true)
  })
})
