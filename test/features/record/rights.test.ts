import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memory } from '../../../src/adapters/memory/index.js'
import type { CommandContext } from '../../../src/domain/kernel/recorded.js'
import type { LedgerCommand, OwnEvent } from '../../../src/domain/ledger.js'
import type { GrantRights, Right } from '../../../src/domain/rights/rights.js'
import { type Ledger, openLedger } from '../../../src/ledger.js'
import type { OpenStore } from '../../../src/projections/engine/store.js'
import { rightsOnRecord } from '../../../src/projections/questions/rights.js'
import { entryOf, shown } from '../../support/placed.js'
import { left, right } from '../../support/right.js'

// Four accounts: the registry runs the ledger, a clerk registers, somebody stands at the door, the head of the office decides.

const days = ['2024-03-01', '2024-03-04', '2024-03-11', '2024-06-03']
/** A clock that is a day further with each command that is recorded. */
const daily = () => {
  let n = 0
  return () => `${days[n++] ?? '2024-07-01'}T09:00:00.000Z`
}

const grant = (account: string, ...rights: ReadonlyArray<Right>): GrantRights => ({ type: 'GrantRights', account, rights })
const withdraw = (account: string, ...rights: ReadonlyArray<Right>): LedgerCommand => ({ type: 'WithdrawRights', account, rights })

const send = (ledger: Ledger, actor: string, command: LedgerCommand, said: Partial<CommandContext> = {}) =>
  ledger.execute(command, { actor, mode: 'decision', sources: [], ...said })

/** `taken`, or the refusal as it stands. */
const outcome = async (ledger: Ledger, actor: string, command: LedgerCommand): Promise<unknown> => {
  const answered = await send(ledger, actor, command)
  if (E.isRight(answered)) return 'taken'
  return answered.left._tag === 'Refused' ? answered.left.refusal : answered.left
}
const no = (actor: string, needed: Right, command: string) => ({ _tag: 'NotPermitted', actor, right: needed, command })

const keeping = async (store: OpenStore = memory({ clock: daily() })): Promise<Ledger> =>
  right(await openLedger(store, { rights: 'as recorded' }))

/** A ledger in which the registry is the administrator and granted these. */
const granted = async (...grants: ReadonlyArray<LedgerCommand>): Promise<Ledger> => {
  const ledger = await keeping()
  for (const one of [grant('registry', 'administer'), ...grants]) right(await send(ledger, 'registry', one))
  return ledger
}

const details = { programme: 'programme-a', names: [{ text: 'Exchange', language: 'en' }], kind: 'staff exchange' } as const
const programme: LedgerCommand = { type: 'ProposeProgramme', ...details }
const launch: LedgerCommand = { type: 'LaunchProgramme', ...details, launchedOn: { edtf: '2024-03-05' } }
const briefing: LedgerCommand = { type: 'RecordBriefing', occasion: 'occasion-a', kind: 'briefing', on: { edtf: '2024-03-06' } }
const headcount: LedgerCommand = { type: 'RecordHeadcount', occasion: 'occasion-a', attendance: { figure: { kind: 'exact', n: 40 } } }

describe('rights', () => {
  it('are asked of the account that sends a command; what it has no right to is refused, and nothing is written', async () => {
    const ledger = await granted(grant('clerk', 'change'), grant('door', 'take'))
    expect(await outcome(ledger, 'door', briefing)).toStrictEqual(no('door', 'change', 'RecordBriefing'))
    expect(await outcome(ledger, 'nobody', briefing)).toStrictEqual(no('nobody', 'change', 'RecordBriefing'))
    expect(right(await ledger.history('occasion-a'))).toStrictEqual([])
    expect(await outcome(ledger, 'clerk', briefing)).toBe('taken')
    expect(await outcome(ledger, 'clerk', headcount)).toStrictEqual(no('clerk', 'take', 'RecordHeadcount'))
    expect(await outcome(ledger, 'door', headcount)).toBe('taken')
  })

  it('part who registers from who decides: no right includes another, that of the administrator neither', async () => {
    const ledger = await granted(grant('clerk', 'change'), grant('head', 'approve'))
    expect(await outcome(ledger, 'clerk', programme)).toBe('taken')
    expect(await outcome(ledger, 'clerk', launch)).toStrictEqual(no('clerk', 'approve', 'LaunchProgramme'))
    expect(await outcome(ledger, 'registry', launch)).toStrictEqual(no('registry', 'approve', 'LaunchProgramme'))
    expect(await outcome(ledger, 'head', launch)).toBe('taken')
  })

  it('let nobody turn a decision round by calling it an error: correcting it takes the right to decide', async () => {
    const ledger = await granted(grant('clerk', 'change'), grant('head', 'approve'))
    for (const [actor, command] of [
      ['clerk', programme],
      ['head', launch],
    ] as const)
      right(await send(ledger, actor, command))
    const stream = 'programme-a'
    const launched = await entryOf(ledger, stream, 'ProgrammeLaunched')
    const proposed = await entryOf(ledger, stream, 'ProgrammeProposed')
    const other: OwnEvent = { type: 'ProgrammeLaunched', ...details, launchedOn: { edtf: '2024-03-06' } }
    const corrected: LedgerCommand = { type: 'CorrectEntry', stream, entry: launched.entry, value: other, reason: 'misread' }
    expect(await outcome(ledger, 'clerk', corrected)).toStrictEqual(no('clerk', 'approve', 'CorrectEntry'))
    expect(await outcome(ledger, 'head', corrected)).toBe('taken')
    expect(await outcome(ledger, 'clerk', { type: 'VoidEntry', stream, entry: proposed.entry, reason: 'no' })).toStrictEqual(
      no('clerk', 'approve', 'VoidEntry'),
    )
  })

  it('begin with the first grant, which makes the first administrator; before it nothing else is taken', async () => {
    const ledger = await keeping()
    expect(await outcome(ledger, 'registry', programme)).toStrictEqual(no('registry', 'change', 'ProposeProgramme'))
    expect(await outcome(ledger, 'registry', grant('clerk', 'change'))).toStrictEqual({
      _tag: 'NoAdministratorYet',
      account: 'clerk',
      rights: ['change'],
    })
    expect(await outcome(ledger, 'installer', grant('registry', 'administer', 'change'))).toBe('taken')
    expect(await outcome(ledger, 'installer', grant('installer', 'administer'))).toStrictEqual(no('installer', 'administer', 'GrantRights'))
    expect(await outcome(ledger, 'registry', programme)).toBe('taken')
  })

  it('have one first administrator, though two processes appoint one at the same moment', async () => {
    const store = right(await memory()())
    const [one, two] = [await keeping(async () => E.right(store)), await keeping(async () => E.right(store))]
    const outcomes = await Promise.all([
      outcome(one, 'registry', grant('registry', 'administer')),
      outcome(two, 'intruder', grant('intruder', 'administer')),
    ])
    expect(outcomes).toStrictEqual(['taken', no('intruder', 'administer', 'GrantRights')])
  })

  it('answer the first grant alike when it is sent again, though it appointed somebody else', async () => {
    const ledger = await keeping()
    const again = () => send(ledger, 'installer', grant('registry', 'administer'), { commandId: '018f0000-0000-7000-8000-000000000001' })
    const receipt = right(await again())
    expect(right(await again())).toStrictEqual(receipt)
  })

  it('are withdrawn from then on, by whichever process; the last administrator stays one', async () => {
    const store = right(await memory()())
    const [here, there] = [await keeping(async () => E.right(store)), await keeping(async () => E.right(store))]
    for (const one of [grant('registry', 'administer'), grant('clerk', 'change')]) right(await send(here, 'registry', one))
    expect(await outcome(there, 'clerk', programme)).toBe('taken')
    right(await send(here, 'registry', withdraw('clerk', 'change')))
    expect(await outcome(there, 'clerk', { type: 'ProposeProgramme', ...details, programme: 'programme-b' })).toStrictEqual(
      no('clerk', 'change', 'ProposeProgramme'),
    )
    expect(await outcome(there, 'registry', withdraw('registry', 'administer'))).toStrictEqual({
      _tag: 'LastAdministrator',
      account: 'registry',
    })
    right(await send(here, 'registry', grant('head', 'administer')))
    expect(await outcome(there, 'registry', withdraw('registry', 'administer'))).toBe('taken')
  })

  it('of handing data out are asked for by whoever does so', async () => {
    const ledger = await granted(grant('auditor', 'export'))
    expect(right(await ledger.permits('auditor', 'export'))).toBe(true)
    expect(right(await ledger.permits('registry', 'export'))).toBe(false)
    expect(right(await right(await openLedger(memory())).permits('anybody', 'export'))).toBe(true)
  })

  it('are kept to only where the ledger was opened so; granting is the administrators’ in every ledger', async () => {
    const store = right(await memory()())
    const open = right(await openLedger(async () => E.right(store)))
    expect(await outcome(open, 'anybody', programme)).toBe('taken')
    expect(await outcome(open, 'registry', grant('registry', 'administer'))).toBe('taken')
    expect(await outcome(open, 'anybody', launch)).toBe('taken')
    expect(await outcome(open, 'anybody', grant('anybody', 'administer'))).toStrictEqual(no('anybody', 'administer', 'GrantRights'))
  })

  it('tell auditors who was allowed what, since when, by whose decision, until when', async () => {
    const ledger = await keeping()
    const authority = 'Head of Administration'
    right(await send(ledger, 'installer', grant('registry', 'administer')))
    right(await send(ledger, 'registry', { ...grant('clerk', 'take', 'change'), on: { edtf: '2024-03-02' } }, { authority }))
    const before = { asKnownAt: right(await ledger.position()) }
    right(await send(ledger, 'registry', withdraw('clerk', 'change'), { reason: 'posted elsewhere' }))
    right(await send(ledger, 'registry', grant('clerk', 'change')))
    const told = (params: Parameters<typeof rightsOnRecord.answer>[1], view = {}) =>
      shown(
        ledger,
        rightsOnRecord,
        params,
        ['account', 'right', 'held', 'since', 'grantedBy', 'authority', 'decidedOn', 'until', 'why'],
        view,
      )
    const [first, second, third, fourth] = days.map((day) => `${day}T09:00:00.000Z`)
    expect(await told({})).toStrictEqual([
      `clerk | take | yes | ${second} | registry | ${authority} | 2024-03-02 |  | `,
      `clerk | change | no | ${second} | registry | ${authority} | 2024-03-02 | ${third} | posted elsewhere`,
      `clerk | change | yes | ${fourth} | registry | ? | ? |  | `,
      `registry | administer | yes | ${first} | installer | ? | ? |  | `,
    ])
    expect(await told({ account: 'clerk', on: '2024-05-01' })).toHaveLength(1)
    expect(await told({ right: 'change', on: '2024-03-11' })).toHaveLength(1)
    expect(await told({ on: '2024-02-29' })).toStrictEqual([])
    expect(await told({ account: 'clerk', right: 'change' }, before)).toStrictEqual([
      `clerk | change | yes | ${second} | registry | ${authority} | 2024-03-02 |  | `,
    ])
  })

  it('are not told otherwise afterwards: what was permitted stays on record', async () => {
    const ledger = await granted(grant('clerk', 'approve', 'change'))
    const { entry } = await entryOf(ledger, 'rights-ledger', 'RightsGranted')
    const voided: LedgerCommand = { type: 'VoidEntry', stream: 'rights-ledger', entry, reason: 'by mistake' }
    expect(await outcome(ledger, 'registry', voided)).toStrictEqual({ _tag: 'RightsStandAsRecorded', command: 'VoidEntry' })
    expect(await outcome(ledger, 'clerk', voided)).toStrictEqual(no('clerk', 'administer', 'VoidEntry'))
  })

  it('are no account’s where they cannot be read: a store that fails permits nothing', async () => {
    const store = right(await memory()())
    const ledger = await keeping(async () => E.right(store))
    right(await ledger.close())
    expect(left(await send(ledger, 'registry', programme))).toStrictEqual({
      _tag: 'Faulted',
      fault: { _tag: 'LogUnavailable', cause: 'the store is closed' },
    })
  })
})
