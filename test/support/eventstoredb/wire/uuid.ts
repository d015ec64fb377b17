import shared from '@eventstore/db-client/generated/shared_pb.js'

const BARE = /^[0-9a-f]{32}$/
const EMPTY = '0'.repeat(32)

const dashed = (bare: string): string =>
  [bare.slice(0, 8), bare.slice(8, 12), bare.slice(12, 16), bare.slice(16, 20), bare.slice(20)].join('-')

const half = (number: string): string => BigInt.asUintN(64, BigInt(number)).toString(16).padStart(16, '0')

const bareOf = (id: shared.UUID): string => {
  const structured = id.getStructured()
  if (structured !== undefined) return half(structured.getMostSignificantBits()) + half(structured.getLeastSignificantBits())
  const text = id.getString().trim().toLowerCase()
  const inner = /^\{(.*)\}$/.exec(text)?.[1] ?? /^\((.*)\)$/.exec(text)?.[1] ?? text
  return inner.replaceAll('-', '')
}

/** Throws for what is no UUID, as the server does: braces and missing dashes are accepted there. */
export const parseUuid = (id: shared.UUID | undefined): string => {
  const bare = id === undefined ? '' : bareOf(id)
  if (!BARE.test(bare)) throw new Error('Unrecognized Guid format.')
  return dashed(bare)
}

/** An event's id: the zero UUID is refused. */
export const parseEventId = (id: shared.UUID | undefined): string => {
  const parsed = parseUuid(id)
  if (parsed.replaceAll('-', '') === EMPTY) throw new Error("Empty eventId provided. (Parameter 'eventId')")
  return parsed
}

export const uuidOf = (id: string): shared.UUID => new shared.UUID().setString(id)
