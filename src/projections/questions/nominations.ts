import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { BatchId, OrganisationId, PersonId, PlacementId, ProgrammeId } from '../../domain/vocabulary/id.js'
import type { StatedDate } from '../../domain/vocabulary/stated-date.js'
import { date, integer, list, maybe, text } from '../engine/columns.js'
import { choice, id } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import type { RowStoreFault } from '../engine/row-store.js'
import type { Tables } from '../engine/tables.js'
import { names } from '../names.js'
import { type NominationRow, nominations } from '../nominations.js'
import { type RestingOn, restingOnColumns } from '../resting-on.js'
import { type Naming, namingIn } from './parts/naming.js'

/** Which nominations; absent: any. */
export interface NominationsAsked {
  readonly programme?: ProgrammeId
  readonly batch?: BatchId
  readonly state?: NominationRow['state']
}

/** A host that was asked for. */
export interface RankedHost {
  readonly rank: number
  readonly host: OrganisationId
  readonly name: string
  readonly why?: string
}

/** One nomination, and how far it has come. */
export interface NominationAnswer extends RestingOn {
  readonly placement: PlacementId
  readonly officer: PersonId
  readonly name: string
  readonly programme: ProgrammeId
  readonly programmeName: string
  readonly batch?: BatchId
  readonly department: string
  readonly nominatedOn?: StatedDate
  readonly state: NominationRow['state']
  /** The step that the request has come to: the one that is asked next, or that refused. Absent: every step has approved. */
  readonly step?: string
  readonly approved: ReadonlyArray<string>
  /** Those that have not approved, in their order. */
  readonly waitsFor: ReadonlyArray<string>
  readonly choices: ReadonlyArray<RankedHost>
  readonly businessCase?: string
  readonly objectives?: ReadonlyArray<string>
  /** Why it was refused or withdrawn, in the latest words. */
  readonly why?: string
  readonly withdrawnBy?: NonNullable<NominationRow['withdrawal']>['by']
  /** How often the request was made. */
  readonly requests: number
  /** Whom the officer is to stand in for, and who is to stand in for him. */
  readonly replaces?: PlacementId
  readonly replacedBy?: PlacementId
  /** Rules that do not bind it, by whose authority and why. */
  readonly waived?: ReadonlyArray<string>
}

/** The latest reason why the nomination does not go on. */
const reasonOf = ({ state, refusals, withdrawal }: NominationRow): string | undefined => {
  if (state === 'withdrawn') return withdrawal?.why
  return state === 'refused' || state === 'appealed' ? refusals.at(-1)?.why : undefined
}

const answerOf = (row: NominationRow, { of }: Naming): NominationAnswer => {
  const { placement, officer, programme, batch, department, nominatedOn, state, businessCase, objectives, requests, replaces } = row
  const waitsFor = row.steps.map(({ step }) => step).filter((step) => !row.approvals.some((approval) => approval.step === step))
  const reached = state === 'refused' || state === 'appealed' ? row.refusals.at(-1)?.step : waitsFor[0]
  const why = reasonOf(row)
  const { by: withdrawnBy, replacedBy } = row.withdrawal ?? {}
  return {
    placement,
    officer,
    name: of(officer),
    programme,
    programmeName: of(programme),
    ...(batch !== undefined && { batch }),
    department: of(department),
    ...(nominatedOn !== undefined && { nominatedOn }),
    state,
    ...(reached !== undefined && { step: reached }),
    approved: row.approvals.map(({ step }) => step),
    waitsFor,
    choices: row.choices.map(({ host, why }, n) => ({ rank: n + 1, host, name: of(host), ...(why !== undefined && { why }) })),
    ...(businessCase !== undefined && { businessCase }),
    ...(objectives !== undefined && { objectives }),
    ...(why !== undefined && { why }),
    ...(withdrawnBy !== undefined && { withdrawnBy }),
    requests,
    ...(replaces !== undefined && { replaces }),
    ...(replacedBy !== undefined && { replacedBy }),
    ...(row.waivers !== undefined && { waived: row.waivers.map((one) => `${one.rule} by ${one.authority}: ${one.why}`) }),
    entries: row.entries,
    sources: row.sources,
  }
}

const answer =
  (tables: Tables, { programme, batch, state }: NominationsAsked): TaskEither<RowStoreFault, ReadonlyArray<NominationAnswer>> =>
  async () => {
    const asked = {
      ...(programme !== undefined && { programme }),
      ...(batch !== undefined && { batch }),
      ...(state !== undefined && { state }),
    }
    const rows = await tables.of(nominations).where(asked)()
    if (E.isLeft(rows)) return rows
    const labels = await namingIn(tables)()
    return E.isLeft(labels) ? labels : E.right(rows.right.map((row) => answerOf(row, labels.right)))
  }

/** Who was put forward for what, with which hosts, and which step it has come to. */
export const nominationsOnRecord: Question<NominationsAsked, NominationAnswer> = {
  name: 'nominations',
  about: 'Officers put forward: ranked hosts, state, the step of approval that each has come to.',
  parameters: {
    programme: id('programme', 'only those for this programme'),
    batch: id('batch', 'only those for this batch'),
    state: choice('only those in this state', 'open', 'approved', 'refused', 'appealed', 'withdrawn', 'attached'),
  },
  reads: [nominations, names],
  glance: ['name', 'department', 'choices', 'state', 'step', 'why'],
  columns: {
    placement: text<PlacementId>(),
    officer: text<PersonId>(),
    name: text(),
    programme: text<ProgrammeId>(),
    programmeName: text(),
    batch: maybe(text<BatchId>()),
    department: text(),
    nominatedOn: maybe(date),
    state: text<NominationRow['state']>(),
    step: maybe(text(), ''),
    approved: list<string>(String),
    waitsFor: list<string>(String),
    choices: list<RankedHost>(({ rank, name }) => `${rank} ${name}`),
    businessCase: maybe(text()),
    objectives: maybe(list<string>(String)),
    why: maybe(text(), ''),
    withdrawnBy: maybe(text<NonNullable<NominationAnswer['withdrawnBy']>>(), ''),
    requests: integer,
    replaces: maybe(text<PlacementId>(), ''),
    replacedBy: maybe(text<PlacementId>(), ''),
    waived: maybe(list<string>(String), ''),
    ...restingOnColumns,
  },
  answer,
}
