import { describe, expect, it } from 'vitest'
import { seriesSessions } from '../../../src/projections/questions/series-sessions.js'
import { shown, told } from '../../support/placed.js'

describe('series', () => {
  it('lists sessions by number, numbers that are missing, and planned against held', async () => {
    const talk = (n: number, topic: string) =>
      ({
        type: 'RecordBriefing',
        occasion: `occasion-${n}`,
        kind: 'talk',
        on: { edtf: `2024-0${n}-01` },
        themes: { items: [topic], open: false },
        attendance: { figure: { kind: 'exact', n: 50 * n } },
      }) as const
    const ledger = await told(
      {
        type: 'AnnounceSeries',
        series: 'series-talks',
        names: [{ text: 'Talks', language: 'en' }],
        planned: { kind: 'exact', n: 5 },
      },
      talk(1, 'History'),
      talk(3, 'Finance'),
      talk(4, 'Closing'),
      { type: 'AddTalk', series: 'series-talks', occasion: 'occasion-3', ordinal: 3 },
      { type: 'AddTalk', series: 'series-talks', occasion: 'occasion-1', ordinal: 1 },
      { type: 'AddTalk', series: 'series-talks', occasion: 'occasion-4', ordinal: 'last' },
    )
    expect(await shown(ledger, seriesSessions, {}, ['line', 'ordinal', 'day', 'topic', 'attendance', 'planned', 'held'])).toStrictEqual([
      'session | 1 | 2024-01-01 | History | =50 | ? | ',
      'missing | 2 | ? | ? |  | ? | ',
      'session | 3 | 2024-03-01 | Finance | =150 | ? | ',
      'missing | 4 | ? | ? |  | ? | ',
      'missing | 5 | ? | ? |  | ? | ',
      'session | last | 2024-04-01 | Closing | =200 | ? | ',
      'total | ? | ? | ? |  | =5 | =3',
    ])
  })
})
