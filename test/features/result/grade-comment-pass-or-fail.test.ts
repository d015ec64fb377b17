import { describe, expect, it } from 'vitest'
import { grades } from '../../../src/projections/questions/grades.js'
import { timeline } from '../../../src/projections/questions/timeline.js'
import { course, refusedFor } from '../../support/course.js'
import { shown } from '../../support/placed.js'

const graded = { type: 'RecordGrade', occasion: 'occasion-day-3', person: 'person-1', grade: 'B+', passed: true } as const

describe('grade, comment, pass or fail', () => {
  it('is told person by person; what is told later is added', async () => {
    const ledger = await course(
      graded,
      { type: 'RecordGrade', occasion: 'occasion-day-3', person: 'person-1', comment: 'clear drafts' },
      { type: 'RecordGrade', occasion: 'occasion-day-3', person: 'person-2', passed: false },
    )
    expect(await shown(ledger, grades, { within: 'batch-writing' }, ['what', 'name', 'grade', 'passed', 'comments'])).toStrictEqual([
      'Day 3 | Officer 1 | B+ | yes | clear drafts',
      'Day 3 | Officer 2 | ? | no | none',
    ])
  })

  it('stands in the timeline of the person', async () => {
    const ledger = await course(graded)
    expect(await shown(ledger, timeline, { person: 'person-1' }, ['kind', 'name', 'words'])).toStrictEqual(['grade | Day 3 | B+, passed'])
  })

  it('refuses another grade for the same work, and a grade that says nothing', async () => {
    const ledger = await course(graded)
    expect(await refusedFor(ledger, { ...graded, grade: 'A' })).toStrictEqual({
      _tag: 'GradedOtherwise',
      occasion: 'occasion-day-3',
      person: 'person-1',
      field: 'grade',
    })
    expect(await refusedFor(ledger, { type: 'RecordGrade', occasion: 'occasion-day-3', person: 'person-2' })).toStrictEqual({
      _tag: 'NothingStated',
      occasion: 'occasion-day-3',
      person: 'person-2',
    })
  })
})
