import { type AnyQuestion, anyQuestion } from '../engine/question.js'
import { agreementsOnRecord } from './agreements.js'
import { attendance, attendanceCategories, attendanceTotal } from './attendance.js'
import { batchesOnRecord } from './batches.js'
import { cohortsOnRecord } from './cohorts.js'
import { corrections } from './corrections.js'
import { existed } from './existed.js'
import { fromPlace } from './from-place.js'
import { groupMembers } from './group-members.js'
import { occasionsOnRecord } from './occasions.js'
import { officersByDirection } from './officers-by-direction.js'
import { offices } from './offices.js'
import { openMatters } from './open-matters.js'
import { organisationsOnRecord } from './organisations.js'
import { partnerships } from './partnerships.js'
import { peopleOnRecord } from './people.js'
import { placementsOnRecord } from './placements.js'
import { plannedEnds } from './planned-ends.js'
import { presence } from './presence.js'
import { programmesOnRecord } from './programmes.js'
import { reflections } from './reflections.js'
import { restingOnSource } from './resting-on.js'
import { roles } from './roles.js'
import { rolesOf } from './roles-of.js'
import { sendingUnits } from './sending-units.js'
import { seriesOnRecord } from './series.js'
import { signatories } from './signatories.js'
import { sourcesOnRecord } from './sources.js'
import { statementsOnRecord } from './statements.js'
import { timeline } from './timeline.js'

/** Every question of the ledger, in the order in which people are shown them. */
export const questions: ReadonlyArray<AnyQuestion> = [
  anyQuestion(presence),
  anyQuestion(placementsOnRecord),
  anyQuestion(plannedEnds),
  anyQuestion(officersByDirection),
  anyQuestion(fromPlace),
  anyQuestion(cohortsOnRecord),
  anyQuestion(sendingUnits),
  anyQuestion(batchesOnRecord),
  anyQuestion(programmesOnRecord),
  anyQuestion(agreementsOnRecord),
  anyQuestion(signatories),
  anyQuestion(occasionsOnRecord),
  anyQuestion(attendance),
  anyQuestion(attendanceTotal),
  anyQuestion(attendanceCategories),
  anyQuestion(roles),
  anyQuestion(seriesOnRecord),
  anyQuestion(statementsOnRecord),
  anyQuestion(openMatters),
  anyQuestion(reflections),
  anyQuestion(peopleOnRecord),
  anyQuestion(timeline),
  anyQuestion(rolesOf),
  anyQuestion(offices),
  anyQuestion(organisationsOnRecord),
  anyQuestion(existed),
  anyQuestion(partnerships),
  anyQuestion(groupMembers),
  anyQuestion(sourcesOnRecord),
  anyQuestion(restingOnSource),
  anyQuestion(corrections),
]
