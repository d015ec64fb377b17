import type { AgreementRow, Driver, Metadata, SqlRow } from './internals.js'

// What one would write without an engine: a loop over the rows of a SELECT, and a fold into a Map that changes its rows in place.

/** A row while it is built. */
export type Draft = { -readonly [K in keyof AgreementRow]: AgreementRow[K] }

type Json = Readonly<Record<string, never>>

const parsed = (cell: SqlRow[number] | undefined): Json => JSON.parse(String(cell))

/** The four events of the bench, folded as the built-in `agreements` does, without what a row rests on. */
const fold = (rows: Map<string, Draft>, type: string, data: Json): Draft | undefined => {
  const agreement: Draft['agreement'] = data['agreement'] ?? 'agreement-'
  const row = rows.get(agreement)
  switch (type) {
    case 'AgreementSigned': {
      const { names, parties, signedOn } = data
      if (names === undefined || parties === undefined || signedOn === undefined) throw new Error('not signed')
      const made: Draft = {
        links: row?.links ?? [],
        agreement,
        state: 'signed',
        names,
        term: 1,
        parties,
        signedOn,
        inForceFrom: data['inForceFrom'] ?? { ...(signedOn as object), derived: 'signing' },
        entries: row?.entries ?? [],
        sources: row?.sources ?? [],
      } as Draft
      rows.set(agreement, made)
      return made
    }
    case 'AgreementAmended':
      if (row === undefined) return undefined
      if (data['end'] !== undefined) row.endsOn = data['end']
      if (data['placesPerSide'] !== undefined) row.placesPerSide = data['placesPerSide']
      if (data['length'] !== undefined) row.length = data['length']
      return row
    case 'AgreementsLinked':
      if (row === undefined || data['to'] === undefined || data['kind'] === undefined) return undefined
      row.links = [...row.links, { to: data['to'], kind: data['kind'] }]
      return row
    default:
      return undefined
  }
}
