/** A place where a rule of the source is set aside, how often, and the reason. */
export interface Exception {
  readonly file: string
  readonly times: number
  readonly because: string
}

/** Generic seams and smart constructors: the places that may say `as`. A chain (`as unknown as A`) counts once. */
export const CASTS: ReadonlyArray<Exception> = [
  { file: 'src/domain/vocabulary/civil-date.ts', times: 1, because: 'The smart constructor: three numbers of the calendar are a day.' },
  { file: 'src/domain/vocabulary/count.ts', times: 1, because: 'The guard: what fits the shape is a count, but for its range.' },
  { file: 'src/domain/vocabulary/length.ts', times: 1, because: 'The guard: what fits the shape is a length, but for its range.' },
  { file: 'src/domain/vocabulary/name.ts', times: 1, because: 'The guard: what fits the shape is a name, but for the order of its days.' },
  {
    file: 'src/domain/vocabulary/period.ts',
    times: 1,
    because: 'The guard: what fits the shape is a period, but for the order of its days.',
  },
  {
    file: 'src/domain/vocabulary/stated-date.ts',
    times: 1,
    because: 'The guard: what fits the shape is a range of days, but for its order.',
  },
  { file: 'src/events/codec/command.ts', times: 1, because: 'Props of a whole and props of its parts are the same over a type parameter.' },
  { file: 'src/events/codec/event-value.ts', times: 2, because: 'The type picks the codec at run time: a catalogue is read by name.' },
  { file: 'src/events/route.ts', times: 1, because: 'Behind a route the types of one aggregate are its own affair.' },
  { file: 'src/projections/engine/columns.ts', times: 2, because: 'Only the column itself writes the cell that it reads back.' },
  {
    file: 'src/projections/engine/fold.ts',
    times: 1,
    because: 'The correlated union of `on`: the reading under a type takes events of that type.',
  },
  {
    file: 'src/projections/engine/question.ts',
    times: 1,
    because: 'A list of questions of many kinds: the parameters given are read by the question itself.',
  },
  {
    file: 'src/projections/resting-on.ts',
    times: 2,
    because:
      'A row that is being folded is its own: its lists grow, and some of its own fields are set, by names that the compiler cannot see through.',
  },
  { file: 'src/projections/engine/tables.ts', times: 1, because: 'Rows under the name of a projection were made by its own folds.' },
  { file: 'src/adapters/sqlite/driver.ts', times: 2, because: 'The edge to libsql, whose declarations do not say what raw rows hold.' },
  { file: 'src/ledger.ts', times: 2, because: 'What a route refuses with is what `RefusalOf` finds by the type of the command.' },
]

/** A promise of our own code is broken, or an error of the driver passes through to the one place that makes it a fault. */
export const THROWS: ReadonlyArray<Exception> = [
  {
    file: 'src/adapters/sqlite/append.ts',
    times: 1,
    because: "Rolls back, then passes on the driver's error to where it becomes a fault.",
  },
  {
    file: 'src/adapters/sqlite/driver.ts',
    times: 1,
    because: 'A statement of a closed connection: becomes a fault where all errors of the driver do.',
  },
]
