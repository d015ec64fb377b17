import * as fc from 'fast-check'
import { figure } from '../../../src/domain/figures/figure.js'
import { exactly } from '../../../src/domain/vocabulary/count.js'
import { figureCommands, figureEvents } from '../../../src/events/figure.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const value = fc.constantFrom(
  { _tag: 'count', count: exactly(200) } as const,
  { _tag: 'count', count: exactly(300) } as const,
  { _tag: 'share', percent: { kind: 'exact', n: 40 } } as const,
)
const part = fc.record({ label: fc.constant('seniors'), value, relation: fc.constantFrom('of which', 'beside') })

aggregateModel({
  aggregate: figure,
  events: figureEvents,
  commands: figureCommands,
  contents: {
    ReportFigure: said(
      {
        figure: fc.constantFrom('figure-1', 'figure-2'),
        by: fc.constant({ _tag: 'source' } as const),
        about: fc.constant({ _tag: 'entry', id: 'programme-1' } as const),
        measure: fc.constantFrom('officers sent', 'share'),
        definition: fc.constant('officers who were sent'),
        value,
      },
      {
        standsAt: days('2024-06-30'),
        covers: days('2024').map((date) => ({ _tag: 'date', date }) as const),
        parts: fc.tuple(part),
      },
    ),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                 | NotRecorded                | Reported
    ReportFigure | Reported Reported* refused | nothing refused
  `,
})
