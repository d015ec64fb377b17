import type { CommandContext, LedgerCommand, SourceId } from 'programme-ledger'

/** What a public document says, as the commands that record it. */
export interface Release {
  readonly id: string
  readonly title: string
  readonly says: ReadonlyArray<Said>
}

/** One command, and who says so. */
export interface Said {
  readonly command: LedgerCommand
  readonly context: CommandContext
}

/** The id of the n-th command of a document: always the same, so that recording the document twice adds nothing. */
export const commandId = (document: number, n: number): string =>
  `018f0000-0000-7000-80${document.toString(16).padStart(2, '0')}-${n.toString(16).padStart(12, '0')}`

/** Reads a document into commands: all of them reports, resting on the source itself unless a command names its own. */
export const release = (
  document: number,
  title: string,
  source: SourceId,
  commands: ReadonlyArray<LedgerCommand | { readonly on: ReadonlyArray<SourceId>; readonly record: LedgerCommand }>,
): Release => ({
  id: `S${document}`,
  title,
  says: commands.map((one, n) => ({
    command: 'record' in one ? one.record : one,
    context: {
      commandId: commandId(document, n),
      actor: 'records-office',
      mode: 'report',
      sources: 'record' in one ? one.on : [source],
    },
  })),
})
