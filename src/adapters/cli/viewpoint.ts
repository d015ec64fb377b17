import { sequenceS } from 'fp-ts/lib/Apply.js'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { getSemigroup } from 'fp-ts/lib/ReadonlyArray.js'
import type { Position } from '../../domain/kernel/recorded.js'
import { type CivilDate, isCivilDate, parseCivilDate } from '../../domain/vocabulary/civil-date.js'
import { parseId, type SourceId } from '../../domain/vocabulary/id.js'
import { type Invalid, invalid } from '../../domain/vocabulary/invalid.js'
import type { Viewpoint } from '../../projections/engine/viewpoint.js'
import type { Wrong } from './problem.js'

/** A viewpoint as it is typed. */
export interface TypedViewpoint {
  readonly asKnownAt: string | undefined
  readonly publishedBy: string | undefined
  readonly sources: ReadonlyArray<string>
  readonly masked?: boolean
}

type Parsed<A> = Either<ReadonlyArray<Wrong>, A>

const collecting = sequenceS(E.getApplicativeValidation(getSemigroup<Wrong>()))

/** Reads the options of a viewpoint, telling every problem. */
export const parseViewpoint = ({ asKnownAt, publishedBy, sources, masked = false }: TypedViewpoint): Parsed<Viewpoint> => {
  const parsed = collecting({
    asKnownAt: optionally('--as-known-at', asKnownAt, parseAsKnownAt),
    publishedBy: optionally<CivilDate>('--published-by', publishedBy, parseCivilDate),
    sources: parseSources(sources),
  })
  if (E.isLeft(parsed)) return parsed
  const seen = parsed.right
  return E.right({
    ...(seen.asKnownAt !== undefined && { asKnownAt: seen.asKnownAt }),
    ...(seen.publishedBy !== undefined && { publishedBy: seen.publishedBy }),
    ...(seen.sources !== undefined && { sources: seen.sources }),
    ...(masked && { masked }),
  })
}

/** A parser's verdict as a problem of the option it was typed at. */
export const at = ({ expected, given }: Invalid, option: string): Wrong => ({ at: option, expected, given })

const optionally = <A>(option: string, text: string | undefined, parse: (text: string) => Either<Invalid, A>): Parsed<A | undefined> => {
  if (text === undefined) return E.right(undefined)
  const parsed = parse(text)
  return E.isLeft(parsed) ? E.left([at(parsed.left, option)]) : parsed
}

const parseSources = (texts: ReadonlyArray<string>): Parsed<ReadonlyArray<SourceId> | undefined> => {
  if (texts.length === 0) return E.right(undefined)
  const parsed = texts.flatMap((text) => text.split(',')).map((text) => parseId('source')(text.trim()))
  const wrong = parsed.flatMap((each) => (E.isLeft(each) ? [at(each.left, '--sources')] : []))
  return wrong.length > 0 ? E.left(wrong) : E.right(parsed.flatMap((each) => (E.isRight(each) ? [each.right] : [])))
}

const POSITION = /^\d{1,18}$/
// An hour without its zone is another instant in every office: one of them must be meant.
const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/

/** A position of the log, or an instant with its zone. */
export const parseAsKnownAt = (text: string): Either<Invalid, Position | string> => {
  if (POSITION.test(text)) return E.right(BigInt(text))
  const day = INSTANT.exec(text)?.[1]
  return isCivilDate(day)
    ? E.right(new Date(text).toISOString())
    : E.left(invalid('a position (a whole number) or an instant with its zone (2024-01-15T09:00:00Z)', text))
}
