import { describe, expect, it } from 'vitest'
import type { Count } from '../../src/domain/vocabulary/count.js'
import type { StatedDate } from '../../src/domain/vocabulary/stated-date.js'
import { count, date, flag, integer, json, list, maybe, text } from '../../src/projections/engine/columns.js'
import { type AnyRow, foldOf } from '../../src/projections/engine/fold.js'
import type { Checkpoint, Projection } from '../../src/projections/engine/projection.js'
import type { RowStore, Table } from '../../src/projections/engine/row-store.js'
import { left, right } from './right.js'

/** A row with a column of every kind. */
export interface SampleRow {
  readonly name: string
  readonly heads: number
  readonly open: boolean
  readonly figure: Count
  readonly heldOn?: StatedDate
  readonly tags: ReadonlyArray<string>
  readonly extra: { readonly deep: ReadonlyArray<number> }
}

const sample: Projection<{ readonly type: 'Nothing' }, string, SampleRow> = {
  name: 'samples',
  version: 1,
  columns: {
    name: text(),
    heads: integer,
    open: flag,
    figure: count,
    heldOn: maybe(date),
    tags: list<string>(String),
    extra: json(({ deep }) => deep.join()),
  },
  on: {},
}

export const sampleTable: Table = foldOf(sample)

const row = (name: string, rest: Partial<SampleRow> = {}): SampleRow => ({
  name,
  heads: 3,
  open: true,
  figure: { kind: 'about', n: 350, words: 'around 350' },
  heldOn: { edtf: '2024-12-01~', words: 'early December 2024' },
  tags: ['a', '公'],
  extra: { deep: [1, 2] },
  ...rest,
})

const at = (position: bigint): Checkpoint => ({ position, id: `018f0000-0000-7000-8000-00000000000${position}` })

/** The promises of every row store. */
export const rowStoreContract = (name: string, make: () => Promise<RowStore>): void => {
  const filled = async (...rows: ReadonlyArray<SampleRow>): Promise<RowStore> => {
    const store = await make()
    const changes = [{ table: sampleTable, from: 'anew', rows: new Map<string, AnyRow>(rows.map((one) => [one.name, one])) }] as const
    right(await store.save(changes, new Map([['sample-1', 4n] as const]), at(5n))())
    return store
  }
  const all = async (store: RowStore): Promise<ReadonlyArray<AnyRow>> => right(await store.where(sampleTable, {})())

  describe(`a row store in ${name}`, () => {
    it('rows that were loaded may be changed, lists and all: what the store holds stays as it is', async () => {
      const store = await filled(row('a'))
      const loaded = right(await store.load(sampleTable, ['a'])()).get('a') ?? {}
      const tags: unknown = Reflect.get(loaded, 'tags')
      if (Array.isArray(tags)) tags.push('changed')
      Object.assign(loaded, { heads: 4 })
      expect(loaded).toStrictEqual(row('a', { heads: 4, tags: ['a', '公', 'changed'] }))
      expect(await all(store)).toStrictEqual([row('a')])
    })

    it('holds nothing at first, and says so', async () => {
      const store = await make()
      expect(right(await store.standings())).toStrictEqual(new Map())
      expect(right(await store.heads(['sample-1'])())).toBeUndefined()
      expect(await all(store)).toStrictEqual([])
      expect(right(await store.load(sampleTable, ['x'])())).toStrictEqual(new Map())
    })

    it('gives back every kind of value as it was, the missing and the unknown too', async () => {
      const rows = [
        row('a'),
        row('b', { figure: { kind: 'unknown' }, open: false, tags: [] }),
        row('c', { figure: { kind: 'between', from: 1, to: 30 } }),
        row('d', { figure: { kind: 'exact', n: 0 }, heads: Number.MAX_SAFE_INTEGER }),
        row('e', { figure: { kind: 'about', n: 5, tolerance: 2 }, name: 'it\'s "quoted"; DROP TABLE samples' }),
      ]
      const { heldOn: _, ...undated } = row('f')
      const store = await filled(...rows, undated)
      expect(await all(store)).toStrictEqual([...rows, undated].sort((x, y) => (x.name < y.name ? -1 : 1)))
    })

    it('finds rows by their values, the missing among them', async () => {
      const { heldOn: _, ...undated } = row('undated')
      const store = await filled(row('a'), row('b', { heads: 9 }), undated)
      const where = async (fields: AnyRow) => right(await store.where(sampleTable, fields)()).map((one) => Reflect.get(one, 'name'))
      expect(await where({ heads: 9 })).toStrictEqual(['b'])
      expect(await where({ heldOn: undefined })).toStrictEqual(['undated'])
      expect(await where({ figure: { kind: 'about', n: 350, words: 'around 350' }, heads: 3 })).toStrictEqual(['a', 'undated'])
      expect(await where({ figure: { kind: 'exact', n: 350 } })).toStrictEqual([])
    })

    it('changes and removes rows together with the checkpoint', async () => {
      const store = await filled(row('a'), row('b'))
      const rows = new Map<string, AnyRow | undefined>([
        ['a', row('a', { heads: 7 })],
        ['b', undefined],
        ['c', row('c')],
      ])
      right(await store.save([{ table: sampleTable, from: at(5n), rows }], new Map([['sample-1', 6n] as const]), at(8n))())
      expect(await all(store)).toStrictEqual([row('a', { heads: 7 }), row('c')])
      expect(right(await store.standings()).get('samples')).toStrictEqual({ shape: sampleTable.shape, checkpoint: at(8n) })
      expect(right(await store.heads(['sample-1', 'sample-2'])())).toStrictEqual({ position: 8n, revisions: new Map([['sample-1', 6n]]) })
    })

    it('writes nothing where another process has moved the checkpoint on', async () => {
      const store = await filled(row('a'))
      const late = store.save([{ table: sampleTable, from: at(4n), rows: new Map([['a', undefined]]) }], new Map(), at(9n))
      expect(left(await late())).toStrictEqual({ _tag: 'CheckpointMoved', table: 'samples' })
      expect(await all(store)).toStrictEqual([row('a')])
      expect(right(await store.standings()).get('samples')?.checkpoint).toStrictEqual(at(5n))
    })

    it('replaces a whole table, whatever was in it', async () => {
      const store = await filled(row('a'), row('b'))
      const changes = [{ table: sampleTable, from: 'anew', rows: new Map([['z', row('z')]]) }] as const
      right(await store.save(changes, new Map(), at(9n))())
      expect(await all(store)).toStrictEqual([row('z')])
    })

    it('never takes heads back to an earlier position', async () => {
      const store = await filled(row('a'))
      const behind = [{ table: sampleTable, from: 'anew', rows: new Map() }] as const
      right(await store.save(behind, new Map([['sample-1', 1n] as const]), at(2n))())
      expect(right(await store.heads(['sample-1'])())).toStrictEqual({ position: 5n, revisions: new Map([['sample-1', 4n]]) })
    })

    it('forgets everything when it is told that the log is another one', async () => {
      const store = await filled(row('a'))
      right(await store.forget())
      expect(right(await store.standings())).toStrictEqual(new Map())
      expect(right(await store.heads(['sample-1'])())).toBeUndefined()
      expect(await all(store)).toStrictEqual([])
    })
  })
}
