import { showCount } from '../../src/domain/vocabulary/count.js'
import { showSum } from '../../src/domain/vocabulary/count-sum.js'
import { showDate } from '../../src/domain/vocabulary/stated-date.js'
import { cohorts } from '../../src/projections/cohorts.js'
import { entries } from '../../src/projections/entries.js'
import { attendance, attendanceCategories, attendanceTotal } from '../../src/projections/questions/attendance.js'
import { batchesOnRecord } from '../../src/projections/questions/batches.js'
import { existed } from '../../src/projections/questions/existed.js'
import { occasionsOnRecord } from '../../src/projections/questions/occasions.js'
import { presence } from '../../src/projections/questions/presence.js'
import { programmesOnRecord } from '../../src/projections/questions/programmes.js'
import { roles } from '../../src/projections/questions/roles.js'
import { seriesOnRecord } from '../../src/projections/questions/series.js'
import { statementsOnRecord } from '../../src/projections/questions/statements.js'
import { type Fact, listed } from './fact.js'

const occasion = 'occasion-foreign-relations'
const title = "International Landscape and China's Foreign Relations in 2021"
const programme = 'programme-un-jpo'

const unknown = (value: unknown): string => (value === undefined ? '?' : String(value))

export const factsOfS2: ReadonlyArray<Fact> = [
  {
    id: 'S2-01',
    query: 'briefings in 2021',
    expected: `${title}, 2021-12-17`,
    answer: async ({ ask }) =>
      listed(
        (await ask(occasionsOnRecord, { kind: 'briefing', since: '2021-01-01', until: '2021-12-31' })).map(
          ({ name, day }) => `${name}, ${day && showDate(day)}`,
        ),
      ),
  },
  {
    id: 'S2-02',
    query: 'occasions with OCMFA; organisers',
    expected: `${title}; organiser Civil Service College; joint organiser Office of the Commissioner of the Ministry of Foreign Affairs in the HKSAR`,
    answer: async ({ ask }) => {
      const held = (await ask(occasionsOnRecord, { with: 'organisation-ocmfa' })).map(({ name }) => name)
      const organisers = (await ask(roles, { occasion })).filter(({ role }) => role.endsWith('organiser'))
      return listed([...held, ...organisers.map(({ role, who }) => `${role} ${who}`)])
    },
  },
  {
    id: 'S2-03',
    query: 'speaker',
    expected: 'Mr Liu Guangyuan, as Commissioner',
    answer: async ({ ask }) =>
      listed((await ask(roles, { occasion, role: 'speaker' })).map(({ who, titles }) => `${who}, as ${titles.join(' and ')}`)),
  },
  {
    id: 'S2-04',
    query: 'attendance; how often the figure is told; attendance in all that year',
    expected: '≈400 and, besides, Mrs Carrie Lam; 2 citations of one entry; ≈400',
    answer: async ({ ask, row }) => {
      const [one] = await ask(attendance, { occasion })
      const [held] = await ask(occasionsOnRecord, { occasion })
      const entry = await row(entries, held?.entries[0] ?? 'none')
      const [sum] = await ask(attendanceTotal, { since: '2021-01-01', until: '2021-12-31' })
      const told = entry === undefined ? 0 : 1 + entry.citations.length
      return `${one && showCount(one.attendance)} and, besides, ${listed(one?.beside ?? [])}; ${told} citations of one entry; ${sum && showSum(sum.total)}`
    },
  },
  {
    id: 'S2-05',
    query: 'categories; the same list as in S0',
    expected: '6 (open list); the same list as in S0: yes',
    answer: async ({ ask }) => {
      const rows = await ask(attendanceCategories, { occasion })
      const list = listed(rows.map(({ category }) => category))
      // The list of S0-11, from the acceptance list; that document is not published yet in 2021.
      const ofS0 =
        'Secretaries of Departments; Directors of Bureaux; other politically appointed officials; Permanent Secretaries; Heads of Departments; other senior directorate officers'
      return `${rows.length} (${rows[0]?.listed}); the same list as in S0: ${list === ofS0 ? 'yes' : 'no'}`
    },
  },
  {
    id: 'S2-06',
    query: 'series on 2021-12-31',
    expected: "Series of talks on the country's foreign affairs: announced, period 2022, sessions held 0, planned ?",
    answer: async ({ ask }) =>
      listed(
        (await ask(seriesOnRecord, {})).map(
          (row) =>
            `${row.name}: ${row.state}, period ${row.period && showDate(row.period)}, sessions held ${row.held}, planned ${row.planned === undefined ? '?' : showCount(row.planned)}`,
        ),
      ),
  },
  {
    id: 'S2-07',
    query: 'sessions of the series; precursor',
    expected: `sessions: none; precursor: ${title}`,
    answer: async ({ ask }) =>
      listed((await ask(seriesOnRecord, {})).map(({ talks, precursors }) => `sessions: ${listed(talks)}; precursor: ${precursors}`)),
  },
  {
    id: 'S2-08',
    query: 'basis of the series',
    expected: 'Policy Address Supplement, 2021',
    answer: async ({ ask }) =>
      listed(
        (await ask(statementsOnRecord, { kind: 'policy basis', about: 'series-foreign-affairs' })).map(
          ({ document, documentYear }) => `${document}, ${documentYear && showDate(documentYear)}`,
        ),
      ),
  },
  {
    id: 'S2-09',
    query: 'did the Civil Service College exist on 2021-12-01',
    expected: 'no',
    answer: async ({ ask }) =>
      listed((await ask(existed, { organisation: 'organisation-csc', on: '2021-12-01' })).map((row) => row.existed)),
  },
  {
    id: 'S2-10',
    query: 'quotations on 2021-12-17; remarks of Mrs Lam',
    expected: 'quoted: Mr Patrick Nip; reported: Mrs Carrie Lam',
    answer: async ({ ask }) => {
      const quoted = await ask(statementsOnRecord, { reported: 'quoted', on: '2021-12-17' })
      const reported = await ask(statementsOnRecord, { reported: 'reported', on: '2021-12-17', by: 'person-10' })
      return `quoted: ${listed(quoted.map(({ who }) => who))}; reported: ${listed(reported.map(({ who }) => who))}`
    },
  },
  {
    id: 'S2-11',
    query: 'first batch of the UN programme; agencies, names, departments, start, end',
    expected:
      '=5; agencies ?, names 0 of =5, departments ?, start ?, end ?; sponsor organisation-central-government; helper organisation-ocmfa',
    answer: async ({ ask, row }) => {
      const one = await row(cohorts, 'batch-un-1#officers')
      const [parent] = await ask(programmesOnRecord, { programme })
      const size = one === undefined ? 'nothing on record' : showCount(one.size)
      const { start, end, length } = one?.period ?? {}
      return [
        `${size}; agencies ${unknown(one?.hosts)}, names ${one?.identified.length} of ${size}, departments ${unknown(one?.homes)}, start ${unknown(start ?? one?.startedOn)}, end ${unknown(end ?? length)}`,
        ...(parent?.organisers?.items ?? []).map(({ role, organisation }) => `${role} ${organisation}`),
      ].join('; ')
    },
  },
  {
    id: 'S2-12',
    query: 'batches of the UN programme',
    expected: 'batch 1: open, sent =5; batch 2: planned, size ?',
    answer: async ({ ask }) =>
      listed(
        (await ask(batchesOnRecord, { programme })).map((row) =>
          row.state === 'planned'
            ? `batch ${row.ordinal}: planned, size ${row.plannedSize === undefined ? '?' : showCount(row.plannedSize)}`
            : `batch ${row.ordinal}: ${row.state}, sent ${showSum(row.sent)}`,
        ),
      ),
  },
  {
    id: 'S2-13',
    query: 'kind of the UN programme',
    expected: 'secondment to an international organisation',
    answer: async ({ ask }) => listed((await ask(programmesOnRecord, { programme })).map(({ kind }) => kind)),
  },
  {
    id: 'S2-14',
    query: 'on UN placement on 2021-12-17',
    expected: '=5 reported sent, in post ?',
    answer: async ({ ask }) => {
      const all = (await ask(presence, { on: '2021-12-17', programme })).at(-1)
      return all === undefined
        ? 'nothing on record'
        : `${showSum(all.sent)} reported sent, in post ${all.certainty === 'unknown' ? '?' : showSum(all.inPost)}`
    },
  },
]
