import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { connectLibsql } from '../../../src/adapters/sqlite/driver.js'
import { anEvent, given } from '../../support/event-log-samples.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { opened } from '../sqlite/ledger-file.js'
import { sampleLedger } from './sample.js'
import { programme } from './screen.js'

cleanUp()

interface Row {
  readonly about: string
  readonly outcome: string
  readonly says: string
}

const examined = async (file: string, ...more: ReadonlyArray<string>) => {
  const { code, out, errors } = await programme(['doctor', '--format', 'json', '--store', `sqlite:${file}`, ...more])
  const rows: ReadonlyArray<Row> = JSON.parse(out)
  return { code, rows, errors }
}

const aLedger = async (): Promise<string> => {
  const file = freshFile()
  await sampleLedger(file)
  return file
}

describe('doctor', () => {
  it('finds a sound ledger sound, matter by matter', async () => {
    const { code, rows, errors } = await examined(await aLedger())
    expect([code, errors]).toStrictEqual([0, []])
    expect(rows).toStrictEqual([
      { about: 'opened', outcome: 'fine', says: 'in 0 ms' },
      {
        about: 'format',
        outcome: 'fine',
        says: expect.stringMatching(/^format 1 of a ledger's file, journal mode wal, SQLite \d+\.\d+\.\d+$/),
      },
      { about: 'pages', outcome: 'fine', says: 'SQLite finds every page and index whole' },
      { about: 'right to append', outcome: 'fine', says: 'a transaction that may write was begun and ended; nothing was written in it' },
      { about: 'chain of hashes', outcome: 'fine', says: '5 events, each what was written and each after the one that was before it' },
      { about: 'keys of people', outcome: 'fine', says: 'of 0 people, 0 of them destroyed' },
      { about: 'events', outcome: 'fine', says: '5 events; the last was recorded at 2024-01-15T09:30:00.000Z' },
      { about: 'streams', outcome: 'fine', says: '3 streams, each whole from its first event' },
      { about: 'catalogue', outcome: 'fine', says: 'every event can be read: 4 types, 4 written forms' },
    ])
  })

  it('counts the events of each type where it is asked to', async () => {
    const { rows } = await examined(await aLedger(), '--wide')
    expect(rows.slice(-4)).toStrictEqual([
      { about: 'AgreementSigned, schema 1', outcome: 'fine', says: '2 events' },
      { about: 'EntryCorrected, schema 1', outcome: 'fine', says: '1 event' },
      { about: 'EntryVoided, schema 1', outcome: 'fine', says: '1 event' },
      { about: 'SourceRegistered, schema 1', outcome: 'fine', says: '1 event' },
    ])
  })

  it('names what this version cannot read, and fails', async () => {
    const file = await aLedger()
    const { log } = opened(file)
    await given(
      log.append('agreement-new', 'no-stream', [anEvent({ type: 'AgreementSealed' }), anEvent({ type: 'AgreementSigned', schema: 1 })]),
    )
    await given(log.close)
    const { code, rows, errors } = await examined(file)
    expect([code, errors]).toStrictEqual([1, [`3 things are wrong with the store at sqlite:${file}.`]])
    expect(rows.filter(({ outcome }) => outcome === 'wrong')).toStrictEqual([
      { about: 'catalogue', outcome: 'wrong', says: 'this version cannot read every event: 2 of 5 written forms' },
      {
        about: 'AgreementSealed, schema 1',
        outcome: 'wrong',
        says: expect.stringContaining('1 of 1 event cannot be read. This version does not know events of type AgreementSealed in schema 1'),
      },
      { about: 'AgreementSigned, schema 1', outcome: 'wrong', says: expect.stringContaining('1 of 3 events cannot be read. The event at') },
    ])
  })

  it('finds an event that another hand has changed, in the chain of hashes', async () => {
    const file = await aLedger()
    const driver = connectLibsql(file, 0)
    driver.exec(`DROP TRIGGER events_never_change; UPDATE events SET data = replace(data, '2023', '2024') WHERE position = 2`)
    driver.close()
    const { code, rows } = await examined(file)
    expect(code).toBe(1)
    expect(rows.filter(({ outcome }) => outcome === 'wrong')).toStrictEqual([
      {
        about: 'chain of hashes',
        outcome: 'wrong',
        says: 'position 2: the event, or the hash of the one before it, is not what was written',
      },
      { about: 'events', outcome: 'wrong', says: expect.stringMatching(/^0 events were read\. The store is damaged at position 2/) },
    ])
  })

  it('tells of a store that cannot be opened as a finding', async () => {
    const file = await aLedger()
    const driver = connectLibsql(file, 0)
    driver.exec('PRAGMA application_id = 0')
    driver.close()
    const { code, rows, errors } = await examined(file)
    expect([code, errors]).toStrictEqual([1, [`One thing is wrong with the store at sqlite:${file}.`]])
    expect(rows).toStrictEqual([{ about: 'opened', outcome: 'wrong', says: expect.stringContaining('the mark of a ledger is gone') }])
  })

  it('makes no ledger where there is none', async () => {
    const absent = freshFile()
    expect(await programme(['doctor', '--store', `sqlite:${absent}`])).toMatchObject({ code: 1, out: '' })
    expect(existsSync(absent)).toBe(false)
  })

  it('has nothing to say against a new one', async () => {
    const file = freshFile()
    await given(opened(file).log.close)
    const { code, rows } = await examined(file)
    expect([code, rows.slice(-1)]).toStrictEqual([0, [{ about: 'events', outcome: 'fine', says: 'there are none yet' }]])
  })
})
