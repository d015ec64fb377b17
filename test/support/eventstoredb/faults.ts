// What a test may make the double do wrong. Hooks are called for every call of their kind; `times` and `then` build the usual ones.
import type { Metadata } from '@grpc/grpc-js'
import type { Failure } from './failures.js'
import type { Proposed } from './rules/entry.js'

/** What becomes of an append. What is applied stays in the log, whatever the client is told. */
export type AppendFate =
  | 'serve'
  /** Not written and never answered. */
  | 'drop'
  /** Written and never answered. */
  | 'apply-then-drop'
  /** Not written, every connection is cut. */
  | 'cut'
  /** Written, every connection is cut. */
  | 'apply-then-cut'
  /** The call ends with OK and no answer, as a proxy may end it: not written. */
  | 'end'
  /** The same, written. */
  | 'apply-then-end'
  /** Not written, refused with this. */
  | { readonly fail: Failure }
  /** Written, refused with this. */
  | { readonly applyThenFail: Failure }
  /** Refused with this, and kept by a node that leads no longer: only `showPhantoms` brings it to light. */
  | { readonly keepAsPhantom: Failure }

/** How a read or a subscription goes wrong, at once or after so many events. */
export type ReadFate =
  | 'serve'
  /** Silent from here on, the call stays open. */
  | 'drop'
  /** Ended with OK from here on. */
  | 'end'
  /** Every connection is cut. */
  | 'cut'
  | { readonly fail: Failure }
  | { readonly after: number; readonly then: 'drop' | 'end' | 'cut' | { readonly fail: Failure } }

/** What becomes of any other call. */
export type CallFate = 'serve' | 'drop' | 'cut' | { readonly fail: Failure }

export interface AppendSeen {
  readonly stream: string
  readonly expected: bigint
  readonly events: ReadonlyArray<Proposed>
  readonly path: 'unary' | 'batch'
  readonly metadata: Metadata
}

export interface ReadSeen {
  /** Absent for $all. */
  readonly stream?: string
  readonly isSubscription: boolean
  readonly metadata: Metadata
}

type Hook<Seen, Fate> = (seen: Seen) => Fate | Promise<Fate>

/** Set what is wanted; `clear` sets nothing. A hook that waits delays its call. */
export interface Faults {
  append?: Hook<AppendSeen, AppendFate> | undefined
  read?: Hook<ReadSeen, ReadFate> | undefined
  features?: Hook<Metadata, CallFate> | undefined
  gossip?: Hook<Metadata, CallFate> | undefined
  remove?: Hook<Metadata, CallFate> | undefined
  /** Milliseconds that every call waits before it is served. */
  delay: number
  readonly clear: () => void
}

export const noFaults = (): Faults => {
  const faults: Faults = {
    delay: 0,
    clear: () => {
      faults.append = undefined
      faults.read = undefined
      faults.features = undefined
      faults.gossip = undefined
      faults.remove = undefined
      faults.delay = 0
    },
  }
  return faults
}

/** A hook that gives the fate to so many calls, and serves those after them. */
export const times = <Fate>(count: number, fate: Fate): (() => Fate | 'serve') => {
  let left = count
  return () => {
    if (left <= 0) return 'serve'
    left -= 1
    return fate
  }
}

/** A hook that gives these fates one after another, and serves what comes after them. */
export const inTurn = <Fate>(...fates: ReadonlyArray<Fate>): (() => Fate | 'serve') => {
  const left = [...fates]
  return () => left.shift() ?? 'serve'
}
