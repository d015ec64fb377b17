import { Command, CommanderError } from 'commander'
import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import { builtIn } from '../../projections/built-in.js'
import type { AnyQuestion } from '../../projections/engine/question.js'
import { questions } from '../../projections/questions/all.js'
import { COPY_VARIABLES, copy } from './copy.js'
import { DEMO_STORE, type Demo, demo, runDemo } from './demo.js'
import { doctor } from './doctor.js'
import { explain, history } from './events.js'
import { guarded } from './guarded-output.js'
import { importRoll } from './import-roll.js'
import { flagOf, formatOption, keysOption, readAsked, storeOption, textOption, typedOf, viewpointOptions } from './options.js'
import type { Output, Surroundings } from './output.js'
import { type ExitCode, exitCodeOf, type Problem } from './problem.js'
import { ask, listQuestions } from './query.js'
import { rebuild } from './rebuild.js'
import { record } from './record/record.js'
import { loadReleases, type Release } from './releases.js'
import { sentencesOf } from './render/sentences.js'
import { onOneLine } from './render/width.js'
import { redacted } from './store.js'

/** What the program is made of; tests bring their own. */
export interface Parts {
  readonly version: string
  readonly questions: ReadonlyArray<AnyQuestion>
  readonly demo: Demo
  readonly releases: () => Promise<Either<Problem, ReadonlyArray<Release>>>
}

/** The parts that come with the package. */
export const ownParts: Omit<Parts, 'version'> = { questions, demo, releases: loadReleases }

/** Runs the program on its arguments. Never throws: whatever goes wrong is told in a sentence on the standard error. */
export const run = async (args: ReadonlyArray<string>, surroundings: Surroundings, parts: Parts): Promise<ExitCode> => {
  const addresses = [...args.map((arg) => arg.replace(/^--[a-z-]+=/, '')), surroundings.defaultStore, surroundings.defaultTarget]
  const output = guarded(surroundings.output, addresses)
  const around = { ...surroundings, output }
  let code: ExitCode = 0
  const tell = (done: Either<Problem, void>): void => {
    if (E.isRight(done)) return
    sentencesOf(done.left).forEach(output.error)
    code = exitCodeOf(done.left)
  }
  try {
    await programOf(around, parts, tell).parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    output.error(`The program failed where it should not have: ${onOneLine(String(error))}. Please report it.`)
    return 1
  }
}

interface RecordFlags {
  readonly dryRun?: true
  readonly keepGoing?: true
}

type Tell = (done: Either<Problem, void>) => void

const programOf = (around: Surroundings, { version, questions, demo, releases }: Parts, tell: Tell): Command => {
  const program = new Command('programme-ledger')
    .description('A ledger of civil-service programmes: what was agreed, who was placed where, who came, and who says so.')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'explain a command')
    .helpCommand('help [command]', 'explain a command')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput(printing(around.output))
    .showHelpAfterError('Run "programme-ledger help" to see what there is.')

  queries(program.command('query').summary('ask a question, or list those that can be asked'), around, questions, tell)

  viewless(program.command('history'), 'print every event of a stream, and what became of it')
    .argument('<stream>', 'its name, which is the id of its thing: agreement-…, occasion-…')
    .action(async (stream: string, _, command: Command) => tell(await history(stream, typedOf(command), around)))

  viewpointOptions(viewless(program.command('explain'), 'print the events behind one row of a read model'))
    .argument('<read-model>', builtIn.map(({ name }) => name).join(', '))
    .argument('<key>', 'the key of the row')
    .action(async (readModel: string, key: string, _, command: Command) => tell(await explain(readModel, key, typedOf(command), around)))

  rollCommand(program, around, tell)

  viewless(program.command('record'), 'put a file of commands on record, all of it or nothing')
    .argument('<file>', 'YAML or JSON; see docs/recording-a-release.md')
    .option('--dry-run', 'try everything, write nothing')
    .option('--keep-going', 'record what can be recorded, though some of it is refused')
    .action(async (file: string, { dryRun, keepGoing }: RecordFlags, command: Command) =>
      tell(await record(file, { dryRun: dryRun === true, keepGoing: keepGoing === true }, typedOf(command), around)),
    )

  storeOption(helpful(program.command('rebuild').description('build every read model anew from the events'))).action(
    async (_, command: Command) => tell(await rebuild(typedOf(command), around)),
  )

  const copying = helpful(program.command('copy').description('copy a ledger into another store, event by event, and verify it'))
  textOption(copying, '--from <store>', `sqlite:FILE or esdb://… (default: ${COPY_VARIABLES.from})`)
  textOption(copying, '--to <store>', `the same; what is copied there already is gone on from (default: ${COPY_VARIABLES.to})`)
  keysOption(copying).action(async (_, command: Command) => tell(await copy(typedOf(command), around)))

  viewless(program.command('doctor'), 'examine a store: can it be used, is it whole, can every event be read')
    .option('--wide', 'also how many events there are of each type')
    .action(async ({ wide }: { readonly wide?: true }, command: Command) => tell(await doctor(typedOf(command), around, wide === true)))

  storeOption(
    helpful(program.command('demo').description('record five press releases and show what the ledger answers')),
    DEMO_STORE,
  ).action(async (_, command: Command) => {
    // Only where it is told to does the demo write into a ledger that may be somebody's own.
    const asked = readAsked(typedOf(command), { defaultStore: DEMO_STORE, keysFile: around.keysFile })
    if (E.isLeft(asked)) return tell(asked)
    const loaded = await releases()
    if (E.isLeft(loaded)) return tell(loaded)
    tell(await runDemo(asked.right.store, { ...demo, questions, releases: loaded.right }, around.output))
  })

  return program
}

/** The roll of one occasion from a CSV file. */
const rollCommand = (program: Command, around: Surroundings, tell: Tell): void => {
  const command = storeOption(helpful(program.command('roll').description('record the roll of an occasion from a CSV file')))
    .argument('<file>', 'columns person and code at least, or what "query roll --format csv" writes')
    .option('--dry-run', 'only say what it would come to')
  textOption(command, '--occasion <id>', 'the occasion whose roll it is (occasion-…), required')
  textOption(command, '--taken-on <day>', 'the day on which the roll was taken (YYYY-MM-DD)')
  textOption(command, '--source <id>', 'a source that it rests on (source-…); may be given several times')
  textOption(command, '--actor <account>', 'the account that records it (default: command-line)')
  command.action(async (file: string, { dryRun }: { readonly dryRun?: true }, used: Command) =>
    tell(await importRoll(file, dryRun === true, typedOf(used), around)),
  )
}

const viewless = (command: Command, about: string): Command => formatOption(storeOption(helpful(command.description(about))))

const helpful = (command: Command): Command =>
  command.showHelpAfterError(`Run "programme-ledger help ${command.name()}" to see what it takes.`)

/** A command for each question, so that each has its own options and its own help. */
const queries = (query: Command, around: Surroundings, questions: ReadonlyArray<AnyQuestion>, tell: Tell): void => {
  formatOption(helpful(query))
    .description('Without a name: the questions that can be asked. With one: its answer.')
    .usage('[name] [options]')
    .argument('[name]', 'the name of a question')
    // What follows an unknown name is no mistake of its own.
    .allowUnknownOption()
    .allowExcessArguments()
    .helpCommand(false)
    .action((name: string | undefined, _, command: Command) => {
      const known = questions.map((question) => question.name)
      if (name === undefined) tell(listQuestions(questions, typedOf(command), around))
      else if (name.startsWith('-')) command.error(`error: unknown option '${name}'`)
      else tell(E.left({ _tag: 'NoSuchName', what: 'question', name, known }))
    })
  for (const question of questions) {
    const command = query.command(question.name).description(question.about).allowExcessArguments(false)
    command.showHelpAfterError(`Run "programme-ledger query ${question.name} --help" to see what it takes.`)
    for (const [name, { about, required }] of Object.entries(question.parameters))
      textOption(command, `${flagOf(name)} <value>`, required ? `${about}, required` : about)
    viewpointOptions(command)
    formatOption(storeOption(command)).option('--wide', 'every column, also in a table')
    command.action(async ({ wide }: { readonly wide?: true }, used: Command) =>
      tell(await ask(question, typedOf(used), around, wide === true)),
    )
  }
}

/** How commander's own words reach the reader: as sentences, without the value of an option, which may be a password. */
const printing = (output: Output) => ({
  writeOut: (text: string): void => linesOf(text).forEach(output.write),
  writeErr: (text: string): void => linesOf(text).forEach(output.error),
  outputError: (text: string): void => output.error(sentenceOf(text)),
  getOutHelpWidth: (): number => output.columns,
  getErrHelpWidth: (): number => output.columns,
  getOutHasColors: (): boolean => false,
  getErrHasColors: (): boolean => false,
})

const linesOf = (text: string): ReadonlyArray<string> => text.trimEnd().split('\n')

const sentenceOf = (text: string): string => {
  const [said = '', ...hints] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n')
  const hidden = redactedWords(said.replace(/(--?[\w-]+)=.*'/s, "$1=…'"))
  const sentence = `${hidden.charAt(0).toUpperCase()}${hidden.slice(1).replace(/\.$/, '')}.`
  return onOneLine([sentence, ...hints].join(' '))
}

const redactedWords = (text: string): string =>
  text
    .split(/(\s|')/)
    .map((word) => (word.includes('@') ? redacted(word) : word))
    .join('')
