import type { LedgerEvent } from '../domain/ledger.js'
import type {
  Cover,
  Leg,
  Manner,
  Obligation,
  ReportPlan,
  Result,
  Review,
  ReviewPlan,
  RuleWaiver,
} from '../domain/placements/course-events.js'
import type { PlacementKeys } from '../domain/placements/keys.js'
import type { BatchId, CohortId, PersonId, PlacementId, ProgrammeId } from '../domain/vocabulary/id.js'
import { showDate } from '../domain/vocabulary/stated-date.js'
import { list, maybe, text } from './engine/columns.js'
import type { Projection, Reading } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

type Of<A> = Omit<A, 'placement'>

/** What is on record of one placement beside its period and its end, each in order of recording; an empty list: nothing is on record. */
export interface PlacementDetailsRow extends PlacementKeys, RestingOn {
  readonly legs: ReadonlyArray<Of<Leg>>
  readonly covers: ReadonlyArray<Of<Cover>>
  readonly manners: ReadonlyArray<Of<Manner>>
  readonly reviewsPlanned: ReadonlyArray<Of<ReviewPlan>>
  readonly reviews: ReadonlyArray<Of<Review>>
  readonly obligations: ReadonlyArray<Of<Obligation>>
  readonly results: ReadonlyArray<Of<Result>>
  readonly reportsExpected: ReadonlyArray<Of<ReportPlan>>
  /** Those that were waived while it was only nominated stand with the nomination. */
  readonly waivers: ReadonlyArray<Of<RuleWaiver>>
}

type Details = Omit<PlacementDetailsRow, keyof PlacementKeys | keyof RestingOn>

/** One more detail of a kind. */
const detail = <Ev extends PlacementKeys & { readonly type: string }>(
  added: (row: Details, said: Omit<Ev, keyof PlacementKeys | 'type'>) => Partial<Details>,
): Reading<Ev, PlacementId, PlacementDetailsRow> => ({
  keys: ({ placement }) => [placement],
  evolve: (row, { type: _, placement: __, officer, programme, batch, partOf, ...said }, ___, recorded) =>
    row && { ...row, ...added(row, said), ...restingOn(row, recorded) },
})

/** Grade, pass and comment in one line. */
export const showResult = ({ grade, passed, comment }: Of<Result>): string =>
  [grade, passed === undefined ? undefined : passed ? 'passed' : 'not passed', comment].filter((one) => one !== undefined).join(', ')

/** How the officer serves, in one line. */
export const showManner = ({ manner, share, standing }: Of<Manner>): string =>
  [manner, share === undefined ? undefined : `${share}%`, standing === undefined ? undefined : `on ${standing}`]
    .filter((one) => one !== undefined)
    .join(', ')

/** The details of placements, one row for each placement that was agreed. */
export const placementDetails: Projection<LedgerEvent, PlacementId, PlacementDetailsRow> = {
  name: 'placement_details',
  version: 1,
  columns: {
    placement: text<PlacementId>(),
    officer: text<PersonId>(),
    programme: text<ProgrammeId>(),
    batch: maybe(text<BatchId>()),
    partOf: maybe(text<CohortId>()),
    legs: list<Of<Leg>>(({ from, role }) => `from ${showDate(from)}${role === undefined ? '' : ` as ${role}`}`),
    covers: list<Of<Cover>>(({ arrangement, by }) => (by === undefined ? arrangement : `${arrangement} by ${by}`)),
    manners: list(showManner),
    reviewsPlanned: list<Of<ReviewPlan>>(({ due }) => showDate(due)),
    reviews: list<Of<Review>>(({ kind, on }) => `${kind} ${showDate(on)}`),
    obligations: list<Of<Obligation>>(({ until }) => `until ${showDate(until)}`),
    results: list(showResult),
    reportsExpected: list<Of<ReportPlan>>(({ kind, due }) => `${kind} by ${showDate(due)}`),
    waivers: list<Of<RuleWaiver>>(({ rule, authority }) => `${rule} by ${authority}`),
    ...restingOnColumns,
  },
  on: {
    OfficerAttached: {
      keys: ({ placement }) => [placement],
      evolve: (row, { placement, officer, programme, batch, partOf }, _, recorded) => ({
        placement,
        officer,
        programme,
        ...(batch !== undefined && { batch }),
        ...(partOf !== undefined && { partOf }),
        legs: [],
        covers: [],
        manners: [],
        reviewsPlanned: [],
        reviews: [],
        obligations: [],
        results: [],
        reportsExpected: [],
        waivers: [],
        ...restingOn(row, recorded),
      }),
    },
    LegChanged: detail(({ legs }, leg) => ({ legs: [...legs, leg] })),
    CoverRecorded: detail(({ covers }, cover) => ({ covers: [...covers, cover] })),
    MannerStated: detail(({ manners }, manner) => ({ manners: [...manners, manner] })),
    ReviewPlanned: detail(({ reviewsPlanned }, plan) => ({ reviewsPlanned: [...reviewsPlanned, plan] })),
    ReviewRecorded: detail(({ reviews }, review) => ({ reviews: [...reviews, review] })),
    ObligationRecorded: detail(({ obligations }, obligation) => ({ obligations: [...obligations, obligation] })),
    ResultRecorded: detail(({ results }, result) => ({ results: [...results, result] })),
    RuleWaived: detail(({ waivers }, waiver) => ({ waivers: [...waivers, waiver] })),
    ReportExpected: detail(({ reportsExpected }, plan) => ({ reportsExpected: [...reportsExpected, plan] })),
  },
}
