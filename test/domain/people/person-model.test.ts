import * as fc from 'fast-check'
import { person } from '../../../src/domain/people/person.js'
import { personCommands, personEvents } from '../../../src/events/person.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const one = fc.constantFrom('person-1', 'person-2')
const name = fc.constantFrom({ text: 'Officer 1', language: 'en' }, { text: 'Officer One', language: 'en' })
const day = days('2020', '2021-03', '2022-05-01')

aggregateModel({
  aggregate: person,
  events: personEvents,
  commands: personCommands,
  contents: {
    RegisterPerson: said({ person: one }, { names: fc.tuple(name), describedAs: fc.constant('an officer') }),
    AddAlias: fc.record({ person: one, name }),
    RecordPosting: said({ person: one }, { rank: fc.constant('Clerk'), from: day, to: day }),
    RecordBackground: fc.record({ person: one, kind: fc.constantFrom('language', 'education'), words: fc.constant('French') }),
    MergePersons: fc.record({ person: one, into: fc.constantFrom('person-1', 'person-2', 'person-3') }),
    ErasePersonalData: fc.record({ person: one, ground: fc.constantFrom('a request', 'the retention rule') }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                      | NotRegistered      | Registered            | Merged          | Erased
    RegisterPerson    | Registered refused | nothing refused       | nothing refused | refused
    AddAlias          | refused            | stays nothing         | nothing refused | refused
    RecordPosting     | refused            | stays nothing refused | nothing refused | refused
    RecordBackground  | refused            | stays nothing         | nothing refused | refused
    MergePersons      | refused            | Merged refused        | nothing refused | refused
    ErasePersonalData | refused            | Erased                | Erased          | nothing
  `,
})
