import * as E from 'fp-ts/lib/Either.js'

const shown = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}n` : one)) ?? String(value)

/** The value of a success; a failure fails the test and is shown whole. */
export const right = <A>(either: E.Either<unknown, A>): A => {
  if (E.isLeft(either)) throw new Error(`expected a success, got ${shown(either.left)}`)
  return either.right
}

/** The value of a failure; a success fails the test. */
export const left = <F>(either: E.Either<F, unknown>): F => {
  if (E.isRight(either)) throw new Error(`expected a failure, got ${shown(either.right)}`)
  return either.left
}
