import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
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
const EMPTY_WORDS = /^(commons?|shared|util(s|ity|ities)?|helpers?|types|services?|managers?)$/

const files = typescriptFiles('src')
const trees = files.map(parsed)
const inTrees = (among: ReadonlyArray<ts.SourceFile>, found: (node: ts.Node) => boolean): ReadonlyArray<ts.Node> =>
  among.flatMap((tree) => [...nodesOf(tree)].filter(found))
const places = (found: (node: ts.Node) => boolean): ReadonlyArray<string> => inTrees(trees, found).map(placeOf)

/** Where a rule is broken beyond the listed exceptions, or an exception is no longer needed. */
const beyond = (listed: ReadonlyArray<Exception>, found: ReadonlyArray<ts.Node>): ReadonlyArray<string> => {
  const allowed = new Map(listed.map(({ file, times }) => [file, times]))
  const byFile = new Map<string, ReadonlyArray<ts.Node>>()
  for (const node of found) {
    const file = node.getSourceFile().fileName
    byFile.set(file, [...(byFile.get(file) ?? []), node])
  }
  const tooMany = [...byFile].flatMap(([file, nodes]) => {
    const times = allowed.get(file) ?? 0
    return nodes.length > times ? nodes.map((node) => `${placeOf(node)} ${node.getText()} (${times} listed)`) : []
  })
  const tooFew = listed
    .filter(({ file, times }) => (byFile.get(file)?.length ?? 0) < times)
    .map(({ file, times }) => `${file} needs ${byFile.get(file)?.length ?? 0}, not ${times}: mend the list in exceptions.ts`)
  return [...tooMany, ...tooFew]
}

const isConst = (node: ts.AsExpression): boolean => ts.isTypeReferenceNode(node.type) && node.type.getText() === 'const'
const isCast = (node: ts.Node): boolean =>
  ts.isTypeAssertionExpression(node) || (ts.isAsExpression(node) && !isConst(node) && !ts.isAsExpression(node.parent))

const specifiers = (tree: ts.SourceFile): ReadonlyArray<ts.StringLiteral> =>
  [...nodesOf(tree)].flatMap((node) =>
    (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)
      ? [node.moduleSpecifier]
      : [],
  )

/** The name of a function, class or type, where a node declares one. */
const declaredName = (node: ts.Node): string | undefined => {
  if (ts.isVariableDeclaration(node)) {
    const made = node.initializer
    const isFunction = made !== undefined && (ts.isArrowFunction(made) || ts.isFunctionExpression(made))
    return isFunction && ts.isIdentifier(node.name) ? node.name.text : undefined
  }
  const names =
    ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
  return names ? node.name?.text : undefined
}

describe('the source', () => {
  it('is all there', () => expect(files.length).toBeGreaterThan(60))

  it('has no any', () => expect(places(({ kind }) => kind === ts.SyntaxKind.AnyKeyword)).toStrictEqual([]))

  it('casts in the listed seams only', () => {
    expect(beyond(CASTS, inTrees(trees, isCast)), 'a cast hides what the compiler knows: parse, narrow, or list the seam').toStrictEqual([])
  })

  it('throws in the listed places only', () => {
    const found = beyond(THROWS, inTrees(trees, ts.isThrowStatement))
    expect(found, 'a refusal or a fault is a value: answer with Either').toStrictEqual([])
  })

  it('answers every case of a domain switch by name', () => {
    const found = places((node) => ts.isDefaultClause(node) && node.getSourceFile().fileName.startsWith('src/domain/'))
    expect(found, 'default: silences the compiler on the day a case is added').toStrictEqual([])
  })

  it('silences the compiler nowhere', () => {
    expect(files.filter((file) => /@ts-(ignore|expect-error|nocheck)/.test(textOf(file)))).toStrictEqual([])
  })

  it('imports fp-ts and io-ts by paths that plain Node finds', () => {
    const found = trees.flatMap(specifiers).filter(({ text }) => /^(fp|io)-ts\//.test(text) && !/^(fp|io)-ts\/lib\/\w+\.js$/.test(text))
    expect(
      found.map((node) => `${placeOf(node)} ${node.text}`),
      "write 'fp-ts/lib/<Module>.js'",
    ).toStrictEqual([])
  })

  it('exports name by name', () => {
    const isStar = (node: ts.Node): boolean =>
      ts.isExportDeclaration(node) && (node.exportClause === undefined || ts.isNamespaceExport(node.exportClause))
    expect(places(isStar)).toStrictEqual([])
  })

  it('names things after what they are', () => {
    const everywhere = ['src', 'test', 'examples', 'bench'].flatMap(typescriptFiles)
    const empty = everywhere.filter((file) => file.split(/[/.-]/).some((word) => EMPTY_WORDS.test(word)))
    const words = (name: string): ReadonlyArray<string> => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase())
    const hollow = inTrees(trees, (node) => words(declaredName(node) ?? '').some((word) => EMPTY_WORDS.test(word)))
    expect([...empty, ...hollow.map((node) => `${placeOf(node)} ${declaredName(node)}`)]).toStrictEqual([])
    expect(everywhere.filter((file) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(basename(file)))).toStrictEqual([])
  })

  it(`has no file of more than ${LONGEST_FILE} lines`, () => {
    const lengths = files.map((file) => [file, textOf(file).trimEnd().split('\n').length] as const)
    const long = lengths.filter(([, lines]) => lines > LONGEST_FILE)
    expect(long.map(([file, lines]) => `${file}: ${lines} lines`)).toStrictEqual([])
  })
})

/** What an outsider sees of a declaration: all of it, but not the bodies and initial values that are inferred from nothing he reads. */
const visible = function* (node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) if (!ts.isBlock(child)) yield* visible(child)
}

/** The declarations of the source that the entries export, and those that their signatures speak of, in turn. */
const publicDeclarations = (program: ts.Program): ReadonlySet<ts.Declaration> => {
  const checker = program.getTypeChecker()
  const declarationsOf = (symbol: ts.Symbol): ReadonlyArray<ts.Declaration> =>
    (symbol.declarations ?? []).filter((declaration) => {
      const isSource = named(declaration.getSourceFile().fileName).startsWith('src/')
      const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
      return isSource && ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    })
  const found = new Set<ts.Declaration>()
  const waiting = entries().flatMap(({ file }) => exportsOf(program, file).flatMap(([, symbol]) => declarationsOf(symbol)))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue
    found.add(next)
    for (const node of visible(next)) {
      const name = ts.isTypeReferenceNode(node) ? node.typeName : undefined
      const symbol = name && checker.getSymbolAtLocation(name)
      if (symbol !== undefined) waiting.push(...declarationsOf(resolved(checker, symbol)))
    }
  }
  return found
}

const isDocumented = (declaration: ts.Declaration): boolean =>
  ts.getJSDocCommentsAndTags(declaration).some((doc) => ts.isJSDoc(doc) && (doc.comment !== undefined || doc.tags !== undefined))

describe('the public face', () => {
  it('says of everything an outsider meets what it means', () => {
    const found = publicDeclarations(sourceProgram())
    expect(found.size).toBeGreaterThan(20)
    const silent = [...found].filter((declaration) => !isDocumented(declaration))
    const nameOf = (declaration: ts.Declaration): string => ts.getNameOfDeclaration(declaration)?.getText() ?? ''
    expect(silent.map((declaration) => `${placeOf(declaration)} ${nameOf(declaration)}`).sort(), 'no docstring').toStrictEqual([])
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
        const found =
          OUR_MACHINE.exec(line)?.[0] ?? A_REGISTRY.exec(line)?.[0] ?? (host !== undefined && line.includes(host) ? 'a registry' : '')
        return found === '' ? [] : [`${file}:${index + 1} ${found}`]
      })
    })
    expect(speaking).toStrictEqual([])
  })
})
