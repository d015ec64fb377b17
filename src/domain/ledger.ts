import type { AgreementCommand, AgreementRefusal } from './agreements/commands.js'
import type { AgreementEvent } from './agreements/events.js'
import type { BatchCommand, BatchRefusal } from './batches/commands.js'
import type { BatchEvent } from './batches/events.js'
import type { CalendarCommand, CalendarRefusal } from './calendars/commands.js'
import type { CalendarEvent } from './calendars/events.js'
import type { CertificateCommand, CertificateEvent, CertificateRefusal } from './certificates/certificate.js'
import type { FigureEvent } from './figures/events.js'
import type { FigureCommand, FigureRefusal } from './figures/figure.js'
import type { EntryCommand, EntryRefusal, KernelEvent } from './kernel/entry.js'
import type { OccasionCommand, OccasionRefusal } from './occasions/commands.js'
import type { OccasionEvent } from './occasions/events.js'
import type { OrganisationCommand, OrganisationRefusal } from './organisations/commands.js'
import type { OrganisationEvent } from './organisations/events.js'
import type { PersonCommand, PersonEvent, PersonRefusal } from './people/person.js'
import type { PlacementCommand, PlacementRefusal } from './placements/commands.js'
import type { PlacementEvent } from './placements/events.js'
import type { PostCommand, PostRefusal } from './posts/commands.js'
import type { PostEvent } from './posts/events.js'
import type { ProgrammeCommand, ProgrammeRefusal } from './programmes/commands.js'
import type { ProgrammeEvent } from './programmes/events.js'
import type { RightsCommand, RightsEvent, RightsRefusal } from './rights/rights.js'
import type { RuleCommand, RuleRefusal } from './rules/commands.js'
import type { RuleEvent } from './rules/events.js'
import type { SeatsCommand, SeatsRefusal } from './seats/commands.js'
import type { SeatsEvent } from './seats/events.js'
import type { SeriesCommand, SeriesEvent, SeriesRefusal } from './series/series.js'
import type { SourceCommand, SourceEvent, SourceRefusal } from './sources/source.js'
import type { StatementEvent } from './statements/events.js'
import type { StatementCommand, StatementRefusal } from './statements/statement.js'

// The ledger's language, gathered from its aggregates: one line for each.

/** By category: the commands an aggregate takes, the events it records, the refusals it gives. */
export interface Aggregates {
  readonly source: [SourceCommand, SourceEvent, SourceRefusal]
  readonly organisation: [OrganisationCommand, OrganisationEvent, OrganisationRefusal]
  readonly post: [PostCommand, PostEvent, PostRefusal]
  readonly person: [PersonCommand, PersonEvent, PersonRefusal]
  readonly agreement: [AgreementCommand, AgreementEvent, AgreementRefusal]
  readonly programme: [ProgrammeCommand, ProgrammeEvent, ProgrammeRefusal]
  readonly batch: [BatchCommand, BatchEvent, BatchRefusal]
  readonly placement: [PlacementCommand, PlacementEvent, PlacementRefusal]
  readonly officerCalendar: [CalendarCommand, CalendarEvent, CalendarRefusal]
  readonly seats: [SeatsCommand, SeatsEvent, SeatsRefusal]
  readonly occasion: [OccasionCommand, OccasionEvent, OccasionRefusal]
  readonly series: [SeriesCommand, SeriesEvent, SeriesRefusal]
  readonly statement: [StatementCommand, StatementEvent, StatementRefusal]
  readonly certificate: [CertificateCommand, CertificateEvent, CertificateRefusal]
  readonly rule: [RuleCommand, RuleEvent, RuleRefusal]
  readonly figure: [FigureCommand, FigureEvent, FigureRefusal]
  readonly rights: [RightsCommand, RightsEvent, RightsRefusal]
}

/** Every event that an aggregate records. */
export type OwnEvent = Aggregates[keyof Aggregates][1]

/** Every event in the ledger: those, and what the kernel writes beside them on any stream. */
export type LedgerEvent = OwnEvent | KernelEvent<OwnEvent>

/** Every command that an aggregate takes. */
export type OwnCommand = Aggregates[keyof Aggregates][0]

/** Every command of the ledger: those, and the five that speak of an entry on any stream. */
export type LedgerCommand = OwnCommand | EntryCommand<OwnEvent>

/** What a command may be refused with. */
export type RefusalOf<C extends LedgerCommand> =
  | EntryRefusal
  | { readonly [N in keyof Aggregates]: C extends Aggregates[N][0] ? Aggregates[N][2] : never }[keyof Aggregates]
