import { hash } from 'node:crypto'
import { canonical } from '../../system/identity.js'

/** What tells one command of a file from all others: its label, or else its content and how often that stood before. */
export type Told = { readonly label: string } | { readonly command: unknown; readonly before: number }

const VARIANTS = '89ab'

/** How much of an id, dash and all, is the document's: the events of its commands begin with the same. */
export const DOCUMENT_PART = 13

/**
 * The id of a command of a file: the same whenever the file is read, wherever it lies, so that recording it again changes nothing. A label
 * stands for its command whatever the content; without one, the content tells it (and a changed line is another command). A UUID of version 8,
 * whose first 48 bits are the document's: the events of one document stand together in an index.
 * @example
 * commandIdOf('s0', { label: 'talk' }) // => commandIdOf('s0', { label: 'talk' })
 */
export const commandIdOf = (document: string | undefined, told: Told): string => {
  const what = 'label' in told ? ['label', told.label] : ['content', told.command, told.before]
  const own = hash('sha256', canonical([document ?? null, what]), 'hex')
  const common = hash('sha256', canonical(document ?? null), 'hex')
  const variant = VARIANTS.charAt(Number.parseInt(own.charAt(3), 16) % 4)
  return `${common.slice(0, 8)}-${common.slice(8, 12)}-8${own.slice(0, 3)}-${variant}${own.slice(4, 7)}-${own.slice(7, 19)}`
}
