import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgreementEvent } from '../../../src/domain/agreements/events.js'
import { isOwnEvent } from '../../../src/domain/kernel/entry.js'
import type { CommandContext, Position } from '../../../src/domain/kernel/recorded.js'
import type { LedgerCommand } from '../../../src/domain/ledger.js'
import type { AgreementId } from '../../../src/domain/vocabulary/id.js'
import { type Ledger, openLedger } from '../../../src/ledger.js'
import { type AgreementRow, agreements } from '../../../src/projections/agreements.js'
import { right } from '../../support/right.js'
import { cleanUp, stores } from '../../support/stores.js'

cleanUp()

// A history is a list of steps on three agreements: they sign, amend, renew and end them, and they correct, dispute, prefer and void what was said.
// After every step the rows are looked at. Whatever the history, looking back at a position must show the rows that were seen there, and building
// everything anew must show the rows of the end.

const ids: ReadonlyArray<AgreementId> = ['agreement-a', 'agreement-b', 'agreement-c']
const clerk: CommandContext = { actor: 'clerk-7', mode: 'report', sources: ['source-paper'] }

interface Step {
  readonly kind: 'sign' | 'amend' | 'renew' | 'lapse' | 'correct' | 'dispute' | 'prefer' | 'void'
  readonly agreement: AgreementId
  /** Picks the entry, and the year that is written. */
  readonly pick: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('sign', 'sign', 'amend', 'renew', 'lapse', 'correct', 'dispute', 'prefer', 'void'),
  agreement: fc.constantFrom(...ids),
  pick: fc.nat(99),
})

const parties = { items: [], open: true }
const names = [{ text: 'An agreement', language: 'en' }]

const commandFor = async (ledger: Ledger, { kind, agreement, pick }: Step): Promise<LedgerCommand | undefined> => {
  const date = { edtf: String(2000 + pick) }
  switch (kind) {
    case 'sign':
      return { type: 'SignAgreement', agreement, names, parties, signedOn: date }
    case 'amend':
      return { type: 'AmendAgreement', agreement, from: date, end: { edtf: String(2100 + pick) } }
    case 'renew':
      return { type: 'RenewAgreement', agreement, parties, signedOn: date }
    case 'lapse':
      return { type: 'RecordLapse', agreement, on: date }
    case 'correct':
    case 'dispute':
    case 'prefer':
    case 'void': {
      const history = right(await ledger.history(agreement))
      const entries = history.filter(({ event }) => isOwnEvent(event))
      const entry = entries[pick % Math.max(1, entries.length)]
      if (entry === undefined) return undefined
      if (kind === 'void') return { type: 'VoidEntry', stream: agreement, entry: entry.id, reason: 'entered by mistake' }
      if (kind === 'prefer') {
        const dispute = history.find(({ event }) => event.type === 'EntryDisputed' && event.entry === entry.id)
        return {
          type: 'PreferEntry',
          stream: agreement,
          entry: entry.id,
          preferred: dispute?.id ?? entry.id,
          reason: 'nearer to the event',
        }
      }
      const value = changed(entry.event as AgreementEvent, pick)
      return kind === 'correct'
        ? { type: 'CorrectEntry', stream: agreement, entry: entry.id, value, reason: 'misread' }
        : { type: 'DisputeEntry', stream: agreement, entry: entry.id, value }
    }
  }
}

const changed = (event: AgreementEvent, pick: number): AgreementEvent => {
  const date = { edtf: String(1900 + pick) }
  if ('signedOn' in event) return { ...event, signedOn: date }
  return 'from' in event ? { ...event, from: date } : event
}

const rowsOf = async (ledger: Ledger, view = {}): Promise<ReadonlyArray<AgreementRow>> =>
  right(await ledger.use(agreements).where({}, view))

describe.each(stores)('read models in %s', (_, open) => {
  it('show, looking back, what was seen then; and, built anew, what is seen now', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const ledger = right(await openLedger(open()))
        const paper = { type: 'RegisterSource', source: 'source-paper', title: 'A paper', language: 'en', kind: 'record' } as const
        right(await ledger.execute(paper, { ...clerk, sources: [] }))
        const seen: Array<readonly [Position | 'start', ReadonlyArray<AgreementRow>]> = []
        for (const one of steps) {
          const command = await commandFor(ledger, one)
          if (command !== undefined) await ledger.execute(command, clerk)
          if (one.pick % 3 !== 0) seen.push([right(await ledger.position()), await rowsOf(ledger)])
        }
        for (const [asKnownAt, rows] of seen) expect(await rowsOf(ledger, { asKnownAt })).toStrictEqual(rows)
        const now = await rowsOf(ledger)
        expect(await rowsOf(ledger, { sources: ['source-paper'] })).toStrictEqual(now)
        right(await ledger.rebuild())
        expect(await rowsOf(ledger)).toStrictEqual(now)
        right(await ledger.close())
      }),
      { numRuns: 40, endOnFailure: false },
    )
  })
})
