import { describe, expect, it, test } from 'vitest'
import {
  type AccountRights,
  forbids,
  RIGHTS,
  type Right,
  type RightsCommand,
  type RightsEvent,
  rights,
} from '../../../src/domain/rights/rights.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(rights)
const of = (account: string, ...held: ReadonlyArray<Right>): AccountRights => ({ account, rights: held })
const grant = (account: string, ...held: ReadonlyArray<Right>): RightsCommand => ({ type: 'GrantRights', ...of(account, ...held) })
const withdraw = (account: string, ...held: ReadonlyArray<Right>): RightsCommand => ({ type: 'WithdrawRights', ...of(account, ...held) })
const granted = (account: string, ...held: ReadonlyArray<Right>): RightsEvent => ({ type: 'RightsGranted', ...of(account, ...held) })
const withdrawn = (account: string, ...held: ReadonlyArray<Right>): RightsEvent => ({ type: 'RightsWithdrawn', ...of(account, ...held) })
const appointed = granted('registry', 'administer')
const on = { edtf: '2024-03-01' }

describe('GrantRights', () => {
  it('makes the first administrator, and takes other rights with it', () => {
    given().when(grant('registry', 'administer')).then(appointed)
    given()
      .when({ ...grant('registry', 'change', 'administer'), on })
      .then({ ...granted('registry', 'change', 'administer'), on })
  })

  it('records what is news, once, in one order', () =>
    given(appointed, granted('clerk', 'take'))
      .when(grant('clerk', 'approve', 'take', 'change', 'approve'))
      .then(granted('clerk', 'change', 'approve')))

  it('gives back what was withdrawn', () =>
    given(appointed, granted('clerk', 'take'), withdrawn('clerk', 'take')).when(grant('clerk', 'take')).then(granted('clerk', 'take')))

  it('stays quiet for what the account holds', () => given(appointed, granted('clerk', 'take')).when(grant('clerk', 'take')).thenNothing())

  it('is refused where it is the first and appoints nobody', () =>
    given()
      .when(grant('clerk', 'change', 'export'))
      .thenRefused({ _tag: 'NoAdministratorYet', account: 'clerk', rights: ['change', 'export'] }))
})

describe('WithdrawRights', () => {
  it('records what the account held of them', () =>
    given(appointed, granted('clerk', 'take', 'change'))
      .when({ ...withdraw('clerk', 'approve', 'change'), on })
      .then({ ...withdrawn('clerk', 'change'), on }))

  it('takes the right of an administrator where another one is left', () =>
    given(appointed, granted('head', 'administer')).when(withdraw('registry', 'administer')).then(withdrawn('registry', 'administer')))

  it('stays quiet for what the account holds no longer', () =>
    given(appointed, granted('clerk', 'take'), withdrawn('clerk', 'take'))
      .when(withdraw('clerk', 'take', 'export'))
      .thenNothing())

  it('is refused of an account that was never granted any', () =>
    given(appointed).when(withdraw('clark', 'take')).thenRefused({ _tag: 'NoRightsOnRecord', account: 'clark' }))

  it('is refused of the last administrator, with all that it asks', () =>
    given(granted('registry', 'take', 'administer'), granted('head', 'administer'), withdrawn('head', 'administer'))
      .when(withdraw('registry', 'take', 'administer'))
      .thenRefused({ _tag: 'LastAdministrator', account: 'registry' }))
})

describe('each command in each phase', () => {
  const phases = {
    'nobody appointed': [],
    'one administrator': [appointed, granted('clerk', 'change')],
    'two administrators': [appointed, granted('clerk', 'change'), granted('head', 'administer')],
    'one again': [appointed, granted('clerk', 'change'), granted('head', 'administer'), withdrawn('registry', 'administer')],
  }
  const first = 'NoAdministratorYet'
  const none = 'NoRightsOnRecord'
  const is = 'records RightsGranted'
  const gone = 'records RightsWithdrawn'

  test.each([
    ['a grant of what nobody has', grant('door', 'take'), [first, is, is, is]],
    ['a grant of what the clerk has', grant('clerk', 'change'), [first, 'stays quiet', 'stays quiet', 'stays quiet']],
    ['a grant to the registry', grant('registry', 'administer'), [is, 'stays quiet', 'stays quiet', is]],
    ['a withdrawal from the clerk', withdraw('clerk', 'change'), [none, gone, gone, gone]],
    ['a withdrawal from the registry', withdraw('registry', 'administer'), [none, 'LastAdministrator', gone, 'stays quiet']],
    ['a withdrawal from the head', withdraw('head', 'administer'), [none, none, gone, 'LastAdministrator']],
    ['a withdrawal from nobody', withdraw('nobody', 'take'), [none, none, none, none]],
  ] as const)('%s', (_, command, outcomes) =>
    expect(
      Object.values(phases).map((history) =>
        given(...history)
          .when(command)
          .outcome(),
      ),
    ).toStrictEqual(outcomes),
  )
})

describe('the stream of rights', () => {
  const state = [appointed, granted('clerk', 'change')].reduce(rights.evolve, rights.initialState)

  it('is open to everybody until somebody is appointed, and then the administrators’', () => {
    expect(forbids(grant('a', 'administer'), 'anybody', rights.initialState)).toBeUndefined()
    expect(forbids(grant('a', 'take'), 'registry', state)).toBeUndefined()
    for (const command of [grant('clerk', 'approve'), withdraw('registry', 'administer'), { type: 'CiteEntry' }])
      expect(forbids(command, 'clerk', state)).toStrictEqual({
        _tag: 'NotPermitted',
        actor: 'clerk',
        right: 'administer',
        command: command.type,
      })
  })

  it('is never told otherwise: its entries may be cited, and nothing else', () => {
    expect(forbids({ type: 'CiteEntry' }, 'registry', state)).toBeUndefined()
    for (const type of ['DisputeEntry', 'PreferEntry', 'CorrectEntry', 'VoidEntry'])
      expect(forbids({ type }, 'registry', state)).toStrictEqual({ _tag: 'RightsStandAsRecorded', command: type })
  })

  it('is one for the whole ledger', () => {
    expect(rights.streamOf(grant('a', 'take'))).toBe(RIGHTS)
    expect(rights.subjectOf(appointed)).toBe(RIGHTS)
  })
})
