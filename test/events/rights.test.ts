import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import type { Errors } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import { problemsOf } from '../../src/events/codec/codec.js'
import { recordedBy } from '../../src/events/recorded-by.js'
import { rightsCommands } from '../../src/events/rights.js'
import { neededRights, rightFor } from '../../src/events/rights-needed.js'
import { routes } from '../../src/events/routes.js'

const golden = (type: string): object => JSON.parse(readFileSync(new URL(`./golden/${type}.1.json`, import.meta.url), 'utf8')).data
const complete = {
  GrantRights: { type: 'GrantRights', ...golden('RightsGranted') },
  WithdrawRights: { type: 'WithdrawRights', ...golden('RightsWithdrawn') },
} as const
const types = ['GrantRights', 'WithdrawRights'] as const

const pathsOf = (type: (typeof types)[number], fault: object): ReadonlyArray<string> => {
  const value = { ...complete[type], ...fault }
  const decoded: E.Either<Errors, unknown> = rightsCommands[type].decode(value)
  expect(rightsCommands[type].is(value)).toBe(E.isRight(decoded))
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe.each(types)('%s as it is written', (type) => {
  it('is read as it stands', () => expect(rightsCommands[type].decode(complete[type])).toStrictEqual(E.right(complete[type])))

  it('is refused with an unknown field, another type, or where it is no object', () => {
    expect(pathsOf(type, { colour: 'red' })).toStrictEqual(['colour'])
    expect(pathsOf(type, { type: 'toString' })).toStrictEqual(['type'])
    for (const value of [null, undefined, 7, type, [complete[type]]]) expect(E.isLeft(rightsCommands[type].decode(value))).toBe(true)
  })

  test.each<[string, object, string]>([
    ['no account', { account: undefined }, 'account'],
    ['an account of blanks', { account: ' ' }, 'account'],
    ['an account with control characters', { account: 'clerk\u0000' }, 'account'],
    ['an account without end', { account: 'x'.repeat(301) }, 'account'],
    ['an account that is none', { account: { toString: 'clerk' } }, 'account'],
    ['no rights', { rights: undefined }, 'rights'],
    ['an empty list of rights', { rights: [] }, 'rights'],
    ['more rights than there are', { rights: Array(6).fill('take') }, 'rights'],
    ['a right for a list', { rights: 'administer' }, 'rights'],
    ['a right that there is not', { rights: ['take', 'everything'] }, 'rights[1]'],
    ['a right by way of the prototype', { rights: ['constructor'] }, 'rights[0]'],
    ['a day that does not exist', { on: { edtf: '2024-02-30' } }, 'on.edtf'],
    ['a day for a date as stated', { on: '2024-03-01' }, 'on'],
    ['a day that is nothing', { on: null }, 'on'],
  ])('is refused with %s', (_, fault, path) => expect(pathsOf(type, fault)).toStrictEqual([path]))
})

describe('the right that a command takes', () => {
  it('is named for every command that there is, and for no other', () => {
    const known = new Set(Object.values(routes).flatMap(({ codecs }) => [...codecs.keys()]))
    expect(Object.keys(neededRights).sort()).toStrictEqual([...known].sort())
  })

  it('is the rarest for what is not known', () => {
    for (const type of ['DropTables', 'toString', '__proto__', '']) expect(rightFor({ type })).toBe('administer')
  })

  it('is, for a correction, the right to decide where a decision is corrected, else the right to change', () => {
    const correcting = (type: unknown) => rightFor(Object.assign({ type: 'CorrectEntry' }, { value: { type } }))
    for (const decided of [
      'ExtensionDecided',
      'NominationRefused',
      'RuleWaived',
      'CertificateIssued',
      'PersonsMerged',
      'ProgrammeLaunched',
    ])
      expect(correcting(decided)).toBe('approve')
    for (const told of ['RollMarked', 'HeadcountRecorded', 'SourceRegistered', 'OfficerAttached', 'toString', undefined, 7])
      expect(correcting(told)).toBe('change')
    expect(rightFor(Object.assign({ type: 'DisputeEntry' }, { value: { type: 'ExtensionDecided' } }))).toBe('change')
  })

  it('is known of every command that records something: each is found under an event', () =>
    expect(
      Object.values(routes)
        .flatMap(({ types }) => types)
        .filter((type) => !Object.values<string>(recordedBy).includes(type)),
    ).toStrictEqual([]))
})
