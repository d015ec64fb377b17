import type { CommandContext, Metadata } from '../domain/kernel/recorded.js'
import { objectCodec, optional } from './codec/object.js'
import { idOf, line, listOf, oneOf, prose, uuid } from './codec/simple.js'

const said = {
  correlationId: uuid,
  actor: line,
  authority: optional(line),
  reason: optional(prose),
  mode: oneOf('decision', 'report'),
  sources: listOf(idOf('source'), { atMost: 100 }),
  causationId: optional(uuid),
}

/** What is kept beside each event. */
export const metadataCodec = objectCodec<Metadata>('metadata', { ...said, commandId: uuid, commandDigest: line })

/** What comes with each command. */
export const contextCodec = objectCodec<CommandContext>('context', { ...said, commandId: optional(uuid), correlationId: optional(uuid) })
