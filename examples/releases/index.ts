import { register } from './register.js'
import type { Release } from './release.js'
import { s0 } from './s0.js'
import { s1 } from './s1.js'
import { s2 } from './s2.js'
import { s3 } from './s3.js'
import { s4 } from './s4.js'

export type { Release, Said } from './release.js'

/** The register first, then the five documents. */
export const releases: ReadonlyArray<Release> = [register, s0, s1, s2, s3, s4]
