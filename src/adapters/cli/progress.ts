/** How far a piece of work is. */
export interface Progress {
  readonly events: number
  /** How many there are in all, as far as is known. */
  readonly of?: number
}

const CELLS = 24

/** A number with commas between its thousands, the same in every country. */
export const grouped = (n: number): string => n.toLocaleString('en-US')

/** A span of time in words: `40 ms`, `2.4 s`, `12 s`, `3 min 5 s`. */
export const lasting = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

const shareOf = ({ events, of }: Progress): number | undefined => (of === undefined || of <= 0 ? undefined : Math.min(1, events / of))

/** Whole percents done, rounded down so that 100 means done. */
export const percentOf = (done: Progress): number | undefined => {
  const share = shareOf(done)
  return share === undefined ? undefined : Math.floor(share * 100)
}

/** The time still to go, if the rest takes as long as what is done did; nothing before there is something to judge by. */
const left = (share: number, elapsed: number): string => {
  if (share >= 1 || share <= 0 || elapsed < 200) return ''
  return `  ${Math.ceil(((elapsed / share) * (1 - share)) / 1000)} s left`
}

/** One line for a terminal: `[██████····] 62 %  124,000 events  3 s left`. */
export const bar = (done: Progress, elapsed: number): string => {
  const share = shareOf(done)
  if (share === undefined) return `${grouped(done.events)} events`
  const full = Math.floor(share * CELLS)
  const percent = String(Math.floor(share * 100)).padStart(3)
  return `[${'█'.repeat(full)}${'·'.repeat(CELLS - full)}] ${percent} %  ${grouped(done.events)} events${left(share, elapsed)}`
}
