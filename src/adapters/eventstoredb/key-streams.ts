import { isStreamName } from '../../domain/kernel/append-check.js'
import type { StreamName } from '../../domain/kernel/decider.js'
import { KEY_STREAM } from './key.js'

const PREFIX = 'programmeLedgerKey-'

/** The stream that holds the key of somebody; nothing where the text is no id, and so nobody's. */
export const keyStreamOf = (person: string): StreamName | undefined => (isStreamName(person) ? `${PREFIX}${person}` : undefined)

/** Whose key a stream holds, or held; nothing for every other stream. */
export const personOf = (stream: string): string | undefined => {
  const person = stream.startsWith(PREFIX) ? stream.slice(PREFIX.length) : ''
  return isStreamName(person) ? person : undefined
}

/** Whether a stream is the adapter's own: it holds keys, and is never shown among the ledger's. */
export const holdsKeys = (stream: string): boolean => stream === KEY_STREAM || stream.startsWith(PREFIX)
