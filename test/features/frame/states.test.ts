import { describe, expect, it } from 'vitest'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { occasionsOnRecord } from '../../../src/projections/questions/occasions.js'
import { programmesOnRecord } from '../../../src/projections/questions/programmes.js'
import { codeOf, outcomeOf } from '../../support/deciding.js'
import { shown, tell, told } from '../../support/placed.js'

const occasion = 'occasion-1'
const scheduled = { type: 'ScheduleOccasion', occasion, kind: 'seminar', on: { edtf: '2024-05-02' } } as const

describe('states', () => {
  it('schedules, postpones and holds a session; no date moves it by itself', async () => {
    const ledger = await told(scheduled)
    const state = () => shown(ledger, occasionsOnRecord, { occasion }, ['state', 'day'])
    expect(await state()).toStrictEqual(['scheduled | 2024-05-02'])
    await tell(ledger, { type: 'PostponeOccasion', occasion, to: { edtf: '2024-06-02' }, why: 'a typhoon' })
    expect(await state()).toStrictEqual(['postponed | 2024-06-02'])
    const figure = { figure: exactly(40) }
    await tell(ledger, { type: 'RecordBriefing', occasion, kind: 'seminar', on: { edtf: '2024-06-02' }, attendance: figure })
    expect(await state()).toStrictEqual(['held | 2024-06-02'])
  })

  it('cancels a session, which then cannot be held by a decision', async () => {
    const ledger = await told(scheduled, { type: 'CancelOccasion', occasion, why: 'the speaker fell ill' })
    expect(await shown(ledger, occasionsOnRecord, { occasion }, ['state'])).toStrictEqual(['cancelled'])
    const held = { type: 'RecordBriefing', occasion, kind: 'seminar', on: { edtf: '2024-05-02' } } as const
    expect(codeOf(await outcomeOf(ledger, held))).toBe('OccasionIsCancelled')
  })

  it('suspends a whole programme with its reason, resumes it, and answers for the days between', async () => {
    const programme = 'programme-exchange'
    const ledger = await told({ type: 'SuspendProgramme', programme, from: { edtf: '2020-01-29' }, why: 'the epidemic' })
    expect(await shown(ledger, programmesOnRecord, { programme }, ['state', 'pauses'])).toStrictEqual(['suspended | 2020-01-29 to ?'])
    await tell(ledger, { type: 'ResumeProgramme', programme, from: { edtf: '2023-01-08' } })
    expect(await shown(ledger, programmesOnRecord, { programme }, ['state', 'pauses'])).toStrictEqual([
      'registered | 2020-01-29 to 2023-01-08',
    ])
    expect(await shown(ledger, programmesOnRecord, { programme, runningOn: '2021-06-01' }, ['name'])).toStrictEqual([])
    await tell(ledger, { type: 'ConcludeProgramme', programme, on: { edtf: '2025-03-31' } })
    expect(await shown(ledger, programmesOnRecord, { programme }, ['state', 'concludedOn'])).toStrictEqual(['concluded | 2025-03-31'])
  })
})
