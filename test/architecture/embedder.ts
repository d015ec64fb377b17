import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { compilerOptions, manifest, ROOT } from './source-tree.js'

/** A folder of someone who uses the package: a project of his own, with the package (and what it stands on) among its modules. */
export const embeddersFolder = (): string => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'embedder-')))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'embedder', private: true, type: 'module' }))
  const link = (name: string, target: string): void => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true })
    symlinkSync(target, join(folder, 'node_modules', name), 'dir')
  }
  const { name, dependencies } = manifest()
  link(name, ROOT)
  for (const needed of [...Object.keys(dependencies), '@types/node']) link(needed, join(ROOT, 'node_modules', needed))
  return folder
}

export interface Fault {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** The faults that TypeScript 6 finds in programs of an embedder; each comes out as JavaScript beside its source. */
export const compiled = (folder: string, options: ts.CompilerOptions = {}): ReadonlyArray<Fault> => {
  const rootNames = readdirSync(folder)
    .filter((file) => /\.[cm]?ts$/.test(file))
    .map((file) => join(folder, file))
  const program = ts.createProgram({
    rootNames,
    options: {
      ...compilerOptions(),
      rootDir: folder,
      outDir: folder,
      noEmit: false,
      typeRoots: [join(folder, 'node_modules/@types')],
      ...options,
    },
  })
  const { diagnostics } = program.emit()
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ file, start = 0, messageText }) => ({
    file: file === undefined ? 'the compiler' : relative(folder, file.fileName),
    line: file === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1,
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }))
}

/** Runs a program under plain Node, and gives what it prints; a fault says what it printed before. */
export const printed = async (folder: string, file: string, cwd = folder): Promise<string> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, file)], { cwd, timeout: 60_000 })
  return stdout
}
