import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Answer } from '../../../domain/vocabulary/answer.js'
import type { AnyId, OccasionId, PersonId } from '../../../domain/vocabulary/id.js'
import { batches } from '../../batches.js'
import type { RowStoreFault } from '../../engine/row-store.js'
import type { Tables } from '../../engine/tables.js'
import { type OccasionRow, occasions } from '../../occasions.js'
import { series } from '../../series.js'
import { type SessionRow, sessions } from '../../sessions.js'
import { type SpendingRow, spending } from '../../spending.js'

/** An occasion, and what is on record of it as a session. */
export interface SessionOn {
  readonly row: OccasionRow
  /** Absent: nothing but the occasion itself is on record. */
  readonly session?: SessionRow
}

/** The read models that `sessionsWithin` and `spendingWithin` read. */
export const readForSessions = [occasions, sessions, batches, series, spending] as const

/**
 * The occasions that are part of something: of a programme also those of its batches and series, of a series also those that are its talks.
 * Nothing asked for: all occasions.
 */
export const sessionsWithin =
  (tables: Tables, within: AnyId | undefined): TaskEither<RowStoreFault, ReadonlyArray<SessionOn>> =>
  async () => {
    const rows = await tables.of(occasions).where({})()
    if (E.isLeft(rows)) return rows
    const kept = await tables.of(sessions).where({})()
    if (E.isLeft(kept)) return kept
    const intakes = await tables.of(batches).where({})()
    if (E.isLeft(intakes)) return intakes
    const heralded = await tables.of(series).where({})()
    if (E.isLeft(heralded)) return heralded
    const ofProgramme = heralded.right.filter((one) => one.programme?._tag === 'named' && one.programme.value === within)
    const parts = new Set<AnyId | undefined>([
      within,
      ...intakes.right.filter(({ programme }) => programme === within).map(({ batch }) => batch),
      ...ofProgramme.map((one) => one.series),
    ])
    const talks = new Set<OccasionId>(
      heralded.right.flatMap((one) => (parts.has(one.series) ? one.talks.map(({ occasion }) => occasion) : [])),
    )
    const byOccasion = new Map(kept.right.map((one) => [one.occasion, one]))
    const isWithin = ({ occasion, partOf }: OccasionRow): boolean =>
      within === undefined || occasion === within || talks.has(occasion) || (partOf?._tag === 'named' && parts.has(partOf.value))
    return E.right(
      rows.right.filter(isWithin).map((row) => {
        const session = byOccasion.get(row.occasion)
        return { row, ...(session && { session }) }
      }),
    )
  }

/** Costs and hours of batches as a whole: of one batch, of all batches of a programme, or of all. */
export const spendingWithin =
  (tables: Tables, within: AnyId | undefined): TaskEither<RowStoreFault, ReadonlyArray<SpendingRow>> =>
  async () => {
    const rows = await tables.of(spending).where({})()
    if (E.isLeft(rows)) return rows
    return E.right(rows.right.filter(({ batch, programme }) => within === undefined || within === batch || within === programme))
  }

/** Whether somebody came: by the roll, else by a role whose holder is said to have attended; whoever is on neither may have come all the same. */
export const cameTo = ({ row, session }: SessionOn, person: PersonId): Answer => {
  const attendance = session?.lines.find((line) => line.person === person)?.attendance
  if (attendance !== undefined) return attendance.attended ? 'yes' : 'no'
  return row.roles.some((role) => role.person === person && role.attended !== undefined) ? 'yes' : 'cannot tell'
}
