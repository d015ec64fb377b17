import type { RegisterSource, SourceCommand, SourceEvent, SourceRegistered, SourceRegistration } from '../domain/sources/source.js'
import { guardCodec } from './codec/codec.js'
import { type Commands, commandCodec } from './codec/command.js'
import { optional, type Props } from './codec/object.js'
import { idOf, line, oneOf } from './codec/simple.js'
import { type Catalogue, first } from './codec/versions.js'
import { language, statedDate } from './vocabulary.js'

// What a command and its event share is written once, and used for both.

/**
 * Reports print addresses as links: only the web's own schemes, no account before the host, and only characters that RFC 3986 lets stand
 * unencoded (without the apostrophe). What is refused today can be allowed later; the other way round, stored events would be lost.
 */
const WEB_ADDRESS = /^https?:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][A-Za-z0-9\-._~:/?#[\]@!$&()*+,;=%]*)?$/
const LONGEST_ADDRESS = 2_000

const address = guardCodec(
  `a web address of at most ${LONGEST_ADDRESS} characters, http or https, other letters percent-encoded`,
  (value): value is string => typeof value === 'string' && value.length <= LONGEST_ADDRESS && WEB_ADDRESS.test(value),
  { type: 'string', maxLength: LONGEST_ADDRESS, pattern: WEB_ADDRESS.source },
)

const registration: Props<SourceRegistration> = {
  source: idOf('source'),
  title: line,
  language,
  kind: oneOf('press release', 'newsletter', 'report', 'speech', 'record', 'other'),
  publisher: optional(line),
  issuedOn: optional(statedDate),
  address: optional(address),
  digest: optional(line),
  number: optional(line),
}

export const sourceEvents: Catalogue<SourceEvent> = {
  SourceRegistered: first<SourceRegistered>('SourceRegistered', registration),
}

export const sourceCommands: Commands<SourceCommand> = {
  RegisterSource: commandCodec<RegisterSource>('RegisterSource', registration),
}
