/*
 * "Early December", "mid-March", "late June"; in Chinese sources 12月上旬, 3月中旬, 6月下旬. Design, settled points: days 1 to 10,
 * 11 to 20, 21 to the end.
 */

/**
 * A third of a month (1 to 12).
 * @example
 * partOfMonth('early December 2024') // => { month: 12, part: 'early', year: 2024 }
 */
export interface PartOfMonth {
  readonly month: number
  readonly part: 'early' | 'mid' | 'late'
  /** Where the words name the year too. */
  readonly year?: number
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const NAME = MONTHS.map((month) => (month === 'may' ? month : `${month.slice(0, 3)}(?:${month.slice(3)}|\\.)?`)).join('|')
const ENGLISH = new RegExp(`\\b(early|mid|late)[ -]+(${NAME})(?![a-z])(?:,? +(\\d{4})\\b)?`, 'gi')
const CHINESE = /(?:(\d{4})年)?(?<!\d)(0?[1-9]|1[0-2])月份?(上|中|下)旬/g
/** "Before early December" and "early to mid December" say something else: then the words give no window. */
const OTHER_SENSE =
  /\b(?:before|after|until|till|by|not|than)\s+(?:early|mid|late)\b|\b(?:early|mid|late)\b.*\b(?:early|mid|late)\b|[上中下]旬.*[上中下]旬|[上中下]旬(?:前|後|后|之)/is

const PARTS = new Map<string, PartOfMonth['part']>([
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
  ['上', 'early'],
  ['中', 'mid'],
  ['下', 'late'],
])

const found = (part: string | undefined, month: number, year: string | undefined): PartOfMonth | undefined => {
  const known = PARTS.get(part?.toLowerCase() ?? '')
  return known && { month, part: known, ...(year !== undefined && { year: Number(year) }) }
}

/**
 * The one third of a month that the words name; `undefined` where they name none, or more than one, or only a day before or after it.
 * @example
 * partOfMonth('in mid-March') // => { month: 3, part: 'mid' }
 * partOfMonth('2024年12月上旬') // => { month: 12, part: 'early', year: 2024 }
 * partOfMonth('early to mid December') // => undefined
 */
export const partOfMonth = (words: string): PartOfMonth | undefined => {
  if (OTHER_SENSE.test(words)) return undefined
  const [english] = words.matchAll(ENGLISH)
  if (english !== undefined) {
    const name = english[2]?.slice(0, 3).toLowerCase() ?? ''
    return found(english[1], MONTHS.findIndex((month) => month.startsWith(name)) + 1, english[3])
  }
  const [chinese] = words.matchAll(CHINESE)
  return chinese && found(chinese[3], Number(chinese[2]), chinese[1])
}
