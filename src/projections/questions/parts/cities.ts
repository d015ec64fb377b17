import type { Count } from '../../../domain/vocabulary/count.js'
import { remainder } from '../../../domain/vocabulary/count-sum.js'
import type { BatchId, OrganisationId } from '../../../domain/vocabulary/id.js'
import type { BatchRow } from '../../batches.js'
import type { OrganisationRow } from '../../organisations.js'
import { together } from './presence-figures.js'
import { partOf, unitsOf } from './shares.js'
import type { Stint } from './stints.js'

/** How many of a stint's officers belong to one line of a table. */
export interface Share {
  /** The city, unit or group as people know it. */
  readonly label: string
  readonly organisation?: OrganisationId
  readonly count: Count
}

/** Said where nothing on record puts officers with any partner. */
export const NOT_STATED = 'not stated'

/** Said of those who belong to one of several, and nobody says which. */
const UNDIVIDED = 'not divided'

/** Finds the partner cities of officers: where those sent out go, and where those received come from. */
export interface Cities {
  readonly partnersOf: (stint: Stint) => ReadonlyArray<Share>
  readonly hostsOf: (stint: Stint) => ReadonlyArray<Share>
  readonly homesOf: (stint: Stint) => ReadonlyArray<Share>
}

const isCity = ({ kind }: OrganisationRow): boolean => kind === 'municipality' || kind === 'group'

/** Shares of one label together, in order of first mention. */
const gathered = (shares: ReadonlyArray<Share>): ReadonlyArray<Share> =>
  [...new Set(shares.map(({ label }) => label))].flatMap((label) => {
    const own = shares.filter((share) => share.label === label)
    const [first] = own
    return first === undefined ? [] : [{ ...first, count: together(own.map(({ count }) => count)) }]
  })

/** Shares, and what is left of the whole when they are taken away; a whole that is wholly divided leaves nothing. */
export const withRest = (count: Count, shares: ReadonlyArray<Share>, label: string): ReadonlyArray<Share> => {
  const rest = remainder(
    count,
    shares.map((share) => share.count),
  )
  return rest.kind === 'exact' && rest.n === 0 && shares.length > 0 ? shares : [...shares, { label, count: rest }]
}

export const citiesIn = (
  organisations: ReadonlyArray<OrganisationRow>,
  batches: ReadonlyArray<BatchRow>,
  of: (id: string) => string,
): Cities => {
  const byId = new Map(organisations.map((row) => [row.organisation, row]))
  const partners = new Map<BatchId, BatchRow['partners']>(batches.map((row) => [row.batch, row.partners]))

  /** The city or group in which an organisation lies; a place above cities stays itself. */
  const cityOf = (id: OrganisationId, met: ReadonlyArray<OrganisationId> = []): OrganisationId | undefined => {
    const row = byId.get(id)
    if (row === undefined || met.includes(id)) return undefined
    if (isCity(row)) return id
    return (row.parent === undefined ? undefined : cityOf(row.parent, [...met, id])) ?? (row.kind === 'province' ? id : undefined)
  }
  const labelled = (id: OrganisationId): Pick<Share, 'label' | 'organisation'> => {
    const city = cityOf(id) ?? id
    return { label: of(city), organisation: city }
  }
  /** Words that are a name of a city stand for that city. */
  const inWords = (place: string): Pick<Share, 'label' | 'organisation'> => {
    const named = organisations.find((row) => isCity(row) && row.names.some(({ text }) => text.toLowerCase() === place.toLowerCase()))
    return named === undefined ? { label: place } : labelled(named.organisation)
  }

  /** One city takes all of them; of several the told parts are theirs, and the rest is not divided. */
  const among = (stint: Stint, ids: ReadonlyArray<OrganisationId>, open: boolean): ReadonlyArray<Share> => {
    const labels = [...new Map(ids.map(labelled).map((one) => [one.label, one])).values()]
    const [only, ...others] = labels
    if (only === undefined) return [{ label: NOT_STATED, count: stint.count }]
    if (others.length === 0 && !open) return [{ ...only, count: stint.count }]
    const { cohort, placement } = stint
    const told =
      cohort === undefined || placement !== undefined
        ? []
        : ids.flatMap((id) => {
            const count = partOf(cohort, id)
            return count === undefined ? [] : [{ ...labelled(id), count }]
          })
    const rest = `${[...labels.map(({ label }) => label), ...(open ? ['…'] : [])].join(' or ')} (${UNDIVIDED})`
    return withRest(stint.count, gathered(told), rest)
  }

  const ofBatch = (stint: Stint): ReadonlyArray<Share> => {
    const listed = stint.batch === undefined ? undefined : partners.get(stint.batch)
    return among(stint, listed?.items ?? [], listed?.open ?? false)
  }

  const hostsOf = (stint: Stint): ReadonlyArray<Share> => {
    const { cohort, placement } = stint
    const own = placement?.hosts.items.map(({ organisation }) => organisation) ?? []
    if (own.length > 0) return among(stint, own, false)
    if (cohort?.place !== undefined) return [{ ...inWords(cohort.place), count: stint.count }]
    const listed = [...(cohort?.hostPlaces?.items ?? []), ...(cohort?.hosts?.items ?? [])]
    return listed.length > 0 ? among(stint, listed, cohort?.hostPlaces?.open ?? cohort?.hosts?.open ?? false) : ofBatch(stint)
  }

  const homesOf = (stint: Stint): ReadonlyArray<Share> => {
    const { cohort, placement } = stint
    const own = placement?.home.place ?? placement?.home.organisation
    if (own !== undefined) return [{ ...labelled(own), count: stint.count }]
    const units = cohort === undefined ? [] : unitsOf(cohort)
    const [first] = units
    if (cohort === undefined || first === undefined) return ofBatch(stint)
    const { items = [], open = true } = cohort.homes ?? {}
    const labels = new Set(units.map(({ organisation }) => labelled(organisation).label))
    if (!open && labels.size === 1) return [{ ...labelled(first.organisation), count: stint.count }]
    // What is told of the homes is told of the whole cohort: of a stint that is a part of it nobody says.
    if (stint.count !== cohort.size) return among(stint, items, open)
    const shares = gathered(units.map(({ organisation, officers }) => ({ ...labelled(organisation), count: officers })))
    return open ? withRest(stint.count, shares, NOT_STATED) : shares
  }

  return { hostsOf, homesOf, partnersOf: (stint) => (stint.direction === 'inbound' ? homesOf(stint) : hostsOf(stint)) }
}
