import { describe, expect, it } from 'vitest'
import { isLanguage, isLine, isText, parseLanguage, parseText } from '../../../src/domain/vocabulary/text.js'

describe('text', () => {
  it.each(['a', 'two\nlines\tand a tab', '公務員事務局', '👩🏽‍💼', ' a ', 'Cafe\u0301', 'x'.repeat(100)])('accepts %j', (text) => {
    expect(parseText(100)(text)).toEqual({ _tag: 'Right', right: text })
  })

  it.each([
    '',
    ' ',
    '\n',
    'x'.repeat(101),
    'a\r\nb',
    'a\u0000',
    '\u001b[31m',
    'a\u007f',
    'a\u009f',
    '\udc00',
    1,
    null,
    undefined,
    ['a'],
    {},
  ])('refuses %j', (value) => {
    expect(isText(100)(value)).toBe(false)
    expect(parseText(100)(value)).toMatchObject({ _tag: 'Left' })
  })
})

describe('a line', () => {
  it('is composed text without line breaks or tabs', () => {
    expect(['Café', '公務員'].every(isLine(10))).toBe(true)
    expect(['Cafe\u0301', 'a\nb', 'a\tb', '', ' ', 'x'.repeat(11), 1].some(isLine(10))).toBe(false)
  })
})

describe('a language', () => {
  it.each(['en', 'zh', 'yue', 'zh-Hant', 'zh-Hant-HK', 'pt-BR', 'es-419', 'zh-Hant-x-hk'])('accepts %s', (tag) => {
    expect(parseLanguage(tag)).toEqual({ _tag: 'Right', right: tag })
  })

  it.each(['', 'e', 'English', 'en_GB', 'en-', '-en', 'en--GB', 'zh-繁體', 'en '.repeat(1_000_000), 1, null])('refuses %o', (value) => {
    expect(isLanguage(value)).toBe(false)
    expect(parseLanguage(value)).toMatchObject({ _tag: 'Left' })
  })
})
