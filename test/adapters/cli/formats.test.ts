import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { render } from '../../../src/adapters/cli/render/render.js'
import { rowSet } from '../../../src/adapters/cli/render/rows.js'
import type { Columns } from '../../../src/projections/engine/column.js'
import { count, text } from '../../../src/projections/engine/columns.js'
import { columns, type Meeting, meetingSet, meetings } from './meetings.js'

const printed = (...args: Parameters<typeof render>): string => render(...args).join('\n')

interface Words {
  readonly words: string
}
const wordColumns: Columns<Words> = { words: text() }
const oneCell = (words: string) => rowSet(wordColumns, [{ words }])

describe('a table', () => {
  it('shows every kind of count, unknowns and wide characters in straight columns', () => {
    expect(printed('table', meetingSet, 100)).toBe(`\
meeting  title           held on             attendance  batch  open  topics
───────  ──────────────  ──────────────────  ──────────  ─────  ────  ─────────────────
m-1      Briefing        2024-01-15                =350      1  no    ?
m-2      Seminar         2023-09                   ≈350      ?  yes   ?
m-3      公務員學院簡介  ?                          ≈30      ?  no    國情; law | order
m-4      Talk            ?                         >320      ?  no    none
m-5      Visit           2024-03~ (derived)          ≥2      ?  no    ?
m-6      Forum           ?                           <5      ?  no    ?
m-7      Café ☕ Q&A     ?                           ≤5     12  no    ?
m-8      Course          ?                         1–30      ?  no    ?
m-9      Tour            ?                            ?      ?  no    ?

9 rows
Not known of any row: venue`)
  })

  it('becomes a block for each row where the terminal is narrow', () => {
    expect(printed('table', { ...meetingSet, rows: meetingSet.rows.slice(1, 3) }, 34)).toBe(`\
── 1 of 2 ────────────────────────
meeting     m-2
title       Seminar
held on     2023-09
attendance  ≈350
open        yes
topics      ?

── 2 of 2 ────────────────────────
meeting     m-3
title       公務員學院簡介
held on     ?
attendance  ≈30
open        no
topics      國情; law | order

2 rows
Not known of any row: batch, venue`)
  })

  it('wraps between words before that, and between Chinese characters', () => {
    const long: Columns<{ readonly id: string; readonly said: string; readonly title: string }> = {
      id: text(),
      said: text(),
      title: text(),
    }
    const rows = [
      { id: 'a-1', said: 'a deeper understanding of the essence', title: '公務員學院舉辦專題簡介會，介紹國際形勢。' },
      { id: 'a-2', said: 'short', title: '簡介' },
    ]
    expect(printed('table', rowSet(long, rows), 57)).toBe(`\
id   said                       title
───  ─────────────────────────  ─────────────────────────
a-1  a deeper understanding of  公務員學院舉辦專題簡介
     the essence                會，介紹國際形勢。

a-2  short                      簡介

2 rows`)
  })

  it('says that nothing is on record instead of drawing an empty one', () => {
    expect(printed('table', { ...meetingSet, rows: [] }, 80)).toBe('Nothing on record.')
  })

  it('shortens nothing but what fills a screen, and then says so', () => {
    const lines = Array.from({ length: 100 }, (_, n) => `line ${n + 1}`).join('\n')
    const told = render('table', oneCell(lines), 40)
    expect(told.slice(0, 2)).toStrictEqual(['── 1 of 1 ──────────────────────────────', 'words  line 1'])
    expect(told.slice(-5)).toStrictEqual([
      '       line 59',
      '       line 60 …',
      '',
      '1 row',
      'A value that ends in … is longer than shown: --format json has all of it.',
    ])
  })

  it.each([20, 33, 57, 80, 100, 140])('fits a terminal of %i cells', (width) => {
    const wide = (line: string): number => [...line].reduce((sum, one) => sum + (/[\u2e80-\u9fff\uff00-\uff60☕]/u.test(one) ? 2 : 1), 0)
    // A block keeps 20 cells for values beside its names, however narrow the terminal.
    expect(Math.max(...render('table', meetingSet, width).map(wide))).toBeLessThanOrEqual(Math.max(width, 34))
  })

  it('draws a hundred thousand rows', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) => ({ words: `row ${n}` }))
    expect(render('table', rowSet(wordColumns, rows), 80).at(-1)).toBe('100,000 rows')
  })

  it('lets no recorded text act on the terminal', () => {
    const hostile = '\u001b[2Jgone\u0007 \u202eexe.txt\u009b31m\r\nnext\tcell'
    expect(printed('table', oneCell(hostile), 80)).toBe(`\
words
───────────────────────────────────────────
\\u{1b}[2Jgone\\u{7} \\u{202e}exe.txt\\u{9b}31m
next cell

1 row`)
  })
})

describe('JSON', () => {
  it('holds the rows as they are, in the order of the columns', () => {
    const parsed: unknown = JSON.parse(printed('json', meetingSet, 80))
    expect(parsed).toStrictEqual(meetings)
    expect(render('json', { ...meetingSet, rows: meetingSet.rows.slice(0, 1) }, 80)).toStrictEqual(
      `\
[
  {
    "meeting": "m-1",
    "title": "Briefing",
    "heldOn": {
      "edtf": "2024-01-15"
    },
    "attendance": {
      "kind": "exact",
      "n": 350
    },
    "batch": 1,
    "open": false
  }
]`.split('\n'),
    )
  })

  it('writes big integers as text, and acting characters by their number, losing nothing', () => {
    const hostile = '\u001b[2J\u202e\u009b\u2028\ud800'
    const rows = [{ at: 9007199254740993n, said: hostile }]
    const set = rowSet<(typeof rows)[number]>(
      {
        at: { cells: [], write: () => [], read: () => E.left('not read'), show: String },
        said: text(),
      },
      rows,
    )
    const told = printed('json', set, 80)
    expect(told).toMatch(/^[\x20-\x7e\n]*$/)
    expect(JSON.parse(told)).toStrictEqual([{ at: '9007199254740993', said: hostile }])
  })

  it('is an empty list where nothing is on record', () => expect(printed('json', { ...meetingSet, rows: [] }, 80)).toBe('[]'))
})

describe('Markdown', () => {
  it('is one line for each row, figures on the right, signs escaped', () => {
    expect(printed('markdown', meetingSet, 80)).toBe(`\
| meeting | title | held on | attendance | batch | open | topics | venue |
| --- | --- | --- | ---: | ---: | --- | --- | --- |
| m-1 | Briefing | 2024-01-15 | =350 | 1 | no | ? | ? |
| m-2 | Seminar | 2023-09 | ≈350 | ? | yes | ? | ? |
| m-3 | 公務員學院簡介 | ? | ≈30 | ? | no | 國情; law \\| order | ? |
| m-4 | Talk | ? | >320 | ? | no | none | ? |
| m-5 | Visit | 2024-03\\~ (derived) | ≥2 | ? | no | ? | ? |
| m-6 | Forum | ? | \\<5 | ? | no | ? | ? |
| m-7 | Café ☕ Q\\&A | ? | ≤5 | 12 | no | ? | ? |
| m-8 | Course | ? | 1–30 | ? | no | ? | ? |
| m-9 | Tour | ? | ? | ? | no | ? | ? |`)
  })

  it('keeps text that would be Markdown, HTML or another row in its cell', () => {
    expect(render('markdown', oneCell('a\\|b | *c* <img src=x> [d](e)\nf `g` _h_ ~i~ &amp;'), 80).at(-1)).toBe(
      '| a\\\\\\|b \\| \\*c\\* \\<img src=x> \\[d\\](e)<br>f \\`g\\` \\_h\\_ \\~i\\~ \\&amp; |',
    )
  })
})

describe('a count', () => {
  it('is told apart from its look-alike in every format', () => {
    const figures: Columns<Pick<Meeting, 'attendance'>> = { attendance: count }
    const [exact, about] = [meetings[0], meetings[1]].map((one) =>
      rowSet(figures, one === undefined ? [] : [{ attendance: one.attendance }]),
    )
    if (exact === undefined || about === undefined) throw new Error('no meetings')
    for (const format of ['table', 'json', 'csv', 'markdown'] as const)
      expect(printed(format, exact, 80)).not.toBe(printed(format, about, 80))
    expect(Object.keys(columns)).toContain('attendance')
  })
})
