import { describe, expect, it } from 'vitest'
import { batch } from '../../../src/domain/batches/batch.js'
import type { CohortRole, Part } from '../../../src/domain/batches/cohort-events.js'
import type { BatchCommand } from '../../../src/domain/batches/commands.js'
import type { BatchEvent } from '../../../src/domain/batches/events.js'
import { about, atLeast, type Count, exactly, moreThan, unknownCount } from '../../../src/domain/vocabulary/count.js'
import { scenarios } from '../../support/scenario.js'

const cohort = 'batch-exchange-2024#inbound'
const keys = { batch: 'batch-exchange-2024', programme: 'programme-exchange', cohort } as const
const opened: BatchEvent = { type: 'BatchOpened', batch: keys.batch, programme: keys.programme, edition: '2024' }
const given = (...history: ReadonlyArray<BatchEvent>) => scenarios(batch)(opened, ...history)
const flagsOf = (command: BatchCommand, ...history: ReadonlyArray<BatchEvent>) =>
  batch.breaches?.(command, [opened, ...history].reduce(batch.evolve, batch.initialState))

const attachedAs = (size: Count): BatchEvent => ({ type: 'CohortAttached', ...keys, size })
const attached = attachedAs(exactly(2))
const identified = (n: number): BatchEvent => ({ type: 'MemberIdentified', ...keys, person: `person-${n}` })
const described = (n: number): BatchEvent => ({ type: 'MemberDescribed', ...keys, member: `member-${n}`, describedAs: 'From Shenzhen.' })
const identify = (n: number) => ({ type: 'IdentifyMember', cohort, person: `person-${n}` }) as const
const describeIt = (n: number) => ({ type: 'DescribeMember', cohort, member: `member-${n}`, describedAs: 'From Shenzhen.' }) as const

describe('IdentifyMember', () => {
  it('records who one of the n is', () =>
    given(attached)
      .when({ ...identify(1), placement: 'placement-1', homePlace: 'organisation-shenzhen' })
      .then({ type: 'MemberIdentified', ...keys, person: 'person-1', placement: 'placement-1', homePlace: 'organisation-shenzhen' }))

  it('stays quiet for the same member', () => given(attached, identified(1)).when(identify(1)).thenNothing())

  it('is refused for the same person told otherwise', () =>
    given(attached, identified(1))
      .when({ ...identify(1), placement: 'placement-1' })
      .thenRefused({ _tag: 'MemberAlreadyIdentified', cohort, person: 'person-1' }))

  it('is refused for more members than the cohort has', () =>
    given(attached, identified(1), described(2))
      .when(identify(3))
      .thenRefused({ _tag: 'MoreMembersThanSize', cohort, size: exactly(2), members: 3 }))

  it('identifies a member who was described before: the number known stays', () =>
    given(attached, identified(1), described(2))
      .when({ ...identify(3), was: 'member-2' })
      .then({ type: 'MemberIdentified', ...keys, person: 'person-3', was: 'member-2' }))

  it('is refused for a description that nobody gave, or that was somebody else', () => {
    const refusal = { _tag: 'MemberNotDescribed', cohort, member: 'member-2' } as const
    given(attached)
      .when({ ...identify(3), was: 'member-2' })
      .thenRefused(refusal)
    given(attached, described(2), { type: 'MemberIdentified', ...keys, person: 'person-1', was: 'member-2' })
      .when({ ...identify(3), was: 'member-2' })
      .thenRefused(refusal)
  })

  it.each([
    ['about 1', about(1), ['cannot tell']],
    ['more than 0', moreThan(0), []],
    ['at least 1', atLeast(1), []],
    ['an unknown number', unknownCount, []],
  ])('is never refused for a cohort of %s, and flagged only beyond an approximate figure', (_, size, flags) => {
    given(attachedAs(size), identified(1)).when(identify(2)).then(identified(2))
    expect(flagsOf(identify(2), attachedAs(size), identified(1))?.map(({ certainty }) => certainty)).toStrictEqual(flags)
  })
})

describe('DescribeMember', () => {
  it('records a member who is known and not named', () => given(attached).when(describeIt(1)).then(described(1)))

  it('stays quiet for the same description', () => given(attached, described(1)).when(describeIt(1)).thenNothing())

  it('is refused for another description of the same member', () =>
    given(attached, described(1))
      .when({ ...describeIt(1), describedAs: 'From Wuhan.' })
      .thenRefused({ _tag: 'MemberAlreadyDescribed', cohort, member: 'member-1' }))

  it('is refused for a member who was identified since', () =>
    given(attached, described(1), { type: 'MemberIdentified', ...keys, person: 'person-1', was: 'member-1' })
      .when(describeIt(1))
      .thenRefused({ _tag: 'MemberAlreadyIdentified', cohort, person: 'person-1' }))

  it('is refused for more members than the cohort has', () =>
    given(attached, identified(1), described(2))
      .when(describeIt(3))
      .thenRefused({ _tag: 'MoreMembersThanSize', cohort, size: exactly(2), members: 3 }))
})

describe('ReleaseMember', () => {
  const release = { type: 'ReleaseMember', cohort, person: 'person-1', why: 'called back' } as const
  const released: BatchEvent = { type: 'MemberReleased', ...keys, person: 'person-1', why: 'called back' }

  it('records that an identified member is no longer one of them', () => given(attached, identified(1)).when(release).then(released))

  it('makes room for another one', () => given(attached, identified(1), identified(2), released).when(identify(3)).then(identified(3)))

  it('stays quiet for one released before', () => given(attached, identified(1), released).when(release).thenNothing())

  it('can be followed by another identification, and another release', () => {
    given(attached, identified(1), released).when(identify(1)).then(identified(1))
    given(attached, identified(1), released, identified(1)).when(release).then(released)
  })

  it('is refused for somebody who was never identified', () =>
    given(attached, described(1)).when(release).thenRefused({ _tag: 'MemberNotIdentified', cohort, person: 'person-1' }))
})

describe('NameCohortRoles', () => {
  const leader = (n: number, counted: CohortRole['counted']): CohortRole => ({ role: 'leader', person: `person-${n}`, counted })
  const name = (...roles: ReadonlyArray<CohortRole>) => ({ type: 'NameCohortRoles', cohort, roles }) as const
  const named = (...roles: ReadonlyArray<CohortRole>): BatchEvent => ({ type: 'CohortRolesNamed', ...keys, roles })

  it('records who leads, and whether the leader is one of the n', () =>
    given(attached)
      .when(name(leader(1, 'within')))
      .then(named(leader(1, 'within'))))

  it('stays quiet where all of them are named so', () =>
    given(attached, named(leader(1, 'within')), named(leader(2, 'beside')))
      .when(name(leader(2, 'beside'), leader(1, 'within')))
      .thenNothing())

  it('is refused where more are counted within than the cohort has', () =>
    given(attached, identified(1), identified(2))
      .when(name(leader(3, 'within')))
      .thenRefused({ _tag: 'MoreMembersThanSize', cohort, size: exactly(2), members: 3 }))

  it.each([
    ['comes on top of the n', [identified(1), identified(2)], leader(3, 'beside')],
    ['is identified already', [identified(1), identified(2)], leader(1, 'within')],
    ['may be one of those described', [identified(1), described(2)], leader(3, 'within')],
  ])('is taken where the leader %s', (_, members, role) =>
    given(attached, ...members)
      .when(name(role))
      .then(named(role)),
  )

  it('counts a leader as last told', () =>
    given(attached, identified(1), named(leader(3, 'within')), named(leader(3, 'beside')))
      .when(identify(2))
      .then(identified(2)))

  it('is not held to a planned number', () =>
    given({ type: 'CohortPlanned', ...keys, size: exactly(1) })
      .when(name(leader(1, 'within'), { ...leader(2, 'within'), role: 'deputy leader' }))
      .then(named(leader(1, 'within'), { ...leader(2, 'within'), role: 'deputy leader' })))
})

describe('RecordCohortBreakdown', () => {
  const ten = attachedAs(exactly(10))
  const parts = (...counts: ReadonlyArray<Count>): ReadonlyArray<Part> => counts.map((count, at) => ({ label: `part ${at + 1}`, count }))
  const by = { cohort, by: 'sex' } as const

  it('records parts that leave some of the n untold', () =>
    given(ten)
      .when({ type: 'RecordCohortBreakdown', ...by, parts: parts(exactly(4)), addsUp: false })
      .then({ type: 'CohortBreakdownRecorded', ...keys, ...by, parts: parts(exactly(4)), addsUp: false }))

  it('stays quiet for the breakdown that stands', () =>
    given(ten, { type: 'CohortBreakdownRecorded', ...keys, ...by, parts: parts(exactly(4)) })
      .when({ type: 'RecordCohortBreakdown', ...by, parts: parts(exactly(4)) })
      .thenNothing())

  it('takes another one by the same criterion', () =>
    given(ten, { type: 'CohortBreakdownRecorded', ...keys, ...by, parts: parts(exactly(4)) })
      .when({ type: 'RecordCohortBreakdown', ...by, parts: parts(exactly(5)) })
      .then({ type: 'CohortBreakdownRecorded', ...keys, ...by, parts: parts(exactly(5)) }))

  it.each([
    ['parts that do not overlap', [exactly(6), exactly(5)], { overlapping: false }],
    ['parts that are said to add up', [exactly(6), atLeast(5)], { addsUp: true }],
    ['one part alone', [exactly(11)], { overlapping: true }],
  ])('is refused where %s surely exceed the whole', (_, counts, told) =>
    given(ten)
      .when({ type: 'RecordCohortBreakdown', ...by, parts: parts(...counts), ...told })
      .thenRefused({ _tag: 'PartsExceedWhole', cohort, by: 'sex', whole: exactly(10), parts: counts }),
  )

  it.each([
    ['may overlap', [exactly(6), exactly(5)], {}, ['cannot tell']],
    ['do overlap', [exactly(6), exactly(5)], { overlapping: true }, []],
    ['are approximate', [about(6), about(5)], { overlapping: false }, ['cannot tell']],
    ['are unknown', [exactly(6), unknownCount], { overlapping: false }, []],
  ])('is taken where the parts %s', (_, counts, told, flags) => {
    const command = { type: 'RecordCohortBreakdown', ...by, parts: parts(...counts), ...told } as const
    given(ten)
      .when(command)
      .then({ type: 'CohortBreakdownRecorded', ...keys, ...by, parts: parts(...counts), ...told })
    expect(flagsOf(command, ten)?.map(({ certainty }) => certainty)).toStrictEqual(flags)
  })
})
