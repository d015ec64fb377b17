/** What a record of a person or an organisation goes on as. */
export type Survivor = <Id extends string>(id: Id) => Id

interface Merged {
  readonly id: string
  readonly mergedInto?: string
}

/**
 * Follows mergers to their end, as known at the time asked. Records that were merged in a circle, each into the other, stay themselves: the
 * first one met answers.
 */
export const survivorIn = (records: ReadonlyArray<Merged>): Survivor => {
  const into = new Map(records.flatMap(({ id, mergedInto }) => (mergedInto === undefined ? [] : [[id, mergedInto] as const])))
  const last = (id: string, met: ReadonlyArray<string>): string => {
    const next = into.get(id)
    return next === undefined || met.includes(next) ? id : last(next, [...met, next])
  }
  // A merger joins records of one kind, so that the id it ends at is of the kind it began with.
  return <Id extends string>(id: Id): Id => last(id, [id]) as Id
}
