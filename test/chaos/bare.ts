import { setTimeout as pause } from 'node:timers/promises'
import { type AllStreamRecordedEvent, EventStoreDBClient, type ReadPosition } from '@eventstore/db-client'
import type { Held } from './record.js'

// A real server looked at with the client alone: nothing of the adapter stands between the checks and the server.

/** What a bare client is asked for. */
export interface Bare {
  readonly version: () => Promise<string>
  /** The end of $all. */
  readonly end: () => Promise<ReadPosition>
  /** Every record from a place on. */
  readonly heldFrom: (place: ReadPosition) => Promise<ReadonlyArray<Held>>
  readonly close: () => Promise<void>
}

const TRIES = 60
const PAUSE_MS = 500

/** Again and again: at the end of a run a cluster may still be choosing its leader. */
const patiently = async <A>(work: () => Promise<A>): Promise<A> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await work()
    } catch (error) {
      if (tried === TRIES) throw error
      await pause(PAUSE_MS)
    }
  }
}

const heldRecord = ({ streamId, revision, position, id, type, data, metadata, created }: AllStreamRecordedEvent): Held => ({
  stream: streamId,
  revision,
  position: position.commit,
  id,
  type,
  data,
  metadata,
  created: created.toISOString(),
})

export const bareClient = (connectionString: string): Bare => {
  const client = EventStoreDBClient.connectionString(connectionString)
  return {
    version: () =>
      patiently(async () => {
        // A getter that the types call protected.
        const capabilities: unknown = await Reflect.get(client, 'capabilities')
        const said: unknown =
          typeof capabilities === 'object' && capabilities !== null ? Reflect.get(capabilities, 'serverVersion') : undefined
        return String(said)
      }),
    end: () =>
      patiently(async () => {
        let end: ReadPosition = 'start'
        // To the end: a reading that is left half-way stays open.
        for await (const { event } of client.readAll({ fromPosition: 'end', direction: 'backwards', maxCount: 1, requiresLeader: true }))
          end = event?.position ?? end
        return end
      }),
    heldFrom: (fromPosition) =>
      patiently(async () => {
        const held: Held[] = []
        for await (const { event } of client.readAll({ fromPosition, requiresLeader: true }))
          if (event !== undefined && !event.streamId.startsWith('$')) held.push(heldRecord(event))
        return held
      }),
    close: () => client.dispose(),
  }
}
