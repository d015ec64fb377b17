import { describe, expect, it } from 'vitest'
import type { Period } from '../../../src/domain/vocabulary/period.js'
import { presence } from '../../../src/projections/questions/presence.js'
import { asked, shown, tell, told } from '../../support/placed.js'
import { attach, cohort, days, exact, january, months, place, vague } from '../../support/presence.js'

describe('a cohort without named members', () => {
  it('is in, may be in, and is not taken as out when a derived end is past', async () => {
    await days(await told(attach(exact(10), vague)), {
      '2024-01-07': '=0, sure: out =10',
      '2024-01-08': '=10, sure: stated =10',
      '2024-03-24': '≤10, cannot tell: cannotTell =10',
      '2024-06-01': '≤10, cannot tell: overdue =10',
    })
  })

  it('is out when a stated end is past, though nobody reported it', async () => {
    const ledger = await told(attach(exact(10), { start: { edtf: '2024-01-08' }, end: { edtf: '2024-04-07' } }))
    await days(ledger, { '2024-04-07': '=10, sure: stated =10', '2024-04-08': '=0, sure: overdue =10' })
  })

  it('keeps the kind of its size', async () => {
    await days(await told(attach({ kind: 'about', n: 30 }, vague)), {
      '2024-02-01': '≈30, sure: stated ≈30',
      '2024-03-24': '?, cannot tell: cannotTell ≈30',
    })
    await days(await told(attach({ kind: 'more than', n: 20 }, january)), { '2024-02-01': '>20, sure: stated >20' })
  })

  it('whose start is not known is unknown, and its number sent is shown', async () => {
    const ledger = await told(attach(exact(5)))
    expect(
      await shown(ledger, presence, { on: '2024-03-05' }, ['entry', 'name', 'sent', 'inPost', 'certainty', 'surelyIn', 'windows']),
    ).toStrictEqual(['cohort | batch 1 of Staff Exchange | =5 | ? | unknown | ? | none', 'all | all | =5 | ? | unknown | ? | none'])
  })

  it('that is only planned, or of which nothing matches, is nothing on record', async () => {
    const ledger = await told({ type: 'PlanCohort', cohort, size: exact(10), period: january })
    expect(await asked(ledger, presence, { on: '2024-02-01' })).toStrictEqual([])
    await tell(ledger, attach(exact(10)))
    expect(await asked(ledger, presence, { on: '2024-02-01', direction: 'inbound' })).toStrictEqual([])
    expect(await asked(ledger, presence, { on: '2024-02-01', place: 'Wuhan' })).toStrictEqual([])
  })

  it('whose start is vague had come when it is told as past, by the day the source was issued', async () => {
    const march: Period = { start: { edtf: '2024-03' }, length: months(3) }
    await days(await told(attach(exact(10), march)), { '2024-03-05': '≤10, cannot tell: cannotTell =10' })
    const started = { type: 'StartCohort', cohort, on: { edtf: '2024-03' } } as const
    await days(await told(attach(exact(10), march), started), {
      '2024-03-04': '≤10, cannot tell: cannotTell =10',
      '2024-03-05': '=10, sure: stated =10',
    })
    await days(await told(attach(exact(10), march), [started, { mode: 'decision' }]), { '2024-03-05': '≤10, cannot tell: cannotTell =10' })
    await days(await told(attach(exact(10), march), [started, { sources: ['source-paper', 'source-undated'] }]), {
      '2024-03-05': '≤10, cannot tell: cannotTell =10',
    })
  })
})

describe('a cohort with members who are known', () => {
  const staggered: Period = {
    start: { edtf: '2024-12-01~', words: 'early December 2024' },
    length: { kind: 'between', from: { n: 4, unit: 'week' }, to: { n: 3, unit: 'month' } },
    startsStaggered: true,
  }
  const own: Period = { start: { edtf: '2024-12' }, length: months(3) }

  it('is those members and the rest; the one who is sure is named', async () => {
    const ledger = await told(attach(exact(30), staggered), place(1, own, { partOf: cohort }), {
      type: 'IdentifyMember',
      cohort,
      person: 'person-1',
      placement: 'placement-1',
    })
    const rows = await shown(ledger, presence, { on: '2025-01-20' }, [
      'entry',
      'sent',
      'inPost',
      'stated',
      'cannotTell',
      'surelyIn',
      'windows',
    ])
    const windows =
      'start 2024-12-01 to 2024-12-31; day after the last 2025-03-01 to 2025-03-31; start 2024-12-01 to 2024-12-10; day after the last 2024-12-29 to 2025-03-10'
    expect(rows).toStrictEqual([
      `cohort | =30 | 1–30 | =1 | =29 | Officer 1 | ${windows}`,
      `all | =30 | 1–30 | =1 | =29 | Officer 1 | ${windows}`,
    ])
    expect((await asked(ledger, presence, { on: '2025-01-20' }))[0]?.sources).toStrictEqual(['source-paper'])
  })

  it('takes from the cohort what the own placement does not say', async () => {
    const ledger = await told(attach(exact(2), january), place(1, {}, { partOf: cohort }), {
      type: 'RecordCohortCompletion',
      cohort,
      on: { edtf: '2024-03-01' },
    })
    await days(ledger, { '2024-02-01': '=2, sure: stated =2', '2024-03-02': '=0, sure: out =2' })
  })

  it('counts one who never came as out, and one who was released as beside the number', async () => {
    const ledger = await told(
      attach(exact(3), january),
      place(1, january, { partOf: cohort }),
      { type: 'CancelPlacement', placement: 'placement-1', why: 'withdrawn' },
      place(2, january, { partOf: cohort }),
      { type: 'IdentifyMember', cohort, person: 'person-2' },
      { type: 'ReleaseMember', cohort, person: 'person-2' },
    )
    expect(await shown(ledger, presence, { on: '2024-02-01' }, ['entry', 'name', 'inPost', 'out'])).toStrictEqual([
      'cohort | batch 1 of Staff Exchange | =2 | =1',
      'placement | Officer 2 | =1 | =0',
      'all | all | =3 | =1',
    ])
  })

  it('answers for one person: by the own placement, as one of the rest, or not at all', async () => {
    const ledger = await told(attach(exact(3), january), place(1, { ...january, end: { edtf: '2024-01-31' } }, { partOf: cohort }), {
      type: 'IdentifyMember',
      cohort,
      person: 'person-2',
    })
    await days(ledger, { '2024-01-20': '=1, sure: stated =1', '2024-02-01': '=0, sure: overdue =1' }, { person: 'person-1' })
    await days(ledger, { '2024-02-01': '=1, sure: stated =1' }, { person: 'person-2' })
    await days(ledger, { '2024-02-01': 'nothing on record' }, { person: 'person-3' })
    await tell(ledger, { type: 'RecordCohortReturn', cohort, count: exact(1), on: { edtf: '2024-02-10' } })
    await days(ledger, { '2024-02-10': '=1, sure: stated =1', '2024-02-11': '≤1, cannot tell: cannotTell =1' }, { person: 'person-2' })
  })
})

describe('officers who left before the others', () => {
  it('are out from the day after, and in doubt while their last day is', async () => {
    const ledger = await told(attach(exact(10), january), { type: 'RecordCohortReturn', cohort, count: exact(3), on: { edtf: '2024-02' } })
    await days(ledger, {
      '2024-01-20': '=10, sure: stated =10',
      '2024-02-15': '7–10, cannot tell: stated =7, cannotTell =3',
      '2024-03-01': '=7, sure: stated =7, out =3',
    })
  })

  it('may be those whose own end is on record: the bounds say so, and nobody is counted twice', async () => {
    const ledger = await told(
      attach(exact(10), january),
      place(1, january, { partOf: cohort }),
      { type: 'CurtailPlacement', placement: 'placement-1', on: { edtf: '2024-02-05' }, by: 'home', why: 'needed' },
      { type: 'RecordCohortReturn', cohort, count: exact(3), on: { edtf: '2024-02-10' } },
    )
    await days(ledger, {
      '2024-01-20': '=10, sure: stated =10',
      '2024-02-06': '=9, sure: stated =9, out =1',
      '2024-03-01': '6–7, cannot tell: stated 6–7, out 3–4',
    })
  })

  it('of a number that is not exact leave a rest that is not', async () => {
    const ledger = await told(attach(exact(10), january), {
      type: 'RecordCohortReturn',
      cohort,
      count: { kind: 'at least', n: 2 },
      on: { edtf: '2024-02-01' },
    })
    await days(ledger, { '2024-03-01': '≤8, cannot tell: stated ≤8, out ≥2' })
  })
})
