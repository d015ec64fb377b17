import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { StreamName, Tagged } from './decider.js'
import type { EventFormat, FormatFault } from './event-format.js'
import type { EventLog, EventLogFault } from './event-log.js'
import type { Recorded } from './recorded.js'

/** Everything that was recorded on one stream, decoded, in order; the first event that cannot be read stops it. An absent stream gives an empty list. */
export const readRecorded = async <Ev extends Tagged>(
  log: EventLog,
  format: EventFormat<Ev>,
  stream: StreamName,
): Promise<Either<EventLogFault | FormatFault, ReadonlyArray<Recorded<Ev>>>> => {
  const stored = await log.readStream(stream, 0n)()
  if (E.isLeft(stored)) return stored
  const recorded: Array<Recorded<Ev>> = []
  for (const one of stored.right) {
    const decoded = format.decode(one)
    if (E.isLeft(decoded)) return decoded
    recorded.push(decoded.right)
  }
  return E.right(recorded)
}
