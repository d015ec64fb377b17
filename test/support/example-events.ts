import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tagged } from '../../src/domain/kernel/decider.js'
import { isOwnEvent } from '../../src/domain/kernel/entry.js'
import type { Catalogue } from '../../src/events/codec/versions.js'
import { formatOf } from '../../src/events/format.js'
import { right } from './right.js'

const FOLDER = join(import.meta.dirname, '..', 'events', 'golden')

/** What stands beside an example: nothing of it is looked at. */
const ANYWHERE = {
  id: '01927f60-0000-8000-8000-000000000001',
  stream: 'example-1',
  revision: 0n,
  position: 1n,
  recordedAt: '2026-01-05T09:00:00.000Z',
  metadata: JSON.stringify({
    commandId: '01927f60-0000-7000-8000-000000000000',
    commandDigest: 'any',
    correlationId: '01927f60-0000-7000-8000-000000000000',
    actor: 'clerk-7',
    mode: 'report',
    sources: [],
  }),
} as const

interface Example {
  readonly type: string
  readonly schema: number
  readonly data: unknown
}

/** The events of a catalogue that are kept as examples of their written form. */
export const exampleEvents = <Ev extends Tagged>(catalogue: Catalogue<Ev>): ReadonlyArray<Ev> => {
  const format = formatOf(catalogue)
  return readdirSync(FOLDER).flatMap((file) => {
    const { type, schema, data }: Example = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))
    if (type === undefined || !Object.hasOwn(catalogue, type)) return []
    const { event } = right(format.decode({ ...ANYWHERE, type, schema, data: JSON.stringify(data) }))
    return isOwnEvent<Ev>(event) ? [event] : []
  })
}
