/** One line of docs/features.md. */
export interface Feature {
  readonly name: string
  readonly group: string
  readonly commands: ReadonlyArray<string>
  readonly questions: ReadonlyArray<string>
  /** Absent where there is none yet. */
  readonly test: string | undefined
}

/** The three lists of the page. */
export type Kind = 'features' | 'rules' | 'tables'

export const kindOf = ({ group }: Feature): Kind => {
  if (group === 'rule') return 'rules'
  return group === 'table' ? 'tables' : 'features'
}

const quoted = (cell: string): ReadonlyArray<string> => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)

/** Reads the lines of every table of the page: feature, group, commands, questions, test. */
export const featuresIn = (page: string): ReadonlyArray<Feature> =>
  page.split('\n').flatMap((line) => {
    const [name, group, commands, questions, test, ...more] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (test === undefined || more.length > 0 || name === 'feature' || /^-+$/.test(name ?? '')) return []
    return [
      { name: name ?? '', group: group ?? '', commands: quoted(commands ?? ''), questions: quoted(questions ?? ''), test: quoted(test)[0] },
    ]
  })
