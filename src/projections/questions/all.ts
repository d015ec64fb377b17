import { type AnyQuestion, anyQuestion } from '../engine/question.js'
import { agreementsOnRecord } from './agreements.js'
import { attendance, attendanceCategories, attendanceTotal } from './attendance.js'
import { occasionsOnRecord } from './occasions.js'
import { openMatters } from './open-matters.js'
import { programmesOnRecord } from './programmes.js'
import { roles } from './roles.js'
import { seriesOnRecord } from './series.js'
import { statementsOnRecord } from './statements.js'

/** Every question of the ledger, in the order in which people are shown them. */
export const questions: ReadonlyArray<AnyQuestion> = [
  anyQuestion(agreementsOnRecord),
  anyQuestion(programmesOnRecord),
  anyQuestion(seriesOnRecord),
  anyQuestion(statementsOnRecord),
  anyQuestion(occasionsOnRecord),
  anyQuestion(roles),
  anyQuestion(attendance),
  anyQuestion(attendanceTotal),
  anyQuestion(attendanceCategories),
  anyQuestion(openMatters),
]
