import * as E from 'fp-ts/lib/Either.js'

/** The value, or the end of the bench: what is measured here must not fail. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value)))
}
