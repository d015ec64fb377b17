import * as fc from 'fast-check'
import { type Post, post } from '../../../src/domain/posts/post.js'
import { postCommands, postEvents } from '../../../src/events/post.js'
import { aggregateModel } from '../../support/aggregate-model.js'
import { days, names, said } from '../../support/few.js'

const one = fc.constant('post-1')
const day = days('2023', '2024-05')
const by = fc.constantFrom('organisation-committee', 'organisation-council')

/** A post whose change waits for an answer is in a phase of its own, before its end and after. */
const phaseOf = (state: Post): string => {
  if (state._tag === 'NotEstablished' || state.open === undefined) return state._tag
  return state._tag === 'Lapsed' ? 'LapsedOpen' : 'Open'
}

aggregateModel({
  aggregate: post,
  events: postEvents,
  commands: postCommands,
  contents: {
    EstablishPost: said({ post: one, organisation: fc.constant('organisation-bureau'), titles: names }, { from: days('2024-01-01') }),
    FillPost: said({ post: one }, { holder: fc.constantFrom('person-1', 'person-2'), from: day, acting: fc.constant(true) }),
    VacatePost: said({ post: one }, { from: day }),
    ProposePostChange: said({ post: one, change: fc.constantFrom('upgrading', 'deletion') }, { on: day }),
    RecommendPostChange: said({ post: one, by }, { on: day }),
    DecidePostChange: said({ post: one, by, outcome: fc.constantFrom('approved', 'refused') }, { on: day }),
    LapsePost: said({ post: one }, { on: day }),
  },
  phaseOf,
  phases: `
                        | NotEstablished | Established     | Open                        | Lapsed                         | LapsedOpen
    EstablishPost       | Established    | nothing refused | nothing refused             | nothing refused                | nothing refused
    FillPost            | refused        | stays nothing   | stays nothing               | stays stays* nothing           | stays stays* nothing
    VacatePost          | refused        | stays nothing   | stays nothing               | stays stays* nothing           | stays stays* nothing
    ProposePostChange   | refused        | Open nothing    | stays* nothing              | LapsedOpen LapsedOpen* nothing | stays* nothing
    RecommendPostChange | refused        | nothing refused | stays nothing refused       | nothing refused                | stays stays* nothing refused
    DecidePostChange    | refused        | nothing refused | Established nothing refused | nothing refused                | Lapsed Lapsed* nothing refused
    LapsePost           | refused        | Lapsed refused  | LapsedOpen refused          | nothing refused                | nothing refused
  `,
})
