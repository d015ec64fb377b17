import * as E from 'fp-ts/lib/Either.js'
import type { Decoder } from 'io-ts'
import { describe, expect, it, test } from 'vitest'
import type { PostCommand } from '../../src/domain/posts/commands.js'
import { problemsOf } from '../../src/events/codec/codec.js'
import { postCommands, postEvents } from '../../src/events/post.js'

const post = 'post-seo-12'
const title = { text: 'Senior Executive Officer (Exchange)', language: 'en' }
const by = 'organisation-committee'
const on = { edtf: '2024-05', words: 'in May this year', yearFrom: 'source' }

const complete = {
  EstablishPost: {
    type: 'EstablishPost',
    post,
    organisation: 'organisation-csb',
    titles: [title],
    rank: 'Senior Executive Officer',
    from: on,
    onLoanTo: 'organisation-gba-office',
  },
  FillPost: { type: 'FillPost', post, holder: 'person-117', from: on, acting: true },
  VacatePost: { type: 'VacatePost', post, from: on },
  ProposePostChange: { type: 'ProposePostChange', post, change: 'extension', on, words: 'for three years' },
  RecommendPostChange: { type: 'RecommendPostChange', post, by, on },
  DecidePostChange: { type: 'DecidePostChange', post, outcome: 'approved', by, on },
  LapsePost: { type: 'LapsePost', post, on, why: 'not extended' },
} as const

const pathsOf = (codec: Decoder<unknown, unknown>, value: unknown): ReadonlyArray<string> => {
  const decoded = codec.decode(value)
  return E.isLeft(decoded) ? problemsOf(decoded.left).map(({ path }) => path) : []
}

describe('each command of a post as it is written', () => {
  const commands = Object.values(complete)

  test.each(commands)('$type is read as it stands', (command) =>
    expect(postCommands[command.type].decode(command)).toStrictEqual(E.right(command)),
  )

  test.each(commands)('$type is refused without its id, with an id of another kind, and with an unknown field', (command) => {
    const codec = postCommands[command.type]
    const { post: _, ...anonymous } = command
    expect(pathsOf(codec, anonymous)).toStrictEqual(['post'])
    expect(pathsOf(codec, { ...command, post: 'organisation-csb' })).toStrictEqual(['post'])
    expect(pathsOf(codec, { ...command, colour: 'red' })).toStrictEqual(['colour'])
  })

  test.each(commands)('$type is refused where it is no object of that type', (command) => {
    const codec = postCommands[command.type]
    for (const value of [null, undefined, 7, command.type, [command]]) expect(pathsOf(codec, value)).toStrictEqual([''])
    expect(pathsOf(codec, { ...command, type: 'toString' })).toStrictEqual(['type'])
  })

  test.each<[PostCommand['type'], string, object, string]>([
    ['EstablishPost', 'no organisation', { organisation: undefined }, 'organisation'],
    ['EstablishPost', 'a person for an organisation', { organisation: 'person-1' }, 'organisation'],
    ['EstablishPost', 'no titles', { titles: [] }, 'titles'],
    ['EstablishPost', 'more than 20 titles', { titles: Array(21).fill(title) }, 'titles'],
    ['EstablishPost', 'a title that is only text', { titles: ['Secretary'] }, 'titles[0]'],
    ['EstablishPost', 'a title in no language', { titles: [{ ...title, language: '' }] }, 'titles[0].language'],
    ['EstablishPost', 'an empty rank', { rank: '' }, 'rank'],
    ['EstablishPost', 'a rank of more than 300 characters', { rank: 'D'.repeat(301) }, 'rank'],
    ['EstablishPost', 'a day that does not exist', { from: { edtf: '2023-04-31' } }, 'from.edtf'],
    ['EstablishPost', 'a loan to a post', { onLoanTo: 'post-1' }, 'onLoanTo'],
    ['FillPost', 'a holder by name', { holder: 'Example Officer' }, 'holder'],
    ['FillPost', 'a holder that is an organisation', { holder: 'organisation-csb' }, 'holder'],
    ['FillPost', 'null for a holder not named', { holder: null }, 'holder'],
    ['FillPost', '"not acting", which nobody states', { acting: false }, 'acting'],
    ['FillPost', 'an organisation, which the post has already', { organisation: 'organisation-csb' }, 'organisation'],
    ['VacatePost', 'a date as bare text', { from: '2024-12-01' }, 'from'],
    ['VacatePost', 'a holder', { holder: 'person-117' }, 'holder'],
    ['ProposePostChange', 'no change', { change: undefined }, 'change'],
    ['ProposePostChange', 'a change that is not known', { change: 'abolition' }, 'change'],
    ['ProposePostChange', 'words of more than 10,000 characters', { words: 'x'.repeat(10_001) }, 'words'],
    ['ProposePostChange', 'empty words', { words: '' }, 'words'],
    ['RecommendPostChange', 'nobody who recommends it', { by: undefined }, 'by'],
    ['RecommendPostChange', 'a person who recommends it', { by: 'person-1' }, 'by'],
    ['RecommendPostChange', 'an outcome', { outcome: 'approved' }, 'outcome'],
    ['DecidePostChange', 'no outcome', { outcome: undefined }, 'outcome'],
    ['DecidePostChange', 'a recommendation for an outcome', { outcome: 'recommended' }, 'outcome'],
    ['DecidePostChange', 'nobody who decides', { by: undefined }, 'by'],
    ['DecidePostChange', 'an unknown field in its date', { on: { ...on, hour: 9 } }, 'on.hour'],
    ['LapsePost', 'a reason that is no text', { why: { text: 'not extended' } }, 'why'],
    ['LapsePost', 'a day beyond the calendar', { on: { edtf: '99999-01-01' } }, 'on.edtf'],
  ])('%s is refused with %s', (type, _, fault, path) => {
    const value = { ...complete[type], ...fault }
    expect(postCommands[type].is(value)).toBe(false)
    expect(pathsOf(postCommands[type], value)).toStrictEqual([path])
  })
})

describe('an event of a post as it is written', () => {
  it('repeats the organisation, and is refused without it', () => {
    const { codec } = postEvents.PostVacated
    expect(codec.decode({ post, organisation: 'organisation-csb' })).toStrictEqual(E.right({ post, organisation: 'organisation-csb' }))
    expect(pathsOf(codec, { post })).toStrictEqual(['organisation'])
  })
})
