import type { Either } from 'fp-ts/lib/Either.js'

/** A value of a closed union whose members are told apart by `type`: commands and events. */
export interface Tagged {
  readonly type: string
}

/** A value of a closed union whose members are told apart by `_tag`: refusals, faults and states. */
export interface Coded {
  readonly _tag: string
}

/** The member (or members) of a union with the given type. */
export type OfType<A extends Tagged, T extends A['type']> = Extract<A, { readonly type: T }>

/** What a decision comes to: the events to record (none where it is already so), or the refusal. */
export type Outcome<Ev, R> = Either<R, ReadonlyArray<Ev>>

/**
 * One aggregate's rules as pure functions. No clock, id, randomness, I/O or other stream inside: what a decision needs arrives in the command.
 * `evolve` is total and never refuses: whatever was recorded can be replayed.
 */
export interface Decider<C, S, Ev, R> {
  readonly initialState: S
  readonly decide: (command: C, state: S) => Outcome<Ev, R>
  readonly evolve: (state: S, event: Ev) => S
}

/** A rule that a command would break: a decision is refused for it, a report goes in with the conflict recorded beside it. */
export interface Breach<R> {
  readonly refusal: R
  /** `cannot tell` (a vague date, an approximate count) never refuses; it only flags. */
  readonly certainty: 'sure' | 'cannot tell'
}

/** A decider, and what the machinery must know to run it: where its stream is, and which commands it takes. */
export interface Aggregate<C extends Tagged, S, Ev extends Tagged, R> extends Decider<C, S, Ev, R> {
  /** The first part of the stream's name: `agreement` owns `agreement-<key>`. */
  readonly category: string
  /** The stream that a command is for. */
  readonly streamOf: (command: C) => StreamName
  /** The stream that an event belongs to: a correction may not move an entry elsewhere. */
  readonly subjectOf: (event: Ev) => StreamName
  /** Every command's type, for routing at run time; a forgotten command does not compile. */
  readonly commands: { readonly [T in C['type']]: true }
  /**
   * The one thing that may rest on who sends a command, where an aggregate has a say in it: why this account may not. Asked before any decision,
   * the five on entries among them, whatever the mode; it is judged on the state that the command is decided on.
   */
  readonly forbids?: (command: Tagged, actor: string, state: S) => R | undefined
  /** Rules that a decision must keep and a report may break. */
  readonly breaches?: (command: C, state: S) => ReadonlyArray<Breach<R>>
}

/** The name of a stream: its category, a dash, its key. */
export type StreamName = `${string}-${string}`
