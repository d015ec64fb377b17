import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import { afterEach, describe, expect, it } from 'vitest'
import { memory } from '../src/adapters/memory/index.js'
import { sqlite } from '../src/adapters/sqlite/index.js'
import type { CommandContext } from '../src/domain/kernel/recorded.js'
import { type Ledger, openLedger } from '../src/ledger.js'
import { agreements } from '../src/projections/agreements.js'

const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(JSON.stringify(either.left, (_, value) => (typeof value === 'bigint' ? `${value}n` : value)))
  return either.right
}

const clerk: CommandContext = { actor: 'clerk-7', mode: 'report', sources: [] }
const names = [{ text: 'Agreement on the Dedicated National Studies Programme', language: 'en' }]
const id = 'agreement-nag'
const sign = {
  type: 'SignAgreement',
  agreement: id,
  names,
  parties: { items: [], open: true },
  signedOn: { edtf: '2023-06-15' },
} as const

const folder = mkdtempSync(join(tmpdir(), 'programme-ledger-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.each([
  ['memory', () => memory()],
  ['sqlite', () => sqlite(join(mkdtempSync(join(tmpdir(), 'programme-ledger-')), 'ledger.db'))],
] as const)('a ledger in %s', (_, open) => {
  const opened = async (): Promise<Ledger> => right(await openLedger(open()))

  it('records a command once, however often it is sent', async () => {
    const ledger = await opened()
    const context = { ...clerk, commandId: '018f0000-0000-7000-8000-000000000001' }
    const receipt = right(await ledger.execute(sign, context))
    expect(receipt).toStrictEqual({ _tag: 'Recorded', stream: id, first: 0n, last: 0n })
    expect(right(await ledger.execute(sign, context))).toStrictEqual(receipt)
    const other = await ledger.execute({ ...sign, signedOn: { edtf: '2023' } }, context)
    expect(other).toStrictEqual(E.left({ _tag: 'Refused', refusal: { _tag: 'CommandIdReused', commandId: context.commandId, stream: id } }))
    await ledger.close()
  })

  it('answers from a row, from an earlier position, and after a correction, a void and a rebuild alike', async () => {
    const ledger = await opened()
    const rows = ledger.use(agreements)
    right(await ledger.execute(sign, clerk))
    const first = right(await ledger.position())
    const signedOn = async (view = {}) => right(await rows.row(id, view))?.signedOn?.edtf
    expect(await signedOn()).toBe('2023-06-15')

    const [event] = right(await ledger.history(id))
    if (event === undefined) throw new Error('no event')
    const { type: _, ...signing } = sign
    const value = { ...signing, type: 'AgreementSigned', signedOn: { edtf: '2023-06-16' } } as const
    right(await ledger.execute({ type: 'CorrectEntry', stream: id, entry: event.id, value, reason: 'misread' }, clerk))
    expect(await signedOn()).toBe('2023-06-16')
    expect(await signedOn({ asKnownAt: first })).toBe('2023-06-15')
    right(await ledger.rebuild())
    expect(await signedOn()).toBe('2023-06-16')

    right(await ledger.execute({ type: 'VoidEntry', stream: id, entry: event.id, reason: 'never signed' }, clerk))
    expect(await signedOn()).toBeUndefined()
    expect(right(await rows.explain(id)).map(({ stands, said }) => [stands?.type, said.map((one) => one.event.type)])).toStrictEqual([
      [undefined, ['EntryCorrected', 'EntryVoided']],
    ])
    await ledger.close()
  })

  it('refuses what is not a command, with every problem and its place', async () => {
    const ledger = await opened()
    const refused = await ledger.submit(
      { ...sign, signedOn: { edtf: 'last year' }, parties: { items: ['person-1'], open: 1 }, extra: 1 },
      clerk,
    )
    expect(refused).toMatchObject({ left: { refusal: { _tag: 'InvalidCommand' } } })
    expect(
      E.isLeft(refused) &&
        refused.left._tag === 'Refused' &&
        'problems' in refused.left.refusal &&
        refused.left.refusal.problems.map(({ path }) => path),
    ).toStrictEqual(['parties.items[0]', 'parties.open', 'signedOn.edtf', 'extra'])
    expect(await ledger.execute({ ...sign, parties: { items: ['organisation-nobody'], open: true } }, clerk)).toStrictEqual(
      E.left({ _tag: 'Refused', refusal: { _tag: 'UnknownReference', ids: ['organisation-nobody'] } }),
    )
    expect(right(await ledger.position())).toBe('start')
    await ledger.close()
  })
})
