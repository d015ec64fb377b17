import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { memoryRows } from '../../src/adapters/memory/row-store.js'
import { eventIdOf } from '../../src/adapters/system/identity.js'
import { type Held, type Kept, keptOf } from './record.js'
import { apartFromRebuild } from './rows.js'
import { seeded } from './seeded.js'
import type { Answer, Sent } from './sending.js'
import { storyOf } from './story.js'
import { verdictOn } from './verdict.js'

// The checks themselves: each wrong that they are there for is planted once, and found.

const STREAM = 'organisation-run-0'
const COMMAND = '01930000-0000-7000-8000-000000000001'
const SPOKEN_AT = Date.parse('2026-01-05T09:00:01.000Z')

const [, telling] = storyOf(seeded(1), { writers: 1, steps: 1 }).before

const sent = (...answers: ReadonlyArray<Answer>): Sent => {
  if (telling === undefined) throw new Error('no story')
  return {
    telling: { ...telling, context: { ...telling.context, commandId: COMMAND } },
    answers: answers.map((answer) => ({ answer, at: SPOKEN_AT })),
  }
}
const receipt = (first = 0n, last = first): Answer => E.right({ _tag: 'Recorded', stream: STREAM, first, last })
const conflict: Answer = E.left({
  _tag: 'Faulted',
  fault: { _tag: 'RevisionConflict', stream: STREAM, expected: 'no-stream', actual: 0n },
})
const inDoubt: Answer = E.left({ _tag: 'Faulted', fault: { _tag: 'AppendInDoubt', stream: STREAM, cause: 'no answer' } })
const refused: Answer = E.left({ _tag: 'Refused', refusal: { _tag: 'CommandIdReused', commandId: COMMAND, stream: STREAM } })

/** A renaming as a server holds it; later records stand further on. */
const held = (revision: bigint, said: Partial<Held> = {}): Held => ({
  stream: STREAM,
  revision,
  position: 1_000n + revision * 200n,
  id: eventIdOf(COMMAND, STREAM, Number(revision)),
  type: 'OrganisationRegistered',
  data: { organisation: STREAM, names: [{ text: 'Office', language: 'en' }], kind: 'office' },
  metadata: {
    schema: '1',
    commandId: COMMAND,
    commandDigest: 'digest',
    $correlationId: COMMAND,
    actor: 'chaos-clerk',
    mode: 'report',
    sources: '',
  },
  created: '2026-01-05T09:00:00.000Z',
  ...said,
})
const kept = (...records: ReadonlyArray<Held>): ReadonlyArray<Kept> => keptOf(records)
const NOTHING = { lost: 0, doubled: 0, falseRefusals: 0, found: [] }

describe('nothing is found', () => {
  it('where the receipt is as the record has it', () => expect(verdictOn([sent(receipt())], kept(held(0n)))).toEqual(NOTHING))
  it('where doubt was told before the receipt', () =>
    expect(verdictOn([sent(inDoubt, receipt(), receipt())], kept(held(0n)))).toEqual(NOTHING))
  it('where a refusal left nothing behind', () => expect(verdictOn([sent(refused)], kept())).toEqual(NOTHING))
  it.each([
    ['met a conflict', conflict],
    ['was refused', refused],
  ])('where a sending %s, and a later one was written after that was told', (_, no) => {
    const later = held(0n, { created: '2026-01-05T09:00:02.000Z' })
    expect(verdictOn([sent(no, receipt())], kept(later))).toEqual(NOTHING)
  })
  it('of other programs and of the server', () => {
    const others = [held(0n, { stream: 'invoice-1' }), held(0n, { stream: '$scavenges' })]
    expect(verdictOn([sent(receipt())], kept(held(0n), ...others))).toEqual(NOTHING)
  })
})

describe('lost is', () => {
  it('a receipt without its event', () => expect(verdictOn([sent(receipt())], kept())).toMatchObject({ lost: 1 }))
  it('a receipt of more events than there are', () => expect(verdictOn([sent(receipt(0n, 1n))], kept(held(0n)))).toMatchObject({ lost: 1 }))
  it('a receipt at whose place another event stands', () =>
    expect(verdictOn([sent(receipt())], kept(held(0n, { id: eventIdOf(COMMAND, STREAM, 5) })))).toMatchObject({ lost: 1 }))
  it('a command that never came to an end', () => expect(verdictOn([sent(inDoubt)], kept(held(0n)))).toMatchObject({ lost: 1 }))
})

describe('doubled is', () => {
  it('an event under another id', () =>
    expect(verdictOn([sent(receipt())], kept(held(0n), held(1n)))).toMatchObject({ doubled: 1, lost: 0 }))
  it('an event under the same id', () =>
    expect(verdictOn([sent(receipt())], kept(held(0n), held(1n, { id: held(0n).id })))).toMatchObject({ doubled: 1 }))
  it('an event that nobody sent', () => expect(verdictOn([], kept(held(0n)))).toMatchObject({ doubled: 1 }))
})

describe('a false refusal is', () => {
  it.each([
    ['a refusal', refused],
    ['a conflict', conflict],
    ['word that nothing changed', E.right({ _tag: 'Unchanged', stream: STREAM }) satisfies Answer],
  ])('%s of what is there', (_, answer) => expect(verdictOn([sent(inDoubt, answer)], kept(held(0n)))).toMatchObject({ falseRefusals: 1 }))
  it('one that came before a receipt, of what was there already', () =>
    expect(verdictOn([sent(refused, receipt())], kept(held(0n)))).toMatchObject({ falseRefusals: 1 }))
  it('one after which the command was written all the same, by nobody who asked for it', () => {
    const later = held(0n, { created: '2026-01-05T09:00:02.000Z' })
    expect(verdictOn([sent(inDoubt, refused)], kept(later))).toMatchObject({ falseRefusals: 1 })
  })
  it('another receipt for the same command', () =>
    expect(verdictOn([sent(receipt(), receipt(0n, 1n))], kept(held(0n), held(1n)))).toMatchObject({ falseRefusals: 1 }))
})

describe('rows are unequal', () => {
  it('where events are missing from them', async () => {
    expect(await apartFromRebuild(memoryRows(), kept(held(0n)))).toContain('organisations')
    expect(await apartFromRebuild(memoryRows(), kept())).toEqual([])
  })
})
