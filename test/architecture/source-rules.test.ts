import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { CASTS, type Exception, THROWS } from './exceptions.js'
import {
  entries,
  exportsOf,
  named,
  nodesOf,
  parsed,
  placeOf,
  ROOT,
  resolved,
  sourceProgram,
  textOf,
  typescriptFiles,
} from './source-tree.js'

const LONGEST_FILE = 260
const EMPTY_WORD = /^(commons?|shared|util(s|ity|ities)?|helpers?|services?|managers?)$/
/** `cellTypes` says something; `types` alone does not. */
const isEmpty = (name: string): boolean => name === 'types' || EMPTY_WORD.test(name)

const files = typescriptFiles('src')
const trees = files.map(parsed)
const found = (rule: SyntaxRule, among: ReadonlyArray<ts.SourceFile>): ReadonlyArray<ts.Node> =>
  among.flatMap((tree) => [...nodesOf(tree)].filter((node) => rule.breaks(node)))

interface SyntaxRule {
  readonly name: string
  /** Told to whoever breaks the rule. */
  readonly because: string
  readonly breaks: (node: ts.Node) => boolean
  /** Places where the rule is set aside. */
  readonly but?: ReadonlyArray<Exception>
  /** A line that breaks it, to show that the rule speaks. */
  readonly planted: string
}

const isConst = (node: ts.AsExpression): boolean => ts.isTypeReferenceNode(node.type) && node.type.getText() === 'const'

const specifierOf = (node: ts.Node): string => {
  const specifier = ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined
  return specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : ''
}

/** The name of a function, class or type, where a node declares one. */
const declaredName = (node: ts.Node): string => {
  if (ts.isVariableDeclaration(node)) {
    const made = node.initializer
    const isFunction = made !== undefined && (ts.isArrowFunction(made) || ts.isFunctionExpression(made))
    return isFunction && ts.isIdentifier(node.name) ? node.name.text : ''
  }
  const hasName =
    ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  return hasName ? (node.name?.text ?? '') : ''
}
const wordsOf = (name: string): ReadonlyArray<string> => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase())

const RULES: ReadonlyArray<SyntaxRule> = [
  {
    name: 'has no any',
    because: 'any switches the compiler off: take unknown and parse it, or write the type.',
    breaks: ({ kind }) => kind === ts.SyntaxKind.AnyKeyword,
    planted: 'const given: any = 1',
  },
  {
    name: 'casts in the listed seams only',
    because: 'A cast hides what the compiler knows: parse, narrow, or list the seam with its reason in exceptions.ts.',
    breaks: (node) => ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !isConst(node) && !ts.isAsExpression(node.parent)),
    but: CASTS,
    planted: 'const id = value as unknown as Id',
  },
  {
    name: 'throws in the listed places only',
    because: 'A refusal or a fault is a value: answer with Either.',
    breaks: ts.isThrowStatement,
    but: THROWS,
    planted: "throw new Error('no')",
  },
  {
    name: 'answers every case of a domain switch by name',
    because: 'A default silences the compiler on the day a case is added: write the cases out.',
    breaks: (node) => ts.isDefaultClause(node) && node.getSourceFile().fileName.startsWith('src/domain/'),
    planted: 'switch (state._tag) { default: break }',
  },
  {
    name: 'imports fp-ts and io-ts by paths that plain Node finds',
    because: "Bare subpaths pass every tool and fail in plain Node: write 'fp-ts/lib/<Module>.js'.",
    breaks: (node) => /^(fp|io)-ts\/(?!lib\/\w+\.js$)/.test(specifierOf(node)),
    planted: "import * as E from 'fp-ts/Either'",
  },
  {
    name: 'exports name by name',
    because: 'What is public is decided, not let through: write the names out.',
    breaks: (node) => ts.isExportDeclaration(node) && (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause)),
    planted: "export * from './agreement.js'",
  },
  {
    name: 'calls nothing by an empty word',
    because: 'Helpers, services and managers could be anything: name the thing after what it does or is.',
    breaks: (node) => isEmpty(declaredName(node)) || wordsOf(declaredName(node)).some((word) => EMPTY_WORD.test(word)),
    planted: 'const dateHelper = () => 1',
  },
]

/** Breaches beyond the listed exceptions, and exceptions that are no longer needed. */
const beyond = (listed: ReadonlyArray<Exception>, breaches: ReadonlyArray<ts.Node>): ReadonlyArray<string> => {
  const inFile = (file: string): ReadonlyArray<ts.Node> => breaches.filter((node) => node.getSourceFile().fileName === file)
  const timesIn = (file: string): number => listed.find((one) => one.file === file)?.times ?? 0
  const tooMany = files.flatMap((file) => (inFile(file).length > timesIn(file) ? inFile(file) : []))
  return [
    ...tooMany.map((node) => `${placeOf(node)} ${node.getText().split('\n')[0]}`),
    ...listed
      .filter(({ file, times }) => inFile(file).length < times)
      .map(({ file, times }) => `${file}: ${times} listed in exceptions.ts, ${inFile(file).length} needed`),
  ]
}

describe('the source', () => {
  it('is all there', () => expect(files.length).toBeGreaterThan(60))

  it.each(RULES)('$name', (rule) => {
    const planted = ts.createSourceFile('src/domain/planted.ts', rule.planted, ts.ScriptTarget.ES2023, true)
    expect(found(rule, [planted]), 'the rule does not see its own planted breach').toHaveLength(1)
    expect(beyond(rule.but ?? [], found(rule, trees)), rule.because).toStrictEqual([])
  })

  it('silences the compiler nowhere', () => {
    expect(files.filter((file) => /@ts-(ignore|expect-error|nocheck)/.test(textOf(file)))).toStrictEqual([])
  })

  it(`has no file of more than ${LONGEST_FILE} lines`, () => {
    const lengths = files.map((file) => [file, textOf(file).trimEnd().split('\n').length] as const)
    const long = lengths.filter(([, lines]) => lines > LONGEST_FILE)
    expect(long.map(([file, lines]) => `${file}: ${lines} lines`)).toStrictEqual([])
  })

  it('has files and folders in kebab-case, named after what they hold', () => {
    // A feature's test has the feature's name, whatever words that has.
    const everywhere = ['src', 'test', 'examples', 'bench'].flatMap(typescriptFiles).filter((file) => !file.startsWith('test/features/'))
    const isWell = (name: string): boolean =>
      /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && !isEmpty(name) && !name.split('-').some((word) => EMPTY_WORD.test(word))
    const names = (file: string): ReadonlyArray<string> => file.replace(/(\.test|\.d)?\.ts$/, '').split('/')
    expect(everywhere.filter((file) => !names(file).every(isWell))).toStrictEqual([])
  })
})

/** What an outsider sees of a declaration: all of it, but not the bodies and initial values that are inferred from nothing he reads. */
const visible = function* (node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) if (!ts.isBlock(child)) yield* visible(child)
}

/** The exported declarations of the source behind a name. */
const declarationsOf = (symbol: ts.Symbol): ReadonlyArray<ts.Declaration> =>
  (symbol.declarations ?? []).filter((declaration) => {
    const isSource = named(declaration.getSourceFile().fileName).startsWith('src/')
    const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
    return isSource && ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  })

/** Those declarations, those that their signatures speak of, and so on. */
const metFrom = (checker: ts.TypeChecker, first: ReadonlySet<ts.Declaration>): ReadonlySet<ts.Declaration> => {
  const met = new Set(first)
  for (const declaration of met) {
    for (const node of visible(declaration)) {
      const symbol = ts.isTypeReferenceNode(node) ? checker.getSymbolAtLocation(node.typeName) : undefined
      if (symbol !== undefined) for (const next of declarationsOf(resolved(checker, symbol))) met.add(next)
    }
  }
  return met
}

const isDocumented = (declaration: ts.Declaration): boolean =>
  ts.getJSDocCommentsAndTags(declaration).some((doc) => ts.isJSDoc(doc) && (doc.comment !== undefined || doc.tags !== undefined))

const silentAmong = (declarations: Iterable<ts.Declaration>): ReadonlyArray<string> =>
  [...declarations]
    .filter((declaration) => !isDocumented(declaration))
    .map((declaration) => `${placeOf(declaration)} ${ts.getNameOfDeclaration(declaration)?.getText() ?? ''}`)
    .sort()

describe('the public face', () => {
  const program = sourceProgram()
  const exported = new Set(entries().flatMap(({ file }) => exportsOf(program, file).flatMap(([, symbol]) => declarationsOf(symbol))))
  const met = metFrom(program.getTypeChecker(), exported)

  it('says what every exported name means', () => {
    expect(exported.size).toBeGreaterThan(20)
    expect(silentAmong(exported), 'exported by name from an entry, without a docstring').toStrictEqual([])
  })

  it('says what every type means that its signatures speak of', () => {
    expect(met.size).toBeGreaterThan(exported.size)
    expect(silentAmong([...met].filter((one) => !exported.has(one))), 'met in a signature, without a docstring').toStrictEqual([])
  })
})

/** Every file that is, or would be, in the repository. */
const keptFiles = (): ReadonlyArray<string> =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)) && statSync(join(ROOT, file)).isFile())

describe('the repository', () => {
  // Spelled so that this file does not hold what it looks for.
  const folders = ['work', 'home', 'root', 'Users'].join('|')
  const OUR_MACHINE = new RegExp(String.raw`(?<![\w.:/)\]-])/(${folders})/[\w.-]`)
  const registries = [
    ['registry', 'npmjs', 'org'],
    ['registry', 'yarnpkg', 'com'],
    ['registry', 'npmmirror', 'com'],
    ['npm', 'pkg', 'github', 'com'],
  ]
  const A_REGISTRY = new RegExp(registries.map((parts) => parts.join(String.raw`\.`)).join('|'), 'i')

  const configured = (): string | undefined => {
    const address = execFileSync('npm', ['config', 'get', 'registry'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return URL.canParse(address.trim()) ? new URL(address.trim()).host : undefined
  }

  it('speaks of no machine and no registry', () => {
    const host = configured()
    const kept = keptFiles()
    expect(kept.length).toBeGreaterThan(100)
    const speaking = kept.flatMap((file) => {
      const text = readFileSync(join(ROOT, file), 'utf8')
      return text.split('\n').flatMap((line, index) => {
        const told =
          OUR_MACHINE.exec(line)?.[0] ?? A_REGISTRY.exec(line)?.[0] ?? (host !== undefined && line.includes(host) ? 'a registry' : '')
        return told === '' ? [] : [`${file}:${index + 1} ${told}`]
      })
    })
    expect(speaking).toStrictEqual([])
  })
})
