import * as fc from 'fast-check'
import { certificate } from '../../../src/domain/certificates/certificate.js'
import { certificateCommands, certificateEvents } from '../../../src/events/certificate.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, said } from '../../support/few.js'

const one = fc.constantFrom('certificate-1', 'certificate-2')
const day = days('2023', '2024-05-04')
const number = fc.constantFrom('1', '2')
const why = fc.constantFrom('lost', 'issued in error')

aggregateModel({
  aggregate: certificate,
  events: certificateEvents,
  commands: certificateCommands,
  contents: {
    IssueCertificate: said(
      {
        certificate: one,
        person: fc.constant('person-1'),
        under: fc.constant('batch-1'),
        rule: fc.constant({ minimumShare: 80, over: 'sessions taken' } as const),
        evidence: fc.record({
          enrolment: fc.constantFrom('enrolled', 'sitting in'),
          attended: fc.constantFrom(0, 3, 8, 9),
          sessions: fc.constant(8),
          grounds: fc.constant([]),
        }),
      },
      { number, issuedOn: day, expiresOn: day },
    ),
    InvalidateCertificate: fc.record({ certificate: one, why }),
    ReissueCertificate: said({ certificate: one, why }, { number, on: day, expiresOn: day }),
  },
  phaseOf: ({ _tag }) => _tag,
  phases: `
                          | NotIssued            | Valid                 | Invalid
    IssueCertificate      | Valid Valid* refused | nothing refused       | nothing refused
    InvalidateCertificate | refused              | Invalid               | nothing refused
    ReissueCertificate    | refused              | stays nothing refused | Valid refused
  `,
})
