import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../../src/adapters/eventstoredb/address.js'
import { left, right } from '../../support/right.js'

const node = (address: string, port = 2113) => ({ address, port })

describe('the address of a server', () => {
  it.each([
    ['esdb://localhost:2113?tls=false', { hosts: [node('localhost')], discover: false, tls: false, numbers: {} }],
    ['esdb://db.example', { hosts: [node('db.example')], discover: false, tls: true, numbers: {} }],
    ['  esdb://db.example/  ', { hosts: [node('db.example')], discover: false, tls: true, numbers: {} }],
    ['esdb://a:1,b:2,c', { hosts: [node('a', 1), node('b', 2), node('c')], discover: false, tls: true, numbers: {} }],
    ['esdb+discover://cluster.example:2113', { hosts: [node('cluster.example')], discover: true, tls: true, numbers: {} }],
    ['esdb://[::1]:2113', { hosts: [node('[::1]')], discover: false, tls: true, numbers: {} }],
    [
      'esdb://clerk:pass@db?gossipTimeout=3&KEEP-ALIVE_interval=10000&keepAliveTimeout=-1',
      {
        hosts: [node('db')],
        discover: false,
        tls: true,
        login: { username: 'clerk', password: 'pass' },
        numbers: { gossipTimeout: 3, keepAliveInterval: 10_000, keepAliveTimeout: -1 },
      },
    ],
    [
      'esdb://clerk:a:b%40c%3F@db?tlsCAFile=%2Fca%20file.pem&connectionName=ledger&nodePreference=follower',
      {
        hosts: [node('db')],
        discover: false,
        tls: true,
        login: { username: 'clerk', password: 'a:b@c?' },
        numbers: {},
        caFile: '/ca file.pem',
        connectionName: 'ledger',
      },
    ],
    [
      'esdb://db?connectionName=clerk:x@other',
      { hosts: [node('db')], discover: false, tls: true, numbers: {}, connectionName: 'clerk:x@other' },
    ],
    [
      'esdb://db?userCertFile=c.pem&userKeyFile=k.pem',
      { hosts: [node('db')], discover: false, tls: true, numbers: {}, certificate: { certFile: 'c.pem', keyFile: 'k.pem' } },
    ],
  ])('%s', (text, address) => {
    expect(right(parseAddress(text))).toStrictEqual(address)
  })

  it.each([
    ['', 'of the form'],
    ['db.example:2113', 'of the form'],
    ['http://db.example', 'of the form'],
    ['esdb://', 'of the form'],
    ['esdb://a,,b', 'of the form'],
    ['esdb://a b', 'of the form'],
    ['esdb://db:0', 'of the form'],
    ['esdb://db:65536', 'of the form'],
    ['esdb://clerk@db', 'user:password'],
    ['esdb://:pass@db', 'user:password'],
    ['esdb://clerk:%zz@db', 'user:password'],
    ['esdb://clerk:a/b@db', 'of the form'],
    ['esdb://db?tsl=false', 'not known; known are'],
    ['esdb://db?tls', 'not known'],
    ['esdb://db?tls=', 'tls has no value'],
    ['esdb://db?tls=yes', 'tls is to be true or false'],
    ['esdb://db?keepAliveInterval=500', 'keepAliveInterval is to be at least 10000'],
    ['esdb://db?gossipTimeout=soon', 'gossipTimeout is to be a whole number'],
    ['esdb://db?defaultDeadline=0', 'defaultDeadline is to be a whole number'],
    ['esdb://db?userCertFile=c.pem', 'go together'],
  ])('%j is none, and it is said why', (text, why) => {
    expect(left(parseAddress(text))).toContain(why)
  })

  it('is never repeated where it is wrong: anything in it may be a password', () => {
    const secret = fc.stringMatching(/^[A-Z]{6,12}$/)
    const spoilt = fc.constantFrom(
      (one: string) => `esdb://clerk:${one}@`,
      (one: string) => `esdb://clerk:${one}@db:port`,
      (one: string) => `esdb://clerk:${one}@db?${one}=1`,
      (one: string) => `esdb://clerk:${one}@db?tls=${one}`,
      (one: string) => `esdb://clerk:p@${one}@db?tls`,
      (one: string) => `esdb://clerk:${one}?x@db`,
      (one: string) => `esbd://clerk:${one}@db`,
      (one: string) => `esdb://${one}@db`,
    )
    fc.assert(
      fc.property(secret, spoilt, (one, spoil) => {
        expect(left(parseAddress(spoil(one)))).not.toContain(one)
      }),
    )
  })
})
