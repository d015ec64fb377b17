import type { CohortPeriod, Host, PlacementKeys, Side } from '../domain/placements/keys.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { cohortId, idOf, integer, oneOf } from './codec/simple.js'
import { period } from './vocabulary.js'

// A placement's commands name the placement alone; its events repeat what was fixed when the officer was attached.
export const keys: Props<PlacementKeys> = {
  placement: idOf('placement'),
  officer: idOf('person'),
  programme: idOf('programme'),
  batch: optional(idOf('batch')),
  partOf: optional(cohortId),
}

export const host = objectCodec<Host>('a host', {
  organisation: idOf('organisation'),
  level: oneOf('bureau', 'office', 'department', 'section', 'agency', 'district', 'other'),
})

export const side = oneOf<Side>('home', 'host', 'officer')

/** A place in a stream that evidence was read at. */
export const revision = integer(0, Number.MAX_SAFE_INTEGER)

export const cohortPeriod = objectCodec<CohortPeriod>('the period of a cohort', {
  stream: idOf('batch'),
  revision,
  cohort: cohortId,
  period,
})
