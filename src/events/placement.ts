import type {
  AttachOfficer,
  CancelPlacement,
  CompletePlacement,
  ConfirmPlacementPeriod,
  CurtailPlacement,
  PlacementCommand,
  ReceiveReport,
  RecordReflection,
  StartPlacement,
} from '../domain/placements/commands.js'
import type {
  Attachment,
  Cancellation,
  Completion,
  Curtailment,
  Home,
  OfficerAttached,
  PlacementCancelled,
  PlacementCompleted,
  PlacementCurtailed,
  PlacementEvent,
  PlacementPeriod,
  PlacementPeriodConfirmed,
  PlacementStart,
  PlacementStarted,
  Reflection,
  ReflectionRecorded,
  Report,
  ReportReceived,
} from '../domain/placements/events.js'
import type { ReflectionConsent, ReflectionConsentSet, SetReflectionConsent } from '../domain/placements/reflection-consent.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { idOf, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, type Data, first, newer } from './codec/versions.js'
import { courseCommands, courseEvents } from './placement-course.js'
import { cohortPeriod, host, keys, side } from './placement-keys.js'
import { nominationCommands, nominationEvents } from './placement-nomination.js'
import { civilDate, language, namedList, period, statedDate } from './vocabulary.js'

const { placement } = keys
const organisation = idOf('organisation')
const person = idOf('person')

const home = objectCodec<Home>('a home', {
  organisation: optional(organisation),
  place: optional(organisation),
  post: optional(idOf('post')),
})
const attachment: Props<Attachment> = {
  ...keys,
  kind: oneOf('attachment', 'secondment', 'course', 'study visit'),
  direction: optional(oneOf('outbound', 'inbound')),
  home,
  hosts: namedList(host),
  period,
  basis: optional(idOf('agreement')),
}
const start: Props<PlacementStart> = { placement, on: statedDate }
const confirmed: Props<PlacementPeriod> = { placement, from: civilDate, to: civilDate }
const completion: Props<Completion> = { placement, on: statedDate }
/** As it was first written: without notice, and judged by the officer's own period alone. */
type PlacementCurtailed1 = Omit<PlacementCurtailed, 'notice' | 'cohort'>
const curtailment1: Props<Omit<Curtailment, 'notice' | 'cohort'>> = { placement, on: statedDate, by: side, why: line }
const curtailed1 = first<PlacementCurtailed1>('PlacementCurtailed', { ...keys, ...curtailment1 })
const curtailment: Props<Curtailment> = { ...curtailment1, notice: optional(statedDate), cohort: optional(cohortPeriod) }
const asItWas = (old: Data<PlacementCurtailed1>): Data<PlacementCurtailed> => old
const cancellation: Props<Cancellation> = { placement, why: prose }
const reflection: Props<Reflection> = {
  placement,
  author: person,
  on: optional(statedDate),
  language,
  points: listOf(prose, { atMost: 100 }),
  text: optional(prose),
  digest: optional(line),
  publishedIn: optional(line),
}
const consent: Props<ReflectionConsent> = {
  placement,
  by: person,
  consent: oneOf('given', 'refused', 'withdrawn'),
  use: optional(line),
  on: optional(statedDate),
  writtenOn: optional(statedDate),
  language: optional(language),
}
const report: Props<Report> = { placement, kind: oneOf('completion report', 'interim report'), on: optional(statedDate) }

export const placementEvents: Catalogue<PlacementEvent> = {
  OfficerAttached: first<OfficerAttached>('OfficerAttached', attachment),
  PlacementStarted: first<PlacementStarted>('PlacementStarted', { ...keys, ...start }),
  PlacementPeriodConfirmed: first<PlacementPeriodConfirmed>('PlacementPeriodConfirmed', { ...keys, ...confirmed }),
  PlacementCompleted: first<PlacementCompleted>('PlacementCompleted', { ...keys, ...completion }),
  PlacementCurtailed: newer<PlacementCurtailed1, PlacementCurtailed>(
    curtailed1,
    2,
    'PlacementCurtailed',
    { ...keys, ...curtailment },
    asItWas,
  ),
  PlacementCancelled: first<PlacementCancelled>('PlacementCancelled', { ...keys, ...cancellation }),
  ReflectionRecorded: first<ReflectionRecorded>('ReflectionRecorded', { ...keys, ...reflection }),
  ReportReceived: first<ReportReceived>('ReportReceived', { ...keys, ...report }),
  ReflectionConsentSet: first<ReflectionConsentSet>('ReflectionConsentSet', { ...keys, ...consent }),
  ...nominationEvents,
  ...courseEvents,
}

export const placementCommands: Commands<PlacementCommand> = {
  AttachOfficer: commandCodec<AttachOfficer>('AttachOfficer', attachment),
  StartPlacement: commandCodec<StartPlacement>('StartPlacement', start),
  ConfirmPlacementPeriod: commandCodec<ConfirmPlacementPeriod>('ConfirmPlacementPeriod', confirmed),
  CompletePlacement: commandCodec<CompletePlacement>('CompletePlacement', completion),
  CurtailPlacement: commandCodec<CurtailPlacement>('CurtailPlacement', curtailment),
  CancelPlacement: commandCodec<CancelPlacement>('CancelPlacement', cancellation),
  RecordReflection: commandCodec<RecordReflection>('RecordReflection', reflection),
  ReceiveReport: commandCodec<ReceiveReport>('ReceiveReport', report),
  SetReflectionConsent: commandCodec<SetReflectionConsent>('SetReflectionConsent', consent),
  ...nominationCommands,
  ...courseCommands,
}
