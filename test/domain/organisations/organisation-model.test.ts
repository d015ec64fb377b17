import * as fc from 'fast-check'
import { organisation } from '../../../src/domain/organisations/organisation.js'
import { closedList, openList } from '../../../src/domain/vocabulary/open-list.js'
import { organisationCommands, organisationEvents } from '../../../src/events/organisation.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, names, said } from '../../support/few.js'

const one = fc.constant('organisation-1')
const other = fc.constantFrom('organisation-1', 'organisation-2')
const day = days('1997', '2020-05')

aggregateModel({
  aggregate: organisation,
  events: organisationEvents,
  commands: organisationCommands,
  contents: {
    RegisterOrganisation: said(
      { organisation: one, names, kind: fc.constantFrom('group', 'bureau') },
      { parent: other, establishedOn: days('2000-01-01') },
    ),
    RenameOrganisation: said(
      { organisation: one, name: said({ text: fc.constantFrom('Exchange', 'Office'), language: fc.constant('en') }, { from: day }) },
      { from: day },
    ),
    NotePartnership: said({ organisation: one, partner: other, field: fc.constant('training') }, { since: day }),
    SetGroupMembers: said(
      {
        organisation: one,
        members: fc.constantFrom(
          openList([]),
          closedList(['organisation-2'] as const),
          closedList(['organisation-1'] as const),
          closedList(['organisation-2', 'organisation-2'] as const),
        ),
      },
      { from: day },
    ),
    DissolveOrganisation: fc.record({ organisation: one, on: day }),
    MergeOrganisations: said({ organisation: one, into: other }, { from: day }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                         | NotRegistered  | Active                | Dissolved                    | Merged
    RegisterOrganisation | Active refused | nothing refused       | nothing refused              | nothing refused
    RenameOrganisation   | refused        | stays nothing refused | stays stays* nothing refused | nothing refused
    NotePartnership      | refused        | stays nothing refused | stays stays* nothing refused | nothing refused
    SetGroupMembers      | refused        | stays nothing refused | stays stays* nothing refused | nothing refused
    DissolveOrganisation | refused        | Dissolved refused     | nothing refused              | nothing refused
    MergeOrganisations   | refused        | Merged refused        | Merged refused               | nothing refused
  `,
})
