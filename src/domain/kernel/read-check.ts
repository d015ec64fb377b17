const MOST_EVENTS = 10_000

/** A page's limit as every log keeps it: 1 to 10,000, whatever was asked. */
export const pageLimit = (limit: number): number => Math.min(Math.max(Math.trunc(limit) || 1, 1), MOST_EVENTS)
