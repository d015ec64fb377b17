// What a model knows: the phases of an aggregate, and what each command may come to in each of them. Written as a table, for people to read:
//
//                   | NotRegistered | Registered      | Merged
//    RegisterPerson | Registered    | nothing refused | nothing refused
//    MergePersons   | refused       | Merged          | nothing refused
//
// A cell names all that may come of the command there, apart by spaces:
//
//    a phase    it is recorded, and leads to that phase; `stays`: it is recorded, and leads to none other
//    a phase*   the same, as a report only: it goes in flagged, and a decision is refused
//    nothing    it is so already: nothing is recorded
//    refused    it cannot be: nothing is recorded
//    -          nobody says it in that phase
//
// Where commands speak of different things (a batch, a cohort in it), each has a table of its own, below a blank line.

/** One cell of a table. */
export interface Cell {
  readonly command: string
  readonly phase: string
  /** All that may come of the command in the phase. */
  readonly outcomes: ReadonlyArray<string>
}

/** Tables of phases and commands. */
export interface PhaseTable {
  readonly commands: ReadonlyArray<string>
  /** The commands of each table. */
  readonly groups: ReadonlyArray<ReadonlyArray<string>>
  readonly cells: ReadonlyArray<Cell>
  readonly outcomes: (command: string, phase: string) => ReadonlyArray<string>
}

const cellsIn = (line: string): ReadonlyArray<string> => line.split('|').map((cell) => cell.trim())

const rowsIn = (table: string): ReadonlyArray<Cell> => {
  const [head = '', ...lines] = table.split('\n').filter((line) => line.includes('|'))
  const [, ...phases] = cellsIn(head)
  const known = new Set(['stays', 'stays*', 'nothing', 'refused', '-', ...phases.flatMap((phase) => [phase, `${phase}*`])])
  return lines.flatMap((line) => {
    const [command = '', ...row] = cellsIn(line)
    if (row.length !== phases.length) throw new Error(`${command} has ${row.length} cells for ${phases.length} phases`)
    return phases.map((phase, n) => {
      const named = row[n]?.split(/ +/) ?? []
      const unknown = named.find((one) => !known.has(one))
      if (unknown !== undefined) throw new Error(`${command} while ${phase}: '${unknown}' is neither a phase nor another outcome`)
      return { command, phase, outcomes: named.flatMap((one) => (one === '-' ? [] : [one.replace(/^(.+?)(\*?)$/, shown(phase))])) }
    })
  })
}

/** A phase that leads to itself stays. */
const shown =
  (phase: string) =>
  (_: string, outcome: string, mark: string): string =>
    `${outcome === phase ? 'stays' : outcome}${mark}`

/** Reads tables; what is no table fails the test that it stands in. */
export const phaseTable = (text: string): PhaseTable => {
  const tables = text.split(/\n\s*\n/).map(rowsIn)
  const groups = tables.map((rows) => [...new Set(rows.map(({ command }) => command))])
  const cells = tables.flat()
  const byPlace = new Map(cells.map(({ command, phase, outcomes }) => [`${command} ${phase}`, outcomes]))
  return { commands: groups.flat(), groups, cells, outcomes: (command, phase) => byPlace.get(`${command} ${phase}`) ?? [] }
}
