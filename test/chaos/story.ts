import { eventIdOf } from '../../src/adapters/system/identity.js'
import type { CommandContext } from '../../src/domain/kernel/recorded.js'
import type { LedgerCommand } from '../../src/domain/ledger.js'
import type { OrganisationId } from '../../src/domain/vocabulary/id.js'
import type { Seeded } from './seeded.js'

// What a ledger is told in a run: first what everything else mentions, then what several writers tell of the same things at once, so that they
// are in each other's way. Each command has its id from the start: it is the same command however often it is sent.

/** A command with all that goes with it. */
export interface Telling {
  readonly command: LedgerCommand
  readonly context: CommandContext & { readonly commandId: string }
}

/** Names of things are told apart by this, so that runs can share a server. */
export interface StoryOptions {
  readonly writers: number
  readonly steps: number
  readonly run?: string
  /** How many organisations all of them write of. */
  readonly shared?: number
}

/** What is told before, in order, and by each writer, in order. */
export interface Story {
  readonly before: ReadonlyArray<Telling>
  readonly writers: ReadonlyArray<ReadonlyArray<Telling>>
}

const TALKS = 6

export const storyOf = (seeded: Seeded, { writers, steps, run = 'run', shared = 2 }: StoryOptions): Story => {
  const numbers = Array.from({ length: shared }, (_, n) => n)
  const source = `source-${run}` as const
  const programme = `programme-${run}` as const
  const batch = `batch-${run}` as const
  const seats = `seats-${run}` as const
  const series = `series-${run}` as const
  const organisation = (n: number): OrganisationId => `organisation-${run}-${n}`

  const telling = (command: LedgerCommand, mode: 'decision' | 'report', ...of: ReadonlyArray<string | number>): Telling => ({
    command,
    context: {
      commandId: seeded.commandId(...of),
      actor: 'chaos-clerk',
      mode,
      sources: command.type === 'RegisterSource' ? [] : [source],
    },
  })

  const known: ReadonlyArray<LedgerCommand> = [
    { type: 'RegisterSource', source, title: 'A paper', language: 'en', kind: 'report' },
    ...numbers.map(
      (n): LedgerCommand => ({
        type: 'RegisterOrganisation',
        organisation: organisation(n),
        names: [{ text: `Office ${n}`, language: 'en' }],
        kind: 'office',
      }),
    ),
    { type: 'RegisterProgramme', programme, names: [{ text: 'Exchange', language: 'en' }], kind: 'staff exchange' },
    { type: 'OpenBatch', batch, programme, ordinal: 1 },
    { type: 'OpenSeats', seats, of: { batches: [batch] }, quota: { kind: 'exact', n: 3 }, policy: 'waiting list' },
    { type: 'AnnounceSeries', series, names: [{ text: 'Talks', language: 'en' }] },
  ]

  const renaming = (writer: number, step: number): Telling =>
    telling(
      {
        type: 'RenameOrganisation',
        organisation: organisation(seeded.between(0, shared - 1, 'shared', writer, step)),
        name: { text: `Office of writer ${writer}, ${step}`, language: 'en' },
      },
      'decision',
      writer,
      step,
    )

  /** One step of one writer: a command or two that belong together. */
  const told = (writer: number, step: number): ReadonlyArray<Telling> => {
    const name = `${writer}-${step}`
    const holder = `${batch}#${name}` as const
    const kind = seeded.chance('kind', writer, step)
    if (kind < 0.25) return [renaming(writer, step)]
    if (kind < 0.4) {
      const [organisationOf, partner] = [organisation(0), organisation(1)]
      return [telling({ type: 'NotePartnership', organisation: organisationOf, partner, field: `Field ${name}` }, 'report', writer, step)]
    }
    if (kind < 0.6) {
      const occasion = `occasion-${run}-${name}` as const
      // Fewer numbers than talks: some are refused, and rightly.
      const ordinal = seeded.between(1, TALKS, 'ordinal', writer, step)
      return [
        telling({ type: 'ScheduleOccasion', occasion, kind: 'talk' }, 'report', writer, step),
        telling({ type: 'AddTalk', series, occasion, ordinal }, 'decision', writer, step, 'talk'),
      ]
    }
    if (kind < 0.85) {
      const policy = seeded.oneOf(['waiting list', 'refuse'], 'policy', writer, step)
      const mode = seeded.oneOf(['decision', 'report'], 'mode', writer, step)
      const hold = telling({ type: 'HoldSeat', seats, holder, count: { kind: 'exact', n: 1 }, policy }, mode, writer, step)
      const release = telling({ type: 'ReleaseSeat', seats, holder }, 'decision', writer, step, 'release')
      return seeded.chance('release', writer, step) < 0.5 ? [hold, release] : [hold]
    }
    const first = renaming(writer, step)
    if (first.command.type !== 'RenameOrganisation') return [first]
    const stream = first.command.organisation
    const entry = eventIdOf(first.context.commandId, stream, 0)
    return [first, telling({ type: 'VoidEntry', stream, entry, reason: 'entered by mistake' }, 'decision', writer, step, 'void')]
  }

  return {
    before: known.map((command, index) => telling(command, 'report', 'before', index)),
    writers: Array.from({ length: writers }, (_, writer) => Array.from({ length: steps }, (__, step) => told(writer, step)).flat()),
  }
}
