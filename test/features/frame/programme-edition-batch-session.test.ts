import { describe, expect, it } from 'vitest'
import { named } from '../../../src/domain/vocabulary/open-list.js'
import { batchesOnRecord } from '../../../src/projections/questions/batches.js'
import { occasionsOnRecord } from '../../../src/projections/questions/occasions.js'
import { programmesOnRecord } from '../../../src/projections/questions/programmes.js'
import { shown, told } from '../../support/placed.js'

const names = [{ text: 'Staff Exchange 2024 edition', language: 'en' }]

describe('programme, edition, batch, session', () => {
  it('keeps four levels, each with its own state', async () => {
    const ledger = await told(
      { type: 'AnnounceProgramme', programme: 'programme-edition', names, kind: 'staff exchange' },
      { type: 'LinkProgrammes', programme: 'programme-edition', kind: 'part of', to: named('programme-exchange') },
      { type: 'PlanBatch', batch: 'batch-2', programme: 'programme-edition', ordinal: 2, edition: '2024' },
      {
        type: 'ScheduleOccasion',
        occasion: 'occasion-1',
        kind: 'lecture',
        titles: [{ text: 'First lecture', language: 'en' }],
        on: { edtf: '2024-05-02' },
        partOf: named('batch-2'),
      },
    )
    expect(
      await shown(ledger, programmesOnRecord, { programme: 'programme-edition' }, ['name', 'state', 'batches', 'partOf']),
    ).toStrictEqual(['Staff Exchange 2024 edition | announced | 1 | Staff Exchange'])
    expect(await shown(ledger, batchesOnRecord, { programme: 'programme-edition' }, ['name', 'state', 'edition'])).toStrictEqual([
      'batch 2 of Staff Exchange 2024 edition | planned | 2024',
    ])
    expect(await shown(ledger, occasionsOnRecord, { partOf: 'batch-2' }, ['name', 'state', 'belongsTo'])).toStrictEqual([
      'First lecture | scheduled | batch 2 of Staff Exchange 2024 edition',
    ])
  })

  it('moves one level without the others: a batch that opens launches no programme', async () => {
    const ledger = await told(
      { type: 'AnnounceProgramme', programme: 'programme-edition', names, kind: 'staff exchange' },
      { type: 'OpenBatch', batch: 'batch-2', programme: 'programme-edition', openedOn: { edtf: '2024-04' } },
    )
    expect(await shown(ledger, programmesOnRecord, { programme: 'programme-edition' }, ['state'])).toStrictEqual(['announced'])
    expect(await shown(ledger, batchesOnRecord, { programme: 'programme-edition' }, ['state'])).toStrictEqual(['open'])
  })
})
