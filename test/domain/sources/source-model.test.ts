import * as fc from 'fast-check'
import { source } from '../../../src/domain/sources/source.js'
import { sourceCommands, sourceEvents } from '../../../src/events/source.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

aggregateModel({
  aggregate: source,
  events: sourceEvents,
  commands: sourceCommands,
  contents: {
    RegisterSource: said(
      {
        source: fc.constantFrom('source-1', 'source-2'),
        title: fc.constantFrom('Officers sent', 'Officers received'),
        language: fc.constant('en'),
        kind: fc.constantFrom('press release', 'speech'),
      },
      { issuedOn: days('2024', '2024-05-04') },
    ),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                   | NotRegistered | Registered
    RegisterSource | Registered    | nothing refused
  `,
})
