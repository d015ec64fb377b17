import * as E from 'fp-ts/lib/Either.js'
import type { HoldSeat, OpenSeats, PermitOverbooking, ReleaseSeat, ReviseQuota, SeatsCommand } from '../domain/seats/commands.js'
import type {
  Allotment,
  Allotted,
  Overbooking,
  OverbookingPermitted,
  QuotaRevised,
  QuotaRevision,
  SeatAsk,
  SeatHeld,
  SeatHolder,
  SeatPromoted,
  SeatRelease,
  SeatReleased,
  SeatsEvent,
  SeatsOpened,
  SeatsPolicy,
  SeatTaking,
  SeatWaitlisted,
} from '../domain/seats/events.js'
import { batchOf, isCohortId, isId } from '../domain/vocabulary/id.js'
import { invalid } from '../domain/vocabulary/invalid.js'
import { type Codec, valueCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { cohortIdSchema, idOf, idSchema, integer, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { count, period } from './vocabulary.js'

const seats = idOf('seats')
const organisation = idOf('organisation')
const policy: Codec<SeatsPolicy> = oneOf('refuse', 'waiting list')
const places = integer(0, 1_000_000_000)

const HOLDER = 'an id (placement-…, person-… or batch-…#…)'
const isHolder = (value: unknown): value is SeatHolder => isId('placement')(value) || isId('person')(value) || isCohortId(value)
const holder: Codec<SeatHolder> = valueCodec(
  HOLDER,
  isHolder,
  (value) => (isHolder(value) ? E.right(value) : E.left(invalid(HOLDER, value))),
  (id, into) => {
    if (isCohortId(id)) into.add(batchOf(id))
    else if (isId('placement')(id) || isId('person')(id)) into.add(id)
  },
  { anyOf: [idSchema('placement', 'person'), cohortIdSchema] },
)

const allotted = objectCodec<Allotted>('what the seats are for', {
  programme: optional(idOf('programme')),
  batches: optional(listOf(idOf('batch'), { atLeast: 1, atMost: 200 })),
  agreement: optional(idOf('agreement')),
  occasion: optional(idOf('occasion')),
  year: optional(line),
  department: optional(organisation),
  partner: optional(organisation),
  side: optional(line),
  grade: optional(organisation),
  category: optional(line),
})
const allotment: Props<Allotment> = {
  seats,
  of: allotted,
  quota: count,
  policy,
  overbookBy: optional(places),
  counts: optional(oneOf('nominations', 'persons started', 'persons at one time')),
  period: optional(period),
}
const ask: Props<SeatAsk> = { seats, holder, count, policy: optional(policy) }
const taking: Props<SeatTaking> = { seats, holder, count, takes: places, policy }
const release: Props<SeatRelease> = { seats, holder, why: optional(prose) }
const revision: Props<QuotaRevision> = { seats, quota: count, why: optional(prose) }
const overbooking: Props<Overbooking> = { seats, by: places, authority: line, reason: prose }

export const seatsEvents: Catalogue<SeatsEvent> = {
  SeatsOpened: first<SeatsOpened>('SeatsOpened', allotment),
  SeatHeld: first<SeatHeld>('SeatHeld', taking),
  SeatWaitlisted: first<SeatWaitlisted>('SeatWaitlisted', taking),
  SeatPromoted: first<SeatPromoted>('SeatPromoted', taking),
  SeatReleased: first<SeatReleased>('SeatReleased', release),
  QuotaRevised: first<QuotaRevised>('QuotaRevised', revision),
  OverbookingPermitted: first<OverbookingPermitted>('OverbookingPermitted', overbooking),
}

export const seatsCommands: Commands<SeatsCommand> = {
  OpenSeats: commandCodec<OpenSeats>('OpenSeats', allotment),
  HoldSeat: commandCodec<HoldSeat>('HoldSeat', ask),
  ReleaseSeat: commandCodec<ReleaseSeat>('ReleaseSeat', release),
  ReviseQuota: commandCodec<ReviseQuota>('ReviseQuota', revision),
  PermitOverbooking: commandCodec<PermitOverbooking>('PermitOverbooking', overbooking),
}
