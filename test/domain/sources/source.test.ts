import { describe, expect, it, test } from 'vitest'
import { type SourceRegistration, source } from '../../../src/domain/sources/source.js'
import { scenarios } from '../../support/scenario.js'

const given = scenarios(source)

const registration: SourceRegistration = {
  source: 'source-s0',
  title: 'HKSAR Government and National Academy of Governance sign training agreement for senior civil servants',
  language: 'en',
  kind: 'press release',
  issuedOn: { edtf: '2023-06-15', words: 'today (June 15)', yearFrom: 'source' },
  number: 'P2023061500577',
}
const registered = { type: 'SourceRegistered', ...registration } as const

describe('RegisterSource', () => {
  it('records the document as it describes itself', () =>
    given()
      .when({ type: 'RegisterSource', ...registration })
      .then(registered))

  it('leaves an undated document undated', () => {
    const undated: SourceRegistration = { source: 'source-s9', title: 'A reflection', language: 'en', kind: 'other' }
    given()
      .when({ type: 'RegisterSource', ...undated })
      .then({ type: 'SourceRegistered', ...undated })
  })

  it('stays quiet for the same document, in whatever order its details come', () =>
    given(registered)
      .when({ number: 'P2023061500577', ...registration, type: 'RegisterSource' })
      .thenNothing())

  test.each<[string, Partial<SourceRegistration>]>([
    ['another title', { title: 'Another title' }],
    ['one detail more', { publisher: 'Information Services Department' }],
    ['another reading of the same day', { issuedOn: { edtf: '2023-06-15' } }],
  ])('is refused for a registered document with %s: a wrong detail is corrected', (_, other) =>
    given(registered)
      .when({ type: 'RegisterSource', ...registration, ...other })
      .thenRefused({ _tag: 'SourceAlreadyRegistered', source: 'source-s0', title: registration.title }),
  )
})

describe('each command in each phase', () => {
  test.each([
    ['not registered', [], 'records SourceRegistered'],
    ['registered', [registered], 'SourceAlreadyRegistered'],
  ] as const)('RegisterSource on a source %s', (_, history, outcome) =>
    expect(
      given(...history)
        .when({ type: 'RegisterSource', ...registration, title: 'Another title' })
        .outcome(),
    ).toBe(outcome),
  )
})
