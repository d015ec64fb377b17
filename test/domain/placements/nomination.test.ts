import { describe, expect, it, test } from 'vitest'
import type { PlacementEvent } from '../../../src/domain/placements/events.js'
import type { NominationCommand } from '../../../src/domain/placements/nomination-commands.js'
import { attached, attachment, cancelled, completed, flagsOf, given, id, keys, started } from './example.js'

const { partOf: _, ...fixed } = keys
const request = {
  choices: [{ host: 'organisation-cmab' }, { host: 'organisation-gba-development-office' }],
  steps: [{ step: 'department' }, { step: 'host' }],
} as const
const nomination = { ...fixed, ...request, by: 'organisation-shenzhen' } as const
const nominated: PlacementEvent = { type: 'OfficerNominated', ...nomination }
const approved = (step: string): PlacementEvent => ({ type: 'NominationApproved', ...fixed, step })
const refusedAt = { placement: id, step: 'host', why: 'no desk' } as const
const refused: PlacementEvent = { type: 'NominationRefused', ...fixed, ...refusedAt }
const appealed: PlacementEvent = { type: 'NominationAppealed', ...fixed, by: 'officer', why: 'a desk is free' }
const dismissed: PlacementEvent = { type: 'AppealAnswered', ...fixed, outcome: 'dismissed' }
const withdrawn: PlacementEvent = { type: 'OfficerWithdrawn', ...fixed, by: 'department', why: 'needed' }

describe('Nominate', () => {
  const nominate = { type: 'Nominate', ...nomination } as const

  it('opens the chain', () => given().when(nominate).then(nominated))

  it('stays quiet for the same nomination, also when it has led to a placement', () => {
    given(nominated).when(nominate).thenNothing()
    given(nominated, attached, started).when(nominate).thenNothing()
  })

  it('is refused where a step is named twice', () =>
    given()
      .when({ ...nominate, steps: [{ step: 'host' }, { step: 'host' }] })
      .thenRefused({ _tag: 'StepNamedTwice', placement: id, step: 'host' }))
})

describe('AttachOfficer', () => {
  it('continues a nomination that every step approved', () => {
    given(nominated, approved('department'), approved('host'))
      .when({ type: 'AttachOfficer', ...attachment })
      .then(attached)
    expect(flagsOf({ type: 'AttachOfficer', ...attachment }, nominated, approved('department'), approved('host'))).toStrictEqual([])
  })

  it('is flagged while a step has not approved', () =>
    expect(flagsOf({ type: 'AttachOfficer', ...attachment }, nominated, approved('host'))).toStrictEqual([
      {
        refusal: { _tag: 'NominationNotApproved', placement: id, standing: 'open', waitsFor: ['department'] },
        certainty: 'sure',
      },
    ]))
})

describe('AnswerAppeal', () => {
  it('opens the chain again where it allows the appeal', () =>
    given(nominated, approved('department'), refused, appealed, { ...dismissed, outcome: 'allowed' })
      .when({ type: 'Approve', placement: id, step: 'host' })
      .then(approved('host')))
})

describe('each command of a nomination in each phase', () => {
  const commands: { readonly [T in NominationCommand['type']]: NominationCommand } = {
    Nominate: { type: 'Nominate', ...nomination, businessCase: 'other' },
    Approve: { type: 'Approve', placement: id, step: 'department' },
    RefuseNomination: { type: 'RefuseNomination', placement: id, step: 'department', why: 'no cover' },
    Appeal: { type: 'Appeal', placement: id, by: 'department', why: 'cover is found' },
    AnswerAppeal: { type: 'AnswerAppeal', placement: id, outcome: 'allowed' },
    Resubmit: { type: 'Resubmit', placement: id, ...request, why: 'again' },
    Withdraw: { type: 'Withdraw', placement: id, by: 'officer', why: 'moving' },
  }
  const phases = {
    'not recorded': [],
    open: [nominated],
    refused: [nominated, refused],
    appealed: [nominated, refused, appealed],
    dismissed: [nominated, refused, appealed, dismissed],
    withdrawn: [nominated, withdrawn],
    attached: [nominated, attached],
    'attached without': [attached],
    started: [nominated, attached, started],
    over: [nominated, attached, started, completed],
    cancelled: [nominated, attached, cancelled],
  }
  const none = 'NotNominated'
  const open = 'NominationNotOpen'
  const already = 'AlreadyNominated'
  const notRefused = 'NominationNotRefused'
  const noAppeal = 'NoAppealOpen'
  const approval = 'NominationApproved'

  test.each([
    ['Nominate', ['OfficerNominated', ...Array(6).fill(already), 'OfficerAlreadyAttached', already, already, already]],
    ['Approve', [none, approval, open, open, open, open, approval, none, approval, approval, approval]],
    ['RefuseNomination', [none, 'NominationRefused', open, open, open, open, open, none, open, open, open]],
    [
      'Appeal',
      [
        none,
        notRefused,
        'NominationAppealed',
        notRefused,
        'AppealAlreadyAnswered',
        notRefused,
        notRefused,
        none,
        ...Array(3).fill(notRefused),
      ],
    ],
    ['AnswerAppeal', [none, noAppeal, noAppeal, 'AppealAnswered', noAppeal, noAppeal, noAppeal, none, ...Array(3).fill(noAppeal)]],
    [
      'Resubmit',
      [
        none,
        notRefused,
        'NominationResubmitted',
        notRefused,
        'NominationResubmitted',
        notRefused,
        notRefused,
        none,
        ...Array(3).fill(notRefused),
      ],
    ],
    [
      'Withdraw',
      [
        none,
        ...Array(4).fill('OfficerWithdrawn'),
        open,
        'OfficerWithdrawn',
        'OfficerWithdrawn',
        'PlacementAlreadyStarted',
        'PlacementOver',
        'PlacementOver',
      ],
    ],
  ] as const)('%s', (command, outcomes) =>
    expect(
      Object.values(phases).map((history) =>
        given(...history)
          .when(commands[command])
          .outcome()
          .replace('records ', ''),
      ),
    ).toStrictEqual(outcomes),
  )
})
