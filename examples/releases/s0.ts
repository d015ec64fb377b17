import { about, type Capacity, closedList, openList, type StatedDate } from 'programme-ledger'
import { S0 } from './register.js'
import { release } from './release.js'

const today: StatedDate = { edtf: '2023-06-15', words: 'today (June 15)', yearFrom: 'source' }
const chiefExecutive: Capacity = { title: 'Chief Executive', of: 'organisation-hksar' }
const permanentSecretary: Capacity = { title: 'Permanent Secretary for the Civil Service', of: 'organisation-csb' }
const vicePresident: Capacity = {
  title: 'Executive Vice President of the National Academy of Governance in charge of daily operations',
  of: 'organisation-nag',
}

export const s0 = release(0, 'The agreement with the National Academy of Governance', S0, [
  {
    type: 'SignAgreement',
    agreement: 'agreement-national-studies',
    names: [{ text: 'Agreement on the Dedicated National Studies Programme for Senior Directorate Civil Servants', language: 'en' }],
    parties: closedList(['organisation-csb', 'organisation-nag'] as const),
    signedOn: today,
    signatories: [
      { person: 'person-2', capacity: permanentSecretary, for: 'organisation-csb' },
      {
        person: 'person-3',
        capacity: {
          title: 'Director-General of the International and Hong Kong and Macau Training Center',
          of: 'organisation-nag-training',
        },
        for: 'organisation-nag',
      },
    ],
    witnesses: [
      { person: 'person-1', capacity: chiefExecutive },
      { person: 'person-4', capacity: vicePresident },
    ],
  },
  {
    // Nothing says that the programme has begun: it is announced, not launched.
    type: 'AnnounceProgramme',
    programme: 'programme-national-studies',
    names: [{ text: 'Dedicated National Studies Programme for Senior Directorate Civil Servants', language: 'en' }],
    kind: 'national-studies course',
    direction: 'outbound',
    places: closedList(['Mainland']),
    delivery: openList(['lectures', 'site visits']),
    targetGroup: 'senior directorate civil servants',
    aims: [
      "enhance participants' knowledge about the country's policies of governance",
      "deepen their understanding of the country's political system and formulation of important policies",
      'strengthen their communication and contact with senior Mainland officials',
    ],
    curriculum: closedList([
      'the Constitution',
      'the Basic Law',
      'safeguarding national security',
      "the country's latest policies and developments",
    ]),
    agreements: ['agreement-national-studies'],
    announcedOn: today,
  },
  {
    type: 'RecordMeeting',
    occasion: 'occasion-nag-meeting',
    titles: [{ text: 'Meeting with the delegation of the National Academy of Governance', language: 'en' }],
    on: today,
    venue: 'Central Government Offices',
    purpose: 'exchange views on further strengthening collaboration',
    order: { before: ['agreement-national-studies'] },
    roles: [
      { role: 'host', person: 'person-1', capacities: [chiefExecutive] },
      { role: 'leader', person: 'person-4', capacities: [vicePresident] },
      { role: 'present', organisation: 'organisation-nag' },
    ],
  },
  {
    // Where the talk was held, and whether before the signing or after it, is not said.
    type: 'RecordBriefing',
    occasion: 'occasion-nag-talk',
    kind: 'talk',
    titles: [{ text: 'The Communist Party of China (CPC) and the Great Rejuvenation of the Chinese Nation', language: 'en' }],
    on: { edtf: '2023-06-15', derived: 'issue date' },
    themes: closedList([
      'the journey of the CPC, which united and led the people towards the great rejuvenation of the Chinese nation',
      'historic achievements and transformation since the 18th National Congress of the CPC',
      'strategic plans outlined during the 20th National Congress of the CPC',
      'the significance of promoting Chinese modernisation',
    ]),
    roles: [
      { role: 'speaker', person: 'person-4', capacities: [vicePresident], invited: true, invitedBy: 'organisation-csb' },
      { role: 'present', person: 'person-1', capacities: [chiefExecutive], attended: 'beside the figure' },
      { role: 'addressed', person: 'person-1', capacities: [chiefExecutive] },
      { role: 'addressed', person: 'person-2', capacities: [permanentSecretary] },
    ],
    attendance: {
      figure: { ...about(350), words: 'around 350 senior officials' },
      of: 'senior officials',
      categories: openList([
        'Secretaries of Departments',
        'Directors of Bureaux',
        'other politically appointed officials',
        'Permanent Secretaries',
        'Heads of Departments',
        'other senior directorate officers',
      ]),
    },
  },
  {
    type: 'SetExpectations',
    statement: 'statement-s0-expectations',
    by: { _tag: 'person', person: 'person-1', capacity: chiefExecutive },
    about: ['occasion-nag-talk'],
    at: 'occasion-nag-talk',
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      'better serve Hong Kong in their respective positions',
      'better leverage the distinctive advantages of Hong Kong under "one country, two systems"',
    ],
    forWhom: 'the attending officials',
    of: 'occasion-nag-talk',
  },
  {
    type: 'RecordCommitment',
    statement: 'statement-s0-commitment',
    by: { _tag: 'person', person: 'person-2', capacity: permanentSecretary },
    about: ['organisation-csb'],
    at: 'occasion-nag-talk',
    on: today,
    reported: 'reported',
    language: 'en',
    points: ["More opportunities will be provided for civil servants at different levels to learn about the country's development"],
    to: 'civil servants at different levels',
  },
  {
    type: 'NotePartnership',
    organisation: 'organisation-csb',
    partner: 'organisation-nag',
    field: 'civil service training',
    words: 'a key partner in civil service training',
  },
  {
    type: 'RecordRemarks',
    statement: 'statement-s0-new-stage',
    by: { _tag: 'source' },
    about: ['agreement-national-studies'],
    on: today,
    reported: 'reported',
    language: 'en',
    points: ['signifying a new stage of collaboration between the HKSAR Government and the NAG'],
  },
])
