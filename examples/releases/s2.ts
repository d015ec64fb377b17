import { about, type Capacity, closedList, eventIdOf, exactly, openList, type StatedDate } from 'programme-ledger'
import { S2 } from './register.js'
import { commandId, release } from './release.js'

const today: StatedDate = { edtf: '2021-12-17', words: 'today (December 17)', yearFrom: 'text' }
const chiefExecutive: Capacity = { title: 'Chief Executive', of: 'organisation-hksar' }
const secretary: Capacity = { title: 'Secretary for the Civil Service', of: 'organisation-csb' }

const briefing = 'occasion-foreign-relations'

export const s2 = release(2, "The briefing on the country's foreign relations", S2, [
  {
    type: 'RecordBriefing',
    occasion: briefing,
    kind: 'briefing',
    titles: [{ text: "International Landscape and China's Foreign Relations in 2021", language: 'en' }],
    on: today,
    roles: [
      { role: 'organiser', organisation: 'organisation-csc' },
      { role: 'joint organiser', organisation: 'organisation-ocmfa' },
      { role: 'speaker', person: 'person-9', capacities: [{ title: 'Commissioner', of: 'organisation-ocmfa' }] },
      { role: 'present', person: 'person-10', capacities: [chiefExecutive], attended: 'beside the figure' },
      { role: 'addressed', person: 'person-10', capacities: [chiefExecutive] },
      { role: 'addressed', person: 'person-11', capacities: [secretary] },
    ],
    attendance: {
      figure: { ...about(400), words: 'around 400 senior officials' },
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
    // The same figure, said a second time: one fact with two citations.
    type: 'CiteEntry',
    stream: briefing,
    entry: eventIdOf(commandId(2, 0), briefing, 0),
    fields: ['attendance.figure'],
    words: 'about 400 senior officials attending the session today',
  },
  {
    type: 'AnnounceSeries',
    series: 'series-foreign-affairs',
    names: [{ text: "Series of talks on the country's foreign affairs", language: 'en' }],
    organisers: closedList(['organisation-csc', 'organisation-ocmfa'] as const),
    period: { edtf: '2022', words: 'next year', yearFrom: 'source' },
    subject: "different topics on the country's foreign affairs",
  },
  { type: 'LinkSeries', series: 'series-foreign-affairs', kind: 'precursor', to: briefing },
  {
    type: 'RecordPolicyBasis',
    statement: 'statement-s2-basis',
    by: { _tag: 'source' },
    about: ['series-foreign-affairs'],
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      "the Civil Service Bureau will collaborate closely with the OCMFA to enhance training for civil servants in the country's foreign affairs",
    ],
    document: 'Policy Address Supplement',
    year: { edtf: '2021', words: 'this year', yearFrom: 'source' },
    basisOf: 'series-foreign-affairs',
  },
  {
    type: 'RecordRemarks',
    statement: 'statement-s2-hope',
    by: { _tag: 'person', person: 'person-10', capacity: chiefExecutive },
    about: [briefing],
    at: briefing,
    on: today,
    reported: 'reported',
    language: 'en',
    points: [
      "important for officials to better understand the country's history, foreign policy and latest developments",
      'colleagues could acquire more relevant knowledge and broaden their horizons through the session',
    ],
    kind: 'hope',
  },
  {
    type: 'RecordRemarks',
    statement: 'statement-s2-quotation',
    by: { _tag: 'person', person: 'person-11', capacity: secretary },
    about: ['organisation-csc'],
    at: briefing,
    on: today,
    reported: 'quoted',
    language: 'en',
    points: [
      'The Civil Service College, which was newly established on December 9, will provide various training programmes for civil servants to reinforce their sense of national identity and deepen their capability for broad and strategic thinking',
    ],
  },
  {
    type: 'RegisterProgramme',
    programme: 'programme-un-jpo',
    names: [{ text: 'UN Junior Professional Officer Programme', language: 'en' }],
    kind: 'secondment to an international organisation',
    direction: 'outbound',
    places: closedList(['United Nations']),
    organisers: closedList([
      { organisation: 'organisation-central-government', role: 'sponsor' },
      { organisation: 'organisation-ocmfa', role: 'helper' },
    ] as const),
  },
  { type: 'OpenBatch', batch: 'batch-un-1', programme: 'programme-un-jpo', ordinal: 1 },
  {
    // Which agencies, from which departments, since when and until when is not said.
    type: 'AttachCohort',
    cohort: 'batch-un-1#officers',
    size: { ...exactly(5), words: 'the first batch of five young public officers' },
    population: 'young public officers',
    direction: 'outbound',
    place: 'United Nations',
  },
  { type: 'PlanBatch', batch: 'batch-un-2', programme: 'programme-un-jpo', ordinal: 2 },
  {
    type: 'RecordRemarks',
    statement: 'statement-s2-un',
    by: { _tag: 'organisation', organisation: 'organisation-hksar' },
    about: ['programme-un-jpo'],
    on: today,
    reported: 'reported',
    language: 'en',
    points: ['will continue to work with the OCMFA and arrange more young public officers to take part in the programme'],
  },
])
