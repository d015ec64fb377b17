import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { IMPORT_RULES, type ImportRule, PACKAGES } from './import-rules.js'

const ROOT = resolve(import.meta.dirname, '../..')

/** Reads every module of a folder, types included, and holds it against the rules. */
const cruised = async (root: string): Promise<ICruiseResult> => {
  const before = process.cwd()
  process.chdir(root)
  try {
    const { output } = await cruise(
      ['src', 'examples', 'bench'].filter((folder) => existsSync(folder)),
      {
        validate: true,
        ruleSet: {
          forbidden: IMPORT_RULES.map(({ name, because, from, to }) => ({ name, comment: because, severity: 'error', from, to })),
        },
        tsPreCompilationDeps: true,
        doNotFollow: { path: ['(^|/)node_modules/', '^dist/'] },
      },
      { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
    )
    if (typeof output === 'string') throw new Error(output)
    return output
  } finally {
    process.chdir(before)
  }
}

const broken = ({ summary }: ICruiseResult): ReadonlyArray<string> =>
  summary.violations.map(({ from, to, cycle, rule }) => {
    const trail = cycle === undefined ? [to] : cycle.map(({ name }) => name)
    return `${[from, ...trail].join(' → ')}\n    ${rule.name}: ${IMPORT_RULES.find(({ name }) => name === rule.name)?.because}`
  })

const typescriptFiles = (folder: string): ReadonlyArray<string> =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))

describe('the import table', () => {
  it('is kept by every module', async () => {
    expect(ts.version, 'dependency-cruiser reads nothing with TypeScript 7, and calls that green').toMatch(/^6\./)
    const result = await cruised(ROOT)
    const seen = result.modules.filter(({ source }) => source.startsWith('src/'))
    expect(seen.length).toBe(typescriptFiles('src').length)
    expect(seen.length).toBeGreaterThan(60)
    const imports = seen.flatMap(({ dependencies }) => dependencies)
    expect(imports.length, 'hardly any import was found').toBeGreaterThan(seen.length)
    expect(broken(result).join('\n'), 'imports against the table').toBe('')
  })

  it('finds every module by its full name, built-in ones with the prefix node:', async () => {
    const { modules } = await cruised(ROOT)
    const bare = modules.flatMap(({ source, dependencies }) =>
      dependencies
        .filter(({ coreModule, protocol }) => coreModule && protocol !== 'node:')
        .map(({ module }) => `${source} → ${module}: write node:${module}`),
    )
    expect(bare).toStrictEqual([])
  })
})

/** A tree in which each rule is broken once, by its own planted import. */
const plant = (root: string): void => {
  const write = (file: string, content: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), content, { flag: 'a' })
  }
  for (const name of [...PACKAGES, 'vitest']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, '')
  }
  write('package.json', JSON.stringify({ name: 'planted', dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1'])) }))
  write('src/domain/vocabulary/egg.ts', "import './chicken.js'\n")
  for (const { planted } of IMPORT_RULES) {
    const [file, imports] = planted
    write(file, `import type {} from '${imports}'\n`)
    if (imports.startsWith('.') && !imports.includes('nowhere')) write(join(dirname(file), imports).replace(/js$/, 'ts'), 'export {}\n')
  }
}

const speaks = (result: ICruiseResult, { name, planted: [file, imports] }: ImportRule): boolean => {
  const target = imports.replace(/^node:|^[./]+|[.]js$/g, '')
  return result.summary.violations.some(({ from, to, rule }) => rule.name === name && from === file && to.includes(target))
}

describe('each rule of the table', () => {
  it('speaks when it is broken', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'planted-imports-')))
    try {
      plant(root)
      const result = await cruised(root)
      expect(IMPORT_RULES.filter((rule) => !speaks(result, rule)).map(({ name }) => name)).toStrictEqual([])
      const told = broken(result).find((line) => line.startsWith('src/domain/people/person.ts → src/domain/posts/post.ts'))
      expect(told).toContain('refer to the other one by id')
    } finally {
      rmSync(root, { recursive: true, force: true })
    }
  })

  it('says why, and where the code should go', () => {
    expect(IMPORT_RULES.filter(({ because }) => !/^[A-Z].{40,}[.]$/.test(because)).map(({ name }) => name)).toStrictEqual([])
    expect(new Set(IMPORT_RULES.map(({ name }) => name)).size).toBe(IMPORT_RULES.length)
  })
})
