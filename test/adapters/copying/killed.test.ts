import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { EventLog } from '../../../src/domain/kernel/event-log.js'
import { everything } from '../../support/copy-contract.js'
import { anEvent, given, idsOf, readOn } from '../../support/event-log-samples.js'
import { cleanUp, freshFile } from '../../support/stores.js'
import { opened } from '../sqlite/ledger-file.js'

cleanUp()

const COPIER = fileURLToPath(new URL('copier.ts', import.meta.url))

/** Copies in a process of its own, which is killed once it has said so many times how far it is. */
const copying = async (from: string, to: string, killAfter = Number.POSITIVE_INFINITY) => {
  const child = spawn(process.execPath, ['--import', 'tsx', COPIER, from, to], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const said: Array<string> = []
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line)
    if (said.filter((each) => each.startsWith('copying')).length === killAfter) child.kill('SIGKILL')
  }
  const [code] = await ended
  return { said, code }
}

/** A ledger whose streams take turns, so that hardly two events go together. */
const aSource = async (file: string, events: number): Promise<EventLog> => {
  const { log } = opened(file, { synchronous: 'NORMAL' })
  const streams = ['sample-a', 'sample-b', 'sample-c'] as const
  for (let i = 0; i < events; i++) {
    const stream = streams[i % 3] ?? 'sample-a'
    await given(log.append(stream, i < 3 ? 'no-stream' : BigInt(Math.floor(i / 3) - 1), [anEvent()]))
  }
  return log
}

describe('a copy that is killed', () => {
  it('again and again goes on each time from where it was, and ends as the whole ledger', async () => {
    const [from, to] = [freshFile(), freshFile()]
    const source = await aSource(from, 400)
    const all = idsOf(await readOn(source, 'start', 1_000))
    let before = 0
    for (const killAfter of [1, 20, 110]) {
      const { code } = await copying(`sqlite:${from}`, `sqlite:${to}`, killAfter)
      expect(code).toBeNull()
      const { log } = opened(to)
      const there = idsOf(await readOn(log, 'start', 1_000))
      await given(log.close)
      expect(there).toEqual(all.slice(0, there.length))
      expect(there.length).toBeGreaterThanOrEqual(before + killAfter)
      before = there.length
    }
    const { code, said } = await copying(`sqlite:${from}`, `sqlite:${to}`)
    expect([code, said.at(-2)]).toEqual([
      0,
      expect.stringMatching(new RegExp(`^Copied ${400 - before} events .*; ${before} events lay there already.$`)),
    ])
    const target = opened(to)
    expect(await everything(target.log)).toEqual(await everything(source))
    const again = opened(from)
    expect(Buffer.from(target.key).equals(again.key)).toBe(true)
    for (const log of [source, target.log, again.log]) await given(log.close)
  })
})
