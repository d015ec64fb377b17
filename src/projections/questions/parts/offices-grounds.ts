import { type Answer, or } from '../../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../../domain/vocabulary/civil-date.js'
import type { OrganisationId, PersonId } from '../../../domain/vocabulary/id.js'
import { fits, nameOn } from '../../../domain/vocabulary/name.js'
import { type StatedDate, showDate, windowOf } from '../../../domain/vocabulary/stated-date.js'
import { isOnOrBefore } from '../../../domain/vocabulary/window.js'
import type { OccasionRow } from '../../occasions.js'
import type { Holding, PostRow } from '../../posts.js'
import { beganOn, heldOn, isOverBy, isSucceeded } from '../../posts-succession.js'
import type { TitleRow, TitleUse } from '../../titles.js'

/** One ground for saying that somebody held an office: a use of its title, or a turn in a post. */
export interface Ground {
  /** Absent: somebody who is not named, or nobody. */
  readonly person?: PersonId
  readonly vacant?: true
  readonly title: string
  readonly organisation?: OrganisationId
  /** Of a title: the day on which it was used. */
  readonly usedOn?: StatedDate
  /** For the day asked. */
  readonly answer?: Answer
  readonly because: string
}

/** Which titles, and for which day; absent: any day. */
export interface GroundsAsked {
  readonly isMeant: (title: string) => boolean
  readonly on: CivilDate | undefined
}

const plain = (title: string): string => title.trim().toLowerCase()

/**
 * The titles that somebody means: the very title, where it is on record, for a Permanent Secretary is no Secretary; else every title that has the
 * words.
 */
export const meaning = (asked: string | undefined, onRecord: ReadonlyArray<string>): GroundsAsked['isMeant'] => {
  if (asked === undefined) return () => true
  return onRecord.some((title) => plain(title) === plain(asked))
    ? (title) => plain(title) === plain(asked)
    : (title) => fits([{ text: title, language: 'und' }], asked)
}

// ── titles as used ──────────────────────────────────────────────────────────

/** A title used on a day proves its holder for that day only; a day that was worked out, not stated, proves nothing. */
const provesOn = (usedOn: StatedDate | undefined, day: CivilDate): Answer => {
  if (usedOn === undefined || usedOn.derived !== undefined) return 'cannot tell'
  const { earliest, latest } = windowOf(usedOn)
  return earliest === day && latest === day ? 'yes' : 'cannot tell'
}

/** Uses at occasions that were held, on the day on which they were, with the roles that they now have; other uses as they are. */
const standingUses = (row: TitleRow, occasionOf: ReadonlyMap<string, OccasionRow>): ReadonlyArray<TitleUse> =>
  row.uses.flatMap((use) => {
    const occasion = occasionOf.get(use.stream)
    if (occasion === undefined) return [use]
    const stands = occasion.roles.some(
      ({ person, capacities = [] }) =>
        person === row.person && capacities.some(({ title, of }) => title === row.title && of === use.organisation),
    )
    const { date: _, ...rest } = use
    return occasion.state === 'held' && stands ? [{ ...rest, ...(occasion.day && { date: occasion.day }) }] : []
  })

/** The grounds that a title gives: one for each use. */
export const groundsOfTitle = (
  row: TitleRow,
  occasionOf: ReadonlyMap<string, OccasionRow>,
  { isMeant, on }: GroundsAsked,
): ReadonlyArray<Ground> => {
  const { person, title } = row
  if (!isMeant(title)) return []
  return standingUses(row, occasionOf).map(({ organisation, date }) => ({
    person,
    title,
    ...(organisation && { organisation }),
    ...(date && { usedOn: date }),
    ...(on && { answer: provesOn(date, on) }),
    because: date === undefined ? 'title used on a day not stated' : 'title used',
  }))
}

// ── posts as filled ─────────────────────────────────────────────────────────

/** Whether an end of the turn is on record: another turn that follows it, or the post's own last day. */
const hasEnd = (row: PostRow, turn: Holding, others: ReadonlyArray<Holding>): boolean =>
  isSucceeded(turn, others) || row.lapsedOn !== undefined

const actingOn = ({ from }: Holding, day: CivilDate): Answer =>
  from !== undefined && isOnOrBefore(windowOf(from), day) === 'no' ? 'no' : 'cannot tell'

/**
 * Whether a turn in a post covers a day: surely, on its first day and where an end on record lies after the day. Where nobody said how it ended, and
 * for somebody acting, later days cannot be told.
 */
const turnOn = (row: PostRow, turn: Holding, others: ReadonlyArray<Holding>, day: CivilDate): Answer => {
  const lapsed = isOverBy(row.state === 'lapsed', row.lapsedOn, day)
  if (lapsed === 'yes') return 'no'
  if (beganOn(turn, day)) return 'yes'
  if (turn.acting === true) return actingOn(turn, day)
  const answer = heldOn(turn, others, day)
  return answer === 'yes' && (lapsed === 'cannot tell' || !hasEnd(row, turn, others)) ? 'cannot tell' : answer
}

/** The latest of the titles that are meant and that the post may have borne that day; of one that bore none then, any that it has. */
const titleOf = ({ titles }: PostRow, { isMeant, on }: GroundsAsked): string | undefined => {
  const borne = nameOn(titles, on)
  return (borne.length > 0 ? borne : titles).findLast(({ text }) => isMeant(text))?.text
}

/** The grounds that a post gives: its holders, those who acted in it, and its vacancies. */
export const groundsOfPost = (row: PostRow, asked: GroundsAsked): ReadonlyArray<Ground> => {
  const { organisation, holders = [], vacancies = [] } = row
  const title = titleOf(row, asked)
  if (title === undefined) return []
  const turns: ReadonlyArray<Holding> = [...holders.filter(({ acting }) => acting !== true), ...vacancies]
  const groundOf = (turn: Holding, what: string): Ground => {
    const others = turns.filter((other) => other !== turn)
    const from = turn.from === undefined ? 'a day not stated' : showDate(turn.from)
    return {
      ...(turn.holder && { person: turn.holder }),
      title,
      organisation,
      ...(asked.on && { answer: turnOn(row, turn, others, asked.on) }),
      because: `${what} from ${from}${hasEnd(row, turn, others) ? '' : ', no end on record'}`,
    }
  }
  return [
    ...holders.map((turn) => groundOf(turn, turn.acting === true ? 'acts in the post' : 'holds the post')),
    ...vacancies.map((turn): Ground => ({ ...groundOf(turn, 'the post is vacant'), vacant: true })),
  ]
}

/** What several grounds come to together: one sure "yes" decides. */
export const together = (grounds: ReadonlyArray<Ground>): Answer | undefined => {
  const [first, ...rest] = grounds.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
  return first === undefined ? undefined : rest.reduce(or, first)
}
