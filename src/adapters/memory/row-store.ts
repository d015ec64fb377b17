import * as E from 'fp-ts/lib/Either.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import type { Position, Revision } from '../../domain/kernel/recorded.js'
import type { AnyRow } from '../../projections/engine/fold.js'
import type { Checkpoint } from '../../projections/engine/projection.js'
import type { RowStore, Standing } from '../../projections/engine/row-store.js'
import { selected } from '../../projections/engine/tables.js'

/** A row to be folded further, which may be changed in the doing: those who asked hold the store's own. */
const ownCopy = (row: AnyRow): AnyRow =>
  Object.fromEntries(Object.entries(row).map(([field, value]: [string, unknown]) => [field, Array.isArray(value) ? [...value] : value]))

/** Read models in memory: the reference, gone with the process. */
export const memoryRows = (): RowStore => {
  const tables = new Map<string, Map<string, AnyRow>>()
  const standings = new Map<string, Standing>()
  const heads = new Map<StreamName, Revision>()
  let headsAt: Position | undefined
  const rowsOf = (name: string): Map<string, AnyRow> => tables.get(name) ?? new Map()
  const isAt = (name: string, { position, id }: Checkpoint): boolean => {
    const at = standings.get(name)?.checkpoint
    return at !== undefined && at.position === position && at.id === id
  }

  return {
    standings: async () => E.right(new Map(standings)),
    heads: (streams) => async () => {
      if (headsAt === undefined) return E.right(undefined)
      const known = new Map<StreamName, Revision>()
      for (const stream of streams) {
        const head = heads.get(stream)
        if (head !== undefined) known.set(stream, head)
      }
      return E.right({ position: headsAt, revisions: known })
    },
    load:
      ({ name }, keys) =>
      async () => {
        const rows = rowsOf(name)
        const found = new Map<string, AnyRow>()
        for (const key of keys) {
          const row = rows.get(key)
          if (row !== undefined) found.set(key, ownCopy(row))
        }
        return E.right(found)
      },
    where: (table, fields) => async () => E.right(selected(table, rowsOf(table.name), fields)),
    save: (changes, newHeads, checkpoint) => async () => {
      const moved = changes.find(({ from, table }) => from !== 'anew' && !isAt(table.name, from))
      if (moved !== undefined) return E.left({ _tag: 'CheckpointMoved', table: moved.table.name })
      for (const { table, from, rows } of changes) {
        const held = from === 'anew' ? new Map<string, AnyRow>() : rowsOf(table.name)
        for (const [key, row] of rows) {
          if (row === undefined) held.delete(key)
          else held.set(key, row)
        }
        tables.set(table.name, held)
        standings.set(table.name, { shape: table.shape, checkpoint })
      }
      if (headsAt === undefined || checkpoint.position > headsAt) {
        for (const [stream, head] of newHeads) heads.set(stream, head)
        headsAt = checkpoint.position
      }
      return E.right(undefined)
    },
    forget: async () => {
      tables.clear()
      standings.clear()
      heads.clear()
      headsAt = undefined
      return E.right(undefined)
    },
  }
}
