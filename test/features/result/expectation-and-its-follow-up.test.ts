import { describe, expect, it } from 'vitest'
import { statementsOnRecord } from '../../../src/projections/questions/statements.js'
import { course, refusedFor } from '../../support/course.js'
import { shown } from '../../support/placed.js'

const set = {
  type: 'SetExpectations',
  statement: 'statement-launch',
  by: { _tag: 'person', person: 'person-1', capacity: { title: 'Head of the College' } },
  about: ['programme-writing'],
  on: { edtf: '2024-03-05' },
  reported: 'reported',
  language: 'en',
  points: ['write shorter minutes', 'share what was learned'],
  forWhom: 'the officers of the first intake',
  of: 'batch-writing',
} as const

describe('expectation and its follow-up', () => {
  it('is set at the launch, in order and for somebody, and answered at the end', async () => {
    const ledger = await course(set, {
      type: 'AnswerExpectation',
      statement: 'statement-launch',
      answeredBy: { _tag: 'entry', id: 'occasion-day-3' },
      words: 'each officer presented a page of minutes',
      on: { edtf: '2024-03-07' },
    })
    expect(
      await shown(ledger, statementsOnRecord, { kind: 'expectation', about: 'batch-writing' }, ['who', 'forWhom', 'points', 'answers']),
    ).toStrictEqual([
      'Officer 1 | the officers of the first intake | write shorter minutes; share what was learned | each officer presented a page of minutes',
    ])
  })

  it('stays without an answer until somebody gives one', async () => {
    const ledger = await course(set)
    expect(await shown(ledger, statementsOnRecord, { kind: 'expectation' }, ['answers'])).toStrictEqual(['none'])
    expect(
      await refusedFor(ledger, {
        type: 'AnswerExpectation',
        statement: 'statement-other',
        answeredBy: { _tag: 'words', words: 'a page of minutes' },
        words: 'done',
      }),
    ).toMatchObject({ statement: 'statement-other' })
  })
})
