import * as fc from 'fast-check'
import { agreement } from '../../../src/domain/agreements/agreement.js'
import { closedList } from '../../../src/domain/vocabulary/open-list.js'
import { agreementCommands, agreementEvents } from '../../../src/events/agreement.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, names, said } from '../../support/few.js'

const one = fc.constant('agreement-1')
const day = days('2020', '2023-07-04', '2024-01-01')
const parties = fc.constant(closedList(['organisation-a', 'organisation-b'] as const))
const signatories = fc
  .constantFrom('organisation-a', 'organisation-c')
  .map((party) => [{ person: 'person-1', capacity: { title: 'Secretary' }, for: party } as const])
const per = fc.constant({ count: { kind: 'exact', n: 2 }, per: 'year' } as const)

aggregateModel({
  aggregate: agreement,
  events: agreementEvents,
  commands: agreementCommands,
  contents: {
    AnnounceAgreement: fc.record({ agreement: one, names, parties }),
    SignAgreement: said({ agreement: one, names, parties, signedOn: day }, { end: day, signatories }),
    AmendAgreement: said({ agreement: one, from: day }, { placesPerSide: per }),
    SetAgreementTerms: said(
      { agreement: one, from: day, terms: fc.constantFrom({}, { mostPreferences: 3 }) },
      { to: day, term: fc.constantFrom(1, 2) },
    ),
    RenewAgreement: said({ agreement: one, parties, signedOn: day }, { end: day, signatories }),
    ChangeParties: fc.record({ agreement: one, from: day, joined: fc.constant(['organisation-c'] as const), left: fc.constant([]) }),
    LinkAgreements: fc.record({
      agreement: one,
      to: fc.constantFrom('agreement-1', 'agreement-2'),
      kind: fc.constantFrom('under', 'renews'),
    }),
    RecordLapse: fc.record({ agreement: one, on: day }),
    TerminateAgreement: fc.record({ agreement: one, on: day }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                       | NotRecorded     | Announced             | InForce                 | Over
    AnnounceAgreement  | Announced       | refused               | refused                 | refused
    SignAgreement      | InForce refused | InForce refused       | refused                 | refused
    AmendAgreement     | refused         | refused               | stays nothing           | nothing refused
    SetAgreementTerms  | refused         | refused               | stays nothing refused   | stays stays* nothing refused
    RenewAgreement     | refused         | refused               | InForce nothing refused | InForce nothing refused
    ChangeParties      | refused         | refused               | stays nothing           | nothing refused
    LinkAgreements     | refused         | stays nothing refused | stays nothing refused   | stays nothing refused
    RecordLapse        | refused         | refused               | Over                    | refused
    TerminateAgreement | refused         | refused               | Over                    | refused
  `,
})
