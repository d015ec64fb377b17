import type { Coded } from '../../../domain/kernel/decider.js'
import type { EntryRefusal } from '../../../domain/kernel/entry.js'
import type { EventPlace } from '../../../domain/kernel/event-format.js'
import type { CommandIdReused } from '../../../domain/kernel/failure.js'
import type { RightsRefusal } from '../../../domain/rights/rights.js'
import { invalid } from '../../../domain/vocabulary/invalid.js'
import type { InvalidCommand, UnknownReference } from '../../../events/submit.js'
import type { ReadFault } from '../../../projections/engine/reading.js'
import type { FileProblem, Problem } from '../problem.js'
import { inline } from './plain.js'
import { onOneLine } from './width.js'

// The one place where refusals, faults and problems become sentences: what is wrong, where, and what to do about it.

/** A problem as sentences, one on each line. */
export const sentencesOf = (problem: Problem): ReadonlyArray<string> => {
  const told = ofProblem(problem)
  return (typeof told === 'string' ? [told] : told).map(onOneLine)
}

/** What a parser says was given where nothing was. */
const NOTHING = invalid('', undefined).given

const ofProblem = (problem: Problem): string | ReadonlyArray<string> => {
  switch (problem._tag) {
    case 'WrongUsage':
      return problem.wrong.map(({ at, expected, given }) =>
        given === NOTHING ? `${at} is missing: it takes ${expected}.` : `${at} takes ${expected}, not ${given}.`,
      )
    case 'NoSuchName':
      return `There is no ${problem.what} called ${JSON.stringify(problem.name)}; there are: ${problem.known.join(', ')}.`
    case 'NoLedgerThere':
      return `There is no ledger at ${problem.at}. Name another with --store, or run "programme-ledger demo" to make one with something in it.`
    case 'PackageMissing':
      return `The package ${problem.name} is not installed, which ${problem.for} need. Install it beside programme-ledger: npm install ${problem.name}@6.2.1`
    case 'NotCopied':
      return ofCopyFault(problem)
    case 'NotSound':
      return `${problem.wrong === 1 ? 'One thing is' : `${problem.wrong} things are`} wrong with the store at ${problem.at}.`
    case 'NothingOnRecord':
      return `There is nothing on record for ${problem.of}. See that the id, the viewpoint and the store are those you mean.`
    case 'Refused':
      return `${problem.during}: ${ofRefusal(problem.refusal)}`
    case 'Faulted':
      return ofFault(problem.fault)
    case 'FileUnreadable':
      return `The file ${problem.file} cannot be recorded: ${problem.cause}.`
    case 'FileRefused':
      return ofFile(problem)
    case 'DemoIncomplete':
      return `The demo cannot be shown: this version has no ${problem.missing}. Install the package again, whole.`
  }
}

const MOST_TOLD = 100

/** One line for each place, as compilers and editors write them, then what became of the file. */
const ofFile = ({ file, problems, written }: Extract<Problem, { readonly _tag: 'FileRefused' }>): ReadonlyArray<string> => {
  const lines = problems.slice(0, MOST_TOLD).map(({ place, why }) => `${file}:${place.line}:${place.column}: ${ofFileProblem(why)}`)
  const more = problems.length > MOST_TOLD ? [`… and ${problems.length - MOST_TOLD} more.`] : []
  const end = written
    ? 'The rest of the file is recorded. Mend these lines and run it again: what is recorded stays as it is.'
    : 'Nothing was written. Mend these lines and run it again, or record the rest with --keep-going.'
  return [...lines, ...more, end]
}

const ofFileProblem = (why: FileProblem['why']): string => {
  switch (why._tag) {
    case 'NotReadable':
      return `this cannot be read: ${why.why}.`
    case 'Wrong': {
      const { path, expected, given } = why.invalid
      return `${[why.type, path].filter(Boolean).join(' ')}${why.type === undefined && path === '' ? '' : ': '}${expected} expected, ${given} given.`
    }
    case 'Refused':
      return `${why.type}: ${ofRefusal(why.refusal)}`
    case 'Changed':
      return why.label === undefined
        ? `${why.type}: this was recorded before in another context (who, in which mode, on which sources). Put back what stood there; what was wrong is mended with CorrectEntry, another source is added with CiteEntry.`
        : `${why.type}: this was recorded before under the label ${why.label} with other content. Put back what stood there, and mend the entry with CorrectEntry; or give a new command a new label.`
  }
}

const placeOf = ({ stream, revision, position }: EventPlace): string => `revision ${revision} of ${stream} (position ${position})`

/** Why a ledger was not copied, and what is to be done before it is tried again. */
const ofCopyFault = ({ from, to, fault }: Extract<Problem, { readonly _tag: 'NotCopied' }>): string => {
  if (fault._tag === 'CopyFaulted') {
    const of = fault.side === 'source' ? `The source, ${from}` : `The target, ${to}`
    return `${of}: ${ofFault(fault.fault)}`
  }
  const at = `${placeOf(fault.at)}, event ${fault.at.id}`
  switch (fault.why) {
    case 'an event is missing':
      return `The target, ${to}, lacks an event that was written to it: ${at} of the source. Another program has changed it; copy into a new store.`
    case 'the source holds nothing more':
      return `The target, ${to}, holds more than the source: ${at} is not in ${from}. Nothing was written; copy into an empty store, or one that holds the beginning of this ledger.`
    case 'another event lies there':
    case 'its type is another':
    case 'its content is another':
    case 'its metadata is another':
    case 'it was recorded at another instant':
      return `The target, ${to}, is not a copy of ${from}: at ${at}, ${fault.why}. Copy into an empty store, or one that holds the beginning of this ledger.`
  }
}

/** What failed, where, and what to do. */
export const ofFault = (fault: ReadFault): string => {
  switch (fault._tag) {
    case 'RevisionConflict':
      return `Another writer keeps adding to ${fault.stream} (${revisionOf(fault.expected)} expected, ${revisionOf(fault.actual)} found). Nothing was written; try again.`
    case 'AppendInvalid':
      if (fault.why === 'the append is too large')
        return `Nothing was written to ${fault.stream}: it is more than the server takes in one piece. Record it in smaller commands, or raise the server's limit and maxAppendBytes.`
      return `Nothing was written to ${JSON.stringify(fault.stream)}: ${fault.why}. This is a fault of the program; please report it.`
    case 'AppendInDoubt':
      return `The store did not say whether it wrote to ${fault.stream}: ${fault.cause}. Send the same command again, under the same id: it is written once, whatever became of it.`
    case 'LogUnavailable':
      return `The store cannot be used now: ${fault.cause}. See that it is there, readable and not locked, then try again.`
    case 'LogDamaged':
      return `The store is damaged at ${fault.at}: ${fault.cause}. Nothing was changed; restore it from a copy.`
    case 'UnknownEventType':
      return `This version does not know events of type ${fault.type} in schema ${fault.schema}, such as ${placeOf(fault)}. Install the version of programme-ledger that wrote them, or a newer one.`
    case 'UndecodableEvent':
      return `The event at ${placeOf(fault)} is not a readable ${fault.type}: ${fault.expected} expected${fault.path === '' ? '' : ` at ${fault.path}`}. Restore the store from a copy, or read it with the version that wrote it.`
    case 'RevisionGap':
      return `Events are missing in ${fault.stream}: revision ${fault.expected} expected, ${fault.found} found at position ${fault.position}. Restore the store from a copy; nothing is answered over a gap.`
    case 'ProjectionMisnamed':
      return `The read model ${JSON.stringify(fault.name)} cannot be used: ${fault.why}.`
    case 'ViewpointInvalid':
      return `Nothing can be seen from this viewpoint: ${fault.why}.`
    case 'RowsUnavailable':
      return `The read models cannot be read or written now: ${fault.cause}. Try again.`
    case 'RowsDamaged':
      return `The row ${JSON.stringify(fault.key)} of the read model ${fault.table} was changed by another hand: ${fault.cause}. Run "programme-ledger rebuild".`
    case 'CheckpointMoved':
      return `Another process is bringing the read model ${fault.table} up to date. Try again.`
  }
}

const revisionOf = (expected: bigint | 'no-stream'): string => (expected === 'no-stream' ? 'no such stream' : `revision ${expected}`)

type SpokenRefusal = EntryRefusal | CommandIdReused | InvalidCommand | UnknownReference | RightsRefusal

const spoken: { readonly [T in SpokenRefusal['_tag']]: true } = {
  EntryNotFound: true,
  EntryNotAmendable: true,
  EntryAlreadyVoided: true,
  EntryOfOtherType: true,
  EntryOfOtherStream: true,
  NothingToPrefer: true,
  SourceMissing: true,
  CommandIdReused: true,
  InvalidCommand: true,
  UnknownReference: true,
  NotPermitted: true,
  NoAdministratorYet: true,
  NoRightsOnRecord: true,
  LastAdministrator: true,
  RightsStandAsRecorded: true,
}

const isSpoken = (refusal: Coded): refusal is SpokenRefusal => Object.hasOwn(spoken, refusal._tag)

/** Why the business says no: in words of its own for what every stream has, else by the code and its facts. */
export const ofRefusal = (refusal: Coded): string => (isSpoken(refusal) ? ofSpoken(refusal) : ofCode(refusal))

const ofSpoken = (refusal: SpokenRefusal): string => {
  switch (refusal._tag) {
    case 'EntryNotFound':
      return `there is no entry ${refusal.entry} in ${refusal.stream}. "programme-ledger history ${refusal.stream}" shows those that are there.`
    case 'EntryNotAmendable':
      return `${refusal.entry} is itself a statement about an entry (${refusal.type}). Name the entry that it speaks of.`
    case 'EntryAlreadyVoided':
      return `the entry ${refusal.entry} was voided by ${refusal.by}. Record what is right as a new entry.`
    case 'EntryOfOtherType':
      return `the entry ${refusal.entry} is ${withArticle(refusal.type)}, the value given ${withArticle(refusal.given)}. Void the entry and record another instead.`
    case 'EntryOfOtherStream':
      return `the entry ${refusal.entry} belongs to ${refusal.stream}, the value given to ${refusal.given}. Void the entry and record it there instead.`
    case 'NothingToPrefer':
      return `${refusal.preferred} is no value of the entry ${refusal.entry}. Name the entry itself or one of its disputes.`
    case 'SourceMissing':
      return `the command on the entry ${refusal.entry} rests on no source. Name at least one in its context.`
    case 'CommandIdReused':
      return `the command id ${refusal.commandId} was sent to ${refusal.stream} before, with other content. Make a new id for a new command.`
    case 'InvalidCommand':
      return `the command is not of its form: ${refusal.problems.map(({ path, expected, given }) => `${path === '' ? '' : `${path}: `}${expected} expected, ${given} given`).join('; ')}.`
    case 'UnknownReference':
      return `nothing is on record for ${refusal.ids.join(', ')}. Register what is missing first, or mend the ids.`
    case 'NotPermitted':
      return `the account ${inline(refusal.actor)} may not send ${refusal.command}: it does not hold the right "${refusal.right}". Ask an administrator to grant it, or send it from an account that does.`
    case 'NoAdministratorYet':
      return `the first grant gives ${inline(refusal.account)} ${refusal.rights.join(', ')}, and nobody could grant any more. Let it give "administer", to this account or another.`
    case 'NoRightsOnRecord':
      return `the account ${inline(refusal.account)} was never granted any right. See that it is written as in the grant.`
    case 'LastAdministrator':
      return `${inline(refusal.account)} is the last account with the right "administer". Grant it to another one first.`
    case 'RightsStandAsRecorded':
      return `rights are not changed by ${refusal.command}: what was permitted stays on record. Use GrantRights or WithdrawRights.`
  }
}

const ofCode = ({ _tag, ...facts }: Coded): string => {
  const told = Object.entries(facts).map(([name, value]) => `${inWords(name)} ${inline(value)}`)
  return `${inWords(_tag)}${told.length === 0 ? '' : ` (${told.join(', ')})`}.`
}

/** `PlacementNotConfirmed` becomes `placement not confirmed`. */
const inWords = (code: string): string => code.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : ' '}${letter.toLowerCase()}`)

const withArticle = (type: string): string => `${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type}`
