import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Tagged } from '../domain/kernel/decider.js'
import type { KernelEvent } from '../domain/kernel/entry.js'
import type { EventFormat, FormatFault } from '../domain/kernel/event-format.js'
import type { Recorded, StoredEvent } from '../domain/kernel/recorded.js'
import { problemsOf } from './codec/codec.js'
import { readEvent, schemaOf } from './codec/event-value.js'
import type { Catalogue } from './codec/versions.js'
import { metadataCodec } from './envelope.js'
import { kernelCatalogue } from './kernel.js'

/** No JSON value: what a text that is not JSON reads as. */
const NOT_JSON = Symbol('not JSON')

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return NOT_JSON
  }
}

const placeOf = ({ stream, revision, position }: StoredEvent) => ({ stream, revision, position })

const undecodable = (stored: StoredEvent, path: string, expected: string): Either<FormatFault, never> =>
  E.left({ _tag: 'UndecodableEvent', ...placeOf(stored), type: stored.type, path, expected })

const firstProblem = (stored: StoredEvent, errors: Parameters<typeof problemsOf>[0], within: string): Either<FormatFault, never> => {
  const problem = problemsOf(errors)[0]
  return undecodable(stored, [within, problem?.path].filter(Boolean).join('.'), problem?.expected ?? 'another value')
}

/** The typed edge between decided events and stored ones, for the events of a catalogue and those that the kernel writes beside them. */
export const formatOf = <Ev extends Tagged>(own: Catalogue<Ev>): EventFormat<Ev | KernelEvent<Ev>> => {
  const kernel = kernelCatalogue(own)
  const readOwn = readEvent(own)
  const readKernel = readEvent<KernelEvent<Ev>>(kernel)
  const [schemaOfOwn, schemaOfKernel] = [schemaOf(own), schemaOf<KernelEvent<Ev>>(kernel)]

  const isKernel = (event: Ev | KernelEvent<Ev>): event is KernelEvent<Ev> => Object.hasOwn(kernel, event.type)

  return {
    encode: (event, metadata, id) => {
      const { type, ...data } = event
      const schema = isKernel(event) ? schemaOfKernel(event) : schemaOfOwn(event)
      return { id, type, schema, data: JSON.stringify(data), metadata: JSON.stringify(metadata) }
    },
    decode: (stored): Either<FormatFault, Recorded<Ev | KernelEvent<Ev>>> => {
      const data = json(stored.data)
      if (data === NOT_JSON) return undecodable(stored, '', 'JSON')
      const known = readOwn(stored.type, stored.schema, data)
      const event = known === 'unknown' ? readKernel(stored.type, stored.schema, data) : known
      if (event === 'unknown') return E.left({ _tag: 'UnknownEventType', ...placeOf(stored), type: stored.type, schema: stored.schema })
      if (E.isLeft(event)) return firstProblem(stored, event.left, '')
      const metadata = json(stored.metadata)
      if (metadata === NOT_JSON) return undecodable(stored, 'metadata', 'JSON')
      const said = metadataCodec.is(metadata) ? E.right(metadata) : metadataCodec.decode(metadata)
      if (E.isLeft(said)) return firstProblem(stored, said.left, 'metadata')
      const { id, stream, revision, position, recordedAt } = stored
      return E.right({ id, stream, revision, position, recordedAt, metadata: said.right, event: event.right })
    },
  }
}
