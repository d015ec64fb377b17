import { isLeft } from 'fp-ts/lib/Either.js'
import { columns, type LedgerEvent, type OrganisationId, openLedger, type Projection } from 'programme-ledger'
import { memory } from 'programme-ledger/memory'
import { releases } from './releases/index.js'

// A read model of one's own: how often each organisation is a party to an agreement. It is one more object of the same shape as the built-in ones,
// and is followed, rebuilt, explained and asked from earlier viewpoints like them.

interface PartyRow {
  readonly organisation: OrganisationId
  readonly agreements: ReadonlyArray<string>
}

const parties: Projection<LedgerEvent, OrganisationId, PartyRow> = {
  name: 'parties',
  version: 1,
  columns: { organisation: columns.text<OrganisationId>(), agreements: columns.list<string>(String) },
  on: {
    AgreementSigned: {
      keys: (event) => event.parties.items,
      evolve: (row, event, organisation) => ({ organisation, agreements: [...(row?.agreements ?? []), event.agreement] }),
    },
  },
}

const opened = await openLedger(memory())
if (isLeft(opened)) throw new Error(opened.left._tag)
const ledger = opened.right
const mine = ledger.use(parties)

let afterS0: bigint | undefined
for (const { id, says } of releases) {
  for (const { command, context } of says) await ledger.execute(command, context)
  const position = await ledger.position()
  if (id === 'S0' && !isLeft(position) && position.right !== 'start') afterS0 = position.right
}

const shown = async (title: string, rows: ReturnType<typeof mine.where>): Promise<void> => {
  const answer = await rows
  if (isLeft(answer)) throw new Error(answer.left._tag)
  console.log(title)
  for (const { organisation, agreements } of answer.right) console.log(`  ${organisation}: ${agreements.join(', ')}`)
}

await shown('parties now', mine.where({}))
await shown('parties as known after the first document', mine.where({}, afterS0 === undefined ? {} : { asKnownAt: afterS0 }))
await ledger.rebuild()
await shown('parties after a rebuild', mine.where({}))

const why = await mine.explain('organisation-nag')
if (isLeft(why)) throw new Error(why.left._tag)
console.log('why organisation-nag')
for (const { recorded } of why.right) console.log(`  ${recorded.event.type}, on ${recorded.metadata.sources.join(', ')}`)
await ledger.close()
