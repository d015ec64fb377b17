import { binaryEvent, jsonEvent } from '@eventstore/db-client'
import { describe, expect, it } from 'vitest'
import { collect, onServers, refusal } from './subject.js'

const MEBIBYTE = 1024 * 1024
const bytes = (size: number) => binaryEvent({ type: 'Large', data: Buffer.alloc(size, 1) })

onServers('the size of an append', (subject) => {
  it('may be a mebibyte of data, all events together', async () => {
    const { client, stream, version } = subject()
    const reserve = version.countsMetadata ? 100 : 0
    const half = bytes(MEBIBYTE / 2 - reserve)
    expect(await client.appendToStream(stream(), [half, bytes(MEBIBYTE / 2 - reserve)])).toMatchObject({ success: true })
  })

  it('may not be a byte more, and the next append works', async () => {
    const { client, stream } = subject()
    const name = stream()
    const refused = await refusal(client.appendToStream(name, [bytes(MEBIBYTE / 2), bytes(MEBIBYTE / 2 + 1)]))
    expect(refused).toMatchObject({ type: 'maximum-append-size-exceeded', maxAppendSize: MEBIBYTE })
    expect(await refusal(collect(client.readStream(name)))).toMatchObject({ type: 'stream-not-found' })
    expect(await client.appendToStream(name, bytes(1))).toMatchObject({ success: true })
  })

  it('counts metadata from 24.10 on', async () => {
    const { client, stream, version } = subject()
    const event = jsonEvent({ type: 'Noted', data: {}, metadata: { note: 'x'.repeat(MEBIBYTE) } })
    const appended = refusal(client.appendToStream(stream(), event))
    expect(await appended).toMatchObject(version.countsMetadata ? { type: 'maximum-append-size-exceeded' } : { refused: false })
  })
})

describe('event ids', () => {
  onServers('as the client sends them', (subject) => {
    it('are refused where they are no UUIDs', async () => {
      const { client, stream } = subject()
      const refused = await refusal(client.appendToStream(stream(), jsonEvent({ id: 'not-a-uuid', type: 'T', data: {} })))
      expect(refused).toMatchObject({ type: 'unknown' })
    })

    it('are refused where they are all zeroes', async () => {
      const { client, stream } = subject()
      const id = '00000000-0000-0000-0000-000000000000'
      const refused = await refusal(client.appendToStream(stream(), jsonEvent({ id, type: 'T', data: {} })))
      expect(refused).toMatchObject({ type: 'unknown' })
    })

    it.each([
      ['in braces', (id: string) => `{${id}}`],
      ['without dashes', (id: string) => id.replaceAll('-', '')],
      ['in upper case', (id: string) => id.toUpperCase()],
    ])('may be written %s, and come back plain', async (_how, written) => {
      const { client, stream } = subject()
      const name = stream()
      const { id } = jsonEvent({ type: 'T', data: {} })
      await client.appendToStream(name, jsonEvent({ id: written(id), type: 'T', data: {} }))
      const [read] = await collect(client.readStream(name))
      expect(read?.event?.id).toBe(id)
    })
  })

  onServers('and types', (subject) => {
    it('are refused where they are empty', async () => {
      const { client, stream } = subject()
      const refused = await refusal(client.appendToStream(stream(), jsonEvent({ type: '', data: {} })))
      expect(refused).toMatchObject({ type: 'unknown' })
    })
  })
})
