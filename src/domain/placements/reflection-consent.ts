import { same } from '../kernel/same.js'
import type { PersonId, PlacementId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'
import type { PlacementKeys } from './keys.js'

// Whether what somebody wrote of a placement may be published. He answers for himself; where he was not asked, there is no answer, and no "yes".

/** His answer: given; refused; or given once and withdrawn. */
export interface ConsentAnswer {
  readonly consent: 'given' | 'refused' | 'withdrawn'
  /** For what (a newsletter, a website); absent: for every use. */
  readonly use?: string
  /** The day of the answer. */
  readonly on?: StatedDate
}

/** The answer of an author, to what he has on record so far: what he writes later is asked for again. */
export interface ReflectionConsent extends ConsentAnswer {
  readonly placement: PlacementId
  /** The author, who answers for himself. */
  readonly by: PersonId
  /** Where he wrote several: only what is dated so; absent: whatever its date. */
  readonly writtenOn?: StatedDate
  /** Only what is in this language; absent: in all of them. */
  readonly language?: string
}

/** The author answered whether what he wrote may be published. */
export type ReflectionConsentSet = { readonly type: 'ReflectionConsentSet' } & PlacementKeys & ReflectionConsent

/**
 * An author says whether what he wrote may be published, and for what: `ReflectionConsentSet`. His latest answer stands; one for every use takes
 * the place of all before. Refused where he has nothing of that date and language on record (`ReflectionNotOnRecord`): nobody answers for another.
 */
export type SetReflectionConsent = { readonly type: 'SetReflectionConsent' } & ReflectionConsent

/** He wrote nothing of the placement that the answer could be about. */
export interface ReflectionNotOnRecord {
  readonly _tag: 'ReflectionNotOnRecord'
  readonly placement: PlacementId
  readonly by: PersonId
  readonly writtenOn?: StatedDate
  readonly language?: string
}

/** What tells a reflection from others. */
interface Written {
  readonly author: PersonId
  readonly on?: StatedDate
  readonly language: string
}

/** Whether an answer is about a reflection. */
export const concerns = ({ by, writtenOn, language }: ReflectionConsent, written: Written): boolean =>
  written.author === by &&
  (writtenOn === undefined || same(written.on, writtenOn)) &&
  (language === undefined || written.language === language)

/** The answer alone, without whom and what it is about. */
export const answerIn = ({ consent, use, on }: ConsentAnswer): ConsentAnswer => ({
  consent,
  ...(use !== undefined && { use }),
  ...(on !== undefined && { on }),
})

/** The answers that stand after one more: the latest for each use. */
export const answeredAgain = (answers: ReadonlyArray<ConsentAnswer>, next: ConsentAnswer): ReadonlyArray<ConsentAnswer> =>
  next.use === undefined ? [next] : [...answers.filter(({ use }) => use !== next.use), next]
