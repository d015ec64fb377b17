import fc from 'fast-check'
import { addDays, type CivilDate } from '../../../src/domain/vocabulary/civil-date.js'
import type { Count } from '../../../src/domain/vocabulary/count.js'
import type { Length } from '../../../src/domain/vocabulary/length.js'
import type { Span } from '../../../src/domain/vocabulary/span.js'
import type { StatedDate } from '../../../src/domain/vocabulary/stated-date.js'
import { type Window, windowFrom } from '../../../src/domain/vocabulary/window.js'

/** Days of the years 1997 to 2047. */
export const day: fc.Arbitrary<CivilDate> = fc.nat({ max: 18_262 }).map((n) => addDays('1997-07-01', n))

/** Days of the whole calendar. */
export const anyDay: fc.Arbitrary<CivilDate> = fc.nat({ max: 3_652_058 }).map((n) => addDays('0001-01-01', n))

export const qualifier = fc.constantFrom('', '~', '?', '%')

/** An EDTF date of day, month or year, vague or not. */
export const edtfDate: fc.Arbitrary<string> = fc
  .tuple(day, fc.constantFrom(4, 7, 10), qualifier)
  .map(([date, digits, mark]) => date.slice(0, digits) + mark)

export const statedDate: fc.Arbitrary<StatedDate> = edtfDate.map((edtf) => ({ edtf }))

export const window: fc.Arbitrary<Window> = fc
  .tuple(fc.option(day, { nil: undefined }), fc.option(fc.nat({ max: 400 }), { nil: undefined }), day)
  .map(([earliest, width, other]) => windowFrom(earliest, width === undefined ? undefined : addDays(earliest ?? other, width)))

export const span: fc.Arbitrary<Span> = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('day', 'week', 'month', 'year'),
})

export const length: fc.Arbitrary<Length> = fc.oneof(
  fc.record({ kind: fc.constant('exact' as const), span }),
  fc.record({ kind: fc.constant('about' as const), span }),
  fc.tuple(span, fc.nat({ max: 20 })).map(([from, more]): Length => ({ kind: 'between', from, to: { n: from.n + more, unit: from.unit } })),
)

const small = fc.nat({ max: 1000 })

export const count: fc.Arbitrary<Count> = fc.oneof(
  fc.record({ kind: fc.constantFrom('exact', 'about', 'more than', 'at least', 'at most'), n: small }),
  fc.record({ kind: fc.constant('about' as const), n: small, tolerance: small }),
  fc.record({ kind: fc.constant('less than' as const), n: fc.integer({ min: 1, max: 1000 }) }),
  fc.tuple(small, fc.integer({ min: 1, max: 50 })).map(([from, more]): Count => ({ kind: 'between', from, to: from + more })),
  fc.constant<Count>({ kind: 'unknown' }),
)

/** A true number, and something honest said of it. */
export const told: fc.Arbitrary<{ readonly truth: number; readonly count: Count }> = fc
  .tuple(small, fc.integer({ min: 1, max: 20 }), fc.nat({ max: 7 }))
  .map(([truth, off, which]) => {
    const below = Math.max(0, truth - off)
    const said: ReadonlyArray<Count> = [
      { kind: 'exact', n: truth },
      { kind: 'about', n: below },
      { kind: 'about', n: truth + off, tolerance: off },
      { kind: 'at least', n: below },
      { kind: 'at most', n: truth + off },
      { kind: 'less than', n: truth + off },
      { kind: 'between', from: below, to: truth + off },
      truth > below ? { kind: 'more than', n: below } : { kind: 'unknown' },
    ]
    return { truth, count: said[which] ?? { kind: 'unknown' } }
  })
