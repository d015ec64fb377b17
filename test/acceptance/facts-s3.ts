import { showCount } from '../../src/domain/vocabulary/count.js'
import { showDate } from '../../src/domain/vocabulary/stated-date.js'
import { attendance, attendanceCategories } from '../../src/projections/questions/attendance.js'
import { occasionsOnRecord } from '../../src/projections/questions/occasions.js'
import { roles } from '../../src/projections/questions/roles.js'
import { statementsOnRecord } from '../../src/projections/questions/statements.js'
import { type Fact, listed } from './fact.js'

const occasion = 'occasion-two-sessions'
const title = 'Seminar on learning the spirit of the "two sessions"'

export const factsOfS3: ReadonlyArray<Fact> = [
  {
    id: 'S3-01',
    query: 'seminars at the Central Government Offices',
    expected: `${title}, 2025-04-03`,
    answer: async ({ ask }) =>
      listed(
        (await ask(occasionsOnRecord, { kind: 'seminar', venue: 'Central Government Offices' })).map(
          ({ name, day }) => `${name}, ${day && showDate(day)}`,
        ),
      ),
  },
  {
    id: 'S3-02',
    query: 'host, and whether the host is the speaker',
    expected: 'Mr John Lee; speaker as well: no',
    answer: async ({ ask }) => {
      const hosts = (await ask(roles, { occasion, role: 'host' })).map(({ who }) => who)
      const speakers = (await ask(roles, { occasion, role: 'speaker' })).map(({ who }) => who)
      return `${listed(hosts)}; speaker as well: ${hosts.some((host) => speakers.includes(host)) ? 'yes' : 'no'}`
    },
  },
  {
    id: 'S3-03',
    query: 'speaker',
    expected: "Mr Zheng Yanxiong, Director of the Liaison Office of the Central People's Government in the HKSAR, invited",
    answer: async ({ ask }) =>
      listed(
        (await ask(roles, { occasion, role: 'speaker' })).map(
          ({ who, titles, invited }) => `${who}, ${titles.join(' and ')}${invited ? ', invited' : ''}`,
        ),
      ),
  },
  {
    id: 'S3-04',
    query: 'attendance of the seminar',
    expected: '>320',
    answer: async ({ ask }) => listed((await ask(attendance, { occasion })).map((row) => showCount(row.attendance))),
  },
  {
    id: 'S3-05',
    query: 'categories; civil servants among those who came',
    expected: '7 categories (open list); civil servants ?',
    answer: async ({ ask }) => {
      const rows = await ask(attendanceCategories, { occasion })
      const civilServants = rows.find(({ category }) => category === 'civil servants')
      return `${rows.length} categories (${rows[0]?.listed}); civil servants ${civilServants === undefined ? '?' : showCount(civilServants.attendance)}`
    },
  },
  {
    id: 'S3-06',
    query: 'aspects set out by the speaker, first and last',
    expected:
      '7: the spirit of the important speech of the General Secretary in the "two sessions" … the key plans for Hong Kong as highlighted by the "two sessions"',
    answer: async ({ ask }) => {
      const [row] = await ask(occasionsOnRecord, { occasion })
      const aspects = row?.themes?.items ?? []
      return `${aspects.length}: ${aspects.at(0)} … ${aspects.at(-1)}`
    },
  },
  {
    id: 'S3-07',
    query: 'when what prompted it ended',
    expected: '2025-03',
    answer: async ({ ask }) => {
      const [row] = await ask(occasionsOnRecord, { occasion })
      return row?.promptedBy?.ended === undefined ? '?' : showDate(row.promptedBy.ended)
    },
  },
  {
    id: 'S3-08',
    query: 'purpose',
    expected: 'a deeper understanding of the essence of the "two sessions" and its significance to the HKSAR',
    answer: async ({ ask }) => (await ask(occasionsOnRecord, { occasion }))[0]?.purpose ?? '?',
  },
  {
    id: 'S3-09',
    query: 'remarks and expectations by Mr Lee on that day',
    expected: 'remarks: yes; expectations: yes',
    answer: async ({ ask }) => {
      const said = await ask(statementsOnRecord, { by: 'person-1', on: '2025-04-03' })
      const remarks = said.some(({ kind }) => kind === 'remark' || kind === 'thanks')
      const expectations = said.some(({ kind }) => kind === 'expectation')
      return `remarks: ${remarks ? 'yes' : 'no'}; expectations: ${expectations ? 'yes' : 'no'}`
    },
  },
  {
    id: 'S3-10',
    query: 'series or programme of the seminar',
    expected: 'none',
    answer: async ({ ask }) => (await ask(occasionsOnRecord, { occasion }))[0]?.belongsTo ?? 'not on record',
  },
]
