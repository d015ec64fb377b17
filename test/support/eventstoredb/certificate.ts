import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The path of the certificate that the double shows: self-signed, so it is its own authority. FOR TESTS ONLY. */
export const CERTIFICATE_FILE = fileURLToPath(new URL('./tls/test-only.cert.pem', import.meta.url))

/** Its key lies in the repository for everyone to read: it proves nothing, and must be trusted by nothing but these tests. */
const KEY_FILE = fileURLToPath(new URL('./tls/test-only.key.pem', import.meta.url))

export const testOnlyKeyPair = (): { readonly private_key: Buffer; readonly cert_chain: Buffer } => ({
  private_key: readFileSync(KEY_FILE),
  cert_chain: readFileSync(CERTIFICATE_FILE),
})
