import type { Release } from '../../../src/adapters/cli/releases.js'
import { sqlite } from '../../../src/adapters/sqlite/index.js'
import { openLedger } from '../../../src/ledger.js'
import { right } from '../../support/right.js'

const signing = {
  agreement: 'agreement-nag',
  names: [{ text: 'Agreement on the Dedicated National Studies Programme', language: 'en' }],
  parties: { items: [], open: true },
  signedOn: { edtf: '2023-06-15', words: 'today (June 15)' },
} as const

const context = (n: number) => ({
  commandId: `018f0000-0000-7000-8000-00000000000${n}`,
  actor: 'clerk-7',
  mode: 'report',
  sources: ['source-s0'],
})

const registered = {
  type: 'RegisterSource',
  source: 'source-s0',
  title: 'Training agreement signed',
  kind: 'press release',
  language: 'en',
  publisher: 'HKSAR Government',
  issuedOn: { edtf: '2023-06-15' },
}

/** One release in two statements. */
export const releases: ReadonlyArray<Release> = [
  {
    id: 'S0',
    title: 'The agreement',
    says: [
      { command: registered, context: context(1) },
      { command: { type: 'SignAgreement', ...signing }, context: context(2) },
    ],
  },
]

const entryOf = (events: ReadonlyArray<{ readonly id: string }>): string => events[0]?.id ?? 'none'

/** A ledger in a file: the release, then a correction and a second agreement that is voided. All instants are the same. */
export const sampleLedger = async (file: string): Promise<void> => {
  const ledger = right(await openLedger(sqlite(file, { clock: () => '2024-01-15T09:30:00.000Z', synchronous: 'NORMAL' })))
  for (const { says } of releases) for (const { command, context } of says) right(await ledger.submit(command, context))
  const signed = entryOf(right(await ledger.history('agreement-nag')))
  const value = { type: 'AgreementSigned', ...signing, signedAt: 'Beijing' }
  const correction = { type: 'CorrectEntry', stream: 'agreement-nag', entry: signed, value, reason: 'the place was missed' }
  right(await ledger.submit(correction, context(3)))
  right(await ledger.submit({ type: 'SignAgreement', ...signing, agreement: 'agreement-twice' }, context(4)))
  const twice = entryOf(right(await ledger.history('agreement-twice')))
  right(await ledger.submit({ type: 'VoidEntry', stream: 'agreement-twice', entry: twice, reason: 'entered twice' }, context(5)))
  right(await ledger.close())
}
