import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Cipher } from '../../domain/kernel/key-store.js'

// AES-256-GCM as NIST SP 800-38D has it: a random nonce of 96 bits, a tag of 128.
const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals with AES-256-GCM; what is sealed is base64url of nonce, tag and text, and is bound to its place.
 * @example
 * const key = systemCipher.newKey()
 * systemCipher.open(key, 'here', systemCipher.seal(key, 'here', 'a name')) // => 'a name'
 */
export const systemCipher: Cipher = {
  newKey: () => randomBytes(KEY_BYTES),
  seal: (key, place, text) => {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place))
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
  },
  open: (key, place, sealed) => {
    const bytes = Buffer.from(sealed, 'base64url')
    const [nonce, tag] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)]
    try {
      const decipher = createDecipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(place)).setAuthTag(tag)
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    } catch {
      return undefined
    }
  },
}
