import { showCount } from '../../src/domain/vocabulary/count.js'
import { showSum } from '../../src/domain/vocabulary/count-sum.js'
import { showDate } from '../../src/domain/vocabulary/stated-date.js'
import { batches } from '../../src/projections/batches.js'
import { cohorts } from '../../src/projections/cohorts.js'
import { organisations } from '../../src/projections/organisations.js'
import { people } from '../../src/projections/people.js'
import { fromPlace } from '../../src/projections/questions/from-place.js'
import { placementsOnRecord } from '../../src/projections/questions/placements.js'
import { presence } from '../../src/projections/questions/presence.js'
import { programmesOnRecord } from '../../src/projections/questions/programmes.js'
import { reflections } from '../../src/projections/questions/reflections.js'
import { type Fact, listed } from './fact.js'

const cohort = 'batch-exchange-2024#officers'
const programme = 'programme-exchange'
const officer = 'person-13'

export const factsOfS4: ReadonlyArray<Fact> = [
  {
    id: 'S4-01',
    query: 'partner cities in 2024',
    expected:
      'organisation-beijing; organisation-shanghai; organisation-chongqing; organisation-wuhan; organisation-hangzhou; and as a group: organisation-gba-cities',
    answer: async ({ row }) => {
      const batch = await row(batches, 'batch-exchange-2024')
      const partners = batch?.partners?.items ?? []
      const kinds = await Promise.all(partners.map(async (id) => [id, (await row(organisations, id))?.kind] as const))
      const cities = kinds.filter(([, kind]) => kind !== 'group').map(([id]) => id)
      const groups = kinds.filter(([, kind]) => kind === 'group').map(([id]) => id)
      return `${listed(cities)}; and as a group: ${listed(groups)}`
    },
  },
  {
    id: 'S4-02',
    query: 'inbound edition 2024: officers, start',
    expected: 'edition 2024, inbound, =30, start 2024-12-01~ (early December 2024), starts may be staggered',
    answer: async ({ row }) => {
      const batch = await row(batches, 'batch-exchange-2024')
      const one = await row(cohorts, cohort)
      const start = one?.period?.start
      return `edition ${batch?.edition}, ${one?.direction}, ${one && showCount(one.size)}, start ${start && showDate(start)} (${start?.words})${one?.period?.startsStaggered ? ', starts may be staggered' : ''}`
    },
  },
  {
    id: 'S4-03',
    query: 'inbound officers on placement on 2025-01-20; who is sure',
    expected: 'between 1 and 30; sure: Mr Terence Wang',
    answer: async ({ ask }) => {
      const all = (await ask(presence, { on: '2025-01-20', direction: 'inbound' })).at(-1)
      return all === undefined
        ? 'nothing on record'
        : `between ${all.inPost.low} and ${all.inPost.high}; sure: ${listed(all.surelyIn ?? [])}`
    },
  },
  {
    id: 'S4-04',
    query: 'officers from Beijing',
    expected: '?',
    answer: async ({ ask }) =>
      listed((await ask(fromPlace, { place: 'organisation-beijing', programme })).map(({ officers }) => showCount(officers))),
  },
  {
    id: 'S4-05',
    query: 'placements of Mr Wang',
    expected: '1: home Shenzhen (department ?), 2024-12/2025-03~ (derived)',
    answer: async ({ ask }) => {
      const rows = await ask(placementsOnRecord, { person: officer })
      return `${rows.length}: ${listed(rows.map(({ homePlace, homeUnit, period }) => `home ${homePlace ?? '?'} (department ${homeUnit ?? '?'}), ${period}`))}`
    },
  },
  {
    id: 'S4-06',
    query: 'hosts of Mr Wang',
    expected: 'bureau organisation-cmab; office organisation-gba-office',
    answer: async ({ ask }) =>
      listed(
        (await ask(placementsOnRecord, { person: officer })).flatMap(({ hosts }) =>
          hosts.items.map(({ level, organisation }) => `${level} ${organisation}`),
        ),
      ),
  },
  {
    id: 'S4-07',
    query: 'inbound officers in all; identified',
    expected: '=30; identified 1',
    answer: async ({ ask, row }) => {
      const all = (await ask(presence, { on: '2025-01-20', direction: 'inbound' })).at(-1)
      return `${all && showSum(all.sent)}; identified ${(await row(cohorts, cohort))?.identified.length}`
    },
  },
  {
    id: 'S4-08',
    query: 'officers from Shenzhen',
    expected: '≥2',
    answer: async ({ ask }) =>
      listed((await ask(fromPlace, { place: 'organisation-shenzhen', programme })).map(({ officers }) => showCount(officers))),
  },
  {
    id: 'S4-09',
    query: 'prior experience of Mr Wang',
    expected: 'yes: some understanding of Hong Kong because of previous work experience; with whom ?',
    answer: async ({ row }) => {
      const experience = (await row(people, officer))?.background.filter(({ kind }) => kind === 'experience') ?? []
      return experience.length === 0 ? '?' : `yes: ${listed(experience.map(({ words }) => words))}; with whom ${experience[0]?.with ?? '?'}`
    },
  },
  {
    id: 'S4-10',
    query: 'reflections by inbound officers',
    expected: '1: by Mr Terence Wang, in en, 3 points',
    answer: async ({ ask }) => {
      const rows = await ask(reflections, { direction: 'inbound' })
      return `${rows.length}: ${listed(rows.map(({ author, language, points }) => `by ${author}, in ${language}, ${points.length} points`))}`
    },
  },
  {
    id: 'S4-11',
    query: 'was it a completion report; where published',
    expected: 'no; the newsletter of the Greater Bay Area Development Office',
    answer: async ({ ask }) =>
      listed(
        (await ask(reflections, { direction: 'inbound' })).map(
          ({ isCompletionReport, publishedIn }) => `${isCompletionReport ? 'yes' : 'no'}; ${publishedIn}`,
        ),
      ),
  },
  {
    id: 'S4-12',
    query: 'is it the same programme as that of S1-14',
    expected: 'not stated; related: programme-staff-exchange',
    answer: async ({ ask }) => {
      const [row] = await ask(programmesOnRecord, { programme })
      const links = row?.links ?? []
      const alias = links.find(({ kind }) => kind === 'alias')
      const related = links.flatMap(({ kind, to }) => (kind === 'related' && to._tag === 'named' ? [to.value] : []))
      return `${alias === undefined ? 'not stated' : alias.to._tag}; related: ${listed(related)}`
    },
  },
]
