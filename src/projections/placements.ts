import type { Recorded } from '../domain/kernel/recorded.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { Attachment, Home, Host, Reflection, Report } from '../domain/placements/events.js'
import type { Side } from '../domain/placements/keys.js'
import { answeredAgain, answerIn, type ConsentAnswer, concerns } from '../domain/placements/reflection-consent.js'
import type { AgreementId, BatchId, CohortId, PersonId, PlacementId, ProgrammeId } from '../domain/vocabulary/id.js'
import type { Period } from '../domain/vocabulary/period.js'
import { type DayRange, type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { type StartTold, showPeriod, startTold, startToldColumns } from './cohorts-period.js'
import { date, json, list, maybe, namedList, text, UNKNOWN } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** A request that a placement last until another day, and what became of it. */
export interface ExtensionAsked {
  readonly until: StatedDate
  readonly state: 'requested' | 'granted' | 'refused'
  readonly why: string
  readonly agreedBy?: ReadonlyArray<Side>
}

/** A pause within a placement. */
export interface Pause {
  readonly since: StatedDate
  readonly why: string
  /** The first day back; absent: it is not known to be over. */
  readonly backOn?: StatedDate
}

/** What somebody wrote of it, and what he answered when he was asked whether it may be published. */
export interface ReflectionTold extends Omit<Reflection, 'placement'> {
  /** The latest for each use; absent: he was not asked. */
  readonly consents?: ReadonlyArray<ConsentAnswer>
}

/** One officer's placement, as it is known now. */
export interface PlacementRow extends Omit<Attachment, 'period'>, StartTold, RestingOn {
  /** `under way`: the start, or a day of presence, is on record. No date moves it. */
  readonly state: 'attached' | 'under way' | 'completed' | 'curtailed' | 'cancelled'
  /** As agreed. */
  readonly agreed: Period
  /** The same with the start on record. */
  readonly period: Period
  readonly startedOn?: StatedDate
  readonly confirmed: ReadonlyArray<DayRange>
  /** The reported last day. */
  readonly endedOn?: StatedDate
  /** Who asked that it be cut short. */
  readonly endedBy?: Side
  /** When notice of that was given. */
  readonly notice?: StatedDate
  /** Who withdrew it before the start; of one that was called off, absent: nobody is named. */
  readonly withdrawnBy?: 'officer' | 'department' | 'organiser' | 'host'
  /** Who comes instead. */
  readonly replacedBy?: PlacementId
  /** The latest request that it last longer. */
  readonly extension?: ExtensionAsked
  /** The last day as last granted. */
  readonly extendedTo?: StatedDate
  /** In order of recording; absent: none is on record. */
  readonly pauses?: ReadonlyArray<Pause>
  /** Why it was cut short or called off. */
  readonly why?: string
  readonly reflections: ReadonlyArray<ReflectionTold>
  readonly reports: ReadonlyArray<Omit<Report, 'placement'>>
}

const showHome = ({ organisation, place }: Home): string => [organisation, place].filter((one) => one !== undefined).join(', ') || UNKNOWN

const begun = (row: PlacementRow): PlacementRow => (row.state === 'attached' ? { ...row, state: 'under way' } : row)

/** The same for the two ways in which a placement that was agreed comes to its end. */
const ended = (row: PlacementRow, state: 'completed' | 'curtailed', on: StatedDate, recorded: Recorded<unknown>): PlacementRow => ({
  ...row,
  state,
  endedOn: on,
  ...startTold(row, recorded),
})

/** The officer is back from the last pause. */
const closed = ({ pauses }: PlacementRow, on: StatedDate): Pick<PlacementRow, 'pauses'> =>
  pauses === undefined ? {} : { pauses: pauses.map((pause, n) => (n === pauses.length - 1 ? { ...pause, backOn: on } : pause)) }

/** The placements, one row each. */
export const placements: Projection<LedgerEvent, PlacementId, PlacementRow> = {
  name: 'placements',
  version: 3,
  columns: {
    placement: text<PlacementId>(),
    officer: text<PersonId>(),
    programme: text<ProgrammeId>(),
    batch: maybe(text<BatchId>()),
    partOf: maybe(text<CohortId>()),
    state: text<PlacementRow['state']>(),
    kind: text<PlacementRow['kind']>(),
    direction: maybe(text<'outbound' | 'inbound'>()),
    home: json<Home>(showHome),
    hosts: namedList<Host>(({ organisation, level }) => `${organisation} (${level})`),
    agreed: json<Period>(showPeriod),
    period: json<Period>(showPeriod),
    basis: maybe(text<AgreementId>()),
    startedOn: maybe(date),
    confirmed: list<DayRange>(({ from, to }) => `${from}/${to}`),
    endedOn: maybe(date),
    endedBy: maybe(text<Side>()),
    notice: maybe(date),
    withdrawnBy: maybe(text<NonNullable<PlacementRow['withdrawnBy']>>()),
    replacedBy: maybe(text<PlacementId>()),
    why: maybe(text()),
    extension: maybe(json<ExtensionAsked>(({ until, state }) => `${state} until ${showDate(until)}`)),
    extendedTo: maybe(date),
    pauses: maybe(
      list<Pause>(({ since, backOn }) => `${showDate(since)}/${backOn === undefined ? UNKNOWN : `back on ${showDate(backOn)}`}`),
    ),
    reflections: list<ReflectionTold>(({ author, points }) => `by ${author}, ${points.length} points`),
    reports: list<PlacementRow['reports'][number]>(({ kind, on }) => (on === undefined ? kind : `${kind} ${showDate(on)}`)),
    ...startToldColumns,
    ...restingOnColumns,
  },
  on: {
    OfficerAttached: {
      keys: ({ placement }) => [placement],
      evolve: (row, { type: _, period, ...attachment }, _key, recorded) => ({
        ...attachment,
        state: 'attached',
        agreed: period,
        period,
        confirmed: [],
        reflections: [],
        reports: [],
        startTold: [],
        ...restingOn(row, recorded),
      }),
    },
    PlacementStarted: {
      keys: ({ placement }) => [placement],
      evolve: (row, { on }, _, recorded) =>
        row && {
          ...begun(row),
          startedOn: on,
          period: { ...row.period, start: on },
          ...startTold(row, recorded),
          ...restingOn(row, recorded),
        },
    },
    PlacementPeriodConfirmed: {
      keys: ({ placement }) => [placement],
      evolve: (row, { from, to }, _, recorded) =>
        row && {
          ...begun(row),
          confirmed: [...row.confirmed, { from, to }],
          ...startTold(row, recorded),
          ...restingOn(row, recorded),
        },
    },
    PlacementCompleted: {
      keys: ({ placement }) => [placement],
      evolve: (row, { on }, _, recorded) => row && { ...ended(row, 'completed', on, recorded), ...restingOn(row, recorded) },
    },
    PlacementCurtailed: {
      keys: ({ placement }) => [placement],
      evolve: (row, { on, by, why, notice }, _, recorded) =>
        row && {
          ...ended(row, 'curtailed', on, recorded),
          endedBy: by,
          why,
          ...(notice !== undefined && { notice }),
          ...restingOn(row, recorded),
        },
    },
    PlacementCancelled: {
      keys: ({ placement }) => [placement],
      evolve: (row, { why }, _, recorded) => row && { ...row, state: 'cancelled', why, ...restingOn(row, recorded) },
    },
    OfficerWithdrawn: {
      keys: ({ placement }) => [placement],
      evolve: (row, { by, why, replacedBy }, _, recorded) =>
        row && {
          ...row,
          state: 'cancelled',
          why,
          withdrawnBy: by,
          ...(replacedBy !== undefined && { replacedBy }),
          ...restingOn(row, recorded),
        },
    },
    ExtensionRequested: {
      keys: ({ placement }) => [placement],
      evolve: (row, { to, why, agreedBy }, _, recorded) =>
        row && {
          ...row,
          extension: { until: to, state: 'requested', why, ...(agreedBy !== undefined && { agreedBy }) },
          ...restingOn(row, recorded),
        },
    },
    ExtensionDecided: {
      keys: ({ placement }) => [placement],
      evolve: (row, { outcome, to, why }, _, recorded) =>
        row && {
          ...row,
          extension: { ...(row.extension ?? { why: why ?? UNKNOWN }), until: to, state: outcome },
          ...(outcome === 'granted' && { extendedTo: to, period: { ...row.period, end: to } }),
          ...restingOn(row, recorded),
        },
    },
    PlacementSuspended: {
      keys: ({ placement }) => [placement],
      evolve: (row, { from, why }, _, recorded) =>
        row && { ...row, pauses: [...(row.pauses ?? []), { since: from, why }], ...restingOn(row, recorded) },
    },
    PlacementResumed: {
      keys: ({ placement }) => [placement],
      evolve: (row, { on }, _, recorded) => row && { ...row, ...closed(row, on), ...restingOn(row, recorded) },
    },
    ReflectionRecorded: {
      keys: ({ placement }) => [placement],
      evolve: (row, { type, placement, officer, programme, batch, partOf, ...reflection }, _, recorded) =>
        row && { ...row, reflections: [...row.reflections, reflection], ...restingOn(row, recorded) },
    },
    ReflectionConsentSet: {
      keys: ({ placement }) => [placement],
      evolve: (row, event, _, recorded) =>
        row && {
          ...row,
          reflections: row.reflections.map((one) =>
            concerns(event, one) ? { ...one, consents: answeredAgain(one.consents ?? [], answerIn(event)) } : one,
          ),
          ...restingOn(row, recorded),
        },
    },
    ReportReceived: {
      keys: ({ placement }) => [placement],
      evolve: (row, { type, placement, officer, programme, batch, partOf, ...report }, _, recorded) =>
        row && { ...row, reports: [...row.reports, report], ...restingOn(row, recorded) },
    },
  },
}
