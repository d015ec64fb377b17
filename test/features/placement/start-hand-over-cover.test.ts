import { describe, expect, it } from 'vitest'
import { placementsOnRecord } from '../../../src/projections/questions/placements.js'
import { timeline } from '../../../src/projections/questions/timeline.js'
import { shown, told } from '../../support/placed.js'
import { attach, decided, on, placement, refused, started } from '../../support/placing.js'

const post = {
  type: 'EstablishPost',
  post: 'post-engineer',
  organisation: 'organisation-roads',
  titles: [{ text: 'Senior Engineer', language: 'en' }],
} as const
const cover = {
  type: 'RecordCover',
  placement,
  arrangement: 'acting',
  post: 'post-engineer',
  by: 'person-2',
  handedOverOn: on('2024-01-05'),
  from: on('2024-01-08'),
  until: on('2024-04-05'),
  homeRecord: 'dormant',
} as const

describe('start, hand-over, cover', () => {
  it('says who acts in the home post, since when, and that the home record sleeps', async () => {
    const ledger = await told(post, attach(), started)
    await decided(ledger, cover)
    expect(await shown(ledger, placementsOnRecord, {}, ['state', 'startedOn', 'cover'])).toStrictEqual([
      'under way | 2024-01-08 | acting, Senior Engineer, by Officer 2, 2024-01-08/2024-04-05, handed over 2024-01-05, home record dormant',
    ])
  })

  it('stands in the timeline of whoever acts', async () => {
    const ledger = await told(post, attach(), started, cover)
    expect(await shown(ledger, timeline, { person: 'person-2' }, ['day', 'role'])).toStrictEqual(['2024-01-08 | acting at home'])
  })

  it('may be a post that is held with nobody in it', async () => {
    const ledger = await told(post, attach(), { type: 'RecordCover', placement, arrangement: 'post held', post: 'post-engineer' })
    expect(await shown(ledger, placementsOnRecord, {}, ['cover'])).toStrictEqual(['post held, Senior Engineer'])
  })

  it('does not run backwards, and is none of a placement that was called off', async () => {
    const ledger = await told(post, attach())
    const backwards = { ...cover, until: on('2024-01-01') }
    expect(await refused(ledger, backwards)).toStrictEqual({
      _tag: 'EndBeforeStart',
      placement,
      start: on('2024-01-08'),
      end: on('2024-01-01'),
    })
    await decided(ledger, { type: 'CancelPlacement', placement, why: 'no desk' })
    expect(await refused(ledger, cover)).toStrictEqual({ _tag: 'PlacementOver', placement, how: 'cancelled' })
  })
})
