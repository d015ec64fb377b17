import type { Readable } from 'node:stream'

/** A subscription of the client, as far as it is used here. */
export type Subscribed = Readable & { readonly unsubscribe: () => Promise<void> }

/** A subscription that was begun. */
export interface Listening {
  /** Resolves when the server has taken it. */
  readonly confirmed: Promise<void>
  /** Resolves when it is over, with the error if that was why. It is then gone from the server, too. */
  readonly over: Promise<unknown>
  readonly stop: () => void
}

/**
 * Listens to a subscription until its first error, its end, or until it is stopped. After an error the client's subscription is neither ended nor
 * closed, and stays open on the server: so an error is final here, and every way out unsubscribes.
 */
export const listen = <A>(subscription: Subscribed, hear: (heard: A) => void): Listening => {
  let finish: (why: unknown) => void = () => undefined
  const over = new Promise<unknown>((resolve) => {
    finish = resolve
  })
  let isOver = false
  const end = (why: unknown): void => {
    if (isOver) return
    isOver = true
    // Where no call was ever made there is nothing to take back, and its promise fails as the subscription did.
    subscription.unsubscribe().catch(() => undefined)
    subscription.destroy()
    finish(why)
  }
  subscription.on('data', (heard: A) => {
    if (!isOver) hear(heard)
  })
  // Stays: a subscription may fail once more after it failed.
  subscription.on('error', end)
  subscription.on('end', () => end(undefined))
  subscription.on('close', () => end(undefined))
  const confirmed = new Promise<void>((resolve, reject) => {
    subscription.on('confirmation', () => resolve())
    over.then((why) => reject(why ?? new Error('the subscription ended before it began')))
  })
  return { confirmed, over, stop: () => end(undefined) }
}
