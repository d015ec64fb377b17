import type { Surroundings } from './output.js'
import { bar, type Progress, percentOf } from './progress.js'
import { grouped } from './render/figures.js'
import { shortened } from './render/width.js'

/** Shows how far a long piece of work is, and clears the line when it is over. `doing` names the part of it that is being done. */
export interface ShowProgress {
  readonly show: (done: Progress, doing?: string) => void
  readonly clear: () => void
}

const STEP_IN_PERCENT = 10
const STEP_IN_EVENTS = 500
const STEP_IN_MS = 50

/** A bar that is drawn again and again on a terminal; elsewhere a line for every tenth of the way, where it is long enough to be worth one. */
export const showProgress = (around: Surroundings): ShowProgress => {
  const { output } = around
  return output.isTerminal ? drawn(around) : { show: told(around), clear: () => undefined }
}

const drawn = ({ output, elapsed }: Surroundings): ShowProgress => {
  let part: string | undefined
  let since = elapsed()
  let last = Number.NEGATIVE_INFINITY
  return {
    show: (done, doing) => {
      const now = elapsed()
      if (doing === part && now - last < STEP_IN_MS) return
      // Each part has its own pace.
      if (doing !== part) since = now
      part = doing
      last = now
      const line = bar(done, now - since)
      output.redraw(shortened(doing === undefined ? line : `${doing} ${line}`, output.columns - 1))
    },
    clear: () => output.redraw(''),
  }
}

const told = ({ output }: Surroundings): ShowProgress['show'] => {
  let part: string | undefined
  let before = 0
  let events = 0
  return (done, doing) => {
    if (doing !== part) {
      before = 0
      events = 0
    }
    part = doing
    const percent = percentOf(done)
    if (percent === undefined || percent >= 100 || percent < before + STEP_IN_PERCENT || done.events < events + STEP_IN_EVENTS) return
    before = percent - (percent % STEP_IN_PERCENT)
    events = done.events
    output.error(`${doing === undefined ? '' : `${doing} `}${percent} %  ${grouped(done.events)} events`)
  }
}
