import { closedList, exactly, named, openList } from 'programme-ledger'
import { S4 } from './register.js'
import { release } from './release.js'

const cohort = 'batch-exchange-2024#officers'
const programme = 'programme-exchange'

export const s4 = release(4, 'Mainland officers come to Hong Kong', S4, [
  { type: 'SetGroupMembers', organisation: 'organisation-gba-cities', members: openList([]) },
  {
    type: 'RegisterProgramme',
    programme,
    names: [{ text: 'Civil Service Exchange Programme', language: 'en' }],
    kind: 'staff exchange',
  },
  {
    type: 'OpenBatch',
    batch: 'batch-exchange-2024',
    programme,
    edition: '2024',
    names: [{ text: '2024 Civil Service Exchange Programme', language: 'en' }],
    organisers: closedList(['organisation-hksar'] as const),
    // Five cities by name, and a group that stays a group.
    partners: closedList([
      'organisation-beijing',
      'organisation-shanghai',
      'organisation-chongqing',
      'organisation-wuhan',
      'organisation-hangzhou',
      'organisation-gba-cities',
    ] as const),
  },
  {
    type: 'AttachCohort',
    cohort,
    size: { ...exactly(30), words: 'thirty Mainland civil servants' },
    population: 'Mainland civil servants',
    civilServants: 'yes',
    direction: 'inbound',
    place: 'Hong Kong',
    period: {
      start: { edtf: '2024-12-01~', words: 'early December 2024', yearFrom: 'text' },
      length: {
        kind: 'between',
        from: { n: 4, unit: 'week' },
        to: { n: 3, unit: 'month' },
        words: 'from four weeks to three months',
      },
      startsStaggered: true,
    },
  },
  {
    type: 'AttachOfficer',
    placement: 'placement-13',
    officer: 'person-13',
    programme,
    batch: 'batch-exchange-2024',
    partOf: cohort,
    kind: 'attachment',
    direction: 'inbound',
    // From Shenzhen; the department is not said.
    home: { place: 'organisation-shenzhen' },
    hosts: closedList([
      { organisation: 'organisation-cmab', level: 'bureau' },
      { organisation: 'organisation-gba-office', level: 'office' },
    ] as const),
    period: {
      start: { edtf: '2024-12', words: 'Since December 2024', yearFrom: 'text' },
      length: { kind: 'exact', span: { n: 3, unit: 'month' }, words: 'for three months' },
    },
  },
  { type: 'IdentifyMember', cohort, person: 'person-13', placement: 'placement-13', homePlace: 'organisation-shenzhen' },
  {
    type: 'DescribeMember',
    cohort,
    member: 'another-from-shenzhen',
    describedAs: '"one of the representatives from Shenzhen": at least one more',
    homePlace: 'organisation-shenzhen',
  },
  {
    type: 'RecordBackground',
    person: 'person-13',
    kind: 'experience',
    words: 'some understanding of Hong Kong because of previous work experience',
  },
  {
    type: 'RecordReflection',
    placement: 'placement-13',
    author: 'person-13',
    on: { edtf: '2025-02', derived: 'issue date' },
    language: 'en',
    points: [
      "Hong Kong's ambition to reach the pinnacle of technology in the world remains unchanged",
      "Hong Kong's determination to reinforce its status as an international financial centre remains unchanged",
      "the rigour and efficiency of Hong Kong's civil service remain unchanged",
    ],
    publishedIn: 'the newsletter of the Greater Bay Area Development Office',
  },
  {
    // The names differ, and nothing says that the two are one: related, not an alias.
    type: 'LinkProgrammes',
    programme,
    kind: 'related',
    to: named('programme-staff-exchange'),
  },
])
