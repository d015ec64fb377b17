import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** The folder of the repository. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** A path as people write it: from the repository's folder, with slashes. */
export const named = (path: string): string => relative(ROOT, path).replaceAll('\\', '/')

/** The TypeScript files of a folder (none where there is no such folder), sorted. */
export const typescriptFiles = (folder: string): ReadonlyArray<string> =>
  existsSync(join(ROOT, folder))
    ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
        .sort()
    : []

export const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8')

/** A file's syntax tree, with parents, from the API of TypeScript 6 (version 7 has none). */
export const parsed = (file: string): ts.SourceFile => ts.createSourceFile(file, textOf(file), ts.ScriptTarget.ES2023, true)

/** Every node of a tree, parents first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

/** `src/ledger.ts:12`, to be opened from a message. */
export const placeOf = (node: ts.Node): string => {
  const file = node.getSourceFile()
  const name = file.fileName.startsWith('/') ? named(file.fileName) : file.fileName
  return `${name}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`
}

/** The repository's own compiler options. */
export const compilerOptions = (): ts.CompilerOptions => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, ROOT).options
}

/** The source as one program, to ask what a name stands for. */
export const sourceProgram = (): ts.Program =>
  ts.createProgram({ rootNames: typescriptFiles('src').map((file) => join(ROOT, file)), options: compilerOptions() })

export interface Manifest {
  readonly name: string
  readonly type: string
  readonly bin: { readonly [name: string]: string }
  readonly exports: { readonly [path: string]: string }
  readonly files: ReadonlyArray<string>
  readonly scripts: { readonly [name: string]: string }
  readonly dependencies: { readonly [name: string]: string }
  /** Packages that are optional, and that the embedder installs who wants what needs them. */
  readonly peerDependencies: { readonly [name: string]: string }
}

export const manifest = (): Manifest => JSON.parse(textOf('package.json'))

export interface Entry {
  /** As an embedder writes it: `programme-ledger/memory`. */
  readonly specifier: string
  /** The source file behind it. */
  readonly file: string
}

/** The ways into the package, from the `exports` of package.json. */
export const entries = (): ReadonlyArray<Entry> => {
  const { name, exports } = manifest()
  return Object.entries(exports)
    .filter(([, target]) => target.endsWith('.js'))
    .map(([path, target]) => ({ specifier: name + path.slice(1), file: target.replace(/^\.\/dist\//, '').replace(/js$/, 'ts') }))
}

/**
 * The names that an entry exports, each with what it stands for: re-exports are followed to the declaration, and a whole module under one name is
 * told member by member.
 */
export const exportsOf = (program: ts.Program, file: string): ReadonlyArray<readonly [name: string, symbol: ts.Symbol]> => {
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(join(ROOT, file))
  const module = source && checker.getSymbolAtLocation(source)
  if (module === undefined) throw new Error(`${file} is no module of the source`)
  const within = (prefix: string, of: ts.Symbol): ReadonlyArray<readonly [string, ts.Symbol]> =>
    checker.getExportsOfModule(of).flatMap((one) => {
      const symbol = resolved(checker, one)
      const name = prefix + one.name
      return symbol.flags & ts.SymbolFlags.ValueModule ? within(`${name}.`, symbol) : [[name, symbol] as const]
    })
  return within('', module)
}

/** What a name stands for in the end, through imports and re-exports. */
export const resolved = (checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol =>
  symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
