import type { LedgerEvent } from '../domain/ledger.js'
import type { RuleWaiver } from '../domain/placements/course-events.js'
import type {
  AppealAnswer,
  Approval,
  Choice,
  NominationAppeal,
  NominationRefusal,
  NominationRequest,
  Step,
  Withdrawal,
} from '../domain/placements/nomination-events.js'
import type { BatchId, OrganisationId, PersonId, PlacementId, ProgrammeId } from '../domain/vocabulary/id.js'
import type { StatedDate } from '../domain/vocabulary/stated-date.js'
import { date, integer, json, list, maybe, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** Something said of a nomination, without whose it is. */
type Of<A> = Omit<A, 'placement'>

/** One officer put forward, as it is known now. */
export interface NominationRow extends RestingOn {
  readonly placement: PlacementId
  readonly officer: PersonId
  readonly programme: ProgrammeId
  readonly batch?: BatchId
  /** The department that put him forward. */
  readonly department: OrganisationId
  /** `approved`: in every step. `attached`: placed, approved or not. No date moves it. */
  readonly state: 'open' | 'approved' | 'refused' | 'appealed' | 'withdrawn' | 'attached'
  /** Of the request in force, as is all that follows. */
  readonly choices: ReadonlyArray<Choice>
  readonly businessCase?: string
  readonly objectives?: ReadonlyArray<string>
  readonly steps: ReadonlyArray<Step>
  readonly approvals: ReadonlyArray<Of<Approval>>
  readonly nominatedOn?: StatedDate
  /** Of every request, in order. */
  readonly refusals: ReadonlyArray<Of<NominationRefusal>>
  readonly appeals: ReadonlyArray<Of<NominationAppeal>>
  readonly answers: ReadonlyArray<Of<AppealAnswer>>
  /** How often the request was made: 1 for one that was not sent in again. */
  readonly requests: number
  readonly replaces?: PlacementId
  readonly withdrawal?: Of<Withdrawal>
  /** Rules that do not bind this nomination or its placement, by whose authority and why; absent: none is waived. */
  readonly waivers?: ReadonlyArray<Of<RuleWaiver>>
}

/** `approved` where every step has approved. */
const openOr = ({ steps, approvals }: Pick<NominationRow, 'steps' | 'approvals'>): NominationRow['state'] =>
  steps.every(({ step }) => approvals.some((approval) => approval.step === step)) ? 'approved' : 'open'

const requested = ({ choices, businessCase, objectives, steps, on }: NominationRequest) => ({
  choices,
  steps,
  approvals: [],
  state: openOr({ steps, approvals: [] }),
  ...(businessCase !== undefined && { businessCase }),
  ...(objectives !== undefined && { objectives }),
  ...(on !== undefined && { nominatedOn: on }),
})

/** The nominations, one row each; a placement that nobody put forward has none. */
export const nominations: Projection<LedgerEvent, PlacementId, NominationRow> = {
  name: 'nominations',
  version: 1,
  columns: {
    placement: text<PlacementId>(),
    officer: text<PersonId>(),
    programme: text<ProgrammeId>(),
    batch: maybe(text<BatchId>()),
    department: text<OrganisationId>(),
    state: text<NominationRow['state']>(),
    choices: list<Choice>(({ host }) => host),
    businessCase: maybe(text()),
    objectives: maybe(list<string>(String)),
    steps: list<Step>(({ step }) => step),
    approvals: list<Of<Approval>>(({ step }) => step),
    nominatedOn: maybe(date),
    refusals: list<Of<NominationRefusal>>(({ step, why }) => `${step}: ${why}`),
    appeals: list<Of<NominationAppeal>>(({ by, why }) => `${by}: ${why}`),
    answers: list<Of<AppealAnswer>>(({ outcome }) => outcome),
    requests: integer,
    replaces: maybe(text<PlacementId>()),
    withdrawal: maybe(json<Of<Withdrawal>>(({ by, why }) => `${by}: ${why}`)),
    waivers: maybe(list<Of<RuleWaiver>>(({ rule, authority, why }) => `${rule} by ${authority}: ${why}`)),
    ...restingOnColumns,
  },
  on: {
    OfficerNominated: {
      keys: ({ placement }) => [placement],
      evolve: (row, event, placement, recorded) => {
        const { officer, programme, batch, by, replaces } = event
        return {
          placement,
          officer,
          programme,
          ...(batch !== undefined && { batch }),
          department: by,
          ...requested(event),
          refusals: [],
          appeals: [],
          answers: [],
          requests: 1,
          ...(replaces !== undefined && { replaces }),
          ...restingOn(row, recorded),
        }
      },
    },
    NominationApproved: {
      keys: ({ placement }) => [placement],
      evolve: (row, { step, on, words }, _, recorded) => {
        if (row === undefined) return undefined
        const approvals = [...row.approvals, { step, ...(on !== undefined && { on }), ...(words !== undefined && { words }) }]
        const state = row.state === 'open' ? openOr({ steps: row.steps, approvals }) : row.state
        return { ...row, approvals, state, ...restingOn(row, recorded) }
      },
    },
    NominationRefused: {
      keys: ({ placement }) => [placement],
      evolve: (row, { step, why, on }, _, recorded) =>
        row && {
          ...row,
          state: 'refused',
          refusals: [...row.refusals, { step, why, ...(on !== undefined && { on }) }],
          ...restingOn(row, recorded),
        },
    },
    NominationAppealed: {
      keys: ({ placement }) => [placement],
      evolve: (row, { by, why, on }, _, recorded) =>
        row && {
          ...row,
          state: 'appealed',
          appeals: [...row.appeals, { by, why, ...(on !== undefined && { on }) }],
          ...restingOn(row, recorded),
        },
    },
    AppealAnswered: {
      keys: ({ placement }) => [placement],
      evolve: (row, { type: _, placement: __, officer, programme, batch, partOf, ...answer }, ___, recorded) =>
        row && {
          ...row,
          state: answer.outcome === 'allowed' ? openOr(row) : 'refused',
          answers: [...row.answers, answer],
          ...restingOn(row, recorded),
        },
    },
    NominationResubmitted: {
      keys: ({ placement }) => [placement],
      evolve: (row, event, _, recorded) => {
        if (row === undefined) return undefined
        const { businessCase, objectives, nominatedOn, ...kept } = row
        return { ...kept, ...requested(event), requests: row.requests + 1, ...restingOn(row, recorded) }
      },
    },
    OfficerWithdrawn: {
      keys: ({ placement }) => [placement],
      evolve: (row, { by, why, on, replacedBy }, _, recorded) =>
        row && {
          ...row,
          state: 'withdrawn',
          withdrawal: { by, why, ...(on !== undefined && { on }), ...(replacedBy !== undefined && { replacedBy }) },
          ...restingOn(row, recorded),
        },
    },
    RuleWaived: {
      keys: ({ placement }) => [placement],
      evolve: (row, { rule, authority, why, on }, _, recorded) =>
        row && {
          ...row,
          waivers: [...(row.waivers ?? []), { rule, authority, why, ...(on !== undefined && { on }) }],
          ...restingOn(row, recorded),
        },
    },
    OfficerAttached: {
      keys: ({ placement }) => [placement],
      evolve: (row, _, __, recorded) => row && { ...row, state: 'attached', ...restingOn(row, recorded) },
    },
  },
}
