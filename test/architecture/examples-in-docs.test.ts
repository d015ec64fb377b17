import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compiled, embeddersFolder, type Fault, printed } from './embedder.js'
import { type Example, examplesIn, programsIn, runnable } from './examples.js'
import { entries, ROOT, textOf, typescriptFiles } from './source-tree.js'

// ── Every @example of the source ────────────────────────────────────────────

interface Names {
  readonly [name: string]: unknown
}

const moduleOf = (file: string): Promise<Names> => import(join(ROOT, file))

/** What an example may speak of beside its own file: the vocabulary, the package's entries, and fp-ts under the usual letters. */
const surroundings = async (): Promise<Names> => {
  const vocabulary = typescriptFiles('src/domain/vocabulary').filter((file) => !file.endsWith('.d.ts'))
  const modules = await Promise.all([...vocabulary, ...entries().map(({ file }) => file)].map(moduleOf))
  return Object.assign({}, ...modules, { E, O, TE })
}

const AsyncFunction: new (...args: ReadonlyArray<string>) => (...args: ReadonlyArray<unknown>) => Promise<void> = Object.getPrototypeOf(
  async () => undefined,
).constructor

const load = (specifier: string): Promise<Names> => {
  const entry = entries().find((one) => one.specifier === specifier)
  return entry === undefined ? import(specifier) : moduleOf(entry.file)
}

const run = async (example: Example, scope: Names): Promise<void> => {
  const claim = async (index: number, says: () => Promise<unknown>, means: () => unknown): Promise<void> => {
    const step = example.steps[index]
    expect(await says(), step !== undefined && 'says' in step ? `${step.says} // => ${step.means}` : '').toEqual(means())
  }
  const given: Names = { ...scope, claim, load }
  const names = Object.keys(given).filter((name) => name !== 'default')
  await new AsyncFunction(...names, runnable(example))(...names.map((name) => given[name]))
}

const claimsIn = (examples: ReadonlyArray<Example>): number =>
  examples.flatMap(({ steps }) => steps.filter((step) => 'says' in step)).length

describe('the examples of the source', () => {
  const files = typescriptFiles('src').map((file) => ({ file, examples: examplesIn(textOf(file)) }))
  const shown = files.filter(({ examples }) => examples.length > 0)

  it.each(shown)('$file says what is so', async ({ file, examples }) => {
    const scope = { ...(await surroundings()), ...(file.endsWith('.d.ts') ? {} : await moduleOf(file)) }
    for (const example of examples) {
      await run(example, scope).catch((error: unknown) => {
        throw new Error(`${file}:${example.line} ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      })
    }
  })

  it('are many, and nearly all of them claim something', () => {
    const inVocabulary = files.filter(({ file }) => file.startsWith('src/domain/vocabulary/'))
    const claims = claimsIn(files.flatMap(({ examples }) => examples))
    console.info(
      `${claims} claims of @example run, ${claimsIn(inVocabulary.flatMap(({ examples }) => examples))} of them in the vocabulary`,
    )
    expect(claimsIn(inVocabulary.flatMap(({ examples }) => examples))).toBeGreaterThan(100)
  })

  it('are understood as they are written', () => {
    const source = '/**\n * Adds.\n * @example\n * const two = (1 + 1)\n * two + 1 // => 3\n * @returns the sum\n */'
    expect(examplesIn(source)).toStrictEqual([{ line: 3, steps: [{ setup: 'const two = (1 + 1)' }, { says: 'two + 1', means: '3' }] }])
  })

  it('may import what they need', async () => {
    const [example] = examplesIn("/**\n * @example\n * import { sep as slash } from 'node:path'\n * slash.length // => 1\n */")
    await (example && run(example, {}))
  })

  it('are found out where they are wrong', async () => {
    const [example] = examplesIn('/**\n * @example\n * [1, { a: 1 }] // => [1, { a: 2 }]\n */')
    await expect(example && run(example, {})).rejects.toThrow('[1, { a: 1 }] // => [1, { a: 2 }]')
  })
})

// ── Every program of the pages ──────────────────────────────────────────────

const markdownIn = (folder: string): ReadonlyArray<string> =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .map((name) => `${folder}/${name}`)
        .sort()
    : []

describe('the programs of README.md and docs/', () => {
  const readme = existsSync(join(ROOT, 'README.md')) ? ['README.md'] : []
  const pages = [...readme, ...markdownIn('docs')]
  const programs = pages.flatMap((page) => programsIn(page, textOf(page)))
  const named = programs.map((program) => ({
    ...program,
    file: `${program.page.replace(/\.md$/, '').replaceAll('/', '-').toLowerCase()}-${program.line}`,
  }))
  const folder = embeddersFolder()
  let faults: ReadonlyArray<Fault> = []

  beforeAll(() => {
    for (const { file, code } of named) writeFileSync(join(folder, `${file}.ts`), code)
    if (named.length > 0) faults = compiled(folder)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('are there', () => {
    expect(existsSync(join(ROOT, 'README.md')), 'README.md is still to be written').toBe(true)
    expect(programs.filter(({ page }) => page === 'README.md').length, 'README.md shows no program in a ```ts block').toBeGreaterThan(0)
    expect(existsSync(join(ROOT, 'dist/src/index.js')), 'the package is not built: npm run build').toBe(true)
  })

  it('agree with the types of the package', () => {
    const told = faults.map((fault) => {
      const program = named.find(({ file }) => fault.file === `${file}.ts`)
      return `${program === undefined ? fault.file : `${program.page}:${program.line + fault.line - 1}`} ${fault.message}`
    })
    expect(told).toStrictEqual([])
  })

  for (const { page, line, file, prints } of named) {
    it(`${page}:${line} runs${prints === undefined ? '' : ', and prints what the page shows'}`, async () => {
      const cwd = join(folder, 'run', file)
      mkdirSync(cwd, { recursive: true })
      const output = await printed(folder, `${file}.js`, cwd)
      if (prints !== undefined) expect(output.trimEnd()).toBe(prints.trimEnd())
    })
  }

  it('are found with what they print', () => {
    const page = 'Text.\n```ts\nconsole.log(1)\n```\nIt prints\n```text\n1\n```\n```sh\nls\n```\n'
    expect(programsIn('page.md', page)).toStrictEqual([
      { page: 'page.md', line: 3, language: 'ts', code: 'console.log(1)\n', prints: '1\n' },
    ])
  })
})
