/** The part of the untyped `edtf` package that is used here. */
declare module 'edtf' {
  /** The syntax tree of an EDTF text; throws where the text is none. */
  export const parse: (text: string) => unknown
}
