import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

// A small part of what `npm run chaos -- --seeds 500` runs: seeds whose server lives in the process that runs them.

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))

const said = (...args: ReadonlyArray<string>): Promise<string> =>
  new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', MAIN, ...args], (_, stdout, stderr) => resolve(`${stderr}${stdout}`))
  })

it('loses, doubles and wrongly refuses nothing while a server fails at random, and finds a log without shields out', async () => {
  const output = await said('--seeds', '6', '--from', '4')
  expect(output.trim().split('\n').at(-1), output).toMatch(
    /^chaos: 6 seeds, lost 0, doubled 0, false refusals 0, unequal rebuilds 0; control: [1-6] seeds failed$/,
  )
  expect(output).toContain(' 0 calls left open, 0 errors that end a process;')
})
