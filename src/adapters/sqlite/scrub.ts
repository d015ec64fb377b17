import type { Driver } from './driver.js'

/**
 * Takes what was deleted out of the file as well: free pages and the free parts of pages keep it otherwise, and so does the WAL. The whole file is
 * written anew, so this is for erasures only. Where another process holds the file, it flies as SQLITE_BUSY.
 */
export const scrub = (driver: Driver): void => {
  driver.exec('VACUUM')
  driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
}
