import type { EventEmitter } from 'node:events'
import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client'

/** What the subscriptions of the client have in common. */
type Subscription = EventEmitter & { readonly unsubscribe: () => Promise<void> }

/** What a subscription has told so far: `confirmation`, `caughtUp`, the `n` of every event, `checkpoint` by the caller, or the error. */
export interface Watched {
  readonly told: unknown[]
  readonly events: Array<ResolvedEvent | AllStreamResolvedEvent>
  /** Settles when the condition holds, which is asked after everything told. */
  readonly until: (holds: (watched: Watched) => boolean) => Promise<void>
  readonly has: (told: unknown) => (watched: Watched) => boolean
  readonly tell: (what: unknown) => void
  readonly stop: () => Promise<void>
}

const numberIn = (data: unknown): unknown => (typeof data === 'object' && data !== null && 'n' in data ? data.n : undefined)

export const watch = (subscription: Subscription, isOwn: (stream: string) => boolean = () => true): Watched => {
  const told: unknown[] = []
  const events: Array<ResolvedEvent | AllStreamResolvedEvent> = []
  const asking = new Set<() => void>()
  const tell = (what: unknown): void => {
    told.push(what)
    for (const ask of [...asking]) ask()
  }
  subscription.on('confirmation', () => tell('confirmation'))
  subscription.on('caughtUp', () => tell('caughtUp'))
  subscription.on('error', (error: Error) => tell('type' in error ? error.type : error.message))
  subscription.on('data', (resolved: ResolvedEvent | AllStreamResolvedEvent) => {
    if (!isOwn((resolved.link ?? resolved.event)?.streamId ?? '')) return
    events.push(resolved)
    tell(resolved.event?.isJson === true ? numberIn(resolved.event.data) : resolved.event?.type)
  })
  const watched: Watched = {
    told,
    events,
    tell,
    has: (what) => () => told.includes(what),
    until: (holds) =>
      new Promise((settle) => {
        const ask = (): void => {
          if (!holds(watched)) return
          asking.delete(ask)
          settle()
        }
        asking.add(ask)
        ask()
      }),
    stop: () => subscription.unsubscribe(),
  }
  return watched
}
