import { readFileSync } from 'node:fs'
import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memory } from '../../../src/adapters/memory/index.js'
import { sqlite } from '../../../src/adapters/sqlite/index.js'
import type { CommandContext } from '../../../src/domain/kernel/recorded.js'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import { type Ledger, openLedger } from '../../../src/ledger.js'
import { peopleOnRecord } from '../../../src/projections/questions/people.js'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { reflections } from '../../../src/projections/questions/reflections.js'
import { onADouble } from '../../support/eventstoredb/store-on-double.js'
import { left, right } from '../../support/right.js'
import { cleanUp, freshFile, stores } from '../../support/stores.js'

// An officer is attached, writes of it, and years later asks for his data to be erased. What he took part in stays, and every count with it;
// his name, and what was said of him in free words, is gone: from every answer, for every time past, and from the file itself.

cleanUp()

const officer = 'person-117'
const name = { text: 'Quentin Example-Officer', language: 'en' }
const NAME = name.text
const WORDS = 'I learned more in three weeks than in three years'

const said: ReadonlyArray<LedgerCommand> = [
  { type: 'RegisterOrganisation', organisation: 'organisation-bureau', names: [{ text: 'A Bureau', language: 'en' }], kind: 'bureau' },
  { type: 'RegisterPerson', person: officer, names: [name], rank: 'Senior Executive Officer' },
  { type: 'AddAlias', person: officer, name: { text: '示例人員', language: 'zh-Hant' } },
  { type: 'RegisterPerson', person: 'person-118', names: [{ text: 'Another Officer', language: 'en' }] },
  { type: 'RegisterProgramme', programme: 'programme-exchange', names: [{ text: 'Exchange', language: 'en' }], kind: 'staff exchange' },
  {
    type: 'AttachOfficer',
    placement: 'placement-1',
    officer,
    programme: 'programme-exchange',
    kind: 'attachment',
    home: { organisation: 'organisation-bureau' },
    hosts: { items: [], open: true },
    direction: 'outbound',
    period: { start: { edtf: '2024-03-04' } },
  },
  { type: 'RecordReflection', placement: 'placement-1', author: officer, language: 'en', points: ['hospitality'], text: WORDS },
]
const context: CommandContext = { actor: 'records-office', mode: 'report', sources: [] }
const erase: LedgerCommand = { type: 'ErasePersonalData', person: officer, ground: 'a request under the data protection law' }

const recorded = async (ledger: Ledger): Promise<Ledger> => {
  for (const command of said) right(await ledger.execute(command, context))
  return ledger
}

const everything = async (ledger: Ledger, view = {}): Promise<string> =>
  JSON.stringify(
    [
      right(await ledger.query(peopleOnRecord, {}, view)),
      right(await ledger.query(placementsOnRecord, {}, view)),
      right(await ledger.query(reflections, {}, view)),
      right(await ledger.explain('people', officer, view)),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  )

describe('privacy', () => {
  describe.each([...stores, ['EventStoreDB (the test double)', () => onADouble()] as const])('on %s', (_, open) => {
    it('erases the names of a person, and free words about him, for every time past', async () => {
      const ledger = await recorded(right(await openLedger(open())))
      const before = right(await ledger.position())
      expect(await everything(ledger)).toContain(NAME)
      right(await ledger.execute(erase, context))
      for (const view of [{}, { asKnownAt: before }]) {
        const shown = await everything(ledger, view)
        expect(shown).not.toContain(NAME)
        expect(shown).not.toContain('示例人員')
        expect(shown).not.toContain(WORDS)
      }
      expect(JSON.stringify(right(await ledger.history(officer)).map(({ event }) => event))).not.toContain(NAME)
      await ledger.close()
    })

    it('says that it was erased, and on what ground: not that nobody ever named him', async () => {
      const ledger = await recorded(right(await openLedger(open())))
      right(await ledger.execute(erase, context))
      const [person] = right(await ledger.query(peopleOnRecord, { person: officer }))
      expect(person).toMatchObject({ person: officer, name: '[erased]', erased: erase.ground, rank: 'Senior Executive Officer' })
      expect(right(await ledger.query(reflections, {}))).toMatchObject([{ placement: 'placement-1', points: ['[erased]'] }])
      await ledger.close()
    })

    it('leaves every count, every other person, and the record of what he took part in', async () => {
      const ledger = await recorded(right(await openLedger(open())))
      const before = right(await ledger.query(placementsOnRecord, {}))
      right(await ledger.execute(erase, context))
      const after = right(await ledger.query(placementsOnRecord, {}))
      expect(after).toHaveLength(before.length)
      expect(after).toMatchObject([{ placement: 'placement-1', officer, period: '2024-03-04/?' }])
      expect(right(await ledger.query(peopleOnRecord, { person: 'person-118' }))).toMatchObject([{ name: 'Another Officer' }])
      const rebuilt = right(await ledger.rebuild())
      expect(rebuilt.rebuilt.length).toBeGreaterThan(10)
      expect(right(await ledger.query(placementsOnRecord, {}))).toStrictEqual(after)
      await ledger.close()
    })

    it('cannot be taken back: nothing more is recorded of the person, and the erasure is not voided', async () => {
      const ledger = await recorded(right(await openLedger(open())))
      const { stream, last } = recordedIn(right(await ledger.execute(erase, context)))
      const entry = right(await ledger.history(officer)).find(({ revision }) => revision === last)?.id ?? ''
      const refused = { _tag: 'Refused', refusal: { _tag: 'PersonErased', person: officer } }
      for (const command of [
        { type: 'AddAlias', person: officer, name },
        { type: 'VoidEntry', stream, entry, reason: 'a mistake' },
        { type: 'CiteEntry', stream, entry, words: `of ${NAME}` },
      ] as const)
        expect(left(await ledger.execute(command, { ...context, sources: [] }))).toStrictEqual(refused)
      expect(right(await ledger.execute({ ...erase, ground: 'asked again' }, context))).toMatchObject({ _tag: 'Unchanged' })
      const words: LedgerCommand = { type: 'RecordReflection', placement: 'placement-1', author: officer, language: 'en', points: ['more'] }
      expect(left(await ledger.execute(words, context))).toMatchObject({ _tag: 'Faulted', fault: { _tag: 'AppendInvalid' } })
      await ledger.close()
    })

    it('masks what is personal for whoever is not to see it, and nothing else', async () => {
      const ledger = await recorded(right(await openLedger(open())))
      const shown = await everything(ledger, { masked: true })
      for (const personal of [NAME, '示例人員', WORDS, 'Another Officer']) expect(shown).not.toContain(personal)
      expect(right(await ledger.query(peopleOnRecord, { person: officer }, { masked: true }))).toMatchObject([
        { name: '[masked]', rank: 'Senior Executive Officer' },
      ])
      expect(await everything(ledger)).toContain(NAME)
      await ledger.close()
    })
  })

  it('writes what is personal sealed, and leaves no trace of an erased name or its key in the file', async () => {
    const file = freshFile()
    const store = right(await sqlite(file)())
    const ledger = await recorded(right(await openLedger(async () => E.right(store))))
    expect(await everything(ledger)).toContain(NAME)
    const written = right(await store.log.readAll({ after: 'start', limit: 100 })()).events.map(({ data }) => data)
    expect(written.join()).not.toContain(NAME)
    expect(written.join()).not.toContain(WORDS)
    const key = right(await (store.keys?.held([officer]) ?? (async () => E.right(new Map<string, Uint8Array>())))()).get(officer)
    if (!(key instanceof Uint8Array)) throw new Error('the officer has no key')
    right(await ledger.rebuild())
    expect(inFile(file, Buffer.from(NAME))).toBe(true)
    expect(inFile(file, Buffer.from(key))).toBe(true)
    right(await ledger.execute(erase, context))
    expect(inFile(file, Buffer.from(NAME))).toBe(false)
    expect(inFile(file, Buffer.from(key))).toBe(false)
    await ledger.close()
    expect(inFile(file, Buffer.from(NAME))).toBe(false)
    expect(inFile(file, Buffer.from(key))).toBe(false)
  })

  it('finishes an erasure that was recorded when its process died before the key was destroyed', async () => {
    const file = freshFile()
    const ledger = await recorded(right(await openLedger(sqlite(file))))
    await ledger.close()
    const dying = right(await sqlite(file)())
    const keys = dying.keys && { ...dying.keys, destroy: () => async () => E.left({ _tag: 'LogUnavailable', cause: 'killed' } as const) }
    const half = right(await openLedger(async () => E.right({ ...dying, ...(keys && { keys }) })))
    expect(left(await half.execute(erase, context))).toMatchObject({ _tag: 'Faulted' })
    await half.close()
    const next = right(await openLedger(sqlite(file)))
    expect(await everything(next)).not.toContain(NAME)
    await next.close()
    expect(inFile(file, Buffer.from(NAME))).toBe(false)
  })

  it('promises nothing that a store cannot keep: without keys, with words in the clear, or with a key that may not be destroyed, an erasure is a fault', async () => {
    const { keys: _, ...keyless } = right(await memory()())
    const open = await recorded(right(await openLedger(async () => E.right(keyless))))
    expect(left(await open.execute(erase, context))).toMatchObject({
      _tag: 'Faulted',
      fault: { cause: expect.stringContaining('keeps no keys') },
    })
    const { keys } = right(await memory()())
    const late = right(await openLedger(async () => E.right({ ...keyless, ...(keys && { keys }) })))
    expect(left(await late.execute(erase, context))).toMatchObject({
      _tag: 'Faulted',
      fault: { cause: expect.stringContaining('person-117, revision 0: personal data were recorded there in the clear') },
    })
    const store = right(await memory()())
    const mayDestroy = () => async () => E.left({ _tag: 'LogUnavailable', cause: 'no right to delete' } as const)
    const bound = await recorded(
      right(await openLedger(async () => E.right({ ...store, ...(store.keys && { keys: { ...store.keys, mayDestroy } }) }))),
    )
    expect(left(await bound.execute(erase, context))).toMatchObject({ _tag: 'Faulted', fault: { cause: 'no right to delete' } })
    expect(await everything(bound)).toContain(NAME)
  })
})

const recordedIn = (receipt: {
  readonly _tag: string
  readonly stream: string
}): { readonly stream: `${string}-${string}`; readonly last: bigint } => {
  if (receipt._tag !== 'Recorded' || !('last' in receipt) || typeof receipt.last !== 'bigint') throw new Error('nothing was recorded')
  return { stream: officer, last: receipt.last }
}

const inFile = (file: string, bytes: Buffer): boolean =>
  [file, `${file}-wal`].some((part) => {
    try {
      return readFileSync(part).includes(bytes)
    } catch {
      return false
    }
  })
