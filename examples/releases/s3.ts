import { type Capacity, closedList, moreThan, none, openList, type StatedDate } from 'programme-ledger'
import { S3 } from './register.js'
import { release } from './release.js'

const today: StatedDate = { edtf: '2025-04-03', words: 'today (April 3)', yearFrom: 'source' }
const chiefExecutive: Capacity = { title: 'Chief Executive', of: 'organisation-hksar' }

export const s3 = release(3, 'The seminar on the "two sessions"', S3, [
  {
    type: 'RecordBriefing',
    occasion: 'occasion-two-sessions',
    kind: 'seminar',
    titles: [{ text: 'Seminar on learning the spirit of the "two sessions"', language: 'en' }],
    on: today,
    venue: 'Central Government Offices',
    purpose: 'a deeper understanding of the essence of the "two sessions" and its significance to the HKSAR',
    promptedBy: {
      words: 'third sessions of the 14th National People\'s Congress and of the 14th National Committee of the CPPCC ("two sessions")',
      ended: { edtf: '2025-03', words: 'in March this year', yearFrom: 'source' },
    },
    // Seven aspects, in the speaker's order.
    themes: closedList([
      'the spirit of the important speech of the General Secretary in the "two sessions"',
      'the significant achievements of the country on all fronts over the past year',
      'the bright prospects in national economic and social development',
      'the overall requirements and major tasks for economic and social development this year',
      'the key initiatives in the government work report',
      'the significance of amending the Law on Deputies',
      'the key plans for Hong Kong as highlighted by the "two sessions"',
    ]),
    // No programme, series or training body stands behind it.
    partOf: none,
    roles: [
      { role: 'organiser', organisation: 'organisation-hksar' },
      { role: 'host', person: 'person-1', capacities: [chiefExecutive] },
      {
        role: 'speaker',
        person: 'person-12',
        capacities: [
          { title: "Director of the Liaison Office of the Central People's Government in the HKSAR", of: 'organisation-liaison-office' },
        ],
        invited: true,
      },
      { role: 'addressed', person: 'person-1', capacities: [chiefExecutive] },
    ],
    attendance: {
      figure: { ...moreThan(320), words: 'more than 320 participants' },
      of: 'participants',
      categories: openList([
        'Principal Officials of the HKSAR Government',
        'HKSAR deputies to the NPC',
        'HKSAR members of the National Committee of the CPPCC',
        'Members of the Executive Council',
        'Members of the Legislative Council',
        'Permanent Secretaries',
        'Heads of Department',
      ]),
    },
  },
  {
    type: 'RecordRemarks',
    statement: 'statement-s3-remarks',
    by: { _tag: 'person', person: 'person-1', capacity: chiefExecutive },
    about: ['occasion-two-sessions'],
    at: 'occasion-two-sessions',
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      'gratitude for the sharing, which deepened participants\' understanding of the spirit of the "two sessions"',
      'the Government will fully implement the spirit of the "two sessions" in its governance',
    ],
    kind: 'thanks',
  },
  {
    type: 'SetExpectations',
    statement: 'statement-s3-expectations',
    by: { _tag: 'person', person: 'person-1', capacity: chiefExecutive },
    about: ['occasion-two-sessions'],
    at: 'occasion-two-sessions',
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      'continue to work hard in their respective positions and stay united to contribute to the stability and prosperity of Hong Kong',
    ],
    forWhom: 'government officials and various sectors of the community',
    of: 'occasion-two-sessions',
  },
])
