/** Where instants of recording come from: ISO 8601, UTC, with milliseconds (`2026-11-21T09:30:00.000Z`). Injected at the edge, never read by a decision. */
export type Clock = () => string

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Whether a text is an instant as logs keep it: ISO 8601, UTC, with milliseconds, on a day that there is. */
export const isInstant = (text: string): boolean => {
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString() === text
}

/** Asks a clock, trusting it with nothing: undefined where it throws or gives something else than an instant. */
export const readClock = (clock: Clock): string | undefined => {
  try {
    const now = clock()
    return INSTANT.test(now) ? now : undefined
  } catch {
    return undefined
  }
}
