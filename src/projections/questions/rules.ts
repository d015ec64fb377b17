import * as E from 'fp-ts/lib/Either.js'
import { type Answer, and, not } from '../../domain/vocabulary/answer.js'
import type { CivilDate } from '../../domain/vocabulary/civil-date.js'
import type { OrganisationId, RuleId } from '../../domain/vocabulary/id.js'
import { type StatedDate, windowOf } from '../../domain/vocabulary/stated-date.js'
import type { Terms } from '../../domain/vocabulary/terms.js'
import { termsOn } from '../../domain/vocabulary/terms-on.js'
import { type Activity, isIn, isInScope, type Scope } from '../../domain/vocabulary/terms-scope.js'
import { isOnOrBefore } from '../../domain/vocabulary/window.js'
import { date, flag, json, list, maybe, text } from '../engine/columns.js'
import { choice, day, id, words } from '../engine/parameters.js'
import type { Question } from '../engine/question.js'
import { names } from '../names.js'
import { type Lift, type RuleRow, rules, type SetAside } from '../rules.js'
import { type TermsStatement, terms } from '../terms.js'
import { showScope, showTerms } from '../terms-shown.js'
import { namingIn } from './parts/naming.js'

/** Rules that hold on a day and for an activity, as far as it is told; without any of it, all of them. */
export interface RulesAsked {
  readonly rule?: RuleId
  readonly on?: CivilDate
  readonly kind?: string
  readonly place?: string
  readonly direction?: 'outbound' | 'inbound' | 'both'
  readonly host?: OrganisationId
  readonly manner?: string
  readonly effect?: 'suspends' | 'states terms'
}

/** What a rule says from a day on, and whether it holds on the day and for the activity asked. */
export interface RuleAnswer {
  readonly rule: RuleId
  readonly name: string
  readonly issuer?: string
  readonly basis?: string
  readonly since: StatedDate
  readonly until?: StatedDate
  readonly suspends: boolean
  readonly scope: Scope
  readonly terms: Terms
  /** It holds on the day asked and was not lifted for the activity; absent where no day was asked. */
  readonly holds?: Answer
  /** The activity asked lies in its scope; absent where none was asked. */
  readonly applies?: Answer
  readonly lifts: ReadonlyArray<Lift>
  readonly exceptions: ReadonlyArray<SetAside>
}

const liftedOn = ({ lifts }: RuleRow, activity: Activity | undefined, on: CivilDate): Answer => {
  const gone = lifts.map(({ from, forPart }): Answer => {
    const begun = isOnOrBefore(windowOf(from), on)
    // Where no activity is asked, a rule that is lifted in part holds still for the rest.
    return forPart === undefined ? begun : activity === undefined ? 'no' : and(begun, isIn(forPart, activity))
  })
  return gone.includes('yes') ? 'yes' : gone.includes('cannot tell') ? 'cannot tell' : 'no'
}

interface Held {
  readonly statement: TermsStatement
  readonly holds?: Answer
}

const heldOn = (
  row: RuleRow,
  statements: ReadonlyArray<TermsStatement>,
  activity: Activity | undefined,
  on: CivilDate | undefined,
): ReadonlyArray<Held> => {
  if (on === undefined) return statements.map((statement) => ({ statement }))
  const lifted = liftedOn(row, activity, on)
  return termsOn(statements, { edtf: on }).map(({ statement, holds }) => ({ statement, holds: and(holds, not(lifted)) }))
}

const activityOf = ({ kind, place, direction, host, manner }: RulesAsked): Activity | undefined => {
  const activity = { ...(kind && { kind }), ...(place && { place }), ...(direction && { direction }), ...(host && { host }) }
  const told = { ...activity, ...(manner && { manner }) }
  return Object.keys(told).length === 0 ? undefined : told
}

/** The standing rules; of a day and an activity those that surely do not hold are left out. */
export const rulesInForce: Question<RulesAsked, RuleAnswer> = {
  name: 'rules',
  about:
    'Standing rules: what they say, for which activities, whether they hold on a day; suspended activities; what they were set aside for.',
  parameters: {
    rule: id('rule', 'only this one'),
    on: day('only those that hold, or may hold, on this day'),
    kind: words('only those for this kind of activity'),
    place: words('only those for this place'),
    direction: choice('only those for this direction', 'outbound', 'inbound', 'both'),
    host: id('organisation', 'only those for this host'),
    manner: words('only those for this manner of placement'),
    effect: choice('only those that do this', 'suspends', 'states terms'),
  },
  reads: [rules, terms, names],
  glance: ['name', 'since', 'until', 'suspends', 'scope', 'terms', 'holds'],
  columns: {
    rule: text<RuleId>(),
    name: text(),
    issuer: maybe(text()),
    basis: maybe(text()),
    since: date,
    until: maybe(date, 'no end stated'),
    suspends: flag,
    scope: json<Scope>(showScope),
    terms: json<Terms>(showTerms),
    holds: maybe(text<Answer>(), ''),
    applies: maybe(text<Answer>(), ''),
    lifts: rules.columns.lifts,
    exceptions: list<SetAside>((one) => `${one.for} (${one.authority}: ${one.reason})`),
  },
  answer: (tables, asked) => async () => {
    const { rule, on, effect } = asked
    const rows = await tables.of(rules).where(rule === undefined ? {} : { rule })()
    if (E.isLeft(rows)) return rows
    const stated = await tables.of(terms).where({})()
    if (E.isLeft(stated)) return stated
    const naming = await namingIn(tables)()
    if (E.isLeft(naming)) return naming
    const activity = activityOf(asked)
    const answers = rows.right.flatMap((row) => {
      const statements = stated.right.find(({ giver }) => giver === row.rule)?.statements ?? []
      return heldOn(row, statements, activity, on).map(
        ({ statement: { from, to, scope = {}, suspends = false, terms: says }, holds }): RuleAnswer => ({
          rule: row.rule,
          name: naming.right.of(row.rule),
          ...(row.issuer && { issuer: naming.right.of(row.issuer) }),
          ...(row.basis !== undefined && { basis: row.basis }),
          since: from,
          ...(to && { until: to }),
          suspends,
          scope,
          terms: says,
          ...(holds && { holds }),
          ...(activity && { applies: isInScope(scope, activity) }),
          lifts: row.lifts,
          exceptions: row.exceptions,
        }),
      )
    })
    const wanted = (answer: RuleAnswer): boolean => effect === undefined || answer.suspends === (effect === 'suspends')
    return E.right(answers.filter((answer) => answer.holds !== 'no' && answer.applies !== 'no' && wanted(answer)))
  },
}
