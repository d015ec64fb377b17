/** A record that may have been merged into another. */
export interface Merged<Id extends string> {
  readonly id: Id
  readonly mergedInto: Id | undefined
}

/**
 * Follows mergers to the record that goes on in the end, as known at the time asked. Records merged in a circle end at the last one before it
 * closes.
 */
export const survivorIn = <Id extends string>(records: ReadonlyArray<Merged<Id>>): ((id: Id) => Id) => {
  const into = new Map(records.map(({ id, mergedInto }) => [id, mergedInto]))
  const last = (id: Id, met: ReadonlyArray<Id>): Id => {
    const next = into.get(id)
    return next === undefined || met.includes(next) ? id : last(next, [...met, next])
  }
  return (id) => last(id, [id])
}
