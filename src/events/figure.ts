import type {
  CountedAlike,
  Coverage,
  FigureEvent,
  FigureGiver,
  FigurePart,
  FigureReported,
  FigureSubject,
  FigureValue,
  PublishedFigure,
} from '../domain/figures/events.js'
import { measures } from '../domain/figures/events.js'
import type { FigureCommand, ReportFigure } from '../domain/figures/figure.js'
import { isQuantity, parseQuantity, type Quantity } from '../domain/vocabulary/quantity.js'
import { type Codec, guardCodec, valueCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { objectCodec, optional, type Props, unionCodec } from './codec/object.js'
import { anyId, idOf, line, listOf, oneOf, prose } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { capacity, count, period, statedDate } from './vocabulary.js'
import { quantitySchema } from './vocabulary-schema.js'

// What a command and its event share is written once, and used for both.

type Tag<A, T> = Extract<A, { readonly _tag: T }>

const quantity: Codec<Quantity> = valueCodec('a quantity', isQuantity, parseQuantity, undefined, quantitySchema)
const CURRENCY = /^[A-Z]{3}$/
const currency: Codec<string> = guardCodec(
  'a currency of three letters (HKD)',
  (value): value is string => typeof value === 'string' && CURRENCY.test(value),
  { type: 'string', pattern: CURRENCY.source },
)

const giver = unionCodec<'_tag', FigureGiver>('who gives it', '_tag', {
  person: objectCodec<Tag<FigureGiver, 'person'>>('a person who gives it', { _tag: oneOf('person'), person: idOf('person'), capacity }),
  organisation: objectCodec<Tag<FigureGiver, 'organisation'>>('an organisation that gives it', {
    _tag: oneOf('organisation'),
    organisation: idOf('organisation'),
  }),
  source: objectCodec<Tag<FigureGiver, 'source'>>('the source itself', { _tag: oneOf('source') }),
})

const subject = unionCodec<'_tag', FigureSubject>('what it is about', '_tag', {
  entry: objectCodec<Tag<FigureSubject, 'entry'>>('something on record', { _tag: oneOf('entry'), id: anyId }),
  body: objectCodec<Tag<FigureSubject, 'body'>>('a body in words', { _tag: oneOf('body'), words: line }),
})

const value = unionCodec<'_tag', FigureValue>('a value', '_tag', {
  count: objectCodec<Tag<FigureValue, 'count'>>('a number', { _tag: oneOf('count'), count }),
  share: objectCodec<Tag<FigureValue, 'share'>>('a share', { _tag: oneOf('share'), percent: quantity }),
  amount: objectCodec<Tag<FigureValue, 'amount'>>('an amount', { _tag: oneOf('amount'), currency, amount: quantity }),
  quantity: objectCodec<Tag<FigureValue, 'quantity'>>('a quantity', { _tag: oneOf('quantity'), quantity, unit: line }),
})

const coverage = unionCodec<'_tag', Coverage>('what it covers', '_tag', {
  date: objectCodec<Tag<Coverage, 'date'>>('a date', { _tag: oneOf('date'), date: statedDate }),
  period: objectCodec<Tag<Coverage, 'period'>>('a period', { _tag: oneOf('period'), period }),
})

const part = objectCodec<FigurePart>('a part', {
  label: line,
  organisation: optional(idOf('organisation')),
  value,
  relation: oneOf('of which', 'beside', 'not to be added'),
})

const alike = unionCodec<'_tag', CountedAlike>('what is counted alike', '_tag', {
  recorded: objectCodec<Tag<CountedAlike, 'recorded'>>('recorded detail', {
    _tag: oneOf('recorded'),
    of: optional(anyId),
    direction: optional(oneOf('outbound', 'inbound')),
  }),
  nothing: objectCodec<Tag<CountedAlike, 'nothing'>>('nothing on record', { _tag: oneOf('nothing'), why: line }),
})

const figure: Props<PublishedFigure> = {
  figure: idOf('figure'),
  by: giver,
  about: subject,
  measure: oneOf(...measures),
  definition: prose,
  standsAt: optional(statedDate),
  covers: optional(coverage),
  value,
  basis: optional(oneOf('estimated', 'actual')),
  parts: optional(listOf(part, { atMost: 200 })),
  countedAlike: optional(alike),
}

export const figureEvents: Catalogue<FigureEvent> = { FigureReported: first<FigureReported>('FigureReported', figure) }

export const figureCommands: Commands<FigureCommand> = { ReportFigure: commandCodec<ReportFigure>('ReportFigure', figure) }
