// How much room text takes on a terminal, where it may be broken, and what of it must not be printed as it is.

const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u
const ZERO_WIDTH = /^[\p{M}\p{Cf}]+$/u
const PLAIN = /^[\x20-\x7e]*$/
// Han, kana and full-width signs are written without spaces: a line may be broken after each of them (Hangul has spaces), though not before
// a closing sign nor after an opening one.
const UNSPACED =
  '\\u2e80-\\u2fff\\u3001-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60\\u{20000}-\\u{3fffd}'
const PIECE = new RegExp(`\\s*[（「『【《〈]*(?:[${UNSPACED}]|[^${UNSPACED}\\s]+)\\p{M}*[、。，．）」』】〉》！？：；]*`, 'gu')

// What a reader sees as one character: a flag, or a sign with its marks and what is joined to it. Not Intl.Segmenter, which in V8 copies the
// whole text for every segment of it.
const CHARACTER = /\p{RI}{2}|.(?:[\p{M}\p{Emoji_Modifier}]|\u200d\p{Extended_Pictographic})*/gsu

/** What a reader sees as one character each. */
export const charactersOf = (text: string): ReadonlyArray<string> => (PLAIN.test(text) ? [...text] : (text.match(CHARACTER) ?? []))

const cellsOfCharacter = (character: string): number => (ZERO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1)

/** The cells of a terminal that a line takes: two for each Chinese, Japanese or Korean character. */
export const widthOf = (line: string): number =>
  PLAIN.test(line) ? line.length : charactersOf(line).reduce((sum, character) => sum + cellsOfCharacter(character), 0)

// Control characters could move the cursor or rewrite what was printed; direction marks could make a value read as another one.
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** Text that is safe to print: what would act on the terminal is shown by its number instead. Line breaks stay; a tab becomes a space. */
export const printable = (text: string): string =>
  text
    .replace(/\r\n/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNPRINTABLE, (character) => (character === '\n' ? character : escaped(character)))

/** The text on one line of its own. */
export const onOneLine = (text: string): string => printable(text).replace(/\s*\n\s*/g, ' ')

/** The pieces of a line between which it may be broken; a piece keeps the blanks before it. */
const piecesOf = (line: string): ReadonlyArray<string> => line.trimEnd().match(PIECE) ?? []

/** The widest piece of a text that should stay in one piece. */
export const widestPiece = (text: string): number =>
  Math.max(0, ...text.split('\n').flatMap((line) => piecesOf(line).map((piece) => widthOf(piece.trim()))))

/** Breaks text into lines of at most so many cells: at blanks, between Chinese characters, and inside a word only where it is wider than a line. */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => text.split('\n').flatMap((line) => wrappedLine(line, width))

const wrappedLine = (line: string, width: number): ReadonlyArray<string> => {
  if (widthOf(line) <= width) return [line]
  const [start = ''] = /^ *(?:- )?/.exec(line) ?? []
  // What hangs below something goes on further in, so that it is not taken for the next thing.
  const indent = ' '.repeat(start === '' ? 0 : start.length + 2)
  const lines: Array<string> = []
  let current = ''
  for (const piece of piecesOf(line)) {
    if (widthOf((current + piece).trimEnd()) <= width) current += piece
    else {
      if (current.trim() !== '') lines.push(current.trimEnd())
      // A word that would have to be broken for the indent's sake goes in less far.
      const word = piece.trimStart()
      const rest = splitAt(indent.slice(0, Math.max(0, width - widthOf(word))) + word, width)
      lines.push(...rest.slice(0, -1))
      current = rest.at(-1) ?? ''
    }
  }
  return [...lines, current.trimEnd()]
}

const splitAt = (word: string, width: number): ReadonlyArray<string> => {
  const parts = ['']
  for (const character of charactersOf(word)) {
    const part = parts.at(-1) ?? ''
    if (part !== '' && widthOf(part) + widthOf(character) > width) parts.push(character)
    else parts[parts.length - 1] = part + character
  }
  return parts
}

/** Fills a line up with blanks to a width. */
export const padded = (line: string, width: number, side: 'left' | 'right' = 'right'): string => {
  const blanks = ' '.repeat(Math.max(0, width - widthOf(line)))
  return side === 'right' ? line + blanks : blanks + line
}

/** A line of at most so many cells; where something is left out, it ends in `…`. */
export const shortened = (line: string, width: number): string => {
  if (widthOf(line) <= width) return line
  const [head = ''] = splitAt(line, Math.max(1, width - 1))
  return `${head.trimEnd()}…`
}
