import type { StreamName } from './decider.js'
import type { EntryRefusal } from './entry.js'
import type { FormatFault } from './event-format.js'
import type { EventLogFault } from './event-log.js'
import type { Revision } from './recorded.js'

/** The id was sent before to this stream, with other content: make a new id for a new command. */
export interface CommandIdReused {
  readonly _tag: 'CommandIdReused'
  readonly commandId: string
  readonly stream: StreamName
}

/** The business says no (`Refused`), or the machinery failed (`Faulted`): two tags for the caller, not sixty. */
export type Failure<R> =
  | { readonly _tag: 'Refused'; readonly refusal: R | EntryRefusal | CommandIdReused }
  | { readonly _tag: 'Faulted'; readonly fault: EventLogFault | FormatFault }

/** What a command came to: the events it added to its stream, or nothing because it was so already. Sent again, it answers the same. */
export type Receipt =
  | { readonly _tag: 'Recorded'; readonly stream: StreamName; readonly first: Revision; readonly last: Revision }
  | { readonly _tag: 'Unchanged'; readonly stream: StreamName }
