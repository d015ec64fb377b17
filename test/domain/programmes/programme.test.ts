import { describe, it } from 'vitest'
import type { ProgrammeCommand } from '../../../src/domain/programmes/commands.js'
import type { Launch, ProgrammeDetails, ProgrammeEvent, Registration, Suspension } from '../../../src/domain/programmes/events.js'
import { programme } from '../../../src/domain/programmes/programme.js'
import { closedList, openList } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(programme)

const id = 'programme-gba'
const bureau = 'organisation-csb'
const municipalities = 'organisation-gba-municipalities'
const details: ProgrammeDetails = {
  programme: id,
  names: [{ text: 'Civil Service Staff Exchange and Collaboration Programme', language: 'en' }],
  kind: 'exchange and collaboration',
  organisers: closedList([{ organisation: municipalities, role: 'joint organiser' }]),
}
const launch: Launch = { ...details, launchedOn: { edtf: '2023-12-18' }, launchedAt: 'Shenzhen' }
const registration: Registration = { ...details, since: { edtf: '2002', words: 'since 2002' } }
const suspension: Suspension = { programme: id, from: { edtf: '2024-06' }, why: 'travel was restricted' }
const conclusion = { programme: id, on: { edtf: '2026-03-31' } } as const

const proposed: ProgrammeEvent = { type: 'ProgrammeProposed', ...details }
const announced: ProgrammeEvent = { type: 'ProgrammeAnnounced', ...details }
const launched: ProgrammeEvent = { type: 'ProgrammeLaunched', ...launch }
const registered: ProgrammeEvent = { type: 'ProgrammeRegistered', ...registration }
const suspended: ProgrammeEvent = { type: 'ProgrammeSuspended', ...suspension }
const concluded: ProgrammeEvent = { type: 'ProgrammeConcluded', ...conclusion }

const backwards = closedList([{ organisation: bureau, role: 'organiser', from: { edtf: '2024' }, to: { edtf: '2023' } }] as const)
const roleEndsBeforeStart = {
  _tag: 'RoleEndsBeforeStart',
  programme: id,
  organisation: bureau,
  from: { edtf: '2024' },
  to: { edtf: '2023' },
} as const

describe('ProposeProgramme', () => {
  const propose: ProgrammeCommand = { type: 'ProposeProgramme', ...details }

  it('puts a plan on record', () => given().when(propose).then(proposed))

  it('stays quiet when the same is proposed again, also after the launch', () => {
    given(proposed).when(propose).thenNothing()
    given(proposed, launched).when(propose).thenNothing()
  })

  it('is refused for another proposal under the same id', () =>
    given(proposed)
      .when({ ...propose, kind: 'other' })
      .thenRefused({ _tag: 'ProgrammeAlreadyProposed', programme: id }))

  it('is refused where a role surely ends before it starts', () =>
    given()
      .when({ ...propose, organisers: backwards })
      .thenRefused(roleEndsBeforeStart))
})

describe('AnnounceProgramme', () => {
  it('is taken for a new programme and for a proposed one, with the day where it is told', () => {
    const announce = { ...details, announcedOn: { edtf: '2023-06-15' } }
    given()
      .when({ type: 'AnnounceProgramme', ...announce })
      .then({ type: 'ProgrammeAnnounced', ...announce })
    given(proposed)
      .when({ type: 'AnnounceProgramme', ...announce })
      .then({ type: 'ProgrammeAnnounced', ...announce })
  })

  it('is refused where a role surely ends before it starts', () =>
    given(proposed)
      .when({ type: 'AnnounceProgramme', ...details, organisers: backwards })
      .thenRefused(roleEndsBeforeStart))
})

describe('RegisterProgramme', () => {
  const register: ProgrammeCommand = { type: 'RegisterProgramme', ...registration }

  it('takes up a programme that ran before the ledger knew of it, planned or not', () => {
    given().when(register).then(registered)
    given(announced).when(register).then(registered)
  })

  it('stays quiet when the same is registered again, whatever the order of the fields', () => {
    const { programme: first, ...rest } = registration
    given(registered)
      .when({ ...rest, programme: first, type: 'RegisterProgramme' })
      .thenNothing()
  })

  it('is refused for a running programme told of otherwise', () =>
    given(registered)
      .when({ ...register, since: { edtf: '2003' } })
      .thenRefused({ _tag: 'ProgrammeAlreadyRunning', programme: id, since: { edtf: '2002', words: 'since 2002' } }))

  it('is refused where a role surely ends before it starts', () =>
    given()
      .when({ ...register, organisers: backwards })
      .thenRefused(roleEndsBeforeStart))
})

describe('LaunchProgramme', () => {
  const command: ProgrammeCommand = { type: 'LaunchProgramme', ...launch }

  it('launches a programme that is new, proposed or announced', () => {
    for (const history of [[], [proposed], [announced], [proposed, announced]])
      given(...history)
        .when(command)
        .then(launched)
  })

  it('stays quiet when the same launch is told again, also after the end', () => {
    given(launched).when(command).thenNothing()
    given(launched, concluded).when(command).thenNothing()
  })

  it('is refused for a launch on another day', () =>
    given(launched)
      .when({ ...command, launchedOn: { edtf: '2024' } })
      .thenRefused({ _tag: 'ProgrammeAlreadyLaunched', programme: id, launchedOn: launch.launchedOn }))

  it('is refused for a registered programme, which runs already', () => {
    const { since: _, ...unknownSince } = registration
    given({ type: 'ProgrammeRegistered', ...unknownSince })
      .when(command)
      .thenRefused({ _tag: 'ProgrammeAlreadyRunning', programme: id })
  })

  it('is refused after a plan came to nothing', () =>
    given(announced, concluded).when(command).thenRefused({ _tag: 'ProgrammeOver', programme: id, on: conclusion.on }))
})

describe('SuspendProgramme', () => {
  const suspend: ProgrammeCommand = { type: 'SuspendProgramme', ...suspension }

  it('suspends a running programme', () => given(launched).when(suspend).then(suspended))

  it('stays quiet when the same suspension is told again, also after it ended', () => {
    given(launched, suspended).when(suspend).thenNothing()
    given(launched, suspended, { type: 'ProgrammeResumed', programme: id, from: { edtf: '2024-09' } })
      .when(suspend)
      .thenNothing()
  })

  it('is refused while another suspension lasts', () =>
    given(launched, suspended)
      .when({ ...suspend, from: { edtf: '2024-07' } })
      .thenRefused({ _tag: 'ProgrammeAlreadySuspended', programme: id, from: suspension.from }))

  it('is refused where it surely lies before the start', () =>
    given(launched)
      .when({ ...suspend, from: { edtf: '2023-11' } })
      .thenRefused({ _tag: 'SuspensionBeforeStart', programme: id, start: launch.launchedOn, from: { edtf: '2023-11' } }))

  it('is taken where it may lie after the start', () =>
    given(registered)
      .when({ ...suspend, from: { edtf: '2002' } })
      .then({ ...suspended, from: { edtf: '2002' } }))

  it('is told late of a concluded programme, which stays concluded', () =>
    given(launched, concluded, suspended)
      .when({ type: 'ConcludeProgramme', programme: id, on: { edtf: '2027' } })
      .thenRefused({ _tag: 'ProgrammeOver', programme: id, on: conclusion.on }))
})

describe('ResumeProgramme', () => {
  const resumed = { programme: id, from: { edtf: '2024-09' } } as const

  it('ends a suspension, once', () => {
    given(launched, suspended)
      .when({ type: 'ResumeProgramme', ...resumed })
      .then({ type: 'ProgrammeResumed', ...resumed })
    given(launched, suspended, { type: 'ProgrammeResumed', ...resumed })
      .when({ type: 'ResumeProgramme', ...resumed })
      .thenNothing()
  })

  it('is refused where it surely lies before the suspension', () =>
    given(launched, suspended)
      .when({ type: 'ResumeProgramme', programme: id, from: { edtf: '2024-05' } })
      .thenRefused({ _tag: 'ResumptionBeforeSuspension', programme: id, suspended: suspension.from, from: { edtf: '2024-05' } }))
})

describe('ConcludeProgramme', () => {
  it('ends a running or suspended programme, and a plan that came to nothing', () => {
    for (const history of [[proposed], [announced], [launched], [registered], [launched, suspended]])
      given(...history)
        .when({ type: 'ConcludeProgramme', ...conclusion })
        .then(concluded)
  })

  it('is refused where the end surely lies before the start', () =>
    given(launched)
      .when({ type: 'ConcludeProgramme', programme: id, on: { edtf: '2023-12-17' } })
      .thenRefused({ _tag: 'EndBeforeStart', programme: id, start: launch.launchedOn, end: { edtf: '2023-12-17' } }))
})

it('lists its organisers as open where the source names some of them', () => {
  const some = { ...launch, organisers: openList([{ organisation: bureau, role: 'organiser' }] as const) }
  given()
    .when({ type: 'LaunchProgramme', ...some })
    .then({ type: 'ProgrammeLaunched', ...some })
})
