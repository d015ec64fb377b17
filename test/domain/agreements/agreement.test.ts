import { describe, expect, it, test } from 'vitest'
import { agreement } from '../../../src/domain/agreements/agreement.js'
import type { AgreementCommand } from '../../../src/domain/agreements/commands.js'
import type { AgreementEvent, Renewal, Signing } from '../../../src/domain/agreements/events.js'
import { closedList, openList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(agreement)

const id = 'agreement-nag-2023'
const bureau = 'organisation-csb'
const academy = 'organisation-nag'
const names = [{ text: 'Agreement on the Dedicated National Studies Programme', language: 'en' }]
const parties = closedList([bureau, academy] as const)
const signing: Signing = {
  agreement: id,
  names,
  parties,
  signedOn: { edtf: '2023-06-15', words: 'June 15', yearFrom: 'source' },
  signatories: [{ person: 'person-1', capacity: { title: 'Permanent Secretary for the Civil Service' }, for: bureau }],
}
const renewal: Renewal = { agreement: id, parties, signedOn: { edtf: '2026-06-01' } }
const ended = { agreement: id, on: { edtf: '2026-06-14' } } as const

const announced: AgreementEvent = { type: 'AgreementAnnounced', agreement: id, names, parties }
const signed: AgreementEvent = { type: 'AgreementSigned', ...signing }
const lapsed: AgreementEvent = { type: 'LapseRecorded', ...ended }
const terminated: AgreementEvent = { type: 'AgreementTerminated', ...ended }

describe('SignAgreement', () => {
  it('opens the first term of an agreement that nobody announced', () =>
    given()
      .when({ type: 'SignAgreement', ...signing })
      .then(signed))

  it('opens the first term of an announced one', () =>
    given(announced)
      .when({ type: 'SignAgreement', ...signing })
      .then(signed))

  it('is refused for a second signing: the next one is a renewal', () =>
    given(signed)
      .when({ type: 'SignAgreement', ...signing })
      .thenRefused({ _tag: 'AgreementAlreadySigned', agreement: id, signedOn: signing.signedOn }))

  it('is refused where the end surely lies before the signing', () =>
    given()
      .when({ type: 'SignAgreement', ...signing, end: { edtf: '2022' } })
      .thenRefused({ _tag: 'EndBeforeSigning', agreement: id, signedOn: signing.signedOn, end: { edtf: '2022' } }))

  it('is taken where the end may lie after the signing', () => {
    const vague = { ...signing, end: { edtf: '2023' } } as const
    given()
      .when({ type: 'SignAgreement', ...vague })
      .then({ type: 'AgreementSigned', ...vague })
  })

  it('is refused where somebody signs for an organisation that is no party', () =>
    given()
      .when({ type: 'SignAgreement', ...signing, parties: closedList([academy, 'organisation-other'] as const) })
      .thenRefused({ _tag: 'SignsForNoParty', agreement: id, for: bureau }))

  it('is taken where the list of parties is open, for the signatory may sign for one that is not listed', () => {
    const open = { ...signing, parties: openList([academy] as const) }
    given()
      .when({ type: 'SignAgreement', ...open })
      .then({ type: 'AgreementSigned', ...open })
  })
})

describe('RenewAgreement', () => {
  it('opens the next term', () =>
    given(signed)
      .when({ type: 'RenewAgreement', ...renewal })
      .then({ type: 'AgreementRenewed', term: 2, ...renewal }))

  it('takes up an agreement again after it lapsed', () =>
    given(signed, { type: 'AgreementRenewed', term: 2, ...renewal }, lapsed)
      .when({ type: 'RenewAgreement', ...renewal, signedOn: { edtf: '2027-01-04' } })
      .then({ type: 'AgreementRenewed', term: 3, ...renewal, signedOn: { edtf: '2027-01-04' } }))

  it('sent again opens no further term, also after the end', () => {
    given(signed, { type: 'AgreementRenewed', term: 2, ...renewal })
      .when({ type: 'RenewAgreement', ...renewal })
      .thenNothing()
    given(signed, { type: 'AgreementRenewed', term: 2, ...renewal }, lapsed)
      .when({ type: 'RenewAgreement', ...renewal })
      .thenNothing()
  })
})

describe('what is told again', () => {
  const amendment = { agreement: id, from: { edtf: '2024-01-01' }, words: 'five places' } as const
  const change = { agreement: id, from: { edtf: '2024-01-01' }, joined: ['organisation-other'], left: [] } as const
  const link = { agreement: id, to: 'agreement-other', kind: 'under' } as const
  const terms = { agreement: id, from: { edtf: '2024-01-01' }, terms: { mostPreferences: 3 } } as const

  it.each<[AgreementCommand, AgreementEvent]>([
    [
      { type: 'AmendAgreement', ...amendment },
      { type: 'AgreementAmended', ...amendment },
    ],
    [
      { type: 'ChangeParties', ...change },
      { type: 'PartiesChanged', ...change },
    ],
    [
      { type: 'SetAgreementTerms', ...terms },
      { type: 'AgreementTermsSet', ...terms },
    ],
    [
      { type: 'LinkAgreements', ...link },
      { type: 'AgreementsLinked', ...link },
    ],
  ])('adds nothing: %o', (command, event) => {
    given(signed).when(command).then(event)
    given(signed, event).when(command).thenNothing()
    given(signed, event, lapsed).when(command).thenNothing()
  })
})

describe('SetAgreementTerms', () => {
  const setting = { agreement: id, from: { edtf: '2024-01-01' }, terms: { mostPreferences: 3 } } as const

  it('is refused for a term that was never signed', () =>
    given(signed)
      .when({ type: 'SetAgreementTerms', ...setting, term: 2 })
      .thenRefused({ _tag: 'TermNotSigned', agreement: id, term: 2, latest: 1 }))

  it('is refused where the terms end before they begin', () =>
    given(signed)
      .when({ type: 'SetAgreementTerms', ...setting, to: { edtf: '2023' } })
      .thenRefused({ _tag: 'TermsEndBeforeStart', from: setting.from, to: { edtf: '2023' } }))

  it.each([
    ['before the end', '2026-01-01', []],
    ['after the end', '2026-07-01', ['sure']],
    ['perhaps after the end', '2026', ['cannot tell']],
  ] as const)('of an agreement that is over, from a day %s', (_, edtf, certainties) => {
    const over = [signed, lapsed].reduce(agreement.evolve, agreement.initialState)
    const breaches = agreement.breaches?.({ type: 'SetAgreementTerms', ...setting, from: { edtf } }, over) ?? []
    expect(breaches.map(({ certainty }) => certainty)).toStrictEqual(certainties)
  })
})

describe('LinkAgreements', () => {
  it('is refused for an agreement linked to itself', () =>
    given(signed)
      .when({ type: 'LinkAgreements', agreement: id, to: id, kind: 'related' })
      .thenRefused({ _tag: 'LinkedToItself', agreement: id }))
})

describe('each command in each phase', () => {
  const commands: { readonly [T in AgreementCommand['type']]: AgreementCommand } = {
    AnnounceAgreement: { type: 'AnnounceAgreement', agreement: id, names, parties },
    SignAgreement: { type: 'SignAgreement', ...signing },
    RenewAgreement: { type: 'RenewAgreement', ...renewal },
    AmendAgreement: { type: 'AmendAgreement', agreement: id, from: { edtf: '2024' } },
    SetAgreementTerms: { type: 'SetAgreementTerms', agreement: id, from: { edtf: '2024' }, terms: { mostPreferences: 3 } },
    ChangeParties: { type: 'ChangeParties', agreement: id, from: { edtf: '2024' }, joined: [], left: [academy] },
    LinkAgreements: { type: 'LinkAgreements', agreement: id, to: 'agreement-gba', kind: 'related' },
    RecordLapse: { type: 'RecordLapse', ...ended },
    TerminateAgreement: { type: 'TerminateAgreement', ...ended },
  }
  const phases = {
    'not recorded': [],
    announced: [announced],
    'in force': [signed],
    lapsed: [signed, lapsed],
    terminated: [signed, terminated],
  }

  test.each([
    ['AnnounceAgreement', 'not recorded', 'records AgreementAnnounced'],
    ['AnnounceAgreement', 'announced', 'AgreementAlreadyAnnounced'],
    ['AnnounceAgreement', 'in force', 'AgreementAlreadySigned'],
    ['AnnounceAgreement', 'lapsed', 'AgreementAlreadySigned'],
    ['AnnounceAgreement', 'terminated', 'AgreementAlreadySigned'],
    ['SignAgreement', 'not recorded', 'records AgreementSigned'],
    ['SignAgreement', 'announced', 'records AgreementSigned'],
    ['SignAgreement', 'in force', 'AgreementAlreadySigned'],
    ['SignAgreement', 'lapsed', 'AgreementAlreadySigned'],
    ['SignAgreement', 'terminated', 'AgreementAlreadySigned'],
    ['RenewAgreement', 'not recorded', 'AgreementNotRecorded'],
    ['RenewAgreement', 'announced', 'AgreementNotSigned'],
    ['RenewAgreement', 'in force', 'records AgreementRenewed'],
    ['RenewAgreement', 'lapsed', 'records AgreementRenewed'],
    ['RenewAgreement', 'terminated', 'records AgreementRenewed'],
    ['AmendAgreement', 'not recorded', 'AgreementNotRecorded'],
    ['AmendAgreement', 'announced', 'AgreementNotSigned'],
    ['AmendAgreement', 'in force', 'records AgreementAmended'],
    ['AmendAgreement', 'lapsed', 'AgreementOver'],
    ['AmendAgreement', 'terminated', 'AgreementOver'],
    ['SetAgreementTerms', 'not recorded', 'AgreementNotRecorded'],
    ['SetAgreementTerms', 'announced', 'AgreementNotSigned'],
    ['SetAgreementTerms', 'in force', 'records AgreementTermsSet'],
    ['SetAgreementTerms', 'lapsed', 'records AgreementTermsSet'],
    ['SetAgreementTerms', 'terminated', 'records AgreementTermsSet'],
    ['ChangeParties', 'in force', 'records PartiesChanged'],
    ['ChangeParties', 'terminated', 'AgreementOver'],
    ['LinkAgreements', 'not recorded', 'AgreementNotRecorded'],
    ['LinkAgreements', 'announced', 'records AgreementsLinked'],
    ['LinkAgreements', 'terminated', 'records AgreementsLinked'],
    ['RecordLapse', 'announced', 'AgreementNotSigned'],
    ['RecordLapse', 'in force', 'records LapseRecorded'],
    ['RecordLapse', 'lapsed', 'AgreementOver'],
    ['TerminateAgreement', 'in force', 'records AgreementTerminated'],
    ['TerminateAgreement', 'lapsed', 'AgreementOver'],
  ] as const)('%s on an agreement %s: %s', (command, phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(commands[command])
        .outcome(),
    ).toBe(outcome),
  )
})
