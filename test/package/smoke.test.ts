import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compiled, printed } from '../architecture/embedder.js'
import { programsIn } from '../architecture/examples.js'
import { entries, type Manifest, manifest, ROOT, textOf } from '../architecture/source-tree.js'

/*
 * The package as its users get it: packed, and installed into an empty project. What is built is packed as it is (`npm test` builds first), so
 * that no other test finds half a build.
 */

const MINUTES = 60_000
const run = async (command: string, args: ReadonlyArray<string>, cwd: string): Promise<string> => {
  const { stdout } = await promisify(execFile)(command, args, { cwd, timeout: 3 * MINUTES, maxBuffer: 50_000_000 })
  return stdout
}

interface Packed {
  readonly filename: string
  readonly files: ReadonlyArray<{ readonly path: string }>
}

const { name, exports: waysIn, bin, dependencies, peerDependencies } = manifest()
const project = realpathSync(mkdtempSync(join(tmpdir(), 'installed-')))
const installed = join(project, 'node_modules', name)
let packed: Packed = { filename: '', files: [] }

beforeAll(async () => {
  expect(existsSync(join(ROOT, 'dist/src/index.js')), 'the package is not built: npm run build').toBe(true)
  const told: ReadonlyArray<Packed> = JSON.parse(
    await run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', project], ROOT),
  )
  packed = told[0] ?? packed
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'embedder', private: true, type: 'module' }))
  await run('npm', ['install', `./${packed.filename}`, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], project)
}, 3 * MINUTES)
afterAll(() => rmSync(project, { recursive: true, force: true }))

const filesUnder = (folder: string, ending: string): ReadonlyArray<string> =>
  readdirSync(join(installed, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`)

const importsOf = (file: string): ReadonlyArray<string> =>
  ts.preProcessFile(readFileSync(join(installed, file), 'utf8'), true, true).importedFiles.map(({ fileName }) => fileName)

const packageOf = (specifier: string): string => /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier

describe('the tarball', () => {
  it('holds what is built and what one reads first, and nothing else', () => {
    const strangers = packed.files.filter(
      ({ path }) =>
        !/^(dist\/.+\.(js|d\.ts)|docs\/(commands\.schema\.json|(eventstoredb|recording-a-release)\.md)|CHANGELOG\.md|LICENSE|README\.md|package\.json)$/.test(
          path,
        ),
    )
    expect(strangers).toStrictEqual([])
    const paths = packed.files.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json', 'dist/src/index.js']))
  })

  it('gives the schema of commands under its own name', () => {
    const require = createRequire(join(installed, 'dist/src/index.js'))
    expect(require('programme-ledger/commands.schema.json')).toMatchObject({ title: 'A file of commands for programme-ledger' })
  })

  it('holds nothing whose source is gone', () => {
    const stale = packed.files
      .map(({ path }) => path)
      .filter((path) => path.startsWith('dist/') && !existsSync(join(ROOT, path.replace(/^dist\//, '').replace(/(\.d\.ts|\.js)$/, '.ts'))))
    expect(stale, 'left over from an earlier build: npm run build').toStrictEqual([])
  })

  it('runs nothing when it is installed', () => {
    const { scripts }: Manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
    expect(Object.keys(scripts).filter((script) => /^(pre|post)?(install|prepare|uninstall)$/.test(script))).toStrictEqual([])
  })

  it('has types beside every module, and a first line for the shell in every program', () => {
    for (const file of filesUnder('dist', '.js')) expect(existsSync(join(installed, file.replace(/js$/, 'd.ts'))), file).toBe(true)
    for (const target of Object.values(bin)) {
      expect(readFileSync(join(installed, target), 'utf8').startsWith('#!/usr/bin/env node\n'), target).toBe(true)
    }
  })

  it('imports what it depends on, and depends on what it imports', () => {
    const outside = (ending: string): ReadonlySet<string> =>
      new Set(
        filesUnder('dist/src', ending)
          .flatMap(importsOf)
          .filter((specifier) => !/^([.#]|node:)/.test(specifier))
          .map(packageOf),
      )
    const known = { ...dependencies, ...peerDependencies }
    expect([...outside('.js')].sort()).toStrictEqual(Object.keys(known).sort())
    expect([...outside('.d.ts')].filter((one) => !(one in known))).toStrictEqual([])
  })
})

describe('the package without its optional peers', () => {
  const peers = Object.keys(peerDependencies)

  it('is installed without them', () => expect(peers.filter((peer) => existsSync(join(project, 'node_modules', peer)))).toStrictEqual([]))

  it('says in one sentence what to install for a store that needs one', async () => {
    const command = join(project, 'node_modules/.bin', 'programme-ledger')
    const asked = run(command, ['query', 'agreements', '--store', 'esdb://clerk:secret@localhost:2113'], project)
    await expect(asked).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr:
        'The package @eventstore/db-client is not installed, which stores on EventStoreDB need. Install it beside programme-ledger: npm install @eventstore/db-client@6.2.1\n',
    })
  })
})

describe('the package, installed', () => {
  // As if the embedder had installed them.
  beforeAll(() => {
    for (const peer of Object.keys(peerDependencies)) {
      mkdirSync(dirname(join(project, 'node_modules', peer)), { recursive: true })
      symlinkSync(join(ROOT, 'node_modules', peer), join(project, 'node_modules', peer))
    }
  })

  const specifiers = Object.keys(waysIn).map((path) => name + path.slice(1))

  it.each(specifiers)('%s is found by import', async (specifier) => {
    const target = waysIn[`.${specifier.slice(name.length)}`] ?? ''
    const program = target.endsWith('.json') ? `import.meta.resolve('${specifier}')` : `Object.keys(await import('${specifier}'))`
    const told = await run(process.execPath, ['--input-type=module', '--eval', `console.log(JSON.stringify(${program}))`], project)
    expect(JSON.parse(told).length).toBeGreaterThan(0)
  })

  it.each(entries())('$specifier is found by require, the same copy as by import', async ({ specifier }) => {
    const program = `import('${specifier}').then((one) => console.log(Object.keys(one).every((key) => one[key] === require('${specifier}')[key])))`
    const told = await run(process.execPath, ['--no-warnings', '--input-type=commonjs', '--eval', program], project)
    expect(told.trim()).toBe('true')
  })

  it(
    'gives its types to a strict project that has no types of Node',
    () => {
      const lines = entries().map(
        ({ specifier }, index) => `import * as entry${index} from '${specifier}'\nexport const keys${index} = Object.keys(entry${index})`,
      )
      writeFileSync(join(project, 'types.ts'), `${lines.join('\n')}\n`)
      expect(compiled(project, { types: [], typeRoots: [], lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'] })).toStrictEqual([])
      rmSync(join(project, 'types.ts'))
    },
    MINUTES,
  )

  it('keeps to itself what it does not export', async () => {
    const program = `import('${name}/dist/src/ledger.js').catch(({ code }) => console.log(code))`
    expect((await run(process.execPath, ['--eval', program], project)).trim()).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED')
  })

  it.each(Object.keys(bin))('%s --help tells how it is used', async (command) => {
    expect(await run(join(project, 'node_modules/.bin', command), ['--help'], project)).toContain(command)
  })
})

describe("the README's first program", () => {
  const first = () => {
    expect(existsSync(join(ROOT, 'README.md')), 'README.md is still to be written').toBe(true)
    const [program] = programsIn('README.md', textOf('README.md'))
    if (program === undefined) throw new Error('README.md shows no program in a ```ts block')
    return program
  }

  const translated = (code: string, module: ts.ModuleKind): string =>
    ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2023, module, verbatimModuleSyntax: false } }).outputText

  const agrees = async (file: string, code: string, prints: string | undefined): Promise<void> => {
    writeFileSync(join(project, file), code)
    const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'run-')))
    try {
      const output = await printed(project, file, cwd)
      if (prints !== undefined) expect(output.trimEnd()).toBe(prints.trimEnd())
    } finally {
      rmSync(cwd, { recursive: true, force: true })
    }
  }

  it('runs as an ES module', async () => {
    const { code, prints } = first()
    await agrees('first.mjs', translated(code, ts.ModuleKind.ESNext), prints)
  })

  it('runs with require', async () => {
    const { code, prints } = first()
    await agrees('first.cjs', `(async () => {\n${translated(code, ts.ModuleKind.CommonJS)}\n})()\n`, prints)
  })
})
