import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { commandFileSchema } from '../../src/events/schema.js'
import { programme } from '../adapters/cli/screen.js'
import { accepts } from '../events/schema-checker.js'
import { cleanUp, freshFile } from '../support/stores.js'

cleanUp()

interface Block {
  readonly language: string
  readonly text: string
}

const page = readFileSync(new URL('../../docs/recording-a-release.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']): Block => ({ language, text }))
const example = blocks.find(({ language }) => language === 'yaml')?.text ?? ''

const folder = dirname(freshFile())
const file = join(folder, 'sixth.yaml')

/** Runs a line of the page as it is typed, on the page's own file. */
const typed = async (line: string): Promise<string> => {
  const words = line.split(' ').slice(1)
  const args = words.map((word) => (word === 'sixth.yaml' ? file : word))
  const { out, errors } = await programme(args, { defaultStore: `sqlite:${join(folder, 'ledger.db')}`, columns: 100 })
  return [out, ...errors].filter(Boolean).join('\n').replaceAll(file, 'sixth.yaml')
}

describe('the page on recording a release', () => {
  it('shows what its commands print', async () => {
    writeFileSync(file, example)
    const runs = blocks.flatMap(({ language, text }, nth) => {
      const shown = blocks[nth + 1]
      return language === 'sh' && shown?.language === 'text' ? [{ lines: text.trim().split('\n'), shown: shown.text }] : []
    })
    expect(runs).toHaveLength(2)
    for (const { lines, shown } of runs) {
      let last = ''
      for (const line of lines) last = await typed(line)
      expect(`${last}\n`).toBe(shown)
    }
    expect(await typed('programme-ledger record sixth.yaml')).toContain('0 recorded, 5 recorded before.')
  })

  it('shows how a fault is told', async () => {
    writeFileSync(file, example.replace('kind: about', 'kind: roughly'))
    expect(`${await typed('programme-ledger record sixth.yaml')}\n`).toBe(blocks.at(-1)?.text)
  })

  it('has an example that its own schema accepts', () => {
    const schema = commandFileSchema()
    expect(accepts(schema, parse(example), schema)).toBe(true)
  })
})
