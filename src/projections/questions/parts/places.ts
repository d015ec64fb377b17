import type { Leg } from '../../../domain/batches/cohort-events.js'
import { type Answer, or } from '../../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../../domain/vocabulary/civil-date.js'
import { boundsOfCount } from '../../../domain/vocabulary/count.js'
import { withBounds } from '../../../domain/vocabulary/count-sum.js'
import type { OrganisationId } from '../../../domain/vocabulary/id.js'
import { presenceOn } from '../../../domain/vocabulary/presence.js'
import type { CohortRow } from '../../cohorts-row.js'
import type { OrganisationRow } from '../../organisations.js'
import type { PlacementRow } from '../../placements.js'
import type { Part } from './presence-parts.js'

/** Whether an entry was in the place on the day; none: nothing on record puts it there. */
export type Here = Answer | undefined

/** Finds a place by words: in the text of a place, or in any name of an organisation that is a place, or of the places it is in. */
export interface PlaceAsked {
  readonly ofCohort: (row: CohortRow, on: CivilDate) => Here
  readonly ofPlacement: (row: PlacementRow) => Here
}

const isPlace = ({ kind }: OrganisationRow): boolean => kind === 'municipality' || kind === 'district' || kind === 'province'

export const placeAsked = (words: string, organisations: ReadonlyArray<OrganisationRow>): PlaceAsked => {
  const byId = new Map(organisations.map((row) => [row.organisation, row]))
  const sought = words.trim().toLowerCase()
  const says = (text: string | undefined): boolean => text?.toLowerCase().includes(sought) === true
  const names = (id: OrganisationId | undefined, met: ReadonlyArray<string> = []): boolean => {
    const row = id === undefined || met.includes(id) ? undefined : byId.get(id)
    if (row === undefined) return false
    return (isPlace(row) && row.names.some(({ text }) => says(text))) || names(row.parent, [...met, row.organisation])
  }
  const isHere = (row: CohortRow): boolean =>
    says(row.place) || [...(row.hostPlaces?.items ?? []), ...(row.hosts?.items ?? [])].some((id) => names(id))
  return {
    ofCohort: (row, on) => {
      if (isHere(row)) return 'yes'
      const legs = row.itinerary?.filter(({ place, host }) => says(place) || names(host)) ?? []
      return legs.length === 0 ? undefined : legs.map((leg) => onLeg(leg, on)).reduce(or, 'no')
    },
    ofPlacement: ({ hosts }) => (hosts.items.some(({ organisation }) => names(organisation)) ? 'yes' : undefined),
  }
}

/** On a leg for sure only between two stated days: one without an end is over when the next begins, and nobody says when. */
const onLeg = ({ from, to }: Leg, on: CivilDate): Answer => {
  const presence = presenceOn({ period: { ...(from !== undefined && { start: from }), ...(to !== undefined && { end: to }) } }, on)
  if (presence === 'in by its stated period') return 'yes'
  return presence === 'surely out' || presence === 'overdue' ? 'no' : 'cannot tell'
}

/** The parts as far as they fall under what is asked: wholly, not at all, or some of them and nobody says how many. */
export const asFarAs = (here: Answer, parts: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  switch (here) {
    case 'yes':
      return parts
    case 'no':
      return parts.map((part) => ({ ...part, presence: 'surely out', headline: 'out' }))
    case 'cannot tell':
      return parts.map((part) =>
        part.headline === 'out'
          ? part
          : {
              ...part,
              count: withBounds(0, boundsOfCount(part.count).high),
              presence: part.presence === 'unknown' ? 'unknown' : 'cannot tell',
              headline: 'cannot tell',
            },
      )
  }
}
