import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

// The examples are run as an embedder's programs would be: compiled, under plain Node, in an empty folder.

const run = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'programme-ledger-example-'))
  try {
    return execFileSync(process.execPath, [resolve(`dist/examples/${name}.js`)], { cwd: folder, encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe('examples', () => {
  it('embed: officers in post on two days', () => {
    expect(run('embed')).toBe('2024-01-15 =10 sure\n2024-03-18 ≤10 cannot tell\n')
  })

  it('embed: is the program that the README shows', () => {
    expect(readFileSync('README.md', 'utf8')).toContain(readFileSync('examples/embed.ts', 'utf8').trimEnd())
  })

  it('record-releases: five documents, each recorded once', () => {
    const lines = run('record-releases').trimEnd().split('\n')
    expect(lines.slice(1, 6).map((line) => line.slice(0, 3))).toStrictEqual(['S0:', 'S1:', 'S2:', 'S3:', 'S4:'])
    expect(lines.slice(-2)).toStrictEqual([
      'after the first round the log ends at position 99',
      'after the second round the log ends at position 99',
    ])
  })

  it("own-read-model: an embedder's read model is followed, asked from earlier, rebuilt and explained", () => {
    const now = [
      '  organisation-csb: agreement-national-studies',
      '  organisation-guangdong: agreement-gba',
      '  organisation-hksar: agreement-gba',
      '  organisation-nag: agreement-national-studies',
    ]
    expect(run('own-read-model').trimEnd().split('\n')).toStrictEqual([
      'parties now',
      ...now,
      'parties as known after the first document',
      '  organisation-csb: agreement-national-studies',
      '  organisation-nag: agreement-national-studies',
      'parties after a rebuild',
      ...now,
      'why organisation-nag',
      '  AgreementSigned, on source-s0',
    ])
  })
})
