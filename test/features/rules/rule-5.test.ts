import { describe, expect, it } from 'vitest'
import { course, planned, refusedFor } from '../../support/course.js'
import { tell } from '../../support/placed.js'

const came = { type: 'MarkRoll', occasion: 'occasion-day-4', marks: [{ person: 'person-1', code: 'attended' }] } as const
const noShow = { type: 'MarkRoll', occasion: 'occasion-day-1', marks: [{ person: 'person-1', code: 'no-show' }] } as const

describe('rule 5: no attendance for what was not held or was cancelled; no feedback or certificate for somebody absent', () => {
  it('refuses attendance for an occasion not yet held', async () => {
    const ledger = await course(planned)
    expect(await refusedFor(ledger, came)).toStrictEqual({ _tag: 'OccasionNotHeld', occasion: 'occasion-day-4' })
  })

  it('takes in a sign-up for it: that says nothing of who came', async () => {
    const ledger = await course(planned)
    await tell(ledger, [{ ...came, marks: [{ person: 'person-1', code: 'booked' }] }, { mode: 'decision' }])
  })

  it('refuses attendance for an occasion that was cancelled', async () => {
    const ledger = await course(planned, { type: 'CancelOccasion', occasion: 'occasion-day-4' })
    expect(await refusedFor(ledger, came)).toStrictEqual({ _tag: 'OccasionIsCancelled', occasion: 'occasion-day-4' })
  })

  it('refuses feedback of somebody absent', async () => {
    const ledger = await course(noShow)
    expect(await refusedFor(ledger, { type: 'GiveFeedback', occasion: 'occasion-day-1', person: 'person-1', words: 'good' })).toStrictEqual(
      { _tag: 'FeedbackFromAbsent', occasion: 'occasion-day-1', person: 'person-1', status: 'absent' },
    )
  })

  it('refuses a certificate to somebody absent', async () => {
    const ledger = await course(noShow)
    const rule = { minimumShare: 0, over: 'all sessions' } as const
    const grounds = [{ stream: 'occasion-day-1', revision: 1 }] as const
    expect(
      await refusedFor(ledger, {
        type: 'IssueCertificate',
        certificate: 'certificate-1',
        person: 'person-1',
        under: 'occasion-day-1',
        rule,
        evidence: { enrolment: 'enrolled', attended: 0, sessions: 1, grounds },
      }),
    ).toStrictEqual({
      _tag: 'CertificateRuleNotMet',
      certificate: 'certificate-1',
      person: 'person-1',
      rule,
      attended: 0,
      sessions: 1,
      grounds,
    })
  })
})
