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
  Host,
  OfficerAttached,
  PlacementCancelled,
  PlacementCompleted,
  PlacementCurtailed,
  PlacementEvent,
  PlacementKeys,
  PlacementPeriod,
  PlacementPeriodConfirmed,
  PlacementStart,
  PlacementStarted,
  Reflection,
  ReflectionRecorded,
  Report,
  ReportReceived,
} from '../domain/placements/events.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props } from './codec/object.js'
import { cohortId, idOf, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { civilDate, language, namedList, period, statedDate } from './vocabulary.js'

const placement = idOf('placement')
const organisation = idOf('organisation')
const person = idOf('person')

// A placement's commands name the placement alone; its events repeat what was fixed when the officer was attached.
const keys: Props<PlacementKeys> = {
  placement,
  officer: person,
  programme: idOf('programme'),
  batch: optional(idOf('batch')),
  partOf: optional(cohortId),
}

const home = objectCodec<Home>('a home', {
  organisation: optional(organisation),
  place: optional(organisation),
  post: optional(idOf('post')),
})
const host = objectCodec<Host>('a host', {
  organisation,
  level: oneOf('bureau', 'office', 'department', 'section', 'agency', 'district', 'other'),
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
const curtailment: Props<Curtailment> = { placement, on: statedDate, by: oneOf('home', 'host', 'officer'), why: line }
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
const report: Props<Report> = { placement, kind: oneOf('completion report', 'interim report'), on: optional(statedDate) }

export const placementEvents: Catalogue<PlacementEvent> = {
  OfficerAttached: first<OfficerAttached>('OfficerAttached', attachment),
  PlacementStarted: first<PlacementStarted>('PlacementStarted', { ...keys, ...start }),
  PlacementPeriodConfirmed: first<PlacementPeriodConfirmed>('PlacementPeriodConfirmed', { ...keys, ...confirmed }),
  PlacementCompleted: first<PlacementCompleted>('PlacementCompleted', { ...keys, ...completion }),
  PlacementCurtailed: first<PlacementCurtailed>('PlacementCurtailed', { ...keys, ...curtailment }),
  PlacementCancelled: first<PlacementCancelled>('PlacementCancelled', { ...keys, ...cancellation }),
  ReflectionRecorded: first<ReflectionRecorded>('ReflectionRecorded', { ...keys, ...reflection }),
  ReportReceived: first<ReportReceived>('ReportReceived', { ...keys, ...report }),
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
}
