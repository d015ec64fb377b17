import { type AnyQuestion, anyQuestion } from '../engine/question.js'
import { agreementsOnRecord } from './agreements.js'

/** Every question of the ledger, in the order in which people are shown them. */
export const questions: ReadonlyArray<AnyQuestion> = [anyQuestion(agreementsOnRecord)]
