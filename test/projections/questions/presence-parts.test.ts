import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/domain/vocabulary/civil-date.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import type { Period } from '../../../src/domain/vocabulary/period.js'
import type { CohortRow } from '../../../src/projections/cohorts-row.js'
import type { PlacementRow } from '../../../src/projections/placements.js'
import { figuresOf } from '../../../src/projections/questions/parts/presence-figures.js'
import { partsOfCohort, type Sight } from '../../../src/projections/questions/parts/presence-parts.js'

const day = (n: number) => addDays('2024-01-01', n)
const nothing = { confirmed: [], startTold: [], entries: [], sources: [] }

const period: fc.Arbitrary<Period> = fc.record(
  {
    start: fc.nat(60).map((n) => ({ edtf: day(n) })),
    end: fc.integer({ min: 60, max: 120 }).map((n) => ({ edtf: day(n) })),
    startsStaggered: fc.constant(true as const),
  },
  { requiredKeys: [] },
)

const member = (n: number): fc.Arbitrary<PlacementRow> =>
  fc
    .record({ period, endedOn: fc.option(fc.integer({ min: 20, max: 130 }), { nil: undefined }), cancelled: fc.boolean() })
    .map((drawn) => ({
      ...nothing,
      placement: `placement-${n}`,
      officer: `person-${n}`,
      programme: 'programme-1',
      kind: 'attachment',
      home: {},
      hosts: { items: [], open: true },
      agreed: drawn.period,
      period: drawn.period,
      reflections: [],
      reports: [],
      state: drawn.cancelled ? 'cancelled' : 'attached',
      ...(drawn.endedOn !== undefined && { endedOn: { edtf: day(drawn.endedOn) } }),
    }))

const returns = fc.array(
  fc.record({ n: fc.nat(3), on: fc.integer({ min: 20, max: 130 }) }).map(({ n, on }) => ({ n, count: exactly(n), on: { edtf: day(on) } })),
  { maxLength: 2 },
)

const cohort: fc.Arbitrary<CohortRow> = fc.record({ period, returns, spare: fc.nat(5) }).map(({ period, returns, spare }) => ({
  ...nothing,
  cohort: 'batch-1#all',
  batch: 'batch-1',
  programme: 'programme-1',
  state: 'attached',
  // Never fewer than three members and those who came back, so that no cohort contradicts itself.
  size: exactly(3 + spare + returns.reduce((sum, { n }) => sum + n, 0)),
  agreed: period,
  period,
  returns: returns.map(({ count, on }) => ({ count, on })),
  completions: [],
  breakdowns: [],
  identified: [],
  described: [],
  released: [],
}))

const sight = (n: number): Sight => ({ on: day(n), told: () => undefined, survivor: (person) => person })

describe('the parts of a cohort', () => {
  it('never put more officers in post than there are, and leave nobody out of every class', () => {
    fc.assert(
      fc.property(cohort, fc.tuple(member(1), member(2), member(3)), fc.nat(140), (row, own, on) => {
        const size = row.size.kind === 'exact' ? row.size.n : 0
        const { inPost, ...classes } = figuresOf([partsOfCohort(row, own, sight(on))])
        expect(inPost.low).toBeLessThanOrEqual(size)
        if (inPost.high !== undefined) expect(inPost.high).toBeLessThanOrEqual(size)
        expect(Object.values(classes).reduce((sum, { low }) => sum + low, 0)).toBeLessThanOrEqual(size)
        expect(Object.values(classes).reduce((sum, { high = size }) => sum + high, 0)).toBeGreaterThanOrEqual(size)
      }),
      { seed: 20240115, numRuns: 500 },
    )
  })
})
