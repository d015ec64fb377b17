import { type Capacity, closedList, exactly, named, openList, type StatedDate } from 'programme-ledger'
import { S1 } from './register.js'
import { release } from './release.js'

const today: StatedDate = { edtf: '2023-12-18', words: 'today (December 18)', yearFrom: 'source' }
const secretary: Capacity = { title: 'Secretary for the Civil Service', of: 'organisation-csb' }

export const s1 = release(1, 'The launch in Shenzhen', S1, [
  {
    type: 'SignAgreement',
    agreement: 'agreement-gba',
    names: [
      {
        text: 'Agreement on Civil Service Staff Exchange and Collaboration Programme with the Mainland municipalities in the GBA',
        language: 'en',
      },
    ],
    parties: closedList(['organisation-hksar', 'organisation-guangdong'] as const),
    signedOn: { edtf: '2023-09', words: 'in September this year', yearFrom: 'source' },
  },
  { type: 'SetGroupMembers', organisation: 'organisation-gba-municipalities', members: openList([]) },
  { type: 'SetGroupMembers', organisation: 'organisation-mainland-municipalities', members: openList([]) },
  {
    type: 'LaunchProgramme',
    programme: 'programme-gba-exchange',
    names: [{ text: 'Civil Service Staff Exchange and Collaboration Programme', language: 'en' }],
    kind: 'exchange and collaboration',
    organisers: closedList([
      { organisation: 'organisation-hksar', role: 'joint organiser' },
      { organisation: 'organisation-gba-municipalities', role: 'joint organiser' },
      { organisation: 'organisation-hkmao', role: 'supporter' },
      { organisation: 'organisation-hkmao-guangdong', role: 'supporter' },
      { organisation: 'organisation-hkmao-shenzhen', role: 'supporter' },
    ] as const),
    agreements: ['agreement-gba'],
    launchedOn: today,
    launchedAt: 'Shenzhen',
  },
  {
    type: 'RecordCeremony',
    occasion: 'occasion-gba-launch',
    titles: [{ text: 'Launch of the Civil Service Staff Exchange and Collaboration Programme', language: 'en' }],
    on: today,
    place: 'Shenzhen',
    partOf: named('programme-gba-exchange'),
    roles: [
      { role: 'officiant', person: 'person-5', capacities: [secretary] },
      {
        role: 'officiant',
        person: 'person-6',
        capacities: [
          { title: 'Member of the Standing Committee of the CPC Shenzhen Municipal Committee', of: 'organisation-cpc-shenzhen' },
          {
            title: 'Director General of the Organization Department of the CPC Shenzhen Municipal Committee',
            of: 'organisation-cpc-shenzhen-organization',
          },
        ],
      },
      { role: 'officiant', person: 'person-7', capacities: [{ title: 'Director General', of: 'organisation-hkmao-guangdong' }] },
      {
        role: 'present',
        person: 'person-2',
        capacities: [{ title: 'Permanent Secretary for the Civil Service', of: 'organisation-csb' }],
      },
      { role: 'present', person: 'person-8', capacities: [{ title: 'Director General', of: 'organisation-hkmao-shenzhen' }] },
    ],
  },
  { type: 'OpenBatch', batch: 'batch-gba-1', programme: 'programme-gba-exchange', ordinal: 1, openedOn: today },
  {
    // None of the ten is named; the government departments that host them are not named either.
    type: 'AttachCohort',
    cohort: 'batch-gba-1#officers',
    size: { ...exactly(10), words: 'The 10 participating middle and senior-level civil servants' },
    population: 'middle and senior-level civil servants',
    civilServants: 'yes',
    direction: 'outbound',
    place: 'Shenzhen',
    hostPlaces: closedList(['organisation-futian', 'organisation-qianhai'] as const),
    // "eight departments and grades, including …", and eight are named: the list is closed.
    homes: closedList([
      'organisation-ao-grade',
      'organisation-eo-grade',
      'organisation-epd',
      'organisation-hyd',
      'organisation-itc',
      'organisation-ogcio',
      'organisation-pland',
      'organisation-td',
    ] as const),
    fields: openList(['district management', 'technology development', 'town planning', 'transportation', 'environmental protection']),
    period: { start: today, length: { kind: 'about', span: { n: 3, unit: 'month' }, words: 'about three months' } },
  },
  {
    type: 'SetExpectations',
    statement: 'statement-s1-expectations',
    by: { _tag: 'person', person: 'person-5', capacity: secretary },
    about: ['programme-gba-exchange'],
    at: 'occasion-gba-launch',
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      'integrate their learning from the exchange with the situation in Hong Kong and apply it to their future work',
      'seize opportunities for networking and establish connections with their Shenzhen counterparts',
      'effectively fulfil their roles as goodwill ambassadors for Hong Kong',
    ],
    forWhom: 'the participants',
    of: 'batch-gba-1',
  },
  {
    type: 'RecordRemarks',
    statement: 'statement-s1-purposes',
    by: { _tag: 'person', person: 'person-5', capacity: secretary },
    about: ['programme-gba-exchange'],
    at: 'occasion-gba-launch',
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      'training and exchange on the Mainland deepen understanding of national policy directions, development trends, history and culture',
      'the development of the GBA is a significant national strategy, in which the civil service plays a crucial role',
      'Shenzhen stands as a vital base for high-technology research, development and manufacturing',
    ],
    kind: 'purpose',
  },
  {
    type: 'RegisterProgramme',
    programme: 'programme-staff-exchange',
    names: [{ text: 'Civil Service Staff Exchange Programme', language: 'en' }],
    kind: 'staff exchange',
    direction: 'both',
    aims: [
      'share experience and expertise',
      "better understand each other's structure, regulations, policy and operation",
      'foster co-operation and communication',
      "gain first-hand experience of the host city's latest developments",
    ],
    organisers: closedList([
      { organisation: 'organisation-csb', role: 'organiser' },
      { organisation: 'organisation-mainland-municipalities', role: 'joint organiser' },
      { organisation: 'organisation-hkmao', role: 'co-ordinator' },
    ] as const),
    since: { edtf: '2002', words: 'since 2002', yearFrom: 'text' },
  },
  {
    // Whether the one is part of the other is not said.
    type: 'LinkProgrammes',
    programme: 'programme-gba-exchange',
    kind: 'related',
    to: named('programme-staff-exchange'),
  },
])
