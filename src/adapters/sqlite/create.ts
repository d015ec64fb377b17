import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Connect } from './driver.js'
import { creation } from './schema.js'

/** How long the key of a ledger is. */
export const KEY_BYTES = 32

/** Makes what stands in a folder outlast a power cut; where a system cannot do that (Windows), the file's own sync must do. */
const syncFolder = (folder: string): void => {
  try {
    const handle = openSync(folder, 'r')
    fsyncSync(handle)
    closeSync(handle)
  } catch {
    return
  }
}

/**
 * Makes the ledger beside its place, whole, and then gives it its name: no one ever opens half a ledger, and an empty file is
 * known to be a loss. Where two processes do it at once the first name stands.
 */
export const create = (connect: Connect, file: string, busyMs: number, key: Uint8Array = randomBytes(KEY_BYTES)): void => {
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`
  try {
    const driver = connect(draft, busyMs)
    try {
      driver.exec(creation(Buffer.from(key).toString('base64url')))
    } finally {
      driver.close()
    }
    try {
      linkSync(draft, file)
    } catch {
      // Another process was first, or the file system has no links.
      if (!existsSync(file)) renameSync(draft, file)
    }
    syncFolder(dirname(file))
  } finally {
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(draft + part, { force: true })
  }
}
