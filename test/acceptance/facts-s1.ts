import { showCount } from '../../src/domain/vocabulary/count.js'
import { showSum } from '../../src/domain/vocabulary/count-sum.js'
import { showStated } from '../../src/domain/vocabulary/open-list.js'
import { showDate } from '../../src/domain/vocabulary/stated-date.js'
import { agreements } from '../../src/projections/agreements.js'
import { cohorts } from '../../src/projections/cohorts.js'
import { groupMembers } from '../../src/projections/questions/group-members.js'
import { plannedEnds } from '../../src/projections/questions/planned-ends.js'
import { presence } from '../../src/projections/questions/presence.js'
import { programmesOnRecord } from '../../src/projections/questions/programmes.js'
import { roles } from '../../src/projections/questions/roles.js'
import { sendingUnits } from '../../src/projections/questions/sending-units.js'
import { statementsOnRecord } from '../../src/projections/questions/statements.js'
import { type Asked, type Fact, listed } from './fact.js'

const programme = 'programme-gba-exchange'
const occasion = 'occasion-gba-launch'
const cohort = 'batch-gba-1#officers'

const inShenzhen = async ({ ask }: Asked, on: '2024-01-15' | '2023-12-17' | '2024-03-18'): Promise<string> => {
  const rows = await ask(presence, { on, direction: 'outbound', place: 'Shenzhen' })
  const all = rows.at(-1)
  if (all === undefined) return 'nothing on record'
  const { low, high } = all.inPost
  return all.certainty === 'cannot tell' ? `cannot tell (${low} to ${high})` : showSum(all.inPost)
}

const programmeRow = async ({ ask }: Asked) => (await ask(programmesOnRecord, { programme }))[0]

export const factsOfS1: ReadonlyArray<Fact> = [
  {
    id: 'S1-01',
    query: 'organisers, and the municipalities among them',
    expected: 'organisation-hksar; organisation-gba-municipalities (jointly); municipalities: not listed',
    answer: async (asked) => {
      const row = await programmeRow(asked)
      const jointly = row?.organisers?.items.filter(({ role }) => role === 'joint organiser').map(({ organisation }) => organisation) ?? []
      const members = await asked.ask(groupMembers, { group: 'organisation-gba-municipalities' })
      return `${listed(jointly)} (jointly); municipalities: ${listed(members.map((group) => group.listed))}`
    },
  },
  {
    id: 'S1-02',
    query: 'launched on, where',
    expected: 'launched 2023-12-18, Shenzhen',
    answer: async (asked) => {
      const row = await programmeRow(asked)
      return `${row?.state} ${row?.startedOn && showDate(row.startedOn)}, ${row?.startedAt}`
    },
  },
  {
    id: 'S1-03',
    query: 'officiants; titles of Mr Cheng Buyi',
    expected: '3: Mrs Ingrid Yeung; Mr Cheng Buyi; Ms Li Huanchun; titles of Mr Cheng Buyi: 2',
    answer: async ({ ask }) => {
      const rows = await ask(roles, { occasion, role: 'officiant' })
      return `${rows.length}: ${listed(rows.map(({ who }) => who))}; titles of Mr Cheng Buyi: ${rows.find(({ who }) => who === 'Mr Cheng Buyi')?.titles.length}`
    },
  },
  {
    id: 'S1-04',
    query: 'present, not officiating',
    expected: '2: Mr Clement Leung; Mr Jiang Likun',
    answer: async ({ ask }) => {
      const rows = await ask(roles, { occasion, role: 'present' })
      return `${rows.length}: ${listed(rows.map(({ who }) => who))}`
    },
  },
  {
    id: 'S1-05',
    query: 'outbound officers in Shenzhen on 2024-01-15; on 2023-12-17',
    expected: '=10; =0',
    answer: async (asked) => `${await inShenzhen(asked, '2024-01-15')}; ${await inShenzhen(asked, '2023-12-17')}`,
  },
  {
    id: 'S1-06',
    query: 'planned end; on placement on 2024-03-18',
    expected: '2024-03-18~ (derived); cannot tell (0 to 10)',
    answer: async (asked) => {
      const ends = await asked.ask(plannedEnds, { cohort })
      return `${listed(ends.map(({ plannedEnd }) => (plannedEnd === undefined ? '?' : showDate(plannedEnd))))}; ${await inShenzhen(asked, '2024-03-18')}`
    },
  },
  {
    id: 'S1-07',
    query: 'sending units; officers from the Highways Department',
    expected: '8 (2 grades, 6 departments); Highways Department 1–3',
    answer: async ({ ask }) => {
      const units = await ask(sendingUnits, { cohort })
      const grades = units.filter(({ kind }) => kind === 'grade').length
      const departments = units.filter(({ kind }) => kind === 'department').length
      const highways = units.find(({ organisation }) => organisation === 'organisation-hyd')
      return `${units.length} (${grades} grades, ${departments} departments); ${highways?.name} ${highways && showCount(highways.officers)}`
    },
  },
  {
    id: 'S1-08',
    query: 'identified members',
    expected: '0 of =10',
    answer: async ({ row }) => {
      const one = await row(cohorts, cohort)
      return one === undefined ? 'nothing on record' : `${one.identified.length} of ${showCount(one.size)}`
    },
  },
  {
    id: 'S1-09',
    query: 'host districts; host bodies',
    expected: 'organisation-futian; organisation-qianhai / ?',
    answer: async ({ row }) => {
      const one = await row(cohorts, cohort)
      return `${listed(one?.hostPlaces?.items ?? [])} / ${one?.hosts === undefined ? '?' : listed(one.hosts.items)}`
    },
  },
  {
    id: 'S1-10',
    query: 'fields of exchange',
    expected: '5: district management; technology development; town planning; transportation; environmental protection (open list)',
    answer: async ({ row }) => {
      const fields = (await row(cohorts, cohort))?.fields
      return `${fields?.items.length}: ${listed(fields?.items ?? [])} (${fields?.open ? 'open' : 'closed'} list)`
    },
  },
  {
    id: 'S1-11',
    query: 'agreement signed on; signatories; programmes under it',
    expected: '2023-09; signatories ?; Civil Service Staff Exchange and Collaboration Programme',
    answer: async ({ ask, row }) => {
      const signed = await row(agreements, 'agreement-gba')
      const under = await ask(programmesOnRecord, { under: 'agreement-gba' })
      return `${signed?.signedOn && showDate(signed.signedOn)}; signatories ${signed?.signatories === undefined ? '?' : signed.signatories.length}; ${listed(under.map(({ name }) => name))}`
    },
  },
  {
    id: 'S1-12',
    query: 'expectations of the first batch, in order',
    expected:
      '3 by Mrs Ingrid Yeung: integrate their learning from the exchange with the situation in Hong Kong and apply it to their future work; seize opportunities for networking and establish connections with their Shenzhen counterparts; effectively fulfil their roles as goodwill ambassadors for Hong Kong',
    answer: async ({ ask }) =>
      listed(
        (await ask(statementsOnRecord, { kind: 'expectation', about: 'batch-gba-1' })).map(
          ({ points, who }) => `${points.length} by ${who}: ${points.join('; ')}`,
        ),
      ),
  },
  {
    id: 'S1-13',
    query: 'supporters',
    expected: '3: organisation-hkmao; organisation-hkmao-guangdong; organisation-hkmao-shenzhen',
    answer: async (asked) => {
      const row = await programmeRow(asked)
      const supporters = row?.organisers?.items.filter(({ role }) => role === 'supporter').map(({ organisation }) => organisation) ?? []
      return `${supporters.length}: ${listed(supporters)}`
    },
  },
  {
    id: 'S1-14',
    query: 'programmes running on 2010-01-01; start',
    expected: 'Civil Service Staff Exchange Programme, since 2002',
    answer: async ({ ask }) =>
      listed(
        (await ask(programmesOnRecord, { runningOn: '2010-01-01' }))
          .filter(({ running }) => running === 'yes')
          .map(({ name, startedOn }) => `${name}, since ${startedOn && showDate(startedOn)}`),
      ),
  },
  {
    id: 'S1-15',
    query: 'direction of the sister programme; of the first batch of S1-05',
    expected: 'both; outbound',
    answer: async ({ ask, row }) => {
      const [sister] = await ask(programmesOnRecord, { programme: 'programme-staff-exchange' })
      return `${sister?.direction}; ${(await row(cohorts, cohort))?.direction}`
    },
  },
  {
    id: 'S1-16',
    query: 'parent of the programme; related programmes',
    expected: 'parent ?; related programme-staff-exchange',
    answer: async (asked) => {
      const row = await programmeRow(asked)
      const related = row?.links.filter(({ kind }) => kind === 'related').map(({ to }) => showStated(to, String)) ?? []
      return `parent ${row?.partOf}; related ${listed(related)}`
    },
  },
  {
    id: 'S1-17',
    query: 'purposes of the programme',
    expected:
      '3: training and exchange on the Mainland deepen understanding of national policy directions, development trends, history and culture; the development of the GBA is a significant national strategy, in which the civil service plays a crucial role; Shenzhen stands as a vital base for high-technology research, development and manufacturing',
    answer: async ({ ask }) => {
      const rows = await ask(statementsOnRecord, { kind: 'purpose', about: programme })
      const points = rows.flatMap((row) => row.points)
      return `${points.length}: ${listed(points)}`
    },
  },
]
