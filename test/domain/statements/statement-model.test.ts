import * as fc from 'fast-check'
import { statement } from '../../../src/domain/statements/statement.js'
import { statementCommands, statementEvents } from '../../../src/events/statement.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const one = fc.constantFrom('statement-1', 'statement-2')
const day = days('2023', '2024-05-04')
const words = {
  statement: one,
  by: fc.constant({ _tag: 'source' } as const),
  about: fc.constant([]),
  reported: fc.constant('reported'),
  language: fc.constant('en'),
  points: fc.constant(['More exchanges are to come.']),
} as const
const dated = { on: day }

aggregateModel({
  aggregate: statement,
  events: statementEvents,
  commands: statementCommands,
  contents: {
    RecordRemarks: said(words, dated),
    SetExpectations: said({ ...words, forWhom: fc.constant('officers') }, dated),
    RecordCommitment: said(words, { ...dated, due: day }),
    AnswerExpectation: said(
      { statement: one, answeredBy: fc.constant({ _tag: 'words', words: 'a talk' } as const), words: fc.constant('met') },
      dated,
    ),
    CloseCommitment: said({ statement: one, how: fc.constantFrom('kept', 'dropped') }, dated),
    RecordPolicyBasis: said({ ...words, document: fc.constant('Policy Address'), basisOf: fc.constant('programme-1') }, dated),
    RecordClaim: said(words, dated),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                      | NotRecorded       | Said            | Expected              | Committed       | Closed
    RecordRemarks     | Said              | nothing refused | refused               | refused         | refused
    RecordPolicyBasis | Said              | nothing refused | refused               | refused         | refused
    RecordClaim       | Said              | nothing refused | refused               | refused         | refused
    SetExpectations   | Expected          | refused         | nothing refused       | refused         | refused
    RecordCommitment  | Committed refused | refused         | refused               | nothing refused | nothing refused
    AnswerExpectation | refused           | refused         | stays nothing refused | refused         | refused
    CloseCommitment   | refused           | refused         | refused               | Closed refused  | nothing refused
  `,
})
