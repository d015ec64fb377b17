import type { IRegularForbiddenRuleType } from 'dependency-cruiser'

/** One line of the import table: what may not import what, why, and where the code should go instead. */
export interface ImportRule {
  readonly name: string
  /** Told to whoever breaks the rule. */
  readonly because: string
  readonly from: IRegularForbiddenRuleType['from']
  readonly to: IRegularForbiddenRuleType['to']
  /** An import that breaks this rule: file → what it imports. A test plants each and sees that the rule speaks. */
  readonly planted: readonly [file: string, imports: string]
}

/** Every third-party package of the source, and the one place that may import it. */
const HOMES: ReadonlyArray<readonly [packageName: string, home: string]> = [
  ['fp-ts', '^src/'],
  ['io-ts', '^src/events/'],
  ['edtf', '^src/domain/vocabulary/edtf[.]ts$'],
  ['libsql', '^src/adapters/sqlite/'],
  ['@eventstore/db-client', '^src/adapters/eventstoredb/'],
  ['uuid', '^src/adapters/system/'],
  ['commander', '^src/adapters/cli/'],
  ['yaml', '^src/adapters/cli/'],
]

/** The packages that have a home. */
export const PACKAGES: ReadonlyArray<string> = HOMES.map(([name]) => name)

const inPackage = (name: string): string => `(^|/)node_modules/${name}/`
const ANY_PACKAGE = '(^|/)node_modules/'
const AGGREGATE = '^src/domain/(?!kernel/|vocabulary/)([^/]+)/'
/** The places that wire everything together. */
const WIRING = ['^src/ledger[.]ts$', '^src/index[.]ts$', '^src/adapters/cli/']

const homeRules: ReadonlyArray<ImportRule> = HOMES.filter(([name]) => name !== 'fp-ts').map(([name, home]) => ({
  name: `${name}-stays-at-home`,
  because: `Only ${home.replace(/[\^$[\]]/g, '')} knows the package ${name}, so that it can be replaced in one place: move the code there, and import what it offers.`,
  from: { path: '^src/', pathNot: home },
  to: { path: inPackage(name) },
  planted: ['src/projections/officers.ts', name],
}))

export const IMPORT_RULES: ReadonlyArray<ImportRule> = [
  {
    name: 'no-cycles',
    because:
      'Modules that import each other cannot be read, tested or moved one at a time: put what both need into a third module below them.',
    from: {},
    to: { circular: true },
    planted: ['src/domain/vocabulary/chicken.ts', './egg.js'],
  },
  {
    name: 'nothing-unresolved',
    because: 'The import leads nowhere: mend the path, or add the package to package.json.',
    from: {},
    to: { couldNotResolve: true },
    planted: ['src/projections/lost.ts', './nowhere.js'],
  },
  {
    name: 'kernel-stands-alone',
    because: 'The kernel is below everything and knows no noun: what it needs from elsewhere comes in as a parameter or a port.',
    from: { path: '^src/domain/kernel/' },
    to: { path: '^src/', pathNot: '^src/domain/kernel/' },
    planted: ['src/domain/kernel/execute.ts', '../vocabulary/count.js'],
  },
  {
    name: 'vocabulary-knows-the-kernel-only',
    because: 'Vocabulary is what every aggregate speaks: a value that needs an aggregate belongs to that aggregate.',
    from: { path: '^src/domain/vocabulary/' },
    to: { path: '^src/', pathNot: '^src/domain/(kernel|vocabulary)/' },
    planted: ['src/domain/vocabulary/count.ts', '../people/person.js'],
  },
  {
    name: 'aggregates-do-not-meet',
    because:
      'An aggregate decides from its own events: refer to the other one by id, bring its evidence in the command; what both say belongs in vocabulary.',
    from: { path: AGGREGATE },
    to: { path: AGGREGATE, pathNot: '^src/domain/$1/' },
    planted: ['src/domain/people/person.ts', '../posts/post.js'],
  },
  {
    name: 'one-gathering-of-aggregates',
    because:
      'Only src/domain/ledger.ts gathers the aggregates, and no part of the domain may look down from there: import the part itself.',
    from: { path: '^src/domain/[^/]+/' },
    to: { path: '^src/domain/[^/]+[.]ts$' },
    planted: ['src/domain/people/merge.ts', '../ledger.js'],
  },
  {
    name: 'no-other-file-above-aggregates',
    because:
      'The file src/domain/ledger.ts is the one that may import all aggregates: add a line there, or put the file in the folder of its noun.',
    from: { path: '^src/domain/[^/]+[.]ts$', pathNot: '^src/domain/ledger[.]ts$' },
    to: { path: AGGREGATE },
    planted: ['src/domain/overview.ts', './people/person.js'],
  },
  {
    name: 'domain-knows-no-outside',
    because:
      'What is true of the work holds whoever stores or asks it: codecs go to events/, questions to projections/, technology to adapters/.',
    from: { path: '^src/domain/' },
    to: { path: '^src/', pathNot: '^src/domain/' },
    planted: ['src/domain/posts/post.ts', '../../events/catalogue.js'],
  },
  {
    name: 'events-know-the-domain-only',
    because: 'How facts are written down depends on the facts alone: what reads them goes to projections/, what stores them to adapters/.',
    from: { path: '^src/events/' },
    to: { path: '^src/', pathNot: '^src/(domain|events)/' },
    planted: ['src/events/catalogue.ts', '../projections/officers.js'],
  },
  {
    name: 'projections-know-the-domain-only',
    because:
      'A projection is a pure fold of decoded events, the same on every store: decoding comes in as an EventFormat, storage as a RowStore.',
    from: { path: '^src/projections/' },
    to: { path: '^src/', pathNot: '^src/(domain|projections)/' },
    planted: ['src/projections/posts.ts', '../events/catalogue.js'],
  },
  {
    name: 'adapters-do-not-meet',
    because: 'One technology per folder, each of which can be left out: what two adapters need is a port in domain/kernel or projections/.',
    from: { path: '^src/adapters/(?!cli/)([^/]+)/' },
    to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    planted: ['src/adapters/sqlite/file.ts', '../memory/index.js'],
  },
  {
    name: 'adapters-do-not-wire',
    because: 'An adapter serves a port and is handed to the ledger by whoever opens it: only adapters/cli may use the whole ledger.',
    from: { path: '^src/adapters/(?!cli/)' },
    to: { path: '^src/[^/]+[.]ts$' },
    planted: ['src/adapters/memory/shortcut.ts', '../../ledger.js'],
  },
  {
    name: 'the-entry-is-for-outsiders',
    because: 'The file src/index.ts is the face for those outside: inside, import the module that declares the name.',
    from: { path: '^src/', pathNot: '^src/adapters/cli/' },
    to: { path: '^src/index[.]ts$' },
    planted: ['src/ledger.ts', './index.js'],
  },
  {
    name: 'only-wiring-knows-adapters',
    because: 'Only ledger.ts, index.ts and adapters/cli choose a technology: take a port as a parameter instead.',
    from: { path: '^src/', pathNot: ['^src/adapters/', ...WIRING] },
    to: { path: '^src/adapters/' },
    planted: ['src/events/submit.ts', '../adapters/system/clock.js'],
  },
  {
    name: 'node-stays-in-adapters',
    because: "Node's own modules are technology: put the code into an adapter, behind a port.",
    from: { path: '^src/', pathNot: '^src/adapters/' },
    to: { dependencyTypes: ['core'] },
    planted: ['src/domain/kernel/clock.ts', 'node:fs'],
  },
  ...homeRules,
  {
    name: 'no-other-package',
    because:
      'Each third-party package has one home, named in test/architecture/import-rules.ts: a new one needs a decision in docs/decisions.',
    from: { path: '^src/' },
    to: { path: ANY_PACKAGE, pathNot: PACKAGES.map(inPackage) },
    planted: ['src/adapters/report/table.ts', 'vitest'],
  },
  {
    name: 'outsiders-use-the-package-by-name',
    because:
      "Examples and measurements are what an embedder would write: import from 'programme-ledger', and export there what is missing.",
    // The bench measures parts that are no embedder's business; it reaches them through one door.
    from: { path: '^(examples|bench)/', pathNot: '^bench/internals[.]ts$' },
    to: { path: '^src/' },
    planted: ['examples/first.ts', '../src/ledger.js'],
  },
]
