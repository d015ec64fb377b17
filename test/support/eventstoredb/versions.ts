/** What servers of different versions do differently, where a client can see it. */
export interface Version {
  readonly name: string
  /** Only the data counts up to 24.6; later data, metadata and twice the type. */
  readonly countsMetadata: boolean
  /** Up to 24.2 a subscriber that lags behind is dropped; later it is sent back to catching up. */
  readonly dropsSlowConsumers: boolean
  /** 23.10 says `caughtUp` for a stream that is not there only after its first event. */
  readonly catchesUpOnNothing: boolean
  /** 24.2 refuses a position within a record with INVALID_ARGUMENT, a subscription after confirming it; 23.10 with UNKNOWN. */
  readonly namesMisalignment: boolean
  /** A subscription from beyond the end: 23.10 goes live there, 24.2 stays silent for ever. */
  readonly goesLiveFromFuture: boolean
  /**
   * From 24.2 on a subscription to $all reads from its checkpoint itself and leaves out what lies up to it, an event with a lower prepare
   * position not among them; it sends a checkpoint on going live, too. 23.10 reads from the record after it.
   */
  readonly readsFromCheckpoint: boolean
  /** Up to 24.10.4 the checkpoint on going live is 2^64-1 where there was none before: resuming there skips everything. */
  readonly checkpointsNowhere: boolean
  /** A read that leaves open how ids are to come fails with its first event; 23.10 says nothing at all then. */
  readonly failsWithoutUuidOption: boolean
}

/** The version that the double speaks as, where nothing else is asked for. */
export const VERSION = '23.10.6'

export const versionNamed = (name: string): Version => {
  const [major = 0, minor = 0, patch = 0] = name.split('.').map(Number)
  const number = major * 100 + minor
  return {
    name,
    countsMetadata: number >= 2410,
    dropsSlowConsumers: number < 2402,
    catchesUpOnNothing: number >= 2402,
    namesMisalignment: number >= 2402,
    goesLiveFromFuture: number < 2402,
    readsFromCheckpoint: number >= 2402,
    checkpointsNowhere: number < 2410 || (number === 2410 && patch <= 4),
    failsWithoutUuidOption: number >= 2402,
  }
}
