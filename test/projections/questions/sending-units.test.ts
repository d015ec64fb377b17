import { describe, expect, it } from 'vitest'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import { sendingUnits } from '../../../src/projections/questions/sending-units.js'
import { type Said, shown, tell, told } from '../../support/placed.js'

const cohort = 'batch-1#all'
const attach = (size: Count, open = false): Said => ({
  type: 'AttachCohort',
  cohort,
  size,
  homes: { items: ['organisation-grade', 'organisation-roads', 'organisation-water'], open },
})
const ten: Count = { kind: 'exact', n: 10 }
const units = async (...said: ReadonlyArray<Said>): Promise<ReadonlyArray<string>> =>
  shown(await told(...said), sendingUnits, { cohort }, ['name', 'kind', 'officers', 'told'])

describe('the homes of a cohort', () => {
  it('have each sent one at least, where they are all there are', async () => {
    expect(await units(attach(ten))).toStrictEqual([
      'Executive Officer Grade | grade | 1–8 | the closed list of homes',
      'Roads Department | department | 1–8 | the closed list of homes',
      'Water Department | department | 1–8 | the closed list of homes',
    ])
    expect(await units(attach({ kind: 'about', n: 10 }))).toContain('Roads Department | department | ≥1 | the closed list of homes')
  })

  it('are not known to have sent any number where others may have', async () => {
    expect(await units(attach(ten, true))).toContain('Roads Department | department | ? | nothing')
  })

  it('are told of by a part, which narrows the others, and by members who are known', async () => {
    const parts = [{ label: 'Roads', organisation: 'organisation-roads', count: { kind: 'exact', n: 5 } }] as const
    const breakdown = { type: 'RecordCohortBreakdown', cohort, by: 'home', parts } as const
    const members = ['one', 'two'].map(
      (member): Said => ({
        type: 'DescribeMember',
        cohort,
        member,
        describedAs: 'an engineer',
        home: 'organisation-water',
      }),
    )
    expect(await units(attach(ten), breakdown, ...members)).toStrictEqual([
      'Executive Officer Grade | grade | 1–3 | the closed list of homes',
      'Roads Department | department | =5 | a part that is told',
      'Water Department | department | 2–4 | the closed list of homes',
    ])
    expect(await units(attach(ten, true), breakdown, ...members)).toStrictEqual([
      'Executive Officer Grade | grade | ? | nothing',
      'Roads Department | department | =5 | a part that is told',
      'Water Department | department | ≥2 | known members',
    ])
  })

  it('that come to more than the whole are left as they were told', async () => {
    const parts = [
      { label: 'Roads', organisation: 'organisation-roads', count: { kind: 'about', n: 9, tolerance: 0 } },
      { label: 'Water', organisation: 'organisation-water', count: { kind: 'at least', n: 9 } },
    ] as const
    const breakdown = { type: 'RecordCohortBreakdown', cohort, by: 'home', parts, overlapping: true } as const
    expect(await units(attach(ten), breakdown)).toContain('Executive Officer Grade | grade | 1–8 | the closed list of homes')
  })

  it('can be asked for one organisation, over all cohorts', async () => {
    const ledger = await told(attach(ten))
    await tell(ledger, { type: 'AttachCohort', cohort: 'batch-1#more', size: ten, homes: { items: ['organisation-roads'], open: false } })
    expect(await shown(ledger, sendingUnits, { organisation: 'organisation-roads' }, ['cohort', 'officers'])).toStrictEqual([
      'batch-1#all | 1–8',
      'batch-1#more | =10',
    ])
  })
})
