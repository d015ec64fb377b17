import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'
import type { Problem } from './problem.js'

/** A public document and the commands that record what it says; their form is checked when they are submitted. */
export interface Release {
  readonly id: string
  readonly title: string
  readonly says: ReadonlyArray<{ readonly command: unknown; readonly context: unknown }>
}

// Built, this file lies beside dist/examples; run from its source, beside examples in TypeScript.
const PLACES = ['../../../examples/releases/index.js', '../../../examples/releases/index.ts']

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const isRelease = (value: unknown): value is Release =>
  isObject(value) &&
  'id' in value &&
  typeof value.id === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'says' in value &&
  Array.isArray(value.says) &&
  value.says.every((said: unknown) => isObject(said) && 'command' in said && 'context' in said)

/** The releases that come with the package. */
export const loadReleases = async (): Promise<Either<Problem, ReadonlyArray<Release>>> => {
  for (const place of PLACES) {
    const loaded = await imported(new URL(place, import.meta.url).href)
    const releases: unknown = isObject(loaded) ? Reflect.get(loaded, 'releases') : undefined
    if (Array.isArray(releases) && releases.every(isRelease)) return E.right(releases)
  }
  return E.left({ _tag: 'DemoIncomplete', missing: 'press releases to record (examples/releases)' })
}

const imported = async (address: string): Promise<unknown> => {
  try {
    const loaded: unknown = await import(address)
    return loaded
  } catch {
    return undefined
  }
}
