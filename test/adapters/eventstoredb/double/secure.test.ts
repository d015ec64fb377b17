import { describe, expect, it } from 'vitest'
import { begun, clientOf, happened, outcome } from './begun.js'

const users = { admin: 'changeit' }

describe('a double with TLS', () => {
  it.each(['unary', 'batch'] as const)('is trusted by its own certificate, and sees the credentials of the %s append', async (path) => {
    const double = await begun({ tls: true, users })
    const client = clientOf(double.connectionStringAs('admin', 'changeit'), path)
    expect(await client.appendToStream('a', happened(0))).toMatchObject({ success: true })
    expect(double.authorizations).toContain(`Basic ${Buffer.from('admin:changeit').toString('base64')}`)
  })

  it('refuses wrong passwords, and those who say nothing', async () => {
    const double = await begun({ tls: true, users })
    const wrong = clientOf(double.connectionStringAs('admin', 'wrong'))
    expect(await outcome(wrong.appendToStream('a', happened(0)))).toMatchObject({ code: 16 })
    expect(await outcome(clientOf(double.connectionString).appendToStream('a', happened(0)))).toMatchObject({ type: 'access-denied' })
  })

  it('gets no credentials where the connection is not encrypted: the client keeps them back', async () => {
    const double = await begun()
    await clientOf(double.connectionStringAs('admin', 'changeit')).appendToStream('a', happened(0))
    expect(double.authorizations).toStrictEqual([])
  })
})
