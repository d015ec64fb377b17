import ts from 'typescript'

/** One `expression // => value` of an example: both sides as code. */
export interface Claim {
  readonly says: string
  readonly means: string
}

/** An `@example` of the source: what it sets up, and what it claims, in order. */
export interface Example {
  readonly line: number
  readonly steps: ReadonlyArray<Claim | { readonly setup: string }>
}

const COMMENT = /\/\*\*[\s\S]*?\*\//g
const CLAIM = /^[ \t]*\/\/ => (.*)$/m

/** The text of each `@example` in a file, with the line that it starts on. */
const exampleTexts = (source: string): ReadonlyArray<{ readonly line: number; readonly text: string }> =>
  [...source.matchAll(COMMENT)].flatMap((comment) => {
    const before = source.slice(0, comment.index).split('\n').length
    const inner = comment[0].slice('/**'.length, -'*/'.length).trimEnd()
    const lines = inner.split('\n').map((line) => line.replace(/^\s*\*? ?/, ''))
    return lines.flatMap((line, index) => {
      if (line.trim() !== '@example') return []
      const rest = lines.slice(index + 1)
      const end = rest.findIndex((next) => /^@\w/.test(next))
      return [{ line: before + index, text: rest.slice(0, end === -1 ? undefined : end).join('\n') }]
    })
  })

/** `import { a as b } from 'c'` as `const { a: b } = await load('c')`: an example runs inside a function. */
const asLoad = ({ importClause, moduleSpecifier }: ts.ImportDeclaration): string => {
  const named = importClause?.namedBindings
  const bindings =
    named && ts.isNamedImports(named)
      ? `{ ${named.elements.map(({ name, propertyName }) => `${propertyName?.getText() ?? name.text}: ${name.text}`).join(', ')} }`
      : (named?.name.text ?? 'nothing')
  return `const ${bindings} = await load(${moduleSpecifier.getText()})`
}

/** An example as statements; what stands after `// =>` behind a statement is what it comes to. */
const stepsOf = (text: string): Example['steps'] => {
  const tree = ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2023, true)
  return tree.statements.flatMap((statement, index) => {
    const next = tree.statements[index + 1]
    const behind = text.slice(statement.end, next?.getStart(tree) ?? text.length)
    const means = CLAIM.exec(behind)?.[1]
    const code = statement.getText(tree)
    if (ts.isImportDeclaration(statement)) return [{ setup: asLoad(statement) }]
    if (means === undefined) return [{ setup: code }]
    if (ts.isExpressionStatement(statement)) return [{ says: statement.expression.getText(tree), means }]
    const name = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.name.getText(tree) : undefined
    return name === undefined ? [{ setup: code }] : [{ setup: code }, { says: name, means }]
  })
}

/** Every example of a source file. */
export const examplesIn = (source: string): ReadonlyArray<Example> =>
  exampleTexts(source).map(({ line, text }) => ({ line, steps: stepsOf(text) }))

/** The steps as JavaScript, for a function that is given `claim(number, says, means)` and `load(module)`. Types are taken out; a syntax error is thrown. */
export const runnable = ({ steps }: Example): string => {
  const lines = steps.map((step, index) =>
    'setup' in step ? step.setup : `await claim(${index}, async () => (${step.says}), () => (${step.means}))`,
  )
  const { outputText, diagnostics = [] } = ts.transpileModule(`async function example() {\n${lines.join('\n')}\n}`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  })
  const [fault] = diagnostics
  if (fault !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(fault.messageText, '\n'))
  return `${outputText.replace(/^export \{\};$/m, '')}\nreturn example()`
}

/** A fenced block of a page, in its language, with the line that its content starts on. */
export interface Block {
  readonly page: string
  readonly line: number
  readonly language: string
  readonly code: string
}

/** The fenced blocks of a page of Markdown, in order. */
export const blocksIn = (page: string, markdown: string): ReadonlyArray<Block> =>
  [...markdown.matchAll(/^(?<fence>`{3,})(?<language>\w*)[^\n]*\n(?<code>[\s\S]*?)^\k<fence>[ \t]*$/gm)].map(({ index, groups = {} }) => ({
    page,
    line: markdown.slice(0, index).split('\n').length + 1,
    language: groups.language ?? '',
    code: groups.code ?? '',
  }))

/** A program of a page, and what it prints where the very next block is one of `text`. */
export interface Shown extends Block {
  readonly prints: string | undefined
}

export const programsIn = (page: string, markdown: string): ReadonlyArray<Shown> => {
  const blocks = blocksIn(page, markdown)
  return blocks.flatMap((block, index) => {
    const next = blocks[index + 1]
    return block.language === 'ts' ? [{ ...block, prints: next?.language === 'text' ? next.code : undefined }] : []
  })
}
