import type { LedgerCommand, OrganisationId, PersonId, SourceId, StatedDate } from 'programme-ledger'
import { commandId, type Release } from './release.js'

// The documents, and the organisations and people that they speak of: registered first, each on all the documents that name it.
// Ids of people are numbers: a name stands in the person's own stream and nowhere else.

export const S0: SourceId = 'source-s0'
export const S1: SourceId = 'source-s1'
export const S2: SourceId = 'source-s2'
export const S3: SourceId = 'source-s3'
export const S4: SourceId = 'source-s4'

type Entry = readonly [on: ReadonlyArray<SourceId>, command: LedgerCommand]

const document = (
  source: SourceId,
  title: string,
  issuedOn: StatedDate,
  rest: { readonly number?: string; readonly kind?: 'newsletter' } = {},
): Entry => [
  [source],
  { type: 'RegisterSource', source, title, language: 'en', kind: 'press release', publisher: 'HKSAR Government', issuedOn, ...rest },
]

type Kind = Extract<LedgerCommand, { readonly type: 'RegisterOrganisation' }>['kind']

const organisation = (
  on: ReadonlyArray<SourceId>,
  id: OrganisationId,
  kind: Kind,
  name: string,
  rest: { readonly parent?: OrganisationId; readonly establishedOn?: StatedDate } = {},
): Entry => [on, { type: 'RegisterOrganisation', organisation: id, kind, names: [{ text: name, language: 'en' }], ...rest }]

const person = (on: ReadonlyArray<SourceId>, id: PersonId, name: string): Entry => [
  on,
  { type: 'RegisterPerson', person: id, names: [{ text: name, language: 'en' }] },
]

const government: { readonly parent: OrganisationId } = { parent: 'organisation-hksar' }

const entries: ReadonlyArray<Entry> = [
  document(
    S0,
    'HKSAR Government and National Academy of Governance sign training agreement for senior civil servants',
    { edtf: '2023-06-15', words: 'today (June 15)', yearFrom: 'source' },
    { number: 'P2023061500577' },
  ),
  document(S1, 'Civil Service Staff Exchange and Collaboration Programme with GBA Mainland municipalities officially launched', {
    edtf: '2023-12-18',
    words: 'today (December 18)',
    yearFrom: 'recorder',
  }),
  document(
    S2,
    'Civil Service College holds thematic briefing session on "International Landscape and China\'s Foreign Relations in 2021"',
    { edtf: '2021-12-17', words: 'today (December 17)', yearFrom: 'text' },
  ),
  document(S3, 'HKSAR Government holds seminar on learning spirit of "two sessions"', {
    edtf: '2025-04-03',
    words: 'today (April 3)',
    yearFrom: 'recorder',
  }),
  document(
    S4,
    '2024 Civil Service Exchange Programme: Mainland Civil Servants Come to Hong Kong for Exchanges',
    { edtf: '2025-02', yearFrom: 'source' },
    { kind: 'newsletter' },
  ),

  organisation([S0, S1, S2, S3, S4], 'organisation-hksar', 'government', 'Government of the Hong Kong Special Administrative Region'),
  organisation([S0, S1, S2], 'organisation-csb', 'bureau', 'Civil Service Bureau', government),
  organisation([S0, S2], 'organisation-csc', 'college', 'Civil Service College', {
    parent: 'organisation-csb',
    establishedOn: { edtf: '2021-12-09', words: 'newly established on December 9', yearFrom: 'text' },
  }),
  organisation([S0], 'organisation-nag', 'academy', 'National Academy of Governance'),
  organisation([S0], 'organisation-nag-training', 'centre', 'International and Hong Kong and Macau Training Center', {
    parent: 'organisation-nag',
  }),
  organisation([S1], 'organisation-gba-municipalities', 'group', 'Mainland municipalities in the Greater Bay Area'),
  organisation([S1], 'organisation-mainland-municipalities', 'group', 'a number of Mainland municipalities'),
  organisation([S4], 'organisation-gba-cities', 'group', 'Mainland cities of the Greater Bay Area'),
  organisation([S1], 'organisation-guangdong', 'government', 'Guangdong Provincial Government'),
  organisation([S1, S4], 'organisation-shenzhen', 'municipality', 'Shenzhen'),
  organisation([S1], 'organisation-futian', 'district', 'Futian', { parent: 'organisation-shenzhen' }),
  organisation([S1], 'organisation-qianhai', 'district', 'Qianhai', { parent: 'organisation-shenzhen' }),
  organisation([S1], 'organisation-cpc-shenzhen', 'other', 'CPC Shenzhen Municipal Committee'),
  organisation(
    [S1],
    'organisation-cpc-shenzhen-organization',
    'department',
    'Organization Department of the CPC Shenzhen Municipal Committee',
    {
      parent: 'organisation-cpc-shenzhen',
    },
  ),
  organisation([S1], 'organisation-hkmao', 'office', 'Hong Kong and Macao Affairs Office of the State Council'),
  organisation(
    [S1],
    'organisation-hkmao-guangdong',
    'office',
    "Hong Kong and Macao Affairs Office of the People's Government of Guangdong Province",
  ),
  organisation([S1], 'organisation-hkmao-shenzhen', 'office', 'Hong Kong and Macao Affairs Office of the Shenzhen Municipal Government'),
  organisation([S1], 'organisation-ao-grade', 'grade', 'Administrative Officer Grade', government),
  organisation([S1], 'organisation-eo-grade', 'grade', 'Executive Officer Grade', government),
  organisation([S1], 'organisation-epd', 'department', 'Environmental Protection Department', government),
  organisation([S1], 'organisation-hyd', 'department', 'Highways Department', government),
  organisation([S1], 'organisation-itc', 'department', 'Innovation and Technology Commission', government),
  organisation([S1], 'organisation-ogcio', 'department', 'Office of the Government Chief Information Officer', government),
  organisation([S1], 'organisation-pland', 'department', 'Planning Department', government),
  organisation([S1], 'organisation-td', 'department', 'Transport Department', government),
  organisation([S2], 'organisation-ocmfa', 'office', 'Office of the Commissioner of the Ministry of Foreign Affairs in the HKSAR'),
  organisation([S2, S3], 'organisation-central-government', 'government', "Central People's Government"),
  organisation([S2], 'organisation-un', 'international organisation', 'United Nations'),
  organisation([S2], 'organisation-un-agencies', 'group', 'agencies of the United Nations', { parent: 'organisation-un' }),
  organisation([S3], 'organisation-liaison-office', 'office', "Liaison Office of the Central People's Government in the HKSAR"),
  organisation([S4], 'organisation-cmab', 'bureau', 'Constitutional and Mainland Affairs Bureau', government),
  organisation([S4], 'organisation-gba-office', 'office', 'Guangdong-Hong Kong-Macao Greater Bay Area Development Office', {
    parent: 'organisation-cmab',
  }),
  organisation([S4], 'organisation-beijing', 'municipality', 'Beijing'),
  organisation([S4], 'organisation-shanghai', 'municipality', 'Shanghai'),
  organisation([S4], 'organisation-chongqing', 'municipality', 'Chongqing'),
  organisation([S4], 'organisation-wuhan', 'municipality', 'Wuhan'),
  organisation([S4], 'organisation-hangzhou', 'municipality', 'Hangzhou'),

  person([S0, S3, S4], 'person-1', 'Mr John Lee'),
  person([S0, S1], 'person-2', 'Mr Clement Leung'),
  person([S0], 'person-3', 'Mr Xie Yutong'),
  person([S0], 'person-4', 'Mr Xie Chuntao'),
  person([S1], 'person-5', 'Mrs Ingrid Yeung'),
  person([S1], 'person-6', 'Mr Cheng Buyi'),
  person([S1], 'person-7', 'Ms Li Huanchun'),
  person([S1], 'person-8', 'Mr Jiang Likun'),
  person([S2], 'person-9', 'Mr Liu Guangyuan'),
  person([S2], 'person-10', 'Mrs Carrie Lam'),
  person([S2], 'person-11', 'Mr Patrick Nip'),
  person([S3], 'person-12', 'Mr Zheng Yanxiong'),
  person([S4], 'person-13', 'Mr Terence Wang'),
]

/** The document's number in command ids, beside 0 to 4 for the five. */
const REGISTER = 15

/** Registers the documents, organisations and people. */
export const register: Release = {
  id: 'register',
  title: 'The documents, and the organisations and people they speak of',
  says: entries.map(([on, command], n) => ({
    command,
    context: {
      commandId: commandId(REGISTER, n),
      actor: 'records-office',
      mode: 'report',
      sources: command.type === 'RegisterSource' ? [] : on,
    },
  })),
}
