import * as fc from 'fast-check'

// Contents of commands for models: few values of each, so that commands meet each other.

type Fields<A> = { readonly [K in keyof A]: fc.Arbitrary<A[K]> }

/** What is always said, and what may be left out. */
export const said = <A extends object, B extends object>(always: Fields<A>, perhaps: Fields<B>) =>
  fc.tuple(fc.record<A>({ ...always }), fc.record<B, never>({ ...perhaps }, { requiredKeys: [] })).map(([a, b]) => ({ ...a, ...b }))

/** One of these days, as a source states it. */
export const days = (...stated: ReadonlyArray<string>): fc.Arbitrary<{ readonly edtf: string }> =>
  fc.constantFrom(...stated).map((edtf) => ({ edtf }))

/** One name. */
export const names = fc.constantFrom([{ text: 'Exchange', language: 'en' }], [{ text: 'Programme of Exchange', language: 'en' }])
