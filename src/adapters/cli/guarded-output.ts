import type { Output } from './output.js'

const plain = (encoded: string): string => {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

/** All that may not be shown of a text, if it is an address with a user in it: user and password together, then the password alone. */
export const secretsIn = (text: string): ReadonlyArray<string> => {
  const user = /^[a-z][a-z0-9+.-]*:\/\/(.*)@/is.exec(text)?.[1]
  if (user === undefined) return []
  const password = user.slice(user.indexOf(':') + 1)
  // A shorter one stands in too many words: it is safe as far as it is never told alone.
  return [user, password, plain(password)].filter((secret, index) => index === 0 || secret.length >= 4)
}

const hide = (line: string, secrets: ReadonlyArray<string>): string =>
  secrets.reduce((text, secret) => text.replaceAll(secret, '***'), line)

/**
 * An output that never shows a password of these addresses, whoever speaks of it. Answers keep every word that may be a figure or a name of the
 * ledger: in them only user and password together are hidden; nothing of ours puts the one there without the other.
 */
export const guarded = (output: Output, addresses: ReadonlyArray<string | undefined>): Output => {
  const found = addresses.map((address) => secretsIn(address ?? '')).filter((secrets) => secrets.length > 0)
  if (found.length === 0) return output
  const all = found.flat()
  const pairs = found.flatMap((secrets) => secrets.slice(0, 1))
  return {
    ...output,
    write: (line) => output.write(hide(line, pairs)),
    error: (line) => output.error(hide(line, all)),
    redraw: (line) => output.redraw(hide(line, all)),
  }
}
