import { type Capacity, isCapacity, parseCapacity } from '../domain/vocabulary/capacity.js'
import { type CivilDate, isCivilDate, parseCivilDate } from '../domain/vocabulary/civil-date.js'
import { type Count, isCount, parseCount } from '../domain/vocabulary/count.js'
import { isLength, type Length, parseLength } from '../domain/vocabulary/length.js'
import { isName, type Name, parseName } from '../domain/vocabulary/name.js'
import type { NamedList, Stated } from '../domain/vocabulary/open-list.js'
import { isPeriod, type Period, parsePeriod } from '../domain/vocabulary/period.js'
import { isStatedDate, parseStatedDate, type StatedDate } from '../domain/vocabulary/stated-date.js'
import { isLanguage, parseLanguage } from '../domain/vocabulary/text.js'
import { type Codec, valueCodec } from './codec/codec.js'
import { objectCodec, unionCodec } from './codec/object.js'
import { flag, listOf, oneOf } from './codec/simple.js'
import {
  capacitySchema,
  civilDateSchema,
  countSchema,
  languageSchema,
  lengthSchema,
  nameSchema,
  periodSchema,
  statedDateSchema,
} from './vocabulary-schema.js'

// The vocabulary's values as they are written: each codec is the value's own guard and parser, so that a rule stands in one place.

export const count: Codec<Count> = valueCodec('a count', isCount, parseCount, undefined, countSchema)
export const civilDate: Codec<CivilDate> = valueCodec('a day, YYYY-MM-DD', isCivilDate, parseCivilDate, undefined, civilDateSchema)
export const statedDate: Codec<StatedDate> = valueCodec('a date as stated', isStatedDate, parseStatedDate, undefined, statedDateSchema)
export const length: Codec<Length> = valueCodec('a length', isLength, parseLength, undefined, lengthSchema)
export const period: Codec<Period> = valueCodec('a period', isPeriod, parsePeriod, undefined, periodSchema)
export const language: Codec<string> = valueCodec('a language tag', isLanguage, parseLanguage, undefined, languageSchema)
export const name: Codec<Name> = valueCodec('a name', isName, parseName, undefined, nameSchema)
export const names: Codec<ReadonlyArray<Name>> = listOf(name, { atLeast: 1, atMost: 20 })

export const capacity: Codec<Capacity> = valueCodec(
  'a capacity',
  isCapacity,
  parseCapacity,
  (value, into) => {
    if (value.of !== undefined) into.add(value.of)
    if (value.post !== undefined) into.add(value.post)
  },
  capacitySchema,
)

/** A list that says whether it is closed or open ("including", "such as"). */
export const namedList = <A>(item: Codec<A>): Codec<NamedList<A>> =>
  objectCodec<NamedList<A>>('a list, open or closed', { items: listOf(item, { atMost: 200 }), open: flag })

/** Named, or recorded as none; where the field is absent, nothing was stated. */
export const stated = <A>(value: Codec<A>): Codec<Stated<A>> => {
  const none = objectCodec<{ readonly _tag: 'none' }>('none', { _tag: oneOf('none') })
  const named = objectCodec<{ readonly _tag: 'named'; readonly value: A }>('named, or none', { _tag: oneOf('named'), value })
  return unionCodec<'_tag', Stated<A>>('named, or none', '_tag', { none, named })
}
