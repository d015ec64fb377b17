/** Runs tasks one after another per key, different keys side by side: two commands for one stream never race within a process. */
export type Serially = <A>(key: string, task: () => Promise<A>) => Promise<A>

export const serially = (): Serially => {
  const last = new Map<string, Promise<unknown>>()
  return (key, task) => {
    const before = last.get(key)
    const mine = before === undefined ? task() : before.then(task, task)
    last.set(key, mine)
    const forget = () => {
      if (last.get(key) === mine) last.delete(key)
    }
    mine.then(forget, forget)
    return mine
  }
}
