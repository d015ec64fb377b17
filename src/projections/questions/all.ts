import { type AnyQuestion, anyQuestion } from '../engine/question.js'
import { absentees } from './absentees.js'
import { agreementTable } from './agreement-table.js'
import { agreementsOnRecord } from './agreements.js'
import { attendance, attendanceCategories, attendanceTotal } from './attendance.js'
import { batchStatus } from './batch-status.js'
import { batchesOnRecord } from './batches.js'
import { briefings } from './briefings.js'
import { byUnitAndYear } from './by-unit-and-year.js'
import { certificatesOnRecord } from './certificates.js'
import { cohortsOnRecord } from './cohorts.js'
import { conflictsOnRecord } from './conflicts.js'
import { corrections } from './corrections.js'
import { costs } from './costs.js'
import { due } from './due.js'
import { dueLists } from './due-lists.js'
import { exchangeByCityAndYear } from './exchange-by-city-and-year.js'
import { existed } from './existed.js'
import { feedback } from './feedback.js'
import { figuresOnRecord } from './figures.js'
import { fromPlace } from './from-place.js'
import { grades } from './grades.js'
import { groupMembers } from './group-members.js'
import { hours } from './hours.js'
import { judgementsOnRecord } from './judgements.js'
import { makeUps } from './make-ups.js'
import { nominationsOnRecord } from './nominations.js'
import { occasionsOnRecord } from './occasions.js'
import { officerDays } from './officer-days.js'
import { officersByDirection } from './officers-by-direction.js'
import { offices } from './offices.js'
import { openMatters } from './open-matters.js'
import { organisationsOnRecord } from './organisations.js'
import { partnerships } from './partnerships.js'
import { peopleOnRecord } from './people.js'
import { placedOnADay } from './placed-on-a-day.js'
import { placementLegs } from './placement-legs.js'
import { placementsOnRecord } from './placements.js'
import { plannedEnds } from './planned-ends.js'
import { presence } from './presence.js'
import { programmesOnRecord } from './programmes.js'
import { reconciliation } from './reconciliation.js'
import { reflections } from './reflections.js'
import { restingOnSource } from './resting-on.js'
import { rightsOnRecord } from './rights.js'
import { roles } from './roles.js'
import { rolesOf } from './roles-of.js'
import { roll } from './roll.js'
import { rulesInForce } from './rules.js'
import { seatsOnRecord } from './seats.js'
import { sendingUnits } from './sending-units.js'
import { seriesOnRecord } from './series.js'
import { seriesOrder } from './series-order.js'
import { seriesSessions } from './series-sessions.js'
import { signatories } from './signatories.js'
import { sourcesOnRecord } from './sources.js'
import { statementsOnRecord } from './statements.js'
import { termsStated } from './terms.js'
import { timeline } from './timeline.js'
import { trainingVolume } from './training-volume.js'
import { transcript } from './transcript.js'
import { unitTranscript } from './unit-transcript.js'
import { waitingList } from './waiting-list.js'

/** Every question of the ledger, in the order in which people are shown them. */
export const questions: ReadonlyArray<AnyQuestion> = [
  anyQuestion(presence),
  anyQuestion(placementsOnRecord),
  anyQuestion(placementLegs),
  anyQuestion(nominationsOnRecord),
  anyQuestion(due),
  anyQuestion(plannedEnds),
  anyQuestion(officersByDirection),
  anyQuestion(fromPlace),
  anyQuestion(cohortsOnRecord),
  anyQuestion(sendingUnits),
  anyQuestion(batchesOnRecord),
  anyQuestion(seatsOnRecord),
  anyQuestion(waitingList),
  anyQuestion(officerDays),
  anyQuestion(programmesOnRecord),
  anyQuestion(agreementsOnRecord),
  anyQuestion(signatories),
  anyQuestion(occasionsOnRecord),
  anyQuestion(attendance),
  anyQuestion(attendanceTotal),
  anyQuestion(attendanceCategories),
  anyQuestion(roll),
  anyQuestion(absentees),
  anyQuestion(makeUps),
  anyQuestion(hours),
  anyQuestion(costs),
  anyQuestion(feedback),
  anyQuestion(grades),
  anyQuestion(certificatesOnRecord),
  anyQuestion(roles),
  anyQuestion(seriesOnRecord),
  anyQuestion(seriesOrder),
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
  anyQuestion(exchangeByCityAndYear),
  anyQuestion(placedOnADay),
  anyQuestion(byUnitAndYear),
  anyQuestion(briefings),
  anyQuestion(seriesSessions),
  anyQuestion(agreementTable),
  anyQuestion(batchStatus),
  anyQuestion(trainingVolume),
  anyQuestion(dueLists),
  anyQuestion(figuresOnRecord),
  anyQuestion(reconciliation),
  anyQuestion(transcript),
  anyQuestion(unitTranscript),
  anyQuestion(corrections),
  anyQuestion(rightsOnRecord),
  anyQuestion(termsStated),
  anyQuestion(rulesInForce),
  anyQuestion(judgementsOnRecord),
  anyQuestion(conflictsOnRecord),
]
