import { type CivilDate, daysInMonth, isRealDay, lastOfMonth, toCivilDate } from './civil-date.js'

/**
 * One date of an EDTF text (a whole text, or one side of an interval), read literally: its first and last possible day, how finely it is
 * given, and whether it is marked approximate or uncertain.
 * @example
 * readSide('2023-09~') // => { earliest: '2023-09-01', latest: '2023-09-30', precision: 'month', vague: true }
 */
export interface Side {
  /** Absent where the thousands of the year are unspecified: such a date names no time. */
  readonly earliest?: CivilDate
  readonly latest?: CivilDate
  /** The finest part given without unspecified digits, the year at least. */
  readonly precision: 'year' | 'month' | 'day'
  readonly vague: boolean
}

const SIDE = /^([\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?([~?%]?)$/
const SEASON = /^(\d{4})-(2[1-9]|3\d|4[01])$/

/*
 * The months of the EDTF sub-year groupings, 1 to 12 in the year, 13 to 15 in the next. The standard gives no months for spring to winter
 * (21 to 24); taken are the widest in ordinary northern use, from the Chinese beginning of spring in February to the astronomical end,
 * and a winter may be that at the beginning or at the end of its year. 25 to 28 are northern, 29 to 32 southern.
 */
const SPRING = [2, 6] as const
const SUMMER = [5, 9] as const
const AUTUMN = [8, 12] as const
const WINTER = [1, 15] as const
const GROUPINGS: ReadonlyArray<readonly [first: number, last: number]> = [
  ...[SPRING, SUMMER, AUTUMN, WINTER],
  ...[SPRING, SUMMER, AUTUMN, WINTER],
  ...[AUTUMN, WINTER, SPRING, SUMMER],
  ...([1, 4, 7, 10] as const).map((month) => [month, month + 2] as const),
  ...([1, 5, 9] as const).map((month) => [month, month + 3] as const),
  ...([1, 7] as const).map((month) => [month, month + 5] as const),
]
const FIRST_GROUPING = 21

const readSeason = (year: number, grouping: number): Side | undefined => {
  const months = GROUPINGS[grouping - FIRST_GROUPING]
  if (months === undefined || year === 0) return undefined
  const [first, last] = months
  const latest = last <= 12 ? lastOfMonth(year, last) : year === 9999 ? '9999-12-31' : lastOfMonth(year + 1, last - 12)
  return { earliest: toCivilDate(year, first, 1), latest, precision: 'month', vague: false }
}

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Every number a pattern of digits and X may stand for, in order. */
const readings = (pattern: string): ReadonlyArray<number> =>
  [...pattern]
    .reduce<ReadonlyArray<string>>(
      (begun, sign) => begun.flatMap((digits) => (sign === 'X' ? DIGITS : [sign]).map((digit) => digits + digit)),
      [''],
    )
    .map(Number)

const upTo = (last: number): ReadonlyArray<number> => Array.from({ length: last }, (_, i) => i + 1)

const firstReal = (years: ReadonlyArray<number>, months: ReadonlyArray<number>, days: ReadonlyArray<number>): CivilDate | undefined => {
  for (const year of years)
    for (const month of months) for (const day of days) if (isRealDay(year, month, day)) return toCivilDate(year, month, day)
  return undefined
}

const precisionOf = (month: string | undefined, day: string | undefined): Side['precision'] => {
  if (month === undefined || month.includes('X')) return 'year'
  return day === undefined || day.includes('X') ? 'month' : 'day'
}

const withUnspecified = (year: string, month: string | undefined, day: string | undefined, vague: boolean): Side | undefined => {
  const years = readings(year)
  const months = month === undefined ? upTo(12) : readings(month)
  const days = day === undefined ? upTo(31) : readings(day)
  const earliest = firstReal(years, months, days)
  const latest = firstReal(years.toReversed(), months.toReversed(), days.toReversed())
  if (earliest === undefined || latest === undefined) return undefined
  const side = { precision: precisionOf(month, day), vague }
  return year.startsWith('X') ? side : { earliest, latest, ...side }
}

const plain = (year: number, month: number | undefined, day: number | undefined, vague: boolean): Side | undefined => {
  if (year === 0) return undefined
  if (month === undefined) return { earliest: toCivilDate(year, 1, 1), latest: toCivilDate(year, 12, 31), precision: 'year', vague }
  if (daysInMonth(year, month) === 0) return undefined
  if (day === undefined) return { earliest: toCivilDate(year, month, 1), latest: lastOfMonth(year, month), precision: 'month', vague }
  if (!isRealDay(year, month, day)) return undefined
  const only = toCivilDate(year, month, day)
  return { earliest: only, latest: only, precision: 'day', vague }
}

const toNumber = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits))

/**
 * Reads one date by its form and the calendar: year, month, day or season, X for unspecified digits, one of ~ ? % at the end.
 * `undefined` where it is none, names no real day, or lies outside the years 0001 to 9999.
 * @example
 * readSide('2023-02-29') // => undefined
 * readSide('XXXX-05-04') // => { precision: 'day', vague: false }
 */
export const readSide = (text: string): Side | undefined => {
  const season = SEASON.exec(text)
  if (season !== null) return readSeason(Number(season[1]), Number(season[2]))
  const [, year, month, day, qualifier] = SIDE.exec(text) ?? []
  if (year === undefined) return undefined
  const vague = qualifier !== ''
  return text.includes('X') ? withUnspecified(year, month, day, vague) : plain(Number(year), toNumber(month), toNumber(day), vague)
}
