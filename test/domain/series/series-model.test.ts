import * as fc from 'fast-check'
import { series } from '../../../src/domain/series/series.js'
import { seriesCommands, seriesEvents } from '../../../src/events/series.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, names, said } from '../../support/few.js'

const one = fc.constant('series-1')
const occasion = fc.constantFrom('occasion-1', 'occasion-2', 'occasion-3')

aggregateModel({
  aggregate: series,
  events: seriesEvents,
  commands: seriesCommands,
  contents: {
    AnnounceSeries: fc.record({ series: one, names }),
    AddTalk: said(
      { series: one, occasion },
      { ordinal: fc.oneof(fc.constantFrom(1, 2), fc.constant('last')), topic: fc.constantFrom('ageing', 'law') },
    ),
    LinkSeries: fc.record({
      series: one,
      kind: fc.constantFrom('precursor', 'related'),
      to: fc.oneof(occasion, fc.constantFrom('series-1', 'series-2')),
    }),
    ConcludeSeries: said({ series: one }, { on: days('2024', '2024-05-04') }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                   | NotRecorded | Announced             | Concluded
    AnnounceSeries | Announced   | nothing refused       | nothing refused
    AddTalk        | refused     | stays nothing refused | stays nothing refused
    LinkSeries     | refused     | stays nothing refused | stays nothing refused
    ConcludeSeries | refused     | Concluded             | nothing refused
  `,
})
