import { describe, expect, it } from 'vitest'
import { parseCivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import {
  closedList,
  isNamedList,
  isStated,
  named,
  none,
  openList,
  parseNamedList,
  parseStated,
  showStated,
} from '../../../src/domain/vocabulary/open-list.js'
import { isLanguage } from '../../../src/domain/vocabulary/text.js'

describe('a list', () => {
  const isLanguages = isNamedList(isLanguage)

  it('is open or closed, and may be empty', () => {
    expect([openList(['en']), closedList(['en']), openList([]), closedList([])].every(isLanguages)).toBe(true)
  })

  it.each([
    [['en']],
    [{ items: ['en'] }],
    [{ items: ['en'], open: 'yes' }],
    [{ items: 'en', open: true }],
    [{ items: ['en', 'English'], open: true }],
    [{ items: new Array(2), open: true }],
    [{ items: new Array(10_001).fill('en'), open: true }],
    [{ items: { 0: 'en', length: 1 }, open: true }],
    [{ items: ['en'], open: true, etc: true }],
    [null],
  ])('refuses %o', (value) => {
    expect(isLanguages(value)).toBe(false)
  })

  it('names the place of a bad item', () => {
    expect(parseNamedList(parseCivilDate)({ items: ['2023-12-18', '2023-02-29'], open: false })).toEqual({
      _tag: 'Left',
      left: { _tag: 'Invalid', path: 'items[1]', expected: 'a day of the calendar, YYYY-MM-DD', given: '"2023-02-29"' },
    })
  })

  it('names the place of a hole', () => {
    expect(parseNamedList(parseCivilDate)({ items: new Array(1), open: false })).toMatchObject({
      left: { path: 'items[0]', given: 'nothing' },
    })
  })
})

describe('three answers', () => {
  const show = (value: string): string => value

  it('named, none, not stated', () => {
    expect([showStated(named('Shenzhen'), show), showStated(none, show), showStated(undefined, show)]).toEqual(['Shenzhen', 'none', '?'])
  })

  it.each([
    [{ _tag: 'named' }],
    [{ _tag: 'named', value: 'English' }],
    [{ _tag: 'none', value: 'en' }],
    [{ _tag: 'unknown' }],
    [undefined],
    ['none'],
  ])('refuses %o', (value) => {
    expect(isStated(isLanguage)(value)).toBe(false)
  })

  it('names the place of a bad value', () => {
    expect(parseStated(parseCivilDate)({ _tag: 'named', value: '2023' })).toMatchObject({ _tag: 'Left', left: { path: 'value' } })
    expect(parseStated(parseCivilDate)({ _tag: 'named', value: '2023-12-18' })).toEqual({ _tag: 'Right', right: named('2023-12-18') })
  })
})
