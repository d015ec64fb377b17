import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/adapters/cli/problem.js'
import { ofFault, ofRefusal, sentencesOf } from '../../../src/adapters/cli/render/sentences.js'
import type { CopyFault } from '../../../src/domain/kernel/copy-log.js'
import type { Coded } from '../../../src/domain/kernel/decider.js'
import type { ReadFault } from '../../../src/projections/engine/reading.js'

const place = { stream: 'agreement-nag', revision: 3n, position: 12n } as const

const faults: { readonly [T in ReadFault['_tag']]: readonly [Extract<ReadFault, { readonly _tag: T }>, string] } = {
  RevisionConflict: [
    { _tag: 'RevisionConflict', stream: 'agreement-nag', expected: 'no-stream', actual: 1n },
    'Another writer keeps adding to agreement-nag (no such stream expected, revision 1 found). Nothing was written; try again.',
  ],
  AppendInvalid: [
    { _tag: 'AppendInvalid', stream: 'x', why: 'not a stream name' },
    'Nothing was written to "x": not a stream name. This is a fault of the program; please report it.',
  ],
  AppendInDoubt: [
    { _tag: 'AppendInDoubt', stream: 'agreement-nag', cause: 'no answer within 10000 ms' },
    'The store did not say whether it wrote to agreement-nag: no answer within 10000 ms. Send the same command again, under the same id: it is written once, whatever became of it.',
  ],
  LogUnavailable: [
    { _tag: 'LogUnavailable', cause: 'the file is locked' },
    'The store cannot be used now: the file is locked. See that it is there, readable and not locked, then try again.',
  ],
  LogDamaged: [
    { _tag: 'LogDamaged', at: 'ledger.db, page 7', cause: 'it is malformed' },
    'The store is damaged at ledger.db, page 7: it is malformed. Nothing was changed; restore it from a copy.',
  ],
  UnknownEventType: [
    { _tag: 'UnknownEventType', ...place, type: 'AgreementSigned', schema: 9 },
    'This version does not know events of type AgreementSigned in schema 9, such as revision 3 of agreement-nag (position 12). Install the version of programme-ledger that wrote them, or a newer one.',
  ],
  UndecodableEvent: [
    { _tag: 'UndecodableEvent', ...place, type: 'AgreementSigned', path: 'signedOn.edtf', expected: 'a date' },
    'The event at revision 3 of agreement-nag (position 12) is not a readable AgreementSigned: a date expected at signedOn.edtf. Restore the store from a copy, or read it with the version that wrote it.',
  ],
  RevisionGap: [
    { _tag: 'RevisionGap', stream: 'agreement-nag', expected: 2n, found: 4n, position: 12n },
    'Events are missing in agreement-nag: revision 2 expected, 4 found at position 12. Restore the store from a copy; nothing is answered over a gap.',
  ],
  ProjectionMisnamed: [
    { _tag: 'ProjectionMisnamed', name: 'Rows', why: 'another read model has the name' },
    'The read model "Rows" cannot be used: another read model has the name.',
  ],
  ViewpointInvalid: [{ _tag: 'ViewpointInvalid', why: 'the day is none' }, 'Nothing can be seen from this viewpoint: the day is none.'],
  RowsUnavailable: [
    { _tag: 'RowsUnavailable', cause: 'the disk is full' },
    'The read models cannot be read or written now: the disk is full. Try again.',
  ],
  RowsDamaged: [
    { _tag: 'RowsDamaged', table: 'agreements', key: 'agreement-nag', cause: 'term: a number expected' },
    'The row "agreement-nag" of the read model agreements was changed by another hand: term: a number expected. Run "programme-ledger rebuild".',
  ],
  CheckpointMoved: [
    { _tag: 'CheckpointMoved', table: 'agreements' },
    'Another process is bringing the read model agreements up to date. Try again.',
  ],
}

describe('a fault', () => {
  it.each(Object.values(faults))('$0._tag', (fault, sentence) => expect(ofFault(fault)).toBe(sentence))
})

interface Planned extends Coded {
  readonly placement: string
  readonly period: { readonly from: string; readonly to?: string }
  readonly seats: bigint
}
const planned: Planned = { _tag: 'StartOutsideAgreedPeriod', placement: 'placement-1', period: { from: '2024-01-15' }, seats: 3n }

const refusals: ReadonlyArray<readonly [refusal: Coded, sentence: string]> = [
  [planned, 'start outside agreed period (placement placement-1, period {from: 2024-01-15}, seats 3).'],
  [{ _tag: 'ProgrammeClosed' }, 'programme closed.'],
  [
    Object.assign({ _tag: 'EntryNotFound' }, { stream: 'agreement-nag', entry: 'e-1' }),
    'there is no entry e-1 in agreement-nag. "programme-ledger history agreement-nag" shows those that are there.',
  ],
  [
    Object.assign({ _tag: 'EntryNotAmendable' }, { entry: 'e-1', type: 'EntryVoided' }),
    'e-1 is itself a statement about an entry (EntryVoided). Name the entry that it speaks of.',
  ],
  [
    Object.assign({ _tag: 'EntryAlreadyVoided' }, { entry: 'e-1', by: 'e-2' }),
    'the entry e-1 was voided by e-2. Record what is right as a new entry.',
  ],
  [
    Object.assign({ _tag: 'EntryOfOtherType' }, { entry: 'e-1', type: 'AgreementSigned', given: 'LapseRecorded' }),
    'the entry e-1 is an AgreementSigned, the value given a LapseRecorded. Void the entry and record another instead.',
  ],
  [
    Object.assign({ _tag: 'EntryOfOtherStream' }, { entry: 'e-1', stream: 'agreement-a', given: 'agreement-b' }),
    'the entry e-1 belongs to agreement-a, the value given to agreement-b. Void the entry and record it there instead.',
  ],
  [
    Object.assign({ _tag: 'NothingToPrefer' }, { entry: 'e-1', preferred: 'e-9' }),
    'e-9 is no value of the entry e-1. Name the entry itself or one of its disputes.',
  ],
  [
    Object.assign({ _tag: 'SourceMissing' }, { entry: 'e-1' }),
    'the command on the entry e-1 rests on no source. Name at least one in its context.',
  ],
  [
    Object.assign({ _tag: 'CommandIdReused' }, { commandId: 'c-1', stream: 'agreement-nag' }),
    'the command id c-1 was sent to agreement-nag before, with other content. Make a new id for a new command.',
  ],
  [
    Object.assign(
      { _tag: 'InvalidCommand' },
      {
        problems: [
          { _tag: 'Invalid', path: '', expected: 'a command', given: '1' },
          { _tag: 'Invalid', path: 'a[0]', expected: 'an id', given: '"x"' },
        ],
      },
    ),
    'the command is not of its form: a command expected, 1 given; a[0]: an id expected, "x" given.',
  ],
  [
    Object.assign({ _tag: 'UnknownReference' }, { ids: ['source-1', 'person-2'] }),
    'nothing is on record for source-1, person-2. Register what is missing first, or mend the ids.',
  ],
  [
    Object.assign({ _tag: 'NotPermitted' }, { actor: 'clerk 7', right: 'approve', command: 'LaunchProgramme' }),
    'the account clerk 7 may not send LaunchProgramme: it does not hold the right "approve". Ask an administrator to grant it, or send it from an account that does.',
  ],
  [
    Object.assign({ _tag: 'NoAdministratorYet' }, { account: 'clerk-7', rights: ['take', 'change'] }),
    'the first grant gives clerk-7 take, change, and nobody could grant any more. Let it give "administer", to this account or another.',
  ],
  [
    Object.assign({ _tag: 'NoRightsOnRecord' }, { account: 'clark-7' }),
    'the account clark-7 was never granted any right. See that it is written as in the grant.',
  ],
  [
    Object.assign({ _tag: 'LastAdministrator' }, { account: 'registry' }),
    'registry is the last account with the right "administer". Grant it to another one first.',
  ],
  [
    Object.assign({ _tag: 'RightsStandAsRecorded' }, { command: 'VoidEntry' }),
    'rights are not changed by VoidEntry: what was permitted stays on record. Use GrantRights or WithdrawRights.',
  ],
]

describe('a refusal', () => {
  it.each(refusals)('$0._tag', (refusal, sentence) => expect(ofRefusal(refusal)).toBe(sentence))
})

describe('a problem', () => {
  it('is told on a line for each thing that is wrong', () => {
    const wrong: Problem = {
      _tag: 'WrongUsage',
      wrong: [
        { at: '--on', expected: 'the day asked about (YYYY-MM-DD)', given: 'nothing' },
        { at: '--format', expected: 'one of table, json', given: '"x\ny"' },
      ],
    }
    expect(sentencesOf(wrong)).toStrictEqual([
      '--on is missing: it takes the day asked about (YYYY-MM-DD).',
      '--format takes one of table, json, not "x y".',
    ])
  })

  it('says what to install', () => {
    expect(sentencesOf({ _tag: 'PackageMissing', name: '@eventstore/db-client', for: 'stores on EventStoreDB' })).toStrictEqual([
      'The package @eventstore/db-client is not installed, which stores on EventStoreDB need. Install it beside programme-ledger: npm install @eventstore/db-client@6.2.1',
    ])
  })

  const at = { id: 'e-1', stream: 'agreement-nag', revision: 3n, position: 12n } as const
  const place = 'revision 3 of agreement-nag (position 12), event e-1'
  const [from, to] = ['sqlite:a.db', 'sqlite:b.db']
  const uncopied: ReadonlyArray<readonly [fault: CopyFault, sentence: string]> = [
    [
      { _tag: 'CopyFaulted', side: 'source', fault: { _tag: 'LogUnavailable', cause: 'the file is locked' } },
      'The source, sqlite:a.db: The store cannot be used now: the file is locked. See that it is there, readable and not locked, then try again.',
    ],
    [
      { _tag: 'TargetDiffers', at, why: 'its content is another' },
      `The target, sqlite:b.db, is not a copy of sqlite:a.db: at ${place}, its content is another. Copy into an empty store, or one that holds the beginning of this ledger.`,
    ],
    [
      { _tag: 'TargetDiffers', at, why: 'the source holds nothing more' },
      `The target, sqlite:b.db, holds more than the source: ${place} is not in sqlite:a.db. Nothing was written; copy into an empty store, or one that holds the beginning of this ledger.`,
    ],
    [
      { _tag: 'TargetDiffers', at, why: 'an event is missing' },
      `The target, sqlite:b.db, lacks an event that was written to it: ${place} of the source. Another program has changed it; copy into a new store.`,
    ],
  ]
  it.each(uncopied)('says why a ledger was not copied: $0.why', (fault, sentence) =>
    expect(sentencesOf({ _tag: 'NotCopied', from, to, fault })).toStrictEqual([sentence]),
  )

  it('lets no control character through', () => {
    const fault: Problem = { _tag: 'Faulted', fault: { _tag: 'LogUnavailable', cause: 'no \u001b[31mfile\n\u0007' } }
    expect(sentencesOf(fault)[0]).toMatch(/^The store cannot be used now: no \\u\{1b\}\[31mfile \\u\{7\}\./)
  })
})
