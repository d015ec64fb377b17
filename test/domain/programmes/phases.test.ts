import { describe, expect, test } from 'vitest'
import type { ProgrammeCommand } from '../../../src/domain/programmes/commands.js'
import type { ProgrammeDetails, ProgrammeEvent } from '../../../src/domain/programmes/events.js'
import { programme } from '../../../src/domain/programmes/programme.js'
import { none } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(programme)

const id = 'programme-gba'
const details: ProgrammeDetails = { programme: id, names: [{ text: 'GBA exchange', language: 'en' }], kind: 'staff exchange' }
const on = { edtf: '2024' }
const end = { edtf: '2026' }

const proposed: ProgrammeEvent = { type: 'ProgrammeProposed', ...details }
const announced: ProgrammeEvent = { type: 'ProgrammeAnnounced', ...details }
const registered: ProgrammeEvent = { type: 'ProgrammeRegistered', ...details }
const launched: ProgrammeEvent = { type: 'ProgrammeLaunched', ...details, launchedOn: on }
const suspended: ProgrammeEvent = { type: 'ProgrammeSuspended', programme: id, from: on }
const concluded: ProgrammeEvent = { type: 'ProgrammeConcluded', programme: id, on: end }

const phases = {
  'not recorded': [],
  proposed: [proposed],
  announced: [announced],
  registered: [registered],
  launched: [launched],
  suspended: [launched, suspended],
  concluded: [launched, concluded],
  'given up': [announced, concluded],
} as const
const phaseNames = ['not recorded', 'proposed', 'announced', 'registered', 'launched', 'suspended', 'concluded', 'given up'] as const

/** Each told otherwise than before, so that nothing is "already so". */
const commands: { readonly [T in ProgrammeCommand['type']]: ProgrammeCommand } = {
  ProposeProgramme: { type: 'ProposeProgramme', ...details, kind: 'other' },
  AnnounceProgramme: { type: 'AnnounceProgramme', ...details, kind: 'other' },
  RegisterProgramme: { type: 'RegisterProgramme', ...details, kind: 'other' },
  LaunchProgramme: { type: 'LaunchProgramme', ...details, kind: 'other', launchedOn: on },
  NameProgramme: { type: 'NameProgramme', programme: id, name: { text: 'Exchange', language: 'en' } },
  ChangeOrganisers: {
    type: 'ChangeOrganisers',
    programme: id,
    joined: [{ organisation: 'organisation-csb', role: 'organiser' }],
    left: [],
  },
  PlaceUnderAgreement: { type: 'PlaceUnderAgreement', programme: id, agreement: 'agreement-gba' },
  ReviseProgrammeTerms: { type: 'ReviseProgrammeTerms', programme: id, from: on, words: 'for three months' },
  SetProgrammeTerms: { type: 'SetProgrammeTerms', programme: id, from: on, terms: { mostPreferences: 3 } },
  SuspendProgramme: { type: 'SuspendProgramme', programme: id, from: { edtf: '2025' } },
  ResumeProgramme: { type: 'ResumeProgramme', programme: id, from: { edtf: '2025' } },
  ConcludeProgramme: { type: 'ConcludeProgramme', programme: id, on: { edtf: '2025' } },
  LinkProgrammes: { type: 'LinkProgrammes', programme: id, kind: 'part of', to: none },
}

const unknown = 'ProgrammeNotRecorded'
const running = 'ProgrammeAlreadyRunning'
const isLaunched = 'ProgrammeAlreadyLaunched'
const over = 'ProgrammeOver'
const always = (event: ProgrammeEvent['type']) => [unknown, ...Array.from({ length: 7 }, () => `records ${event}`)]

/** For each command its outcomes, in the order of the phases. */
const outcomes: { readonly [T in ProgrammeCommand['type']]: ReadonlyArray<string> } = {
  ProposeProgramme: [
    'records ProgrammeProposed',
    'ProgrammeAlreadyProposed',
    'ProgrammeAlreadyAnnounced',
    running,
    isLaunched,
    isLaunched,
    isLaunched,
    over,
  ],
  AnnounceProgramme: [
    'records ProgrammeAnnounced',
    'records ProgrammeAnnounced',
    'ProgrammeAlreadyAnnounced',
    running,
    isLaunched,
    isLaunched,
    isLaunched,
    over,
  ],
  RegisterProgramme: [
    'records ProgrammeRegistered',
    'records ProgrammeRegistered',
    'records ProgrammeRegistered',
    running,
    isLaunched,
    isLaunched,
    isLaunched,
    over,
  ],
  LaunchProgramme: [
    'records ProgrammeLaunched',
    'records ProgrammeLaunched',
    'records ProgrammeLaunched',
    running,
    isLaunched,
    isLaunched,
    isLaunched,
    over,
  ],
  NameProgramme: always('ProgrammeNamed'),
  ChangeOrganisers: always('OrganisersChanged'),
  PlaceUnderAgreement: always('ProgrammePlacedUnderAgreement'),
  ReviseProgrammeTerms: always('ProgrammeTermsRevised'),
  SetProgrammeTerms: always('ProgrammeTermsSet'),
  SuspendProgramme: [
    unknown,
    'ProgrammeNotRunning',
    'ProgrammeNotRunning',
    'records ProgrammeSuspended',
    'records ProgrammeSuspended',
    'ProgrammeAlreadySuspended',
    'records ProgrammeSuspended',
    'ProgrammeNotRunning',
  ],
  ResumeProgramme: [
    unknown,
    'ProgrammeNotSuspended',
    'ProgrammeNotSuspended',
    'ProgrammeNotSuspended',
    'ProgrammeNotSuspended',
    'records ProgrammeResumed',
    'records ProgrammeResumed',
    'ProgrammeNotSuspended',
  ],
  ConcludeProgramme: [
    unknown,
    'records ProgrammeConcluded',
    'records ProgrammeConcluded',
    'records ProgrammeConcluded',
    'records ProgrammeConcluded',
    'records ProgrammeConcluded',
    over,
    over,
  ],
  LinkProgrammes: always('ProgrammesLinked'),
}

describe.each(Object.values(commands))('$type', (command) => {
  test.each(phaseNames.map((phase, at) => [phase, outcomes[command.type][at]] as const))('on a programme %s: %s', (phase, outcome) =>
    expect(
      given(...phases[phase])
        .when(command)
        .outcome(),
    ).toBe(outcome),
  )
})

test('events out of their order change no phase: whatever was recorded can be replayed', () => {
  const strays: ReadonlyArray<ProgrammeEvent> = [
    suspended,
    concluded,
    { type: 'ProgrammeResumed', programme: id, from: on },
    { type: 'ProgrammesLinked', programme: id, kind: 'follows', to: none },
    { type: 'ProgrammeNamed', programme: id, name: { text: 'A', language: 'en' } },
  ]
  expect(strays.reduce(programme.evolve, programme.initialState)).toStrictEqual({ _tag: 'NotRecorded' })
  given(launched, announced, proposed, registered, { type: 'ProgrammeResumed', programme: id, from: on })
    .when(commands.AnnounceProgramme)
    .thenRefused({ _tag: 'ProgrammeAlreadyLaunched', programme: id, launchedOn: on })
})

test('what belongs to which stream', () => {
  expect(programme.streamOf(commands.LinkProgrammes)).toBe(id)
  expect(programme.subjectOf(launched)).toBe(id)
  expect(Object.keys(programme.commands).sort()).toStrictEqual(Object.keys(commands).sort())
})
