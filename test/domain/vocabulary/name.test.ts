import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fits, isName, type Name, nameOn, parseName } from '../../../src/domain/vocabulary/name.js'
import { day, statedDate } from './arbitraries.js'

const ogcio: Name = {
  text: 'Office of the Government Chief Information Officer',
  language: 'en',
  kind: 'former',
  to: { edtf: '2024-07-24' },
}
const dpo: Name = { text: 'Digital Policy Office', language: 'en', from: { edtf: '2024-07-25' } }
const dpoChinese: Name = { text: '數字政策辦公室', language: 'zh-Hant-HK', from: { edtf: '2024-07' } }
const alias: Name = { text: 'DPO', language: 'en', kind: 'alias' }
const names = [ogcio, dpo, dpoChinese, alias]

describe('the name of the day', () => {
  it('is every name that fits, in the order given', () => {
    expect(nameOn(names, '2023-12-18')).toEqual([ogcio, alias])
    expect(nameOn(names, '2025-01-01')).toEqual([dpo, dpoChinese, alias])
    expect(nameOn(names, '2025-01-01', 'en')).toEqual([dpo, alias])
  })

  it('counts the last day, and holds what cannot be told', () => {
    expect(nameOn(names, '2024-07-24')).toEqual([ogcio, dpoChinese, alias])
    expect(nameOn(names, '2024-07-25')).toEqual([dpo, dpoChinese, alias])
  })

  it('of no day is every name', () => {
    expect(nameOn(names, undefined)).toEqual(names)
  })

  it('takes a language with its narrower ones, whatever the case', () => {
    expect(nameOn(names, undefined, 'ZH')).toEqual([dpoChinese])
    expect(nameOn(names, undefined, 'zh-Hant-TW')).toEqual([])
    expect(nameOn([{ text: 'x', language: 'zha' }], undefined, 'zh')).toEqual([])
  })

  it('leaves no gap between a vague end and an equally vague beginning', () => {
    fc.assert(
      fc.property(statedDate, day, (change, date) => {
        const changed: ReadonlyArray<Name> = [
          { text: 'before', language: 'en', to: change },
          { text: 'after', language: 'en', from: change },
        ]
        return nameOn(changed, date).length > 0
      }),
    )
  })
})

describe('fits', () => {
  it.each(['digital policy office', 'POLICY', 'office, digital', 'dpo', '政策', '數字政策辦公室', 'Office of the Government'])(
    '%s',
    (searched) => {
      expect(fits(names, searched)).toBe(true)
    },
  )

  it.each(['', '  ', '-', 'polic', 'Digital Officer', 'DPO office', '教育', 'policy 教育'])('not %j', (searched) => {
    expect(fits(names, searched)).toBe(false)
  })
})

describe('stored form', () => {
  it.each(names.map((name) => [name]))('accepts %j', (name) => {
    expect(parseName(name)).toEqual({ _tag: 'Right', right: name })
  })

  it.each([
    [{ text: '', language: 'en' }, 'text'],
    [{ text: ' ', language: 'en' }, 'text'],
    [{ text: 'x'.repeat(301), language: 'en' }, 'text'],
    [{ text: 'x'.repeat(5_000_000), language: 'en' }, 'text'],
    [{ text: 'a\nb', language: 'en' }, 'text'],
    [{ text: 'a\u0000b', language: 'en' }, 'text'],
    [{ text: 'a\u0085b', language: 'en' }, 'text'],
    [{ text: 'a\ud800b', language: 'en' }, 'text'],
    [{ text: 'Cafe\u0301', language: 'fr' }, 'text'],
    [{ text: 12, language: 'en' }, 'text'],
    [{ text: 'x' }, 'language'],
    [{ text: 'x', language: 'English' }, 'language'],
    [{ text: 'x', language: 'en_GB' }, 'language'],
    [{ text: 'x', language: 'en', kind: 'nickname' }, 'kind'],
    [{ text: 'x', language: 'en', from: '2023' }, 'from'],
    [{ text: 'x', language: 'en', from: { edtf: '2024' }, to: { edtf: '2023' } }, ''],
    [{ text: 'x', language: 'en', preferred: true }, 'preferred'],
    ['x', ''],
  ])('refuses %o, naming the place', (value, path) => {
    expect(isName(value)).toBe(false)
    expect(parseName(value)).toMatchObject({ _tag: 'Left', left: { path } })
  })

  it('says that only the normal form is missing', () => {
    expect(parseName({ text: 'Cafe\u0301', language: 'fr' })).toMatchObject({ left: { expected: expect.stringContaining('NFC') } })
  })
})
