import * as E from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { parseStore, redacted, showStore } from '../../../src/adapters/cli/store.js'

describe('a store', () => {
  it.each([
    ['sqlite:ledger.db', { _tag: 'sqlite', file: 'ledger.db' }],
    ['sqlite:/var/lib/ledger.db', { _tag: 'sqlite', file: '/var/lib/ledger.db' }],
    ['sqlite:///var/lib/ledger.db', { _tag: 'sqlite', file: '///var/lib/ledger.db' }],
    ['sqlite:C:\\ledger.db', { _tag: 'sqlite', file: 'C:\\ledger.db' }],
    ['SQLITE:ledger.db', { _tag: 'sqlite', file: 'ledger.db' }],
    ['memory:', { _tag: 'memory' }],
    ['esdb://localhost:2113?tls=false', { _tag: 'esdb', connectionString: 'esdb://localhost:2113?tls=false' }],
    ['esdb+discover://clerk:s%40fe@nodes.example', { _tag: 'esdb', connectionString: 'esdb+discover://clerk:s%40fe@nodes.example' }],
  ])('%s is taken', (text, address) => expect(parseStore(text)).toStrictEqual(E.right(address)))

  it.each([
    ['', 'sqlite:FILE, esdb://… or memory:', '""'],
    ['ledger.db', 'sqlite:FILE, esdb://… or memory:', '"ledger.db"'],
    ['sqlite:', 'a path to a file of this machine after sqlite:', '"sqlite:"'],
    ['sqlite::memory:', 'a path to a file of this machine after sqlite:', '"sqlite::memory:"'],
    ['sqlite:file:x?mode=memory', 'a path to a file of this machine after sqlite:', '"sqlite:file:x?***"'],
    ['sqlite:a\u0000b', 'a path to a file of this machine after sqlite:', '"sqlite:a\\u0000b"'],
    ['sqlite:libsql://u:secret@h', 'a path to a file of this machine after sqlite:', '"sqlite:***@h"'],
    ['sqlite://u:secret@h/x.db', 'a path to a file of this machine after sqlite:', '"sqlite://***@h/x.db"'],
    ['clerk:secret@db.example', 'sqlite:FILE, esdb://… or memory:', '"***@db.example"'],
    ['esdb:secret', expect.stringMatching(/^an address of EventStoreDB \(.*esdb:\/\//), '"esdb://***"'],
    ['esdb://u:secret@', expect.stringMatching(/^an address of EventStoreDB/), '"esdb://***"'],
    ['esdb://u:secret', expect.stringMatching(/^an address of EventStoreDB/), '"esdb://***"'],
    ['esdb://u:p@host?secret=1', expect.stringMatching(/^an address of EventStoreDB/), '"esdb://***"'],
    ['esdb+discover://u:p@host?tls=secret', expect.stringMatching(/^an address of EventStoreDB/), '"esdb+discover://***"'],
    ['memory:secret', 'memory: with nothing after it', '"memory:secret"'],
    [
      'postgres://clerk:se/c@r?et@db.example/ledger?password=secret',
      'sqlite:FILE, esdb://… or memory: (this version knows no postgres: stores)',
      '"postgres://***@db.example/ledger?***"',
    ],
  ])('%j is not, and its credentials are not repeated', (text, expected, given) =>
    expect(parseStore(text)).toStrictEqual(E.left({ _tag: 'WrongUsage', wrong: [{ at: '--store', expected, given }] })),
  )

  it.each([
    ['esdb://admin:changeit@localhost:2113', 'esdb://***@localhost:2113'],
    ['admin:changeit@localhost', '***@localhost'],
    ['postgres://a:b\n@c', 'postgres://***@c'],
    ['sqlite:ledger.db', 'sqlite:ledger.db'],
  ])('%j is shown as %j', (text, shown) => expect(redacted(text)).toBe(shown))

  it('is shown as it is typed in a shell', () => {
    expect(showStore({ _tag: 'sqlite', file: 'ledger.db' })).toBe('sqlite:ledger.db')
    expect(showStore({ _tag: 'sqlite', file: "it's $HOME.db" })).toBe("'sqlite:it'\\''s $HOME.db'")
    expect(showStore({ _tag: 'memory' })).toBe('memory:')
    expect(showStore({ _tag: 'esdb', connectionString: 'esdb://clerk:secret@localhost:2113?tlsCAFile=ca.crt' })).toBe(
      "'esdb://***@localhost:2113?***'",
    )
  })
})
