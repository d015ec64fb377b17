import type { BatchCommand, CloseBatch, OpenBatch, OpenCall, PlanBatch, ReviseBatch } from '../domain/batches/commands.js'
import type {
  BatchClosed,
  BatchClosing,
  BatchEvent,
  BatchKeys,
  BatchOpened,
  BatchOpening,
  BatchPlan,
  BatchPlanned,
  BatchRevised,
  BatchRevision,
  Call,
  CallOpened,
  CallStep,
  Intake,
} from '../domain/batches/events.js'
import type {
  BatchCosts,
  BatchCostsRecorded,
  BatchHours,
  BatchHoursRecorded,
  RecordBatchCosts,
  RecordBatchHours,
} from '../domain/batches/spending.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { idOf, integer, line, listOf, prose } from './codec/simple.js'
import { type Catalogue, type Data, first, newer } from './codec/versions.js'
import { cohortCommands, cohortEvents } from './cohort.js'
import { cost, timeSpent } from './cost.js'
import { count, namedList, names, statedDate } from './vocabulary.js'

const batch = idOf('batch')
const organisations = namedList(idOf('organisation'))
const keys: Props<BatchKeys> = { batch, programme: idOf('programme') }

const intake: Props<Omit<Intake, 'edition'>> = {
  ...keys,
  ordinal: optional(integer(1, 10_000)),
  names: optional(names),
  organisers: optional(organisations),
  partners: optional(organisations),
  theme: optional(line),
  venue: optional(line),
}
const plan: Props<BatchPlan> = {
  ...intake,
  edition: optional(line),
  plannedSize: optional(count),
  plannedStart: optional(statedDate),
}
const opening: Props<BatchOpening> = { ...intake, edition: optional(line), openedOn: optional(statedDate) }
const step = objectCodec<CallStep>('a step', { step: line, deadline: optional(statedDate) })
const call: Props<Call> = { batch, steps: listOf(step, { atLeast: 1, atMost: 50 }) }
const revision: Props<BatchRevision> = {
  batch,
  plannedSize: optional(count),
  plannedStart: optional(statedDate),
  partners: optional(organisations),
  theme: optional(line),
  venue: optional(line),
}
const costs: Props<BatchCosts> = { batch, ...cost }
const hours: Props<BatchHours> = { batch, ...timeSpent }
const closing: Props<BatchClosing> = { batch, on: optional(statedDate), why: optional(prose) }

// ── BatchOpened, in every schema it was written in ──────────────────────────

/** Schema 1 knew an edition by its year alone: it had no place for `2024/25` or `Spring`. */
interface BatchOpened1 extends Omit<BatchOpening, 'edition'> {
  readonly type: 'BatchOpened'
  readonly year?: number
}

const opened1 = first<BatchOpened1>('BatchOpened', {
  ...intake,
  openedOn: optional(statedDate),
  year: optional(integer(1, 9_999)),
})

const withEdition = ({ year, ...rest }: Data<BatchOpened1>): Data<BatchOpened> => ({
  ...rest,
  ...(year !== undefined && { edition: String(year) }),
})

export const batchEvents: Catalogue<BatchEvent> = {
  BatchPlanned: first<BatchPlanned>('BatchPlanned', plan),
  BatchOpened: newer<BatchOpened1, BatchOpened>(opened1, 2, 'BatchOpened', opening, withEdition),
  CallOpened: first<CallOpened>('CallOpened', { ...keys, ...call }),
  BatchRevised: first<BatchRevised>('BatchRevised', { ...keys, ...revision }),
  BatchClosed: first<BatchClosed>('BatchClosed', { ...keys, ...closing }),
  BatchCostsRecorded: first<BatchCostsRecorded>('BatchCostsRecorded', { ...keys, ...costs }),
  BatchHoursRecorded: first<BatchHoursRecorded>('BatchHoursRecorded', { ...keys, ...hours }),
  ...cohortEvents,
}

export const batchCommands: Commands<BatchCommand> = {
  PlanBatch: commandCodec<PlanBatch>('PlanBatch', plan),
  OpenBatch: commandCodec<OpenBatch>('OpenBatch', opening),
  OpenCall: commandCodec<OpenCall>('OpenCall', call),
  ReviseBatch: commandCodec<ReviseBatch>('ReviseBatch', revision),
  CloseBatch: commandCodec<CloseBatch>('CloseBatch', closing),
  RecordBatchCosts: commandCodec<RecordBatchCosts>('RecordBatchCosts', costs),
  RecordBatchHours: commandCodec<RecordBatchHours>('RecordBatchHours', hours),
  ...cohortCommands,
}
