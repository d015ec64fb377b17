// What the client never sends. Only where it can be sent at all: to a single node, unencrypted.
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import rpc from '@eventstore/db-client/generated/streams_grpc_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { credentials, Metadata, type ServiceError } from '@grpc/grpc-js'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addressOf, collect, happened, onServers } from './subject.js'

const proposed = (id: string, properties: Readonly<Record<string, string>> = { type: 'T', 'content-type': 'application/json' }) => {
  const message = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setString(id)).setData(Buffer.from('{}'))
  for (const [key, value] of Object.entries(properties)) message.getMetadataMap().set(key, value)
  return new streams.AppendReq().setProposedMessage(message)
}

type Answer = { readonly error: ServiceError } | { readonly response: streams.AppendResp }

onServers(
  'a bare unary append',
  (subject) => {
    let bare: rpc.StreamsClient
    beforeAll(() => {
      bare = new rpc.StreamsClient(addressOf(subject().connectionString), credentials.createInsecure())
    })
    afterAll(() => bare.close())
    const options = (): streams.AppendReq.Options =>
      new streams.AppendReq.Options().setStreamIdentifier(
        new shared.StreamIdentifier().setStreamName(Buffer.from(subject().stream()).toString('base64')),
      )
    const append = (head: streams.AppendReq.Options, ...messages: ReadonlyArray<streams.AppendReq>): Promise<Answer> =>
      new Promise((settle) => {
        const call = bare.append(new Metadata(), (error, response) => settle(error === null ? { response } : { error }))
        // The server may refuse before it has everything.
        call.on('error', () => undefined)
        call.write(new streams.AppendReq().setOptions(head))
        for (const message of messages) call.write(message)
        call.end()
      })
    const refused = async (head: streams.AppendReq.Options, ...messages: ReadonlyArray<streams.AppendReq>) => {
      const answer = await append(head, ...messages)
      if ('response' in answer) return answer.response.toObject()
      return { code: answer.error.code, details: answer.error.details, exception: answer.error.metadata.get('exception').map(String) }
    }
    const any = (): streams.AppendReq.Options => options().setAny(new shared.Empty())

    it('must say what it expects', async () => {
      expect(await refused(options(), proposed(randomUUID()))).toMatchObject({ code: 3, exception: [] })
    })
    it.each(['type', 'content-type'])('must say the %s of its events', async (missing) => {
      const properties = Object.fromEntries(
        Object.entries({ type: 'T', 'content-type': 'application/json' }).filter(([key]) => key !== missing),
      )
      const answer = await refused(any(), proposed(randomUUID(), properties))
      expect(answer).toMatchObject({ code: 3, exception: ['missing-required-metadata-property'] })
    })
    it.each([
      ['no id at all', 'nonsense'],
      ['the zero id', '00000000-0000-0000-0000-000000000000'],
    ])('may not have %s', async (_what, id) => {
      expect(await refused(any(), proposed(id))).toMatchObject({ code: 2, details: 'Exception was thrown by handler.' })
    })
    it('may not expect a revision beyond the signed numbers', async () => {
      const head = options().setRevision((2n ** 63n).toString())
      expect(await refused(head, proposed(randomUUID()))).toMatchObject({ code: 2, details: 'Exception was thrown by handler.' })
    })
    it('may not be to the stream of no name', async () => {
      const head = new streams.AppendReq.Options().setStreamIdentifier(new shared.StreamIdentifier()).setAny(new shared.Empty())
      expect(await refused(head, proposed(randomUUID()))).toMatchObject({ code: 2, details: 'Exception was thrown by handler.' })
    })
    it('is told twice that a revision is wrong, once as clients of 20.6 read it', async () => {
      const { client, stream } = subject()
      const name = stream()
      await client.appendToStream(name, happened(0), { expectedRevision: 'no_stream' })
      const head = new streams.AppendReq.Options()
        .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64')))
        .setRevision('5')
      expect(await refused(head, proposed(randomUUID()))).toMatchObject({
        wrongExpectedVersion: { currentRevision: '0', currentRevision2060: 0, expectedRevision: '5', expectedRevision2060: 5 },
      })
    })
    it('may send an id as two numbers, which comes back as the text of them', async () => {
      const { client, stream } = subject()
      const name = stream()
      const id = '01234567-89ab-4def-8123-456789abcdef'
      const structured = new shared.UUID.Structured()
        .setMostSignificantBits('81985529216454127')
        .setLeastSignificantBits('-9141386507638288913')
      const message = new streams.AppendReq.ProposedMessage().setId(new shared.UUID().setStructured(structured)).setData(Buffer.from('{}'))
      message.getMetadataMap().set('type', 'T').set('content-type', 'application/json')
      const head = new streams.AppendReq.Options()
        .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(name).toString('base64')))
        .setAny(new shared.Empty())
      await append(head, new streams.AppendReq().setProposedMessage(message))
      const [read] = await collect(client.readStream(name))
      expect(read?.event?.id).toBe(id)
    })
  },
  ['unary'],
  true,
)

onServers(
  'a bare read',
  (subject) => {
    let bare: rpc.StreamsClient
    beforeAll(() => {
      bare = new rpc.StreamsClient(addressOf(subject().connectionString), credentials.createInsecure())
    })
    afterAll(() => bare.close())

    /** All that is answered, up to an error or so many answers. */
    const answers = (options: streams.ReadReq.Options, count: number): Promise<ReadonlyArray<string | number>> =>
      new Promise((settle) => {
        const told: Array<string | number> = []
        const call = bare.read(new streams.ReadReq().setOptions(options))
        const over = (): void => {
          call.cancel()
          settle(told)
        }
        call.on('data', (response: streams.ReadResp) => {
          told.push(response.hasEvent() ? 'event' : 'other')
          if (told.length === count) over()
        })
        call.on('error', (error: ServiceError) => {
          if (told.length < count) told.push(error.code)
          over()
        })
        call.on('end', over)
      })
    const ofAll = (): streams.ReadReq.Options =>
      new streams.ReadReq.Options()
        .setAll(new streams.ReadReq.Options.AllOptions().setStart(new shared.Empty()))
        .setReadDirection(streams.ReadReq.Options.ReadDirection.FORWARDS)
        .setUuidOption(new streams.ReadReq.Options.UUIDOption().setString(new shared.Empty()))

    it('that subscribes may not ask for checkpoints every 0 windows', async () => {
      const filter = new streams.ReadReq.Options.FilterOptions()
        .setEventType(new streams.ReadReq.Options.FilterOptions.Expression().setPrefixList(['None']))
        .setMax(32)
        .setCheckpointintervalmultiplier(0)
      const options = ofAll().setSubscription(new streams.ReadReq.Options.SubscriptionOptions()).setFilter(filter)
      expect(await answers(options, 9)).toStrictEqual([2])
    })

    /** What comes first of an answer, an end or an error: or nothing, for a good while. */
    const firstOf = async (options: streams.ReadReq.Options): Promise<string> => {
      const call = bare.read(new streams.ReadReq().setOptions(options))
      const told = new Promise<string>((settle) => {
        call.on('end', () => settle('end'))
        call.on('error', (error: ServiceError) => settle(error.message))
        call.on('data', () => settle('data'))
      })
      const first = await Promise.race([told, pause(300, 'nothing')])
      call.cancel()
      return first
    }

    it('that leaves open how ids are to come is accepted, and never gets an event', async () => {
      const options = ofAll().setCount('2').setNoFilter(new shared.Empty())
      options.clearUuidOption()
      const { failsWithoutUuidOption } = subject().version
      expect(await firstOf(options)).toBe(failsWithoutUuidOption ? '2 UNKNOWN: Exception was thrown by handler.' : 'nothing')
    })

    it('of no events at all never ends', async () => {
      expect(await firstOf(ofAll().setCount('0').setNoFilter(new shared.Empty()))).toBe('nothing')
    })
  },
  ['unary'],
  true,
)
