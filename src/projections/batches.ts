import type { BatchOpening, BatchPlan, CallStep, Intake } from '../domain/batches/events.js'
import type { LedgerEvent } from '../domain/ledger.js'
import type { BatchId, OrganisationId, ProgrammeId } from '../domain/vocabulary/id.js'
import type { Name } from '../domain/vocabulary/name.js'
import { type StatedDate, showDate } from '../domain/vocabulary/stated-date.js'
import { type StartTold, startTold, startToldColumns } from './cohorts-period.js'
import { count, date, flag, integer, list, maybe, namedList, text } from './engine/columns.js'
import type { Projection } from './engine/projection.js'
import { type RestingOn, restingOn, restingOnColumns } from './resting-on.js'

/** One intake of a programme. What was planned stays what was planned: how many came, its cohorts say. */
export interface BatchRow
  extends Intake,
    Pick<BatchPlan, 'plannedSize' | 'plannedStart'>,
    Pick<BatchOpening, 'openedOn'>,
    StartTold,
    RestingOn {
  readonly state: 'planned' | 'open' | 'closed'
  /** A plan that was given up is closed, and was never open. */
  readonly hasOpened: boolean
  readonly closedOn?: StatedDate
  readonly closedWhy?: string
  /** The steps of the latest call, in their order. */
  readonly callSteps?: ReadonlyArray<CallStep>
}

/** The batches, one row each. */
export const batches: Projection<LedgerEvent, BatchId, BatchRow> = {
  name: 'batches',
  version: 1,
  columns: {
    batch: text<BatchId>(),
    programme: text<ProgrammeId>(),
    state: text<BatchRow['state']>(),
    hasOpened: flag,
    ordinal: maybe(integer),
    edition: maybe(text()),
    names: maybe(list<Name>(({ text }) => text)),
    plannedSize: maybe(count),
    plannedStart: maybe(date),
    openedOn: maybe(date),
    closedOn: maybe(date),
    closedWhy: maybe(text()),
    organisers: maybe(namedList<OrganisationId>(String)),
    partners: maybe(namedList<OrganisationId>(String)),
    theme: maybe(text()),
    venue: maybe(text()),
    callSteps: maybe(list<CallStep>(({ step, deadline }) => (deadline === undefined ? step : `${step} by ${showDate(deadline)}`))),
    ...startToldColumns,
    ...restingOnColumns,
  },
  on: {
    BatchPlanned: {
      keys: ({ batch }) => [batch],
      evolve: (row, { type: _, ...plan }, _key, recorded) => ({
        ...plan,
        state: 'planned',
        hasOpened: false,
        startTold: [],
        ...row,
        ...restingOn(row, recorded),
      }),
    },
    BatchOpened: {
      keys: ({ batch }) => [batch],
      // What the opening does not tell stays as the plan had it.
      evolve: (row, { type: _, ...opening }, _key, recorded) => ({
        ...row,
        ...opening,
        state: 'open',
        hasOpened: true,
        ...startTold({ startTold: [] }, recorded),
        ...restingOn(row, recorded),
      }),
    },
    CallOpened: {
      keys: ({ batch }) => [batch],
      evolve: (row, { steps }, _, recorded) => row && { ...row, callSteps: steps, ...restingOn(row, recorded) },
    },
    BatchRevised: {
      keys: ({ batch }) => [batch],
      evolve: (row, { type: _, ...revision }, _key, recorded) => row && { ...row, ...revision, ...restingOn(row, recorded) },
    },
    BatchClosed: {
      keys: ({ batch }) => [batch],
      evolve: (row, { on, why }, _, recorded) =>
        row && { ...row, state: 'closed', ...(on && { closedOn: on }), ...(why && { closedWhy: why }), ...restingOn(row, recorded) },
    },
  },
}
