import type {
  AddTalk,
  AnnounceSeries,
  ConcludeSeries,
  LinkSeries,
  Ordinal,
  SeriesAnnounced,
  SeriesAnnouncement,
  SeriesCommand,
  SeriesConcluded,
  SeriesConclusion,
  SeriesEvent,
  SeriesLink,
  SeriesLinked,
  Talk,
  TalkAdded,
} from '../domain/series/series.js'
import { type Codec, guardCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { idOf, integer, line, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { idAmong } from './occasion-ids.js'
import { count, namedList, names, stated, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

const series = idOf('series')

const number = integer(1, 10_000)
const ordinal: Codec<Ordinal> = guardCodec(`${number.name}, or "last"`, (value): value is Ordinal => value === 'last' || number.is(value), {
  anyOf: [{ const: 'last' }, number.schema],
})

const announcement: Props<SeriesAnnouncement> = {
  series,
  names,
  organisers: optional(namedList(idOf('organisation'))),
  programme: optional(stated(idOf('programme'))),
  planned: optional(count),
  period: optional(statedDate),
  subject: optional(line),
  topics: optional(namedList(line)),
}
const talk: Props<Talk> = { series, occasion: idOf('occasion'), ordinal: optional(ordinal), topic: optional(line) }
const link: Props<SeriesLink> = {
  series,
  kind: oneOf('follows', 'precursor', 'related'),
  to: idAmong('series', 'programme', 'occasion'),
}
const conclusion: Props<SeriesConclusion> = { series, on: optional(statedDate), why: optional(prose) }

export const seriesEvents: Catalogue<SeriesEvent> = {
  SeriesAnnounced: first<SeriesAnnounced>('SeriesAnnounced', announcement),
  TalkAdded: first<TalkAdded>('TalkAdded', talk),
  SeriesLinked: first<SeriesLinked>('SeriesLinked', link),
  SeriesConcluded: first<SeriesConcluded>('SeriesConcluded', conclusion),
}

export const seriesCommands: Commands<SeriesCommand> = {
  AnnounceSeries: commandCodec<AnnounceSeries>('AnnounceSeries', announcement),
  AddTalk: commandCodec<AddTalk>('AddTalk', talk),
  LinkSeries: commandCodec<LinkSeries>('LinkSeries', link),
  ConcludeSeries: commandCodec<ConcludeSeries>('ConcludeSeries', conclusion),
}
