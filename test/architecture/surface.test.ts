import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { entries, exportsOf, sourceProgram } from './source-tree.js'

/*
 * What the package offers, entry by entry and name by name, is a promise. The reviewed list is surface.txt; a change of it belongs in the
 * changelog, and a name that is gone is a break. After review the list is written anew with
 *   UPDATE_SURFACE=1 npx vitest run test/architecture/surface.test.ts
 */
const LIST = join(import.meta.dirname, 'surface.txt')

const kindOf = ({ flags }: ts.Symbol): string => (flags & ts.SymbolFlags.Value ? 'value' : 'type')

const surface = (): ReadonlyArray<string> => {
  const program = sourceProgram()
  return entries().flatMap(({ specifier, file }) =>
    exportsOf(program, file)
      .map(([name, symbol]) => `${specifier} ${kindOf(symbol)} ${name}`)
      .sort(),
  )
}

it('offers what the reviewed list says', () => {
  const offered = surface()
  expect(offered.length).toBeGreaterThan(0)
  if (process.env.UPDATE_SURFACE === '1') writeFileSync(LIST, `${offered.join('\n')}\n`)
  const reviewed = existsSync(LIST) ? readFileSync(LIST, 'utf8').trim().split('\n') : []
  const difference = [
    ...offered.filter((name) => !reviewed.includes(name)).map((name) => `+ ${name}`),
    ...reviewed.filter((name) => !offered.includes(name)).map((name) => `- ${name}`),
  ]
  expect(difference.join('\n'), 'the surface differs from surface.txt (+ offered, not reviewed; - reviewed, gone)').toBe('')
})
