import { existsSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { demo } from '../../../src/adapters/cli/demo.js'
import type { Release } from '../../../src/adapters/cli/releases.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { releases } from './sample.js'
import { programme, smallDemo } from './screen.js'

cleanUp()

const partsWith = (all: ReadonlyArray<Release>) => ({ demo: smallDemo, releases: async () => E.right(all) })
const parts = partsWith(releases)

const told = (file: string): string => `\
Recorded, each statement once however often this is run:
  S0  The agreement (2 statements)


Agreements
$ programme-ledger query agreements

name                                               between  state   signed on   in force from
─────────────────────────────────────────────────  ───────  ──────  ──────────  ────────────────────
Agreement on the Dedicated National Studies        …        signed  2023-06-15  2023-06-15 (derived)
Programme

1 row
Not known of any row: ends on
More with --wide: agreement, names, parties, announced on, term, signed at, signatories, witnesses,
places per side, length, ended on, links, entries, sources


Where one figure comes from
$ programme-ledger explain agreements agreement-nag

type             says                    standing  sources    said since
───────────────  ──────────────────────  ────────  ─────────  ──────────
AgreementSigned  edtf: 2023-06-15        stands    source-s0  none
                 words: today (June 15)

1 row


All of this is kept in ${file}. Try next:
  programme-ledger history agreement-nag --store sqlite:${file}
  programme-ledger query agreements --format csv --store sqlite:${file}`

describe('the demo', () => {
  it('records, asks and explains; run again it says the same and records nothing twice', async () => {
    const file = freshFile()
    const args = ['demo', '--store', `sqlite:${file}`]
    const first = await programme(args, { parts })
    expect(first).toStrictEqual({ code: 0, out: told(file), errors: [], drawn: [] })
    expect(await programme(args, { parts })).toStrictEqual(first)
    const history = await programme(['history', 'agreement-nag', '--format', 'json', '--store', `sqlite:${file}`])
    expect(JSON.parse(history.out)).toHaveLength(1)
  })

  it('says that a ledger in memory is gone', async () => {
    const { out } = await programme(['demo', '--store', 'memory:'], { parts })
    expect(out.split('\n').at(-1)).toBe('This ledger was kept in memory and is gone now; leave --store out to keep it in a file.')
  })

  it('names a question that is missing, before anything is recorded', async () => {
    const file = freshFile()
    const missing = { ...smallDemo, sections: [{ title: 'Nothing', question: 'nothing', params: {} }] }
    expect(await programme(['demo', '--store', `sqlite:${file}`], { parts: { ...parts, demo: missing } })).toMatchObject({
      code: 1,
      out: '',
      errors: ['The demo cannot be shown: this version has no question "nothing". Install the package again, whole.'],
    })
    expect(existsSync(file)).toBe(false)
  })

  it('names a parameter that its question does not have', async () => {
    const wrong = { ...smallDemo, sections: [{ title: 'Agreements', question: 'agreements', params: { colour: 'red' } }] }
    const { code, errors } = await programme(['demo', '--store', 'memory:'], { parts: { ...parts, demo: wrong } })
    expect(code).toBe(1)
    expect(errors[0]).toContain('no question like "query agreements --colour red"')
  })

  it('tells which statement was refused, and why', async () => {
    const [release] = releases
    const broken = { id: 'S9', title: 'Broken', says: [...(release?.says ?? []), { command: { type: 'Nothing' }, context: {} }] }
    const { code, errors } = await programme(['demo', '--store', 'memory:'], { parts: partsWith([broken]) })
    expect(code).toBe(1)
    expect(errors[0]).toMatch(/^Statement 3 of S9, "Broken", was refused: the command is not of its form: type: /)
  })

  it('explains a row that is there', async () => {
    const { code, errors } = await programme(['demo', '--store', 'memory:'], { parts: partsWith([]) })
    expect([code, errors]).toStrictEqual([
      1,
      [
        'There is nothing on record for agreement-nag in the read model agreements. See that the id, the viewpoint and the store are those you mean.',
      ],
    ])
  })

  it('asks the questions that were promised', () => {
    expect(demo.sections.map(({ title, question, params }) => [title, question, params])).toStrictEqual([
      ['Officers placed on 2024-01-15', 'presence', { on: '2024-01-15' }],
      ['Attendance history', 'attendance', {}],
      ['Agreements', 'agreements', {}],
    ])
  })
})
