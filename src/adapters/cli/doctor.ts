import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { KeyStore } from '../../domain/kernel/key-store.js'
import { catalogue } from '../../events/catalogue.js'
import { formatOf } from '../../events/format.js'
import { sealedLog } from '../../events/sealed-log.js'
import type { Columns } from '../../projections/engine/column.js'
import { text } from '../../projections/engine/columns.js'
import type { Finding, Store } from '../../projections/engine/store.js'
import { systemCipher } from '../system/cipher.js'
import { examineEvents } from './examine-events.js'
import { storeAt } from './open-store.js'
import { readAsked, type Typed } from './options.js'
import type { Surroundings } from './output.js'
import type { Problem } from './problem.js'
import { lasting } from './render/figures.js'
import { render } from './render/render.js'
import { rowSet } from './render/rows.js'
import { ofFault } from './render/sentences.js'
import { showProgress } from './show-progress.js'
import { nameOfStore } from './store.js'

const columns: Columns<Finding> = { about: text(), outcome: text(), says: text() }

/**
 * Examines a store: whether it can be reached and used, what it tells of itself, and whether every event in it is where it belongs and can be
 * read by this version. Writes nothing into the ledger. What is wrong is a problem, so that a script can tell.
 */
export const doctor = async (typed: Typed, around: Surroundings, wide: boolean): Promise<Either<Problem, void>> => {
  const asked = readAsked(typed, around)
  if (E.isLeft(asked)) return asked
  const { store, format } = asked.right
  const opening = await storeAt(store, { create: false })
  if (E.isLeft(opening)) return opening
  const since = around.elapsed()
  const opened = await opening.right()
  const first = finding('opened', opened, () => `in ${lasting(around.elapsed() - since)}`)
  const findings = E.isLeft(opened) ? [first] : [first, ...(await examined(opened.right, around, wide))]
  render(format, rowSet(columns, findings), around.output.columns).forEach(around.output.write)
  const wrong = findings.filter(({ outcome }) => outcome === 'wrong').length
  return wrong === 0 ? E.right(undefined) : E.left({ _tag: 'NotSound', at: nameOfStore(store), wrong })
}

const finding = <A>(about: string, done: Either<Parameters<typeof ofFault>[0], A>, says: (value: A) => string): Finding =>
  E.isLeft(done) ? { about, outcome: 'wrong', says: ofFault(done.left) } : { about, outcome: 'fine', says: says(done.right) }

const examined = async ({ log, examine, keys }: Store, around: Surroundings, wide: boolean): Promise<ReadonlyArray<Finding>> => {
  const progress = showProgress(around)
  try {
    const own = examine === undefined ? [] : await examine()
    const events = await examineEvents(sealedLog(log, keys, systemCipher), formatOf(catalogue), progress.show, wide)
    return [...own, await keysFinding(keys), ...(await rightToErase(keys)), ...events]
  } finally {
    progress.clear()
    await log.close()
  }
}

/** Whether what is personal is sealed in this store, and for how many people. */
const keysFinding = async (keys: KeyStore | undefined): Promise<Finding> => {
  const about = 'keys of people'
  if (keys === undefined)
    return { about, outcome: 'warning', says: 'the store keeps none: what is personal is written in the clear, and cannot be erased' }
  const people = await keys.people()
  const held = E.isLeft(people) ? people : await keys.held(people.right)()
  return finding(about, held, (found) => {
    const destroyed = [...found.values()].filter((key) => key === 'destroyed').length
    return `of ${found.size} people, ${destroyed} of them destroyed`
  })
}

/** Whether this user may destroy a key, where a store has rights at all; without it the ledger can be used, but nobody's data be erased. */
const rightToErase = async (keys: KeyStore | undefined): Promise<ReadonlyArray<Finding>> => {
  if (keys?.mayDestroy === undefined) return []
  const about = 'right to erase'
  const may = await keys.mayDestroy('person-nobody')()
  return [
    E.isLeft(may)
      ? { about, outcome: 'warning', says: ofFault(may.left) }
      : { about, outcome: 'fine', says: 'this user may destroy the key of a person; none was destroyed' },
  ]
}
