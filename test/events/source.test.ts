import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it, test } from 'vitest'
import { problemsOf } from '../../src/events/codec/codec.js'
import { sourceCommands } from '../../src/events/source.js'

const codec = sourceCommands.RegisterSource

const complete = {
  type: 'RegisterSource',
  source: 'source-s0',
  title: 'HKSAR Government and National Academy of Governance sign training agreement for senior civil servants',
  language: 'en',
  kind: 'press release',
  publisher: 'Information Services Department',
  issuedOn: { edtf: '2023-06-15', words: 'today (June 15)', yearFrom: 'source' },
  address: 'https://www.info.gov.hk/gia/general/202306/15/P2023061500577.htm',
  digest: 'sha256:0123456789abcdef',
  number: 'P2023061500577',
}

const pathsOf = (value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('RegisterSource as it is written', () => {
  it('is read as it stands, with every detail or only those that are required', () => {
    const { type, source, title, language, kind } = complete
    expect(codec.decode(complete)).toStrictEqual(E.right(complete))
    expect(codec.decode({ type, source, title, language, kind })).toStrictEqual(E.right({ type, source, title, language, kind }))
  })

  it.each([
    'http://localhost:8080',
    'https://example.gov.hk/en/news?id=12&lang=zh-Hant#top',
    'https://example.gov.hk/%E5%85%AC%E5%91%8A(1).pdf',
  ])('takes the address %s', (address) => expect(pathsOf({ ...complete, address })).toStrictEqual([]))

  test.each<[string, object, string]>([
    ['the id of another kind of thing', { source: 'organisation-csb' }, 'source'],
    ['an id with a slash', { source: 'source-../s0' }, 'source'],
    ['an empty title', { title: '' }, 'title'],
    ['a title of blanks', { title: '   ' }, 'title'],
    ['a title of more than 300 characters', { title: 'x'.repeat(301) }, 'title'],
    ['a title with a control character', { title: 'sign\u0000ed' }, 'title'],
    ['a title with half a character', { title: 'sign\ud800ed' }, 'title'],
    ['a list for a title', { title: ['a', 'b'] }, 'title'],
    ['no title', { title: undefined }, 'title'],
    ['a language in words', { language: 'English' }, 'language'],
    ['a kind that is not known', { kind: 'tweet' }, 'kind'],
    ["a kind that is every object's", { kind: 'toString' }, 'kind'],
    ['an empty publisher', { publisher: '' }, 'publisher'],
    ['null for a detail not stated', { publisher: null }, 'publisher'],
    ['a detail that is present and undefined', { number: undefined }, 'number'],
    ['an issue date that is no date', { issuedOn: { edtf: '2023-02-30' } }, 'issuedOn.edtf'],
    ['an issue date as bare text', { issuedOn: '2023-06-15' }, 'issuedOn'],
    ['an issue date with an unknown field', { issuedOn: { edtf: '2023', day: 15 } }, 'issuedOn.day'],
    ['a digest of more than 300 characters', { digest: `sha256:${'0'.repeat(300)}` }, 'digest'],
    ['a number that is not text', { number: 577 }, 'number'],
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['the type of another command', { type: 'RegisterPerson' }, 'type'],
  ])('is refused with %s', (_, fault, path) => {
    expect(codec.is({ ...complete, ...fault })).toBe(false)
    expect(pathsOf({ ...complete, ...fault })).toStrictEqual([path])
  })

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'www.info.gov.hk',
    'https://',
    'https://user:secret@example.org/',
    'https://example.org/a b',
    'https://example.org/"onclick="',
    'https://example.org/<script>',
    'https://example.org/公告',
    'https://example.org/\n',
    'https://example.org:port/',
    `https://example.org/${'x'.repeat(2_000)}`,
    '',
  ])('refuses %j as an address', (address) => expect(pathsOf({ ...complete, address })).toStrictEqual(['address']))

  it.each([null, undefined, 'RegisterSource', 7, [], [complete]])('is refused where it is %j', (value) => {
    expect(codec.is(value)).toBe(false)
    expect(pathsOf(value)).toStrictEqual([''])
  })

  it('tells every fault at once', () =>
    expect(pathsOf({ ...complete, title: 7, language: '', colour: 'red' })).toStrictEqual(['title', 'language', 'colour']))
})
