import { existsSync, writeFileSync } from 'node:fs'
import type * as E from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { anyQuestion } from '../../../src/projections/engine/question.js'
import { agreementsOnRecord } from '../../../src/projections/questions/agreements.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { sampleLedger } from './sample.js'
import { programme } from './screen.js'

const file = freshFile()
const store = ['--store', `sqlite:${file}`]
cleanUp()
beforeAll(() => sampleLedger(file))

const SIGNED = '018f0000-0000-89d6-a081-7a28ad980fe4'

describe('query', () => {
  it('lists the questions without a name', async () => {
    const { code, out } = await programme(['query', '--format', 'json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toContainEqual({
      question: 'agreements',
      about: 'Agreements on record: parties, when signed, in force from, signatories, witnesses, links.',
      parameters: [
        { option: '--agreement', about: 'only this one (agreement-…)' },
        { option: '--with', about: 'only those with this party (organisation-…)' },
      ],
    })
    const parts = { questions: [anyQuestion(agreementsOnRecord)] }
    const table = (await programme(['query'], { parts })).out
    expect(table).toBe(`\
question    about
──────────  ────────────────────────────────────────────────────────────────────────────────────────
agreements  Agreements on record: parties, when signed, in force from, signatories, witnesses,
            links.
              --agreement  only this one (agreement-…)
              --with       only those with this party (organisation-…)

1 row
Ask one: programme-ledger query NAME. All its options: programme-ledger query NAME --help`)
  })

  it('answers with a table of what tells it at a glance', async () => {
    expect((await programme(['query', 'agreements', ...store])).out).toBe(`\
name                                               between  state   signed on   in force from
─────────────────────────────────────────────────  ───────  ──────  ──────────  ────────────────────
Agreement on the Dedicated National Studies        …        signed  2023-06-15  2023-06-15 (derived)
Programme

1 row
Not known of any row: ends on
More with --wide: agreement, names, parties, announced on, term, signed at, signatories, witnesses,
places per side, length, ended on, links, entries, sources`)
  })

  it('answers with every column where that is asked for', async () => {
    expect(await programme(['query', 'agreements', '--wide', ...store])).toStrictEqual({
      code: 0,
      errors: [],
      drawn: [],
      out: `\
── 1 of 1 ─────────────────────────────────────────────
agreement      agreement-nag
state          signed
names          Agreement on the Dedicated National Studies Programme
parties        …
term           1
signed on      2023-06-15
signed at      Beijing
in force from  2023-06-15 (derived)
links          none
entries        ${SIGNED}
sources        source-s0
name           Agreement on the Dedicated National Studies Programme
between        …

1 row
Not known of any row: announced on, ends on, signatories, witnesses, places per side, length, ended
on`,
    })
  })

  it('answers alike from the store and from a viewpoint, in every format', async () => {
    for (const format of ['json', 'csv', 'markdown', 'table']) {
      const ask = ['query', 'agreements', '--format', format, ...store]
      const seen = await programme([...ask, '--as-known-at', '1000', '--published-by', '2023-06-15', '--sources', 'source-s0'])
      expect(seen).toStrictEqual(await programme(ask))
      expect(seen.code).toBe(0)
    }
  })

  it('answers from where it is asked', async () => {
    const signedAt = async (...view: ReadonlyArray<string>): Promise<unknown> => {
      const { out } = await programme(['query', 'agreements', '--agreement', 'agreement-nag', '--format', 'json', ...store, ...view])
      const rows: unknown = JSON.parse(out)
      return Array.isArray(rows) ? rows.map((row: object) => Reflect.get(row, 'signedAt')) : rows
    }
    expect(await signedAt()).toStrictEqual(['Beijing'])
    expect(await signedAt('--as-known-at', '2')).toStrictEqual([undefined])
    expect(await signedAt('--as-known-at=2024-01-15T09:29:59Z')).toStrictEqual([])
    expect(await signedAt('--published-by', '2023-06-14')).toStrictEqual([])
    expect(await signedAt('--sources', 'source-none')).toStrictEqual([])
  })

  it('takes the store from the surroundings', async () => {
    const seen = await programme(['query', 'agreements'], { defaultStore: `sqlite:${file}` })
    expect(seen.code).toBe(0)
    expect(await programme(['query', 'agreements'], { defaultStore: 'mysql://root:secret@db/x' })).toMatchObject({
      code: 2,
      errors: [
        'PROGRAMME_LEDGER_STORE takes sqlite:FILE, esdb://… or memory: (this version knows no mysql: stores), not "mysql://***@db/x".',
      ],
    })
  })
})

describe('history', () => {
  it('shows every event of a stream, and what became of it', async () => {
    const { code, out } = await programme(['history', 'agreement-nag', ...store], { columns: 80 })
    expect(code).toBe(0)
    expect(out).toMatch(
      new RegExp(`^── 1 of 2 ─+
revision     0
recorded at  2024-01-15 09:30:00 UTC
type         AgreementSigned
standing     corrected
mode         report
actor        clerk-7
sources      source-s0
id           ${SIGNED}
data         agreement: agreement-nag
             names:
               - text: Agreement on the Dedicated National Studies Programme
                 language: en
             parties: {items: \\[\\], open: true}
             signedOn: {edtf: 2023-06-15, words: today \\(June 15\\)}

── 2 of 2 ─+
revision     1
recorded at  2024-01-15 09:30:00 UTC
type         EntryCorrected
standing     on revision 0
`),
    )
    expect(out).toMatch(/\n {15}signedAt: Beijing\n(?:.*\n)*? {13}reason: the place was missed\n\n2 rows$/)
  })

  it('is data in other formats', async () => {
    const { out } = await programme(['history', 'agreement-twice', '--format', 'json', ...store])
    expect(JSON.parse(out)).toMatchObject([
      { revision: '0', recordedAt: '2024-01-15T09:30:00.000Z', standing: 'voided', data: { agreement: 'agreement-twice' } },
      { revision: '1', type: 'EntryVoided', standing: 'on revision 0', data: { reason: 'entered twice' } },
    ])
    const csv = (await programme(['history', 'agreement-twice', '--format', 'csv', ...store])).out.split('\n')
    expect(csv[0]).toBe('revision,recorded_at,type,standing,mode,actor,sources,id,data')
    expect(csv[1]).toMatch(/^0,2024-01-15T09:30:00.000Z,AgreementSigned,voided,report,clerk-7,"\[""source-s0""\]",/)
    expect((await programme(['history', 'agreement-twice', '--format', 'markdown', ...store])).out).toContain(
      '| EntryVoided | on revision 0 |',
    )
  })

  it('says so where nothing is on record', async () => {
    expect(await programme(['history', 'agreement-nobody', ...store])).toMatchObject({
      code: 1,
      out: '',
      errors: ['There is nothing on record for agreement-nobody. See that the id, the viewpoint and the store are those you mean.'],
    })
  })
})

describe('explain', () => {
  it('shows the events behind a row, with the value that stands and what was said since', async () => {
    const { code, out } = await programme(['explain', 'agreements', 'agreement-nag', ...store])
    expect(code).toBe(0)
    expect(out).toContain('\nstanding     corrected\n')
    expect(out).toContain('\n             signedAt: Beijing\n')
    expect(out).toContain('\nsaid since   corrected: the place was missed (source-s0)\n')
    const before = await programme(['explain', 'agreements', 'agreement-nag', '--as-known-at', '2', '--format', 'json', ...store])
    expect(JSON.parse(before.out)).toMatchObject([{ stream: 'agreement-nag', standing: 'stands', saidSince: [] }])
  })

  it('shows what was voided, and what does not count from a viewpoint', async () => {
    const explained = async (...more: ReadonlyArray<string>): Promise<unknown> =>
      JSON.parse((await programme(['explain', 'agreements', ...more, '--format', 'json', ...store])).out)
    expect(await explained('agreement-twice')).toMatchObject([{ standing: 'voided', saidSince: ['voided: entered twice (source-s0)'] }])
    expect(await explained('agreement-nag', '--sources', 'source-other')).toMatchObject([{ standing: 'does not count from here' }])
  })

  it('says so where there is no such row or read model', async () => {
    expect(await programme(['explain', 'agreements', 'agreement-nobody', ...store])).toMatchObject({
      code: 1,
      errors: [
        'There is nothing on record for agreement-nobody in the read model agreements. See that the id, the viewpoint and the store are those you mean.',
      ],
    })
    const { code, errors } = await programme(['explain', 'ledger', 'agreement-nag', ...store])
    expect([code, errors[0]]).toMatchObject([
      2,
      expect.stringMatching(/^There is no read model called "ledger"; there are: .*agreements.*\.$/),
    ])
  })
})

describe('rebuild', () => {
  it('ends by saying what it did', async () => {
    const { code, out, errors, drawn } = await programme(['rebuild', ...store])
    expect([code, errors, drawn]).toStrictEqual([0, [], []])
    expect(out).toMatch(/^Rebuilt \d+ read models? from 5 events in 0 ms\.$/)
  })

  it('draws a bar on a terminal and takes it away', async () => {
    const { drawn } = await programme(['rebuild', ...store], { isTerminal: true })
    expect(drawn).toStrictEqual(['[████████████████████████] 100 %  5 events', ''])
  })

  it('has nothing to do where nothing is recorded', async () => {
    expect(await programme(['rebuild', '--store', 'memory:'])).toMatchObject({
      code: 0,
      out: 'There was nothing to rebuild: the ledger holds no events yet.',
    })
  })
})

describe('a store that cannot be used', () => {
  it.each([['query', 'agreements'], ['history', 'agreement-nag'], ['explain', 'agreements', 'agreement-nag'], ['rebuild']])(
    'is not made by %s',
    async (...args) => {
      const absent = freshFile()
      expect(await programme([...args, '--store', `sqlite:${absent}`])).toMatchObject({
        code: 1,
        errors: [
          `There is no ledger at ${absent}. Name another with --store, or run "programme-ledger demo" to make one with something in it.`,
        ],
      })
      expect(existsSync(absent)).toBe(false)
    },
  )

  it('is a fault with its place', async () => {
    const other = freshFile('other.db')
    writeFileSync(other, 'not a database at all, but long enough to be read as one'.repeat(100))
    const { code, errors } = await programme(['query', 'agreements', '--store', `sqlite:${other}`])
    expect([code, errors.length]).toStrictEqual([1, 1])
    expect(errors[0]).toContain(other)
  })
})

describe('what the program itself does wrong', () => {
  it('is told in a sentence, never thrown', async () => {
    const parts = {
      releases: async (): Promise<E.Either<never, never>> => {
        throw new Error('broken\n\u001b[2J')
      },
    }
    expect(await programme(['demo', '--store', 'memory:'], { parts })).toMatchObject({
      code: 1,
      errors: ['The program failed where it should not have: Error: broken \\u{1b}[2J. Please report it.'],
    })
  })
})
