import type { Clock } from '../../domain/kernel/clock.js'

/** The machine's clock. */
export const systemClock: Clock = () => new Date().toISOString()
