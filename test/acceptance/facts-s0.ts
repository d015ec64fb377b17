import { showCount } from '../../src/domain/vocabulary/count.js'
import { showDate } from '../../src/domain/vocabulary/stated-date.js'
import { agreementsOnRecord } from '../../src/projections/questions/agreements.js'
import { attendance, attendanceCategories } from '../../src/projections/questions/attendance.js'
import { occasionsOnRecord } from '../../src/projections/questions/occasions.js'
import { openMatters } from '../../src/projections/questions/open-matters.js'
import { partnerships } from '../../src/projections/questions/partnerships.js'
import { programmesOnRecord } from '../../src/projections/questions/programmes.js'
import { signatories } from '../../src/projections/questions/signatories.js'
import { statementsOnRecord } from '../../src/projections/questions/statements.js'
import { type Fact, listed } from './fact.js'

const agreement = 'agreement-national-studies'
const nag = 'organisation-nag'
const talk = 'occasion-nag-talk'

const unknown = (value: unknown): string => (value === undefined ? '?' : String(value))

export const factsOfS0: ReadonlyArray<Fact> = [
  {
    id: 'S0-01',
    query: 'agreements with NAG',
    expected:
      'Agreement on the Dedicated National Studies Programme for Senior Directorate Civil Servants: signed 2023-06-15, in force from 2023-06-15 (derived), end ?',
    answer: async ({ ask }) =>
      listed(
        (await ask(agreementsOnRecord, { with: nag })).map(
          ({ names, signedOn, inForceFrom, endsOn }) =>
            `${names[0]?.text}: signed ${signedOn && showDate(signedOn)}, in force from ${inForceFrom && showDate(inForceFrom)}, end ${unknown(endsOn)}`,
        ),
      ),
  },
  {
    id: 'S0-02',
    query: 'who signed for NAG',
    expected: 'Mr Xie Yutong',
    answer: async ({ ask }) => listed((await ask(signatories, { agreement, for: nag, role: 'signatory' })).map(({ who }) => who)),
  },
  {
    id: 'S0-03',
    query: 'witnesses, and whether one of them signed',
    expected: 'Mr John Lee; Mr Xie Chuntao; of these signed: none',
    answer: async ({ ask }) => {
      const people = await ask(signatories, { agreement })
      const witnesses = people.filter(({ role }) => role === 'witness').map(({ who }) => who)
      const signed = people.filter(({ role, who }) => role === 'signatory' && witnesses.includes(who)).map(({ who }) => who)
      return `${listed(witnesses)}; of these signed: ${listed(signed)}`
    },
  },
  {
    id: 'S0-04',
    query: 'programmes under the agreement',
    expected: '1: announced, batches 0, start ?, capacity ?',
    answer: async ({ ask }) => {
      const rows = await ask(programmesOnRecord, { under: agreement })
      return `${rows.length}: ${listed(rows.map((row) => `${row.state}, batches ${row.batches}, start ${unknown(row.startedOn?.edtf)}, capacity ${unknown(row.capacity?.kind)}`))}`
    },
  },
  {
    id: 'S0-05',
    query: 'delivery, place, direction',
    expected: 'lectures; site visits (open list) / Mainland, city ? / outbound',
    answer: async ({ ask }) => {
      const [row] = await ask(programmesOnRecord, { under: agreement })
      const places = row?.places?.items ?? []
      const city = places.find((place) => place !== 'Mainland')
      return `${listed(row?.delivery?.items ?? [])} (${row?.delivery?.open ? 'open' : 'closed'} list) / ${listed(places)}, city ${unknown(city)} / ${row?.direction}`
    },
  },
  {
    id: 'S0-06',
    query: 'aims, in order',
    expected:
      "3: enhance participants' knowledge about the country's policies of governance; deepen their understanding of the country's political system and formulation of important policies; strengthen their communication and contact with senior Mainland officials",
    answer: async ({ ask }) => {
      const [row] = await ask(programmesOnRecord, { under: agreement })
      return `${row?.aims?.length}: ${listed(row?.aims ?? [])}`
    },
  },
  {
    id: 'S0-07',
    query: 'curriculum themes',
    expected: "4: the Constitution; the Basic Law; safeguarding national security; the country's latest policies and developments",
    answer: async ({ ask }) => {
      const [row] = await ask(programmesOnRecord, { under: agreement })
      return `${row?.curriculum?.items.length}: ${listed(row?.curriculum?.items ?? [])}`
    },
  },
  {
    id: 'S0-08',
    query: 'what preceded the signing that day',
    expected: 'meeting at the Central Government Offices, 2023-06-15',
    answer: async ({ ask }) =>
      listed(
        (await ask(occasionsOnRecord, { before: agreement })).map(
          ({ kind, venue, day }) => `${kind} at the ${venue}, ${day && showDate(day)}`,
        ),
      ),
  },
  {
    id: 'S0-09',
    query: 'talks by NAG speakers',
    expected:
      'The Communist Party of China (CPC) and the Great Rejuvenation of the Chinese Nation: 2023-06-15 (derived), order to the signing ?, venue ?',
    answer: async ({ ask }) =>
      listed(
        (await ask(occasionsOnRecord, { speakerOf: nag, kind: 'talk' })).map(
          ({ name, day, dayOrder, venue }) =>
            `${name}: ${day && showDate(day)}, order to the signing ${unknown(dayOrder)}, venue ${unknown(venue)}`,
        ),
      ),
  },
  {
    id: 'S0-10',
    query: 'attendance of the talk',
    expected: '≈350 and, besides, Mr John Lee',
    answer: async ({ ask }) =>
      listed((await ask(attendance, { occasion: talk })).map((row) => `${showCount(row.attendance)} and, besides, ${listed(row.beside)}`)),
  },
  {
    id: 'S0-11',
    query: 'categories at the talk; Permanent Secretaries among them',
    expected:
      'Secretaries of Departments; Directors of Bureaux; other politically appointed officials; Permanent Secretaries; Heads of Departments; other senior directorate officers (open list); Permanent Secretaries ?',
    answer: async ({ ask }) => {
      const rows = await ask(attendanceCategories, { occasion: talk })
      const secretaries = rows.find(({ category }) => category === 'Permanent Secretaries')
      return `${listed(rows.map(({ category }) => category))} (${rows[0]?.listed}); Permanent Secretaries ${secretaries && showCount(secretaries.attendance)}`
    },
  },
  {
    id: 'S0-12',
    query: 'themes searched for "modernisation"',
    expected: 'The Communist Party of China (CPC) and the Great Rejuvenation of the Chinese Nation',
    answer: async ({ ask }) => listed((await ask(occasionsOnRecord, { theme: 'modernisation' })).map(({ name }) => name)),
  },
  {
    id: 'S0-13',
    query: 'expectations set on 2023-06-15',
    expected: 'by Mr John Lee for the attending officials: 2 points',
    answer: async ({ ask }) =>
      listed(
        (await ask(statementsOnRecord, { kind: 'expectation', on: '2023-06-15' })).map(
          ({ who, forWhom, points }) => `by ${who} for ${forWhom}: ${points.length} points`,
        ),
      ),
  },
  {
    id: 'S0-14',
    query: 'open commitments of CSB',
    expected:
      "More opportunities will be provided for civil servants at different levels to learn about the country's development (due ?, by Mr Clement Leung)",
    answer: async ({ ask }) => {
      const open = new Set((await ask(openMatters, { kind: 'commitment' })).map(({ id }) => String(id)))
      const given = await ask(statementsOnRecord, { kind: 'commitment', of: 'organisation-csb' })
      return listed(
        given
          .filter(({ statement }) => open.has(statement))
          .map(({ points, due, who }) => `${points.join(' ')} (due ${unknown(due?.edtf)}, by ${who})`),
      )
    },
  },
  {
    id: 'S0-15',
    query: 'training partners',
    expected: 'National Academy of Governance, since ?',
    answer: async ({ ask }) =>
      listed(
        (await ask(partnerships, { of: 'organisation-csb', field: 'training' })).map(
          ({ partnerName, since }) => `${partnerName}, since ${unknown(since?.edtf)}`,
        ),
      ),
  },
  {
    id: 'S0-16',
    query: 'remarks on the agreement',
    expected: 'the source itself: signifying a new stage of collaboration between the HKSAR Government and the NAG',
    answer: async ({ ask }) =>
      listed((await ask(statementsOnRecord, { kind: 'remark', about: agreement })).map(({ who, points }) => `${who}: ${points.join(' ')}`)),
  },
]
