import * as E from 'fp-ts/lib/Either.js'
import type { Aggregate, Outcome } from '../kernel/decider.js'
import { same } from '../kernel/same.js'
import type { SourceId } from '../vocabulary/id.js'
import type { StatedDate } from '../vocabulary/stated-date.js'

// A source is a document that facts rest on, registered once, as it describes itself. What it says stands in the entries that name it;
// what it does not tell of itself (an issue date, above all) stays unsaid, and a wrong detail is corrected, not registered again.

// ── events ──────────────────────────────────────────────────────────────────

/** What a document is, by its own account. */
export type SourceKind = 'press release' | 'newsletter' | 'report' | 'speech' | 'record' | 'other'

/** A document as it describes itself; its title in its own language. */
export interface SourceRegistration {
  readonly source: SourceId
  readonly title: string
  /** A BCP 47 tag: the language that the document is written in. */
  readonly language: string
  readonly kind: SourceKind
  readonly publisher?: string
  /** "Today" and "this year" in the document are read against this day. */
  readonly issuedOn?: StatedDate
  /** Where it can be read: an http or https address. */
  readonly address?: string
  /** Of the document's bytes, with its algorithm: `sha256:…`. */
  readonly digest?: string
  /** The number that its publisher gave it. */
  readonly number?: string
}

/** A document came on record. What is absent, it does not tell of itself. */
export type SourceRegistered = { readonly type: 'SourceRegistered' } & SourceRegistration

/** What is recorded of a document: that it is there. */
export type SourceEvent = SourceRegistered

// ── state ───────────────────────────────────────────────────────────────────

export type Source = { readonly _tag: 'NotRegistered' } | { readonly _tag: 'Registered'; readonly registration: SourceRegistered }

export const evolve = (_state: Source, event: SourceEvent): Source => {
  switch (event.type) {
    case 'SourceRegistered':
      return { _tag: 'Registered', registration: event }
  }
}

// ── commands ────────────────────────────────────────────────────────────────

/** A document that facts rest on: `SourceRegistered`. Refused where the id is taken by another (`SourceAlreadyRegistered`). */
export type RegisterSource = { readonly type: 'RegisterSource' } & SourceRegistration

/** What may be asked of a document: that it be registered. */
export type SourceCommand = RegisterSource

// ── refusals ────────────────────────────────────────────────────────────────

/** The id is taken: `title` is that of the document on record. */
export type SourceRefusal = { readonly _tag: 'SourceAlreadyRegistered'; readonly source: SourceId; readonly title: string }

type Decision = Outcome<SourceEvent, SourceRefusal>

// ── decisions ───────────────────────────────────────────────────────────────

const register = (command: RegisterSource, state: Source): Decision => {
  const event: SourceRegistered = { ...command, type: 'SourceRegistered' }
  switch (state._tag) {
    case 'NotRegistered':
      return E.right([event])
    case 'Registered':
      return same(state.registration, event)
        ? E.right([])
        : E.left({ _tag: 'SourceAlreadyRegistered', source: command.source, title: state.registration.title })
  }
}

export const decide = (command: SourceCommand, state: Source): Decision => {
  switch (command.type) {
    case 'RegisterSource':
      return register(command, state)
  }
}

export const source: Aggregate<SourceCommand, Source, SourceEvent, SourceRefusal> = {
  category: 'source',
  initialState: { _tag: 'NotRegistered' },
  streamOf: (command) => command.source,
  subjectOf: (event) => event.source,
  commands: { RegisterSource: true },
  decide,
  evolve,
}
