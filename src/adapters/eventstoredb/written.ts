/// <reference lib="es2024.string" />
import { binaryEvent, type EventData, jsonEvent } from '@eventstore/db-client'
import type { NewEvent } from '../../domain/kernel/recorded.js'
import { flat, toWire, type WireMetadata } from './metadata.js'

/** An append as the client takes it, and about how much it comes to on the server. */
export interface Written {
  readonly events: EventData[]
  readonly bytes: number
}

/** JSON texts that were parsed once, and need not be again. */
export interface Parsed {
  /** Whether a text is JSON, and has a form in UTF-8. */
  readonly reads: (text: string) => boolean
  /** What a text that was read stands for. */
  readonly valueOf: (text: string) => unknown
}

export const parsedOnce = (): Parsed => {
  const values = new Map<string, unknown>()
  return {
    reads: (text) => {
      try {
        if (!values.has(text)) values.set(text, JSON.parse(text))
        return text.isWellFormed()
      } catch {
        return false
      }
    },
    valueOf: (text) => values.get(text),
  }
}

const utf8 = new TextEncoder()

// The schema, and what else is written beside the metadata: less than this.
const BESIDE = 64

const isForJson = (value: unknown): value is Record<string, unknown> | unknown[] | string =>
  typeof value === 'string' || (typeof value === 'object' && value !== null)

/**
 * Events in the client's form. The client stringifies what it is given and dies of what cannot be stringified, so it is given parsed JSON only.
 * A text that would come back otherwise than it went in (its own spaces, numbers beyond JavaScript's), or that is a bare number, goes as bytes,
 * which keep it.
 */
export const written = (events: ReadonlyArray<NewEvent>, parsed: Parsed): Written => {
  const sent: EventData[] = []
  let bytes = 0
  let known: { readonly text: string; readonly flat: WireMetadata; readonly size: number } | undefined
  for (const { id, type, schema, data, metadata: text, recordedAt } of events) {
    if (known?.text !== text) known = { text, flat: flat(text, parsed.valueOf(text)), size: Buffer.byteLength(text) }
    const metadata = toWire(known.flat, schema, recordedAt)
    const value = parsed.valueOf(data)
    const isKept = isForJson(value) && JSON.stringify(value) === data
    sent.push(isKept ? jsonEvent({ id, type, data: value, metadata }) : binaryEvent({ id, type, data: utf8.encode(data), metadata }))
    // Servers from 24.10 on count two bytes for each letter of the type.
    bytes += Buffer.byteLength(data) + known.size + BESIDE + 2 * type.length
  }
  return { events: sent, bytes }
}
