/** A number with commas between its thousands, the same in every country. */
export const grouped = (n: number): string => n.toLocaleString('en-US')

/** A span of time in words: `40 ms`, `2.4 s`, `12 s`, `3 min 5 s`. */
export const lasting = (ms: number): string => {
  const seconds = Math.round(ms / 1000)
  if (ms < 1_000) return `${Math.round(ms)} ms`
  if (ms < 9_950) return `${(ms / 1000).toFixed(1)} s`
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** `1 event`, `2,000 events`. */
export const counted = (n: number, what: string): string => `${grouped(n)} ${what}${n === 1 ? '' : 's'}`
