import { describe, expect, it, test } from 'vitest'
import type { ProgrammeCommand } from '../../../src/domain/programmes/commands.js'
import type { ProgrammeEvent } from '../../../src/domain/programmes/events.js'
import { breaches, programme } from '../../../src/domain/programmes/programme.js'
import { named, none } from '../../../src/domain/vocabulary/open-list.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(programme)

const id = 'programme-gba'
const bureau = 'organisation-csb'
const details = {
  programme: id,
  names: [{ text: 'Civil Service Staff Exchange and Collaboration Programme', language: 'en' }],
  kind: 'exchange and collaboration',
} as const
const conclusion = { programme: id, on: { edtf: '2026-03-31' } } as const

const announced: ProgrammeEvent = { type: 'ProgrammeAnnounced', ...details }
const launched: ProgrammeEvent = { type: 'ProgrammeLaunched', ...details, launchedOn: { edtf: '2023-12-18' } }
const concluded: ProgrammeEvent = { type: 'ProgrammeConcluded', ...conclusion }

const backwards = [{ organisation: bureau, role: 'organiser', from: { edtf: '2024' }, to: { edtf: '2023' } }] as const
const roleEndsBeforeStart = {
  _tag: 'RoleEndsBeforeStart',
  programme: id,
  organisation: bureau,
  from: { edtf: '2024' },
  to: { edtf: '2023' },
} as const

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

  it('stays quiet for an undated change that is the last one, and records it after another: who left may join again', () => {
    const left: ProgrammeEvent = { ...joined, joined: [], left: join.joined }
    given(launched, joined).when(join).thenNothing()
    given(launched, joined, left).when(join).then(joined)
  })

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
      .when({ ...join, joined: [], left: backwards })
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
