import type { LedgerCommand } from '../../src/domain/ledger.js'
import type { OccasionId } from '../../src/domain/vocabulary/id.js'
import type { Ledger } from '../../src/ledger.js'
import { type Said, tell, told } from './placed.js'
import { left, right } from './right.js'

// A writing course of three days for one intake, held in March 2024: a ledger that stories about sessions begin with.

const held = (occasion: OccasionId, title: string, on: string): Said => ({
  type: 'RecordBriefing',
  occasion,
  kind: 'seminar',
  titles: [{ text: title, language: 'en' }],
  on: { edtf: on },
  mode: 'in person',
  partOf: { _tag: 'named', value: 'batch-writing' },
})

/** A ledger with the three days on record as held, officers 1 to 5, and whatever was said since. */
export const course = async (...said: ReadonlyArray<Said>): Promise<Ledger> => {
  const ledger = await told(
    { type: 'RegisterPerson', person: 'person-4', names: [{ text: 'Officer 4', language: 'en' }] },
    { type: 'RegisterPerson', person: 'person-5', names: [{ text: 'Officer 5', language: 'en' }] },
    {
      type: 'RegisterProgramme',
      programme: 'programme-writing',
      names: [{ text: 'Writing Course', language: 'en' }],
      kind: 'national-studies course',
    },
    { type: 'OpenBatch', batch: 'batch-writing', programme: 'programme-writing', ordinal: 1 },
    held('occasion-day-1', 'Day 1', '2024-03-05'),
    held('occasion-day-2', 'Day 2', '2024-03-06'),
    held('occasion-day-3', 'Day 3', '2024-03-07'),
  )
  await tell(ledger, ...said)
  return ledger
}

/** A fourth day that is planned only. */
export const planned: Said = {
  type: 'ScheduleOccasion',
  occasion: 'occasion-day-4',
  kind: 'seminar',
  titles: [{ text: 'Day 4', language: 'en' }],
  on: { edtf: '2024-03-14' },
  partOf: { _tag: 'named', value: 'batch-writing' },
}

/** What a decision is refused with. */
export const refusedFor = async (ledger: Ledger, command: LedgerCommand): Promise<unknown> => {
  const failure = left(await ledger.execute(command, { actor: 'clerk-7', mode: 'decision', sources: [] }))
  return failure._tag === 'Refused' ? failure.refusal : failure
}

/** The flags that stand in a stream: the rule, and how sure it is that it was broken. */
export const flagsIn = async (ledger: Ledger, stream: OccasionId | `certificate-${string}`): Promise<ReadonlyArray<string>> =>
  right(await ledger.history(stream)).flatMap(({ event }) =>
    event.type === 'ConflictRecorded' ? [`${event.rule} (${event.certainty})`] : [],
  )
