import { createHash } from 'node:crypto'
import { type Metadata, type NewEvent, openSqliteLog, type StreamName } from './internals.js'
import { right } from './measure.js'

// A ledger of agreements as years of work would leave it: each is signed, then linked, amended and amended again, and between two events of one
// stream lie those of all the others. Everything follows from the number of the event, so that every run writes the same bytes.

/** Text as long as a hash or a UUID needs it, the same for the same seed. */
const digest = (seed: string, encoding: 'hex' | 'base64url'): string => createHash('sha256').update(seed).digest(encoding)

/** A UUID that rises with `n`, like the ledger's own ids. */
export const uuid = (version: 7 | 8, n: number): string => {
  const time = (1_700_000_000_000 + n).toString(16).padStart(12, '0')
  const rest = digest(`${version} ${n}`, 'hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-${version}${rest.slice(0, 3)}-a${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}

export const day = (n: number): string => new Date(Date.UTC(2004, 0, 1) + (n % 7_000) * 86_400_000).toISOString().slice(0, 10)

export const agreementId = (n: number) => `agreement-${String(n).padStart(6, '0')}` as const

const metadata = (n: number): string => {
  const commandId = uuid(7, n)
  const said: Metadata = {
    actor: `clerk-${n % 9}`,
    mode: 'report',
    sources: [`source-p-${day(n).slice(0, 7)}`],
    commandId,
    correlationId: commandId,
    commandDigest: digest(`command ${n}`, 'base64url'),
  }
  return JSON.stringify(said)
}

/** The content of an agreement's first, second … event, without its type. */
const contents: ReadonlyArray<(n: number) => { readonly type: string; readonly data: object }> = [
  (n) => ({
    type: 'AgreementSigned',
    data: {
      agreement: agreementId(n),
      names: [{ text: `Exchange of officers with bureau ${n % 400}`, language: 'en' }],
      parties: { items: ['organisation-csb', `organisation-bureau-${n % 400}`], open: false },
      signedOn: { edtf: day(n) },
    },
  }),
  (n) => ({ type: 'AgreementsLinked', data: { agreement: agreementId(n), to: agreementId(n % 100), kind: 'under' } }),
  (n) => ({
    type: 'AgreementAmended',
    data: { agreement: agreementId(n), from: { edtf: day(n + 500) }, end: { edtf: day(n + 1_500), words: 'for three years' } },
  }),
  (n) => ({
    type: 'AgreementAmended',
    data: {
      agreement: agreementId(n),
      from: { edtf: day(n + 900) },
      placesPerSide: { count: { kind: 'exact', n: 1 + (n % 12) }, per: 'year' },
    },
  }),
]

/** Event number `n` of a ledger of `streams` agreements, and the stream it belongs to. */
export const eventAt = (
  n: number,
  streams: number,
): { readonly stream: StreamName; readonly revision: bigint; readonly event: NewEvent } => {
  const round = Math.floor(n / streams)
  const content = contents[round === 0 ? 0 : 1 + ((round - 1) % (contents.length - 1))]
  if (content === undefined) throw new Error(`no content for round ${round}`)
  const { type, data } = content(n % streams)
  return {
    stream: agreementId(n % streams),
    revision: BigInt(round),
    event: { id: uuid(8, n), type, schema: 1, data: JSON.stringify(data), metadata: metadata(n) },
  }
}

const AT_ONCE = 1_000

/** Writes a ledger of so many events into a new file, through the ledger's own log. */
export const writeLedger = async (file: string, events: number, streams: number): Promise<void> => {
  const { log } = right(openSqliteLog(file, { synchronous: 'NORMAL' }))
  for (let from = 0; from < events; from += AT_ONCE) {
    const group = Array.from({ length: Math.min(AT_ONCE, events - from) }, (_, i) => eventAt(from + i, streams))
    const written = await Promise.all(
      group.map(({ stream, revision, event }) => log.append(stream, revision === 0n ? 'no-stream' : revision - 1n, [event])()),
    )
    written.forEach(right)
  }
  right(await log.close())
}
