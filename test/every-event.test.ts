import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../src/events/catalogue.js'
import { kernelCatalogue } from '../src/events/kernel.js'
import { routes } from '../src/events/routes.js'
import { builtIn } from '../src/projections/built-in.js'

// What the models of single aggregates cannot see: that there is one for each, and that somebody reads what they record.

const DOMAIN = join(import.meta.dirname, 'domain')

const contentOf = (file: string): string => readFileSync(join(DOMAIN, file), 'utf8')

/** The aggregates that have a model, by the names of their constants. */
const modelled = (): ReadonlyArray<string> =>
  readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-model.test.ts'))
    .flatMap((file) => /aggregateModel\(\{\s+aggregate: (\w+),/.exec(contentOf(file))?.[1] ?? [])

describe('every aggregate', () => {
  it('has a model', () => {
    const names = Object.keys(routes).map((name) => (name === 'officerCalendar' ? 'calendar' : name))
    expect(modelled().toSorted()).toStrictEqual(names.sort())
  })
})

const own = Object.keys(catalogue)
const all = Object.keys({ ...catalogue, ...kernelCatalogue(catalogue) })
const ofTheKernel = all.filter((type) => !own.includes(type))

describe('every event type', () => {
  it('is folded by some projection that does not take in all there are', () => {
    const read = new Set(builtIn.filter(({ types }) => own.some((type) => !types.has(type))).flatMap(({ types }) => [...types]))
    expect(own.filter((type) => !read.has(type))).toStrictEqual([])
  })

  it('of the kernel is folded by some projection, and comes of a command in its scenarios', () => {
    const read = new Set(builtIn.flatMap(({ types }) => [...types]))
    expect(ofTheKernel.filter((type) => !read.has(type))).toStrictEqual([])
    const told = contentOf('kernel/entry.test.ts') + contentOf('kernel/execute.test.ts')
    expect(ofTheKernel.filter((type) => !told.includes(`'${type}'`))).toStrictEqual([])
  })
})
