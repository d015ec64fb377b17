import type { Figure } from './measure.js'

// The figures for people.

const number = (value: number): string => value.toLocaleString('en')

const side = (value: number | null, range: readonly [number, number] | null, unit: string): string =>
  value === null || range === null ? '' : `${number(value)} ${unit} (${number(range[0])}–${number(range[1])})`

const columns = (name: string, ours: string, baseline: string, ratio: string, target: string, rss: string): string =>
  [name.padEnd(22), ours.padEnd(38), baseline.padEnd(38), ratio.padStart(6), target.padStart(8), rss.padStart(9)].join(' ')

export const header = columns('', 'ours: median (min–max)', 'baseline', 'ratio', 'target', 'peak RSS')

/** `*` marks a target that was missed. */
export const lineOf = ({ name, ours, oursRange, baseline, baselineRange, unit, ratio, target, peakRssMiB }: Figure): string =>
  columns(
    name,
    side(ours, oursRange, unit),
    side(baseline, baselineRange, unit),
    ratio === null ? '' : ratio.toFixed(2),
    target === null ? '' : `≥ ${target}${ratio !== null && ratio < target ? '*' : ' '}`,
    `${peakRssMiB} MiB`,
  )

/** What each baseline selects and writes. */
export const closing = (figures: ReadonlyArray<Figure>): string =>
  [
    '',
    'Medians of interleaved runs in one process; ratio: how many times as fast ours is; * below its target. One driver, WAL, synchronous=FULL.',
    'Events hold 132 bytes of data and 234 of metadata on average; before the medians, one round of all sides that does not count.',
    'What each baseline selects and writes:',
    ...figures.map(({ name, size, runs, baselineIs }) => `  ${name.padEnd(22)} ${baselineIs}. ${size}; ${runs} runs.`),
  ].join('\n')
