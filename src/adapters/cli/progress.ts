import { grouped } from './render/figures.js'

/** How far a piece of work is. */
export interface Progress {
  readonly events: number
  /** How many there are in all, as far as is known. */
  readonly of?: number
}

const CELLS = 24

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
