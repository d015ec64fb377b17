/** "None" and "the end" go over the wire as the largest unsigned number. */
export const NONE = 18446744073709551615n

const SIGNED_LIMIT = 2n ** 63n

export const unsigned = (value: bigint): string => (value < 0n ? NONE : value).toString()

/** A number that the server keeps as a signed one: larger ones throw there. */
export const signed = (text: string): bigint => {
  const value = BigInt(text)
  if (value >= SIGNED_LIMIT) throw new RangeError(`${text} is no signed 64-bit number`)
  return value
}
