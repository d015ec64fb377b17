import { showCount } from '../../src/domain/vocabulary/count.js'
import { showSum } from '../../src/domain/vocabulary/count-sum.js'
import { showDate } from '../../src/domain/vocabulary/stated-date.js'
import { agreementsOnRecord } from '../../src/projections/questions/agreements.js'
import { attendance, attendanceTotal } from '../../src/projections/questions/attendance.js'
import { officersByDirection } from '../../src/projections/questions/officers-by-direction.js'
import { offices } from '../../src/projections/questions/offices.js'
import { openMatters } from '../../src/projections/questions/open-matters.js'
import { presence } from '../../src/projections/questions/presence.js'
import { programmesOnRecord } from '../../src/projections/questions/programmes.js'
import { restingOnSource } from '../../src/projections/questions/resting-on.js'
import { rolesOf } from '../../src/projections/questions/roles-of.js'
import { type Fact, listed } from './fact.js'

/** A query over all five documents; `publishedBy` is part of one of them. */
export interface OverAll extends Fact {
  readonly publishedBy?: '2023-12-31'
}

const secretary = async ({ ask }: Parameters<Fact['answer']>[0], on: '2021-12-17' | '2023-12-18'): Promise<string> =>
  `${on} ${listed((await ask(offices, { title: 'Secretary for the Civil Service', on })).filter(({ answer }) => answer === 'yes').map(({ name }) => name))}`

export const queries: ReadonlyArray<OverAll> = [
  {
    id: 'Q01',
    query: 'briefings and seminars by date',
    expected: '2021-12-17 ≈400; 2023-06-15 ≈350; 2025-04-03 >320',
    answer: async ({ ask }) =>
      listed((await ask(attendance, {})).map(({ day, attendance: figure }) => `${day?.edtf} ${showCount(figure)}`)),
  },
  {
    id: 'Q02',
    query: 'their attendance in all',
    expected: '1070, not exact (about, more than), at least 321; named besides: 2; in 2 of 3',
    answer: async ({ ask }) => {
      const [sum] = await ask(attendanceTotal, {})
      const rows = await ask(attendance, {})
      const besides = rows.filter(({ beside }) => beside.length > 0).length
      return `${sum && showSum(sum.total)}; named besides: ${sum?.namedBeside}; in ${besides} of ${rows.length}`
    },
  },
  {
    id: 'Q03',
    query: 'officers placed, by direction',
    expected: 'inbound =30; outbound to the Mainland =10; outbound to the UN =5',
    answer: async ({ ask }) => {
      const rows = await ask(officersByDirection, {})
      const where = (row: (typeof rows)[number]): string =>
        row.direction === 'inbound'
          ? ''
          : row.kinds.includes('secondment to an international organisation')
            ? ' to the UN'
            : ' to the Mainland'
      return listed(rows.map((row) => `${row.direction}${where(row)} ${showSum(row.officers)}`).sort())
    },
  },
  {
    id: 'Q04',
    query: 'placed on 2024-01-15',
    expected: 'Shenzhen =10; United Nations ?',
    answer: async ({ ask }) => {
      const rows = (await ask(presence, { on: '2024-01-15', direction: 'outbound' })).filter(({ entry }) => entry !== 'all')
      return listed(rows.map(({ place, certainty, inPost }) => `${place} ${certainty === 'unknown' ? '?' : showSum(inPost)}`))
    },
  },
  {
    id: 'Q05',
    query: 'agreements by date',
    expected: '2023-06-15 organisation-csb with organisation-nag; 2023-09 organisation-hksar with organisation-guangdong',
    answer: async ({ ask }) =>
      listed(
        (await ask(agreementsOnRecord, {}))
          .map(({ signedOn, parties }) => `${signedOn && showDate(signedOn)} ${parties.items.join(' with ')}`)
          .sort(),
      ),
  },
  {
    id: 'Q06',
    query: 'kinds of programme',
    expected:
      'exchange and collaboration; national-studies course; secondment to an international organisation; staff exchange; and 1 talk series',
    answer: async ({ ask }) => {
      const kinds = [...new Set((await ask(programmesOnRecord, {})).map(({ kind }) => kind))].sort()
      const series = (await ask(openMatters, { kind: 'series announced' })).length
      return `${listed(kinds)}; and ${series} talk series`
    },
  },
  {
    id: 'Q07',
    query: 'who was Secretary for the Civil Service',
    expected: '2021-12-17 Mr Patrick Nip; 2023-12-18 Mrs Ingrid Yeung',
    answer: async (asked) => `${await secretary(asked, '2021-12-17')}; ${await secretary(asked, '2023-12-18')}`,
  },
  {
    id: 'Q08',
    query: 'roles of Mr John Lee',
    expected: 'S0: present, setter of expectations, witness; S3: host',
    answer: async ({ ask }) => {
      const rows = await ask(rolesOf, { person: 'person-1' })
      const on = (day: string, wanted: ReadonlyArray<string>) =>
        [...new Set(rows.filter((row) => row.day?.edtf === day && wanted.includes(row.role)).map(({ role }) => role))].sort().join(', ')
      return `S0: ${on('2023-06-15', ['present', 'setter of expectations', 'witness'])}; S3: ${on('2025-04-03', ['host'])}`
    },
  },
  {
    id: 'Q09',
    query: 'every fact resting on S1, after a replay',
    expected:
      'SignAgreement → AgreementSigned, ProgrammeLaunched, CeremonyHeld, BatchOpened, CohortAttached, ExpectationsSet, RemarksRecorded, ProgrammeRegistered, ProgrammesLinked, GroupMembersSet ×2: 11 besides the register',
    answer: async ({ ask }) => {
      const rows = (await ask(restingOnSource, { source: 'source-s1' })).filter(
        ({ type }) => type !== 'OrganisationRegistered' && type !== 'PersonRegistered' && type !== 'SourceRegistered',
      )
      const types = [
        'AgreementSigned',
        'ProgrammeLaunched',
        'CeremonyHeld',
        'BatchOpened',
        'CohortAttached',
        'ExpectationsSet',
        'RemarksRecorded',
        'ProgrammeRegistered',
        'ProgrammesLinked',
      ]
      const found = types.filter((type) => rows.filter((row) => row.type === type).length === 1)
      const groups = rows.filter(({ type }) => type === 'GroupMembersSet').length
      return `SignAgreement → ${found.join(', ')}, GroupMembersSet ×${groups}: ${rows.length} besides the register`
    },
  },
  {
    id: 'Q10',
    query: 'open announcements',
    expected:
      "batch planned: batch 2 of UN Junior Professional Officer Programme; commitment: More opportunities will be provided for civil servants at different levels to learn about the country's development; programme announced: Dedicated National Studies Programme for Senior Directorate Civil Servants (start ?); series announced: Series of talks on the country's foreign affairs (2022)",
    answer: async ({ ask }) =>
      listed(
        (await ask(openMatters, {}))
          .map(({ kind, what, due }) => {
            const when = kind === 'programme announced' ? ` (start ${due?.edtf ?? '?'})` : due === undefined ? '' : ` (${due.edtf})`
            return `${kind}: ${what}${when}`
          })
          .sort(),
      ),
  },
  {
    id: 'Q11',
    query: 'what was published by 2023-12-31',
    expected: 'source-s0; source-s1; source-s2; of S3 and S4: nothing',
    publishedBy: '2023-12-31',
    answer: async ({ ask }) => {
      const told = async (source: 'source-s0' | 'source-s1' | 'source-s2' | 'source-s3' | 'source-s4') =>
        (await ask(restingOnSource, { source })).length > 0
      const all = ['source-s0', 'source-s1', 'source-s2', 'source-s3', 'source-s4'] as const
      const there = await Promise.all(all.map(async (source) => [source, await told(source)] as const))
      const late = there.filter(([source, found]) => found && (source === 'source-s3' || source === 'source-s4'))
      return `${listed(there.filter(([, found]) => found).map(([source]) => source))}; of S3 and S4: ${late.length === 0 ? 'nothing' : 'something'}`
    },
  },
]
