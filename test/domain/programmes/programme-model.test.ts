import * as fc from 'fast-check'
import { programme } from '../../../src/domain/programmes/programme.js'
import type { Programme } from '../../../src/domain/programmes/state.js'
import { programmeCommands, programmeEvents } from '../../../src/events/programme.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const one = fc.constant('programme-1')
const day = days('2020', '2024-01-01')
const names = [{ text: 'Exchange', language: 'en' }]
const kind = fc.constant('staff exchange')
const role = { organisation: 'organisation-a', role: 'organiser' } as const
const backwards = { ...role, from: { edtf: '2024' }, to: { edtf: '2020' } } as const
const holders = fc.constantFrom([], [role], [backwards])
const organisers = fc.constant({ items: [backwards], open: false })

/** What never began is dropped, not concluded: nobody can suspend it. */
const phaseOf = (state: Programme): string => {
  if (state._tag !== 'Concluded') return state._tag
  return state.opening.type === 'ProgrammeProposed' || state.opening.type === 'ProgrammeAnnounced' ? 'Dropped' : 'Concluded'
}

aggregateModel({
  aggregate: programme,
  events: programmeEvents,
  commands: programmeCommands,
  contents: {
    ProposeProgramme: said({ programme: one, names: fc.constant(names), kind }, { organisers }),
    AnnounceProgramme: said({ programme: one, names: fc.constant(names), kind }, { organisers }),
    RegisterProgramme: said({ programme: one, names: fc.constant(names), kind }, { organisers, since: day }),
    LaunchProgramme: said({ programme: one, names: fc.constant(names), kind, launchedOn: day }, { organisers }),
    NameProgramme: fc.record({ programme: one, name: fc.constant({ text: 'Exchange', language: 'en' }) }),
    ChangeOrganisers: said({ programme: one, joined: holders, left: holders }, { from: day }),
    PlaceUnderAgreement: said({ programme: one, agreement: fc.constant('agreement-1') }, { from: day }),
    ReviseProgrammeTerms: said({ programme: one, from: day }, { words: fc.constant('five places') }),
    SetProgrammeTerms: said({ programme: one, from: day, terms: fc.constant({ mostPreferences: 3 }) }, { to: day }),
    SuspendProgramme: fc.record({ programme: one, from: day }),
    ResumeProgramme: fc.record({ programme: one, from: day }),
    ConcludeProgramme: fc.record({ programme: one, on: day }),
    LinkProgrammes: fc.record({
      programme: one,
      kind: fc.constantFrom('follows', 'related'),
      to: fc.constantFrom(
        { _tag: 'none' } as const,
        { _tag: 'named', value: 'programme-1' } as const,
        { _tag: 'named', value: 'programme-2' } as const,
      ),
    }),
  },
  together: [
    ['LaunchProgramme', 'SuspendProgramme', 'ResumeProgramme'],
    ['ProposeProgramme', 'AnnounceProgramme', 'LaunchProgramme', 'SuspendProgramme'],
  ],
  phaseOf,
  phases: `
                         | NotRecorded       | Proposed              | Announced             | Running                   | Suspended               | Dropped                      | Concluded
    ProposeProgramme     | Proposed refused  | nothing refused       | nothing refused       | nothing refused           | nothing refused         | nothing refused              | nothing refused
    AnnounceProgramme    | Announced refused | Announced refused     | nothing refused       | nothing refused           | nothing refused         | nothing refused              | nothing refused
    RegisterProgramme    | Running refused   | Running refused       | Running refused       | nothing refused           | nothing refused         | refused                      | nothing refused
    LaunchProgramme      | Running refused   | Running refused       | Running refused       | nothing refused           | nothing refused         | refused                      | nothing refused
    NameProgramme        | refused           | stays nothing         | stays nothing         | stays nothing             | stays nothing           | stays nothing                | stays nothing
    ChangeOrganisers     | refused           | stays nothing refused | stays nothing refused | stays nothing refused     | stays nothing refused   | stays stays* nothing refused | stays stays* nothing refused
    PlaceUnderAgreement  | refused           | stays nothing         | stays nothing         | stays nothing             | stays nothing           | stays stays* nothing         | stays stays* nothing
    ReviseProgrammeTerms | refused           | stays nothing         | stays nothing         | stays nothing             | stays nothing           | stays stays* nothing         | stays stays* nothing
    SetProgrammeTerms    | refused           | stays nothing refused | stays nothing refused | stays nothing refused     | stays nothing refused   | stays stays* nothing refused | stays stays* nothing refused
    SuspendProgramme     | refused           | refused               | refused               | Suspended nothing refused | nothing refused         | refused                      | stays stays* nothing refused
    ResumeProgramme      | refused           | refused               | refused               | nothing refused           | Running nothing refused | refused                      | stays stays* nothing
    ConcludeProgramme    | refused           | Dropped               | Dropped               | Concluded refused         | Concluded refused       | nothing refused              | nothing refused
    LinkProgrammes       | refused           | stays nothing refused | stays nothing refused | stays nothing refused     | stays nothing refused   | stays nothing refused        | stays nothing refused
  `,
})
