import * as fc from 'fast-check'
import { rule } from '../../../src/domain/rules/rule.js'
import { ruleCommands, ruleEvents } from '../../../src/events/rule.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, names, said } from '../../support/few.js'

const one = fc.constantFrom('rule-1', 'rule-2')
const day = days('2020-01-01', '2023', '2024-05-04')
const scope = fc.constantFrom({}, { kinds: ['attachment'] })
const terms = fc.constantFrom({}, { mostPreferences: 1 })
const act = fc.record({
  of: fc.constantFrom('placement-1', 'placement-2'),
  day,
  activity: fc.constantFrom({ kind: 'attachment' }, { kind: 'course' }),
  preferences: fc.constantFrom(1, 2),
})

aggregateModel({
  aggregate: rule,
  events: ruleEvents,
  commands: ruleCommands,
  contents: {
    IssueRule: said({ rule: one, names, from: day, scope, terms }, { to: day }),
    AmendRule: said({ rule: one, from: day, scope, terms }, { to: day }),
    SetRuleAside: said(
      { rule: one, for: fc.constant('placement-1'), authority: fc.constant('Permanent Secretary'), reason: fc.constant('an urgent need') },
      { codes: fc.constant(['TooManyPreferences']) },
    ),
    LiftRule: said({ rule: one, from: day }, { forPart: scope }),
    RecordJudgement: fc.record({ rule: one, act }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                    | NotIssued      | Issued
    IssueRule       | Issued refused | nothing refused
    AmendRule       | refused        | stays nothing refused
    SetRuleAside    | refused        | stays nothing
    LiftRule        | refused        | stays nothing refused
    RecordJudgement | refused        | stays stays* nothing
  `,
})
