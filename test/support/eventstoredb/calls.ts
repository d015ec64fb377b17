/** What every kind of server call has. */
export interface AnyCall {
  readonly cancelled: boolean
  readonly once: (event: 'cancelled' | 'close', listener: () => void) => unknown
}

export type Method = 'append' | 'batchAppend' | 'read' | 'delete' | 'tombstone' | 'features' | 'gossip'

/** The calls that are open on the server: a client that leaves one behind is found by the count. */
export interface Calls {
  /** Counts the call until it ends, however it ends; the answer marks it ended. */
  readonly opened: (method: Method, call: AnyCall) => () => void
  readonly open: (method?: Method) => number
  /** All that were ever opened. */
  readonly total: (method?: Method) => number
  /** Settles when no call of the method (of any) is open. */
  readonly allClosed: (method?: Method) => Promise<void>
  /** Calls that are open, for ending or failing them from outside. */
  readonly each: <C extends AnyCall>(of: (call: AnyCall) => call is C) => ReadonlyArray<C>
}

export const countCalls = (): Calls => {
  const current = new Map<AnyCall, Method>()
  const ever = new Map<Method, number>()
  const waiting = new Set<() => void>()
  const open = (method?: Method): number => {
    if (method === undefined) return current.size
    return [...current.values()].filter((one) => one === method).length
  }
  return {
    open,
    total: (method) => (method === undefined ? [...ever.values()].reduce((sum, one) => sum + one, 0) : (ever.get(method) ?? 0)),
    each: (of) => [...current.keys()].filter(of),
    opened: (method, call) => {
      current.set(call, method)
      ever.set(method, (ever.get(method) ?? 0) + 1)
      const ended = (): void => {
        if (current.delete(call)) for (const one of [...waiting]) one()
      }
      call.once('cancelled', ended)
      call.once('close', ended)
      return ended
    },
    allClosed: (method) =>
      new Promise((settle) => {
        const check = (): void => {
          if (open(method) > 0) return
          waiting.delete(check)
          settle()
        }
        waiting.add(check)
        check()
      }),
  }
}
