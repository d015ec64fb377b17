import type { Period } from '../domain/vocabulary/period.js'
import type { Span } from '../domain/vocabulary/span.js'
import { isSpan, parseSpan } from '../domain/vocabulary/span.js'
import type {
  Bar,
  Deadline,
  Eligibility,
  LengthChange,
  LengthRange,
  Limit,
  Payer,
  Quota,
  Sequence,
  StartDays,
  Terms,
} from '../domain/vocabulary/terms.js'
import type { Act, OfficerFacts, Participation, Taken } from '../domain/vocabulary/terms-act.js'
import type { Activity, Scope, ScopePart } from '../domain/vocabulary/terms-scope.js'
import { type Codec, valueCodec } from './codec/codec.js'
import { objectCodec, optional, type Props, unionCodec } from './codec/object.js'
import { anyId, idOf, integer, line, listOf, oneOf, truth } from './codec/simple.js'
import { count, language, namedList, period as periodCodec, statedDate } from './vocabulary.js'
import { spanSchema } from './vocabulary-schema.js'

// Typed terms, the scope of a rule, and an act that is judged, as they are written.

const organisation = idOf('organisation')
const programme = idOf('programme')
const span: Codec<Span> = valueCodec('a span', isSpan, parseSpan, undefined, spanSchema)
const period: Codec<Period> = periodCodec
const few = { atMost: 100 } as const

const lengthRange = objectCodec<LengthRange>('a range of lengths', { shortest: optional(span), longest: optional(span) })

const lengthChange = unionCodec<'kind', LengthChange>('whether the length may be changed', 'kind', {
  yes: objectCodec<Extract<LengthChange, { readonly kind: 'yes' }>>('it may be changed', { kind: oneOf('yes') }),
  no: objectCodec<Extract<LengthChange, { readonly kind: 'no' }>>('it may not be changed', { kind: oneOf('no') }),
  until: objectCodec<Extract<LengthChange, { readonly kind: 'until' }>>('it may be changed until a day', {
    kind: oneOf('until'),
    until: statedDate,
  }),
})

const limit = objectCodec<Limit>('a limit', {
  kind: oneOf('longest in one go', 'longest continuous', 'lifetime total', 'break that interrupts', 'wait before the next'),
  span,
  scheme: optional(line),
  except: optional(listOf(line, few)),
})

type OfKind<K extends StartDays['kind']> = Extract<StartDays, { readonly kind: K }>
const startDays = unionCodec<'kind', StartDays>('days on which a stay may begin', 'kind', {
  'days of the month': objectCodec<OfKind<'days of the month'>>('days of the month', {
    kind: oneOf('days of the month'),
    days: listOf(integer(1, 31), { atLeast: 1, atMost: 31 }),
  }),
  'days of the week': objectCodec<OfKind<'days of the week'>>('days of the week', {
    kind: oneOf('days of the week'),
    days: listOf(integer(1, 7), { atLeast: 1, atMost: 7 }),
  }),
  dates: objectCodec<OfKind<'dates'>>('dates', { kind: oneOf('dates'), dates: listOf(statedDate, { atLeast: 1, atMost: 100 }) }),
})

const eligibility = objectCodec<Eligibility>('who may come', {
  ranks: optional(namedList(line)),
  grades: optional(namedList(organisation)),
  leastYearsOfService: optional(integer(0, 100)),
  mostYearsOfService: optional(integer(0, 100)),
  languages: optional(listOf(language, few)),
})

const bar = objectCodec<Bar>('an earlier participation that bars', {
  scheme: optional(line),
  programme: optional(programme),
  within: optional(span),
})

const quota = objectCodec<Quota>('a quota', {
  name: line,
  limit: count,
  counts: oneOf('nominations', 'persons started', 'persons at one time'),
  per: optional(oneOf('year', 'batch', 'term', 'call')),
  of: optional(namedList(organisation)),
})

const sequence = objectCodec<Sequence>('a place in a sequence', {
  after: optional(listOf(programme, few)),
  before: optional(listOf(programme, few)),
})

const payer = objectCodec<Payer>('who pays', { what: line, payer: organisation, share: optional(line) })
const deadline = objectCodec<Deadline>('a deadline', { step: line, by: optional(statedDate), beforeStart: optional(span) })

/** Typed terms. */
export const terms: Codec<Terms> = objectCodec<Terms>('terms', {
  length: optional(lengthRange),
  lengthMayChange: optional(lengthChange),
  limits: optional(listOf(limit, { atMost: 20 })),
  startDays: optional(startDays),
  mostPreferences: optional(integer(1, 1_000)),
  approvals: optional(listOf(line, few)),
  eligibility: optional(eligibility),
  bars: optional(listOf(bar, few)),
  quotas: optional(listOf(quota, few)),
  sequence: optional(sequence),
  whoPays: optional(listOf(payer, few)),
  deadlines: optional(listOf(deadline, few)),
})

const direction = oneOf('outbound', 'inbound', 'both')

const partProps: Props<ScopePart> = {
  kinds: optional(listOf(line, few)),
  places: optional(listOf(line, few)),
  directions: optional(listOf(direction, few)),
  hosts: optional(listOf(organisation, few)),
  manners: optional(listOf(line, few)),
}

/** A part of all activities. */
export const scopePart: Codec<ScopePart> = objectCodec<ScopePart>('a part of all activities', partProps)

/** What a rule holds for. */
export const scope: Codec<Scope> = objectCodec<Scope>('a scope', { ...partProps, except: optional(listOf(scopePart, few)) })

const activity = objectCodec<Activity>('an activity', {
  kind: optional(line),
  place: optional(line),
  direction: optional(direction),
  host: optional(organisation),
  manner: optional(line),
  scheme: optional(line),
})

const participation = objectCodec<Participation>('an earlier stay', {
  scheme: optional(line),
  programme: optional(programme),
  manner: optional(line),
  first: statedDate,
  last: statedDate,
})

const officer = objectCodec<OfficerFacts>('what is known of the officer', {
  rank: optional(line),
  grade: optional(organisation),
  yearsOfService: optional(count),
  languages: optional(namedList(language)),
  earlier: optional(namedList(participation)),
})

const taken = objectCodec<Taken>('how many are taken', { quota: line, count })

/** An act that is judged. */
export const act: Codec<Act> = objectCodec<Act>('an act', {
  of: anyId,
  day: statedDate,
  activity: optional(activity),
  period: optional(period),
  changesLength: optional(truth),
  preferences: optional(integer(0, 1_000)),
  approvals: optional(listOf(line, few)),
  officer: optional(officer),
  taken: optional(listOf(taken, few)),
})
