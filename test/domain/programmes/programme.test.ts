import { describe, expect, it, test } from 'vitest'
import type { ProgrammeCommand } from '../../../src/domain/programmes/commands.js'
import type { Launch, ProgrammeDetails, ProgrammeEvent, Registration, Suspension } from '../../../src/domain/programmes/events.js'
import { breaches, programme } from '../../../src/domain/programmes/programme.js'
import { closedList, named, none, openList } from '../../../src/domain/vocabulary/open-list.js'
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

describe('NameProgramme', () => {
  const alias: ProgrammeCommand = {
    type: 'NameProgramme',
    programme: id,
    name: { text: 'Exchange Programme', language: 'en', kind: 'alias' },
  }
  const aliased: ProgrammeEvent = { ...alias, type: 'ProgrammeNamed' }

  it('adds a name, in any phase', () => given(launched, concluded).when(alias).then(aliased))

  it('stays quiet for a name that was given, unless it is now dated', () => {
    given(launched, aliased).when(alias).thenNothing()
    given(launched, aliased)
      .when({ ...alias, from: { edtf: '2024' } })
      .then({ ...aliased, from: { edtf: '2024' } })
  })
})

describe('ChangeOrganisers', () => {
  const join: ProgrammeCommand = {
    type: 'ChangeOrganisers',
    programme: id,
    joined: [{ organisation: bureau, role: 'co-ordinator' }],
    left: [],
  }
  const joined: ProgrammeEvent = { ...join, type: 'OrganisersChanged' }

  it('records who joins and who leaves', () => given(launched).when(join).then(joined))

  it('records an undated change again: who left may join again', () => given(launched, joined).when(join).then(joined))

  it('stays quiet for a dated change that was told, and for one in which nobody joins or leaves', () => {
    const dated = { from: { edtf: '2025' } }
    given(launched, { ...joined, ...dated })
      .when({ ...join, ...dated })
      .thenNothing()
    given(launched)
      .when({ ...join, joined: [] })
      .thenNothing()
  })

  it('takes an organisation out of one role and into another', () => {
    const change = { programme: id, joined: [{ organisation: bureau, role: 'sponsor' }], left: join.joined } as const
    given(launched)
      .when({ type: 'ChangeOrganisers', ...change })
      .then({ type: 'OrganisersChanged', ...change })
  })

  it('is refused where one joins and leaves in the same role', () =>
    given(launched)
      .when({ ...join, left: join.joined })
      .thenRefused({ _tag: 'JoinsAndLeaves', programme: id, organisation: bureau, role: 'co-ordinator' }))

  it('is refused where a role surely ends before it starts', () =>
    given(launched)
      .when({ ...join, joined: [], left: backwards.items })
      .thenRefused(roleEndsBeforeStart))
})

describe('PlaceUnderAgreement', () => {
  const place: ProgrammeCommand = { type: 'PlaceUnderAgreement', programme: id, agreement: 'agreement-gba-2023' }
  const placed: ProgrammeEvent = { ...place, type: 'ProgrammePlacedUnderAgreement' }

  it('places the programme, and stays quiet the second time', () => {
    given(announced).when(place).then(placed)
    given(announced, placed).when(place).thenNothing()
  })
})

describe('ReviseProgrammeTerms', () => {
  const revise: ProgrammeCommand = {
    type: 'ReviseProgrammeTerms',
    programme: id,
    from: { edtf: '2024-04' },
    capacity: { kind: 'exact', n: 30 },
  }

  it('records what holds from a day on', () =>
    given(launched)
      .when(revise)
      .then({ ...revise, type: 'ProgrammeTermsRevised' }))

  it('stays quiet where no term is named', () =>
    given(launched)
      .when({ type: 'ReviseProgrammeTerms', programme: id, from: { edtf: '2024-04' } })
      .thenNothing())
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

describe('LinkProgrammes', () => {
  const part: ProgrammeCommand = { type: 'LinkProgrammes', programme: id, kind: 'part of', to: named('programme-exchange') }
  const isPart: ProgrammeEvent = { ...part, type: 'ProgrammesLinked' }
  const isPartOfNone: ProgrammeEvent = { type: 'ProgrammesLinked', programme: id, kind: 'part of', to: none }

  it('links two programmes, and stays quiet the second time', () => {
    given(launched).when(part).then(isPart)
    given(launched, isPart).when(part).thenNothing()
  })

  it('records that there is none, which is not the same as saying nothing', () =>
    given(launched)
      .when({ ...part, to: none })
      .then(isPartOfNone))

  it('records what was said before once the contrary was said between', () => {
    given(launched, isPart, isPartOfNone).when(part).then(isPart)
    given(launched, isPartOfNone, isPart)
      .when({ ...part, to: none })
      .then(isPartOfNone)
  })

  it('lets a link of one kind stand beside "none" of another', () =>
    given(launched, isPart, { ...isPartOfNone, kind: 'follows' })
      .when(part)
      .thenNothing())

  it('is refused for a programme linked to itself', () =>
    given(launched)
      .when({ ...part, to: named(id) })
      .thenRefused({ _tag: 'LinkedToItself', programme: id }))
})

describe('what lies after the end of a concluded programme', () => {
  const broken = (command: ProgrammeCommand, ...history: ReadonlyArray<ProgrammeEvent>) =>
    breaches(command, history.reduce(programme.evolve, programme.initialState))
  const over = { _tag: 'ProgrammeOver', programme: id, on: conclusion.on }
  const changes: ReadonlyArray<[string, (edtf: string) => ProgrammeCommand]> = [
    ['an organiser', (edtf) => ({ type: 'ChangeOrganisers', programme: id, joined: [], left: [], from: { edtf } })],
    ['an agreement', (edtf) => ({ type: 'PlaceUnderAgreement', programme: id, agreement: 'agreement-gba-2023', from: { edtf } })],
    ['terms', (edtf) => ({ type: 'ReviseProgrammeTerms', programme: id, from: { edtf } })],
    ['a suspension', (edtf) => ({ type: 'SuspendProgramme', programme: id, from: { edtf } })],
    ['a resumption', (edtf) => ({ type: 'ResumeProgramme', programme: id, from: { edtf } })],
  ]

  test.each(changes)('%s breaks the rule surely, or perhaps where the day is vague', (_, at) => {
    expect(broken(at('2026-04-01'), launched, concluded)).toStrictEqual([{ refusal: over, certainty: 'sure' }])
    expect(broken(at('2026'), launched, concluded)).toStrictEqual([{ refusal: over, certainty: 'cannot tell' }])
  })

  test.each(changes)('%s breaks nothing up to that day, nor while the programme runs', (_, at) => {
    expect(broken(at('2026-03-31'), launched, concluded)).toStrictEqual([])
    expect(broken(at('2030'), launched)).toStrictEqual([])
  })

  it('a name or a link breaks nothing: it may be given long after', () => {
    const name = { text: 'The old exchange', language: 'en', from: { edtf: '2030' } }
    expect(broken({ type: 'NameProgramme', programme: id, name, from: name.from }, launched, concluded)).toStrictEqual([])
    expect(broken({ type: 'LinkProgrammes', programme: id, kind: 'follows', to: none }, launched, concluded)).toStrictEqual([])
  })
})

it('lists its organisers as open where the source names some of them', () => {
  const some = { ...launch, organisers: openList([{ organisation: bureau, role: 'organiser' }] as const) }
  given()
    .when({ type: 'LaunchProgramme', ...some })
    .then({ type: 'ProgrammeLaunched', ...some })
})
