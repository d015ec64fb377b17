import { describe, expect, it } from 'vitest'
import { existed } from '../../../src/projections/questions/existed.js'
import { restingOnSource } from '../../../src/projections/questions/resting-on.js'
import { sourcesOnRecord } from '../../../src/projections/questions/sources.js'
import { outcomeOf } from '../../support/deciding.js'
import { asked, entryOf, shown, tell, told } from '../../support/placed.js'

const stream = 'organisation-new'
const registered = {
  type: 'RegisterOrganisation',
  organisation: stream,
  kind: 'office',
  names: [{ text: 'New Office', language: 'en' }],
  establishedOn: { edtf: '2020-05-04' },
} as const

describe('sources and attachments', () => {
  it('keeps a document by its title, address and digest: the document itself lies elsewhere', async () => {
    const digest = `sha256:${'0'.repeat(64)}`
    const ledger = await told([
      {
        type: 'RegisterSource',
        source: 'source-release',
        title: 'Press release',
        language: 'en',
        kind: 'press release',
        issuedOn: { edtf: '2024-01-02' },
        address: 'https://example.org/release.pdf',
        digest,
      },
      { sources: [] },
    ])
    expect(await shown(ledger, sourcesOnRecord, { source: 'source-release' }, ['title', 'address', 'digest'])).toStrictEqual([
      `Press release | https://example.org/release.pdf | ${digest}`,
    ])
  })

  it('tells of each document what rests on it, and of each fact who says the same, in the words of the source', async () => {
    const ledger = await told(registered)
    const { entry } = await entryOf(ledger, stream, 'OrganisationRegistered')
    const cited = { type: 'CiteEntry', stream, entry, fields: ['establishedOn'], words: 'on 4 May', given: 'XXXX-05-04' } as const
    await tell(ledger, [cited, { sources: ['source-later'] }])
    expect(await shown(ledger, restingOnSource, { source: 'source-later' }, ['what', 'rests'])).toContain('New Office | cited')
    expect(
      await shown(ledger, existed, { organisation: stream, on: '2021-01-01' }, ['existed'], { sources: ['source-later'] }),
    ).toStrictEqual(['yes'])
    const view = { sources: ['source-undated'] } as const
    expect(
      await asked(ledger, existed, { organisation: stream, on: '2021-01-01' }, view),
      'a source that does not speak of it',
    ).toStrictEqual([])
  })

  it('refuses a fact that names a document which is not on record', async () => {
    const ledger = await told()
    expect(await outcomeOf(ledger, registered, { sources: ['source-nowhere'] })).toStrictEqual({
      _tag: 'UnknownReference',
      ids: ['source-nowhere'],
    })
  })
})
