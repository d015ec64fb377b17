import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Breach, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { AgreementId } from '../vocabulary/id.js'
import { type StatedDate, windowOf } from '../vocabulary/stated-date.js'
import { unsoundTerms } from '../vocabulary/terms-soundness.js'
import { precedes } from '../vocabulary/window.js'
import type {
  AgreementCommand,
  AgreementRefusal,
  AnnounceAgreement,
  LinkAgreements,
  RenewAgreement,
  SetAgreementTerms,
  SignAgreement,
} from './commands.js'
import type { AgreementEvent, Renewal, Signing } from './events.js'

// An agreement is announced, then signed: its first term. It may be amended, renewed (the next term, with its own signatories), joined or left
// by parties, and terminated. A term whose end has passed is over; it has *lapsed* only when somebody says so: no date moves a state.

// ── state ───────────────────────────────────────────────────────────────────

export type Agreement =
  | { readonly _tag: 'NotRecorded' }
  | { readonly _tag: 'Announced'; readonly told: Told }
  | { readonly _tag: 'InForce'; readonly term: number; readonly signedOn: StatedDate; readonly told: Told }
  | {
      readonly _tag: 'Over'
      readonly term: number
      readonly signedOn: StatedDate
      readonly how: 'lapsed' | 'terminated'
      readonly on: StatedDate
      readonly told: Told
    }

/** What was told since it came on record, each with its day or in no order: the same again is nothing new. */
type Told = ReadonlyArray<AgreementEvent>

const toldIn = (state: Agreement): Told => (state._tag === 'NotRecorded' ? [] : state.told)
const termOf = (state: Agreement): number => (state._tag === 'InForce' || state._tag === 'Over' ? state.term : 0)

export const evolve = (state: Agreement, event: AgreementEvent): Agreement => {
  switch (event.type) {
    case 'AgreementAnnounced':
      return state._tag === 'NotRecorded' ? { _tag: 'Announced', told: [] } : state
    case 'AgreementSigned':
      return { _tag: 'InForce', term: 1, signedOn: event.signedOn, told: toldIn(state) }
    case 'AgreementRenewed':
      return { _tag: 'InForce', term: event.term, signedOn: event.signedOn, told: [...toldIn(state), event] }
    case 'LapseRecorded':
    case 'AgreementTerminated':
      return state._tag === 'InForce'
        ? { ...state, _tag: 'Over', how: event.type === 'LapseRecorded' ? 'lapsed' : 'terminated', on: event.on }
        : state
    case 'AgreementAmended':
    case 'AgreementTermsSet':
    case 'PartiesChanged':
    case 'AgreementsLinked':
      return state._tag === 'NotRecorded' ? state : { ...state, told: [...state.told, event] }
  }
}

// ── decisions ───────────────────────────────────────────────────────────────

type Decision = Outcome<AgreementEvent, AgreementRefusal>

const announce = (command: AnnounceAgreement, state: Agreement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.right([{ ...command, type: 'AgreementAnnounced' }])
    case 'Announced':
      return E.left({ _tag: 'AgreementAlreadyAnnounced', agreement: command.agreement })
    case 'InForce':
    case 'Over':
      return E.left({ _tag: 'AgreementAlreadySigned', agreement: command.agreement, signedOn: state.signedOn })
  }
}

const sign = (command: SignAgreement, state: Agreement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
    case 'Announced': {
      const refusal = unsound(command)
      return refusal === undefined ? E.right([{ ...command, type: 'AgreementSigned' }]) : E.left(refusal)
    }
    case 'InForce':
    case 'Over':
      return E.left({ _tag: 'AgreementAlreadySigned', agreement: command.agreement, signedOn: state.signedOn })
  }
}

/** A lapsed or terminated agreement may be renewed: the parties start again where they left off. */
const renew = (command: RenewAgreement, state: Agreement): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'AgreementNotRecorded', agreement: command.agreement })
    case 'Announced':
      return E.left({ _tag: 'AgreementNotSigned', agreement: command.agreement })
    case 'InForce':
    case 'Over': {
      const refusal = unsound(command)
      if (refusal !== undefined) return E.left(refusal)
      const event = { ...command, type: 'AgreementRenewed', term: termOf(state) + 1 } as const
      // The same renewal is the same term: sent again, it does not open the next one.
      return E.right(state.told.some((one) => same({ ...one, term: event.term }, event)) ? [] : [event])
    }
  }
}

const isTold = (event: AgreementEvent, state: Agreement): boolean => toldIn(state).some((one) => same(one, event))

const unlessTold = (event: AgreementEvent, state: Agreement): Decision => E.right(isTold(event, state) ? [] : [event])

/** What needs an agreement in force: amending it, changing its parties, ending it. */
const whileInForce = (agreement: AgreementId, state: Agreement, event: AgreementEvent): Decision => {
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'AgreementNotRecorded', agreement })
    case 'Announced':
      return E.left({ _tag: 'AgreementNotSigned', agreement })
    case 'InForce':
      return unlessTold(event, state)
    case 'Over':
      return isTold(event, state) ? E.right([]) : E.left({ _tag: 'AgreementOver', agreement, how: state.how, on: state.on })
  }
}

/** Terms may be learned of when the agreement is long over. */
const setTerms = (command: SetAgreementTerms, state: Agreement): Decision => {
  const { agreement, term } = command
  switch (state._tag) {
    case 'NotRecorded':
      return E.left({ _tag: 'AgreementNotRecorded', agreement })
    case 'Announced':
      return E.left({ _tag: 'AgreementNotSigned', agreement })
    case 'InForce':
    case 'Over': {
      if (term !== undefined && term > state.term) return E.left({ _tag: 'TermNotSigned', agreement, term, latest: state.term })
      const unsound = unsoundTerms(command)
      return unsound === undefined ? unlessTold({ ...command, type: 'AgreementTermsSet' }, state) : E.left(unsound)
    }
  }
}

const link = (command: LinkAgreements, state: Agreement): Decision => {
  if (state._tag === 'NotRecorded') return E.left({ _tag: 'AgreementNotRecorded', agreement: command.agreement })
  if (command.to === command.agreement) return E.left({ _tag: 'LinkedToItself', agreement: command.agreement })
  return unlessTold({ ...command, type: 'AgreementsLinked' }, state)
}

/** A term ends on or after the day it is signed, and its signatories sign for its parties (an open list may hold more than it names). */
const unsound = (term: Signing | Renewal): AgreementRefusal | undefined => {
  const { agreement, signedOn, end, parties, signatories = [] } = term
  if (end !== undefined && precedes(windowOf(end), windowOf(signedOn)) === 'yes')
    return { _tag: 'EndBeforeSigning', agreement, signedOn, end }
  const stranger = signatories.find((signatory) => !parties.open && !parties.items.includes(signatory.for))
  return stranger === undefined ? undefined : { _tag: 'SignsForNoParty', agreement, for: stranger.for }
}

export const decide = (command: AgreementCommand, state: Agreement): Decision => {
  switch (command.type) {
    case 'AnnounceAgreement':
      return announce(command, state)
    case 'SignAgreement':
      return sign(command, state)
    case 'RenewAgreement':
      return renew(command, state)
    case 'AmendAgreement':
      return whileInForce(command.agreement, state, { ...command, type: 'AgreementAmended' })
    case 'SetAgreementTerms':
      return setTerms(command, state)
    case 'ChangeParties':
      return whileInForce(command.agreement, state, { ...command, type: 'PartiesChanged' })
    case 'RecordLapse':
      return whileInForce(command.agreement, state, { ...command, type: 'LapseRecorded' })
    case 'TerminateAgreement':
      return whileInForce(command.agreement, state, { ...command, type: 'AgreementTerminated' })
    case 'LinkAgreements':
      return link(command, state)
  }
}

/** Terms that begin after the agreement was over hold for nothing, surely or perhaps. */
const breaches = (command: AgreementCommand, state: Agreement): ReadonlyArray<Breach<AgreementRefusal>> => {
  if (command.type !== 'SetAgreementTerms' || state._tag !== 'Over') return []
  const after = precedes(windowOf(state.on), windowOf(command.from))
  if (after === 'no') return []
  const refusal = { _tag: 'AgreementOver', agreement: command.agreement, how: state.how, on: state.on } as const
  return [{ refusal, certainty: after === 'yes' ? 'sure' : 'cannot tell' }]
}

export const agreement: Aggregate<AgreementCommand, Agreement, AgreementEvent, AgreementRefusal> = {
  category: 'agreement',
  initialState: { _tag: 'NotRecorded' },
  streamOf: (command) => command.agreement,
  subjectOf: (event) => event.agreement,
  commands: {
    AnnounceAgreement: true,
    SignAgreement: true,
    AmendAgreement: true,
    SetAgreementTerms: true,
    RenewAgreement: true,
    ChangeParties: true,
    LinkAgreements: true,
    RecordLapse: true,
    TerminateAgreement: true,
  },
  decide,
  evolve,
  breaches,
}
