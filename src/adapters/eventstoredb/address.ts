import type { Either } from 'fp-ts/lib/Either.js'
import * as E from 'fp-ts/lib/Either.js'

// The client's own reader of addresses is not used: it prints the whole address, password and all, on an option that it does not know, keeps it in
// the error that it throws, and cuts a password at its first colon.

/** One node of a server. */
export interface Endpoint {
  readonly address: string
  readonly port: number
}

/** Who asks. Never shown. */
export interface Login {
  readonly username: string
  readonly password: string
}

/** A server as its address describes it. */
export interface Address {
  readonly hosts: readonly [Endpoint, ...Endpoint[]]
  /** The one host is a name behind which the nodes of a cluster are found. */
  readonly discover: boolean
  readonly login?: Login
  readonly tls: boolean
  readonly caFile?: string
  readonly certificate?: { readonly certFile: string; readonly keyFile: string }
  /** Whole numbers, under the client's own names. */
  readonly numbers: Readonly<Partial<Record<NumberName, number>>>
  readonly connectionName?: string
}

const NUMBERS = [
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'defaultDeadline',
  'keepAliveInterval',
  'keepAliveTimeout',
] as const
type NumberName = (typeof NUMBERS)[number]

const TEXTS = ['tls', 'tlsCAFile', 'userCertFile', 'userKeyFile', 'connectionName'] as const
// Taken for the sake of addresses that serve other programs too, and without effect: the leader is always asked, a failed append is always an
// answer, and certificates are always verified.
const WITHOUT_EFFECT = ['nodePreference', 'throwOnAppendFailure', 'tlsVerifyCert'] as const
const KNOWN: ReadonlyArray<string> = [...NUMBERS, ...TEXTS, ...WITHOUT_EFFECT]

const DEFAULT_PORT = 2113
// The client warns on the console below this.
const LEAST_KEEP_ALIVE_MS = 10_000

const ADDRESS = /^esdb(?<discover>\+discover)?:\/\/(?:(?<login>[^?/]*)@)?(?<hosts>[^@/?]+)\/*(?:\?(?<query>[^?]*))?$/su
const HOST = /^(?<address>[\w.-]+|\[[0-9a-f:.]+\])(?::(?<port>\d{1,5}))?$/i

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const loginOf = (text: string): Login | undefined => {
  const colon = text.indexOf(':')
  const [username, password] = [decoded(text.slice(0, colon)), decoded(text.slice(colon + 1))]
  return colon < 1 || !username || !password ? undefined : { username, password }
}

const hostOf = (text: string): Endpoint | undefined => {
  const { address, port = String(DEFAULT_PORT) } = HOST.exec(text.trim())?.groups ?? {}
  const number = Number(port)
  return address === undefined || number < 1 || number > 65_535 ? undefined : { address, port: number }
}

const flat = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '')

/** The options behind the question mark, under the client's names; a sentence where one cannot be used. */
const optionsOf = (query: string): Either<string, ReadonlyMap<string, string>> => {
  const options = new Map<string, string>()
  for (const pair of query === '' ? [] : query.split('&')) {
    const at = pair.indexOf('=')
    const name = KNOWN.find((known) => flat(known) === flat(pair.slice(0, Math.max(at, 0))))
    const value = decoded(pair.slice(at + 1).trim())
    // What is not known is not repeated: it may be half of a password.
    if (name === undefined) return E.left(`it has an option that is not known; known are ${KNOWN.join(', ')}`)
    if (!value) return E.left(`its option ${name} has no value`)
    options.set(name, value)
  }
  return E.right(options)
}

const numbersOf = (options: ReadonlyMap<string, string>): Either<string, Address['numbers']> => {
  const numbers: Partial<Record<NumberName, number>> = {}
  for (const name of NUMBERS) {
    const text = options.get(name)
    if (text === undefined) continue
    const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN
    const keepAlive = name === 'keepAliveInterval' || name === 'keepAliveTimeout'
    if (keepAlive ? value !== -1 && !(value >= LEAST_KEEP_ALIVE_MS) : !(value >= 1))
      return E.left(`its option ${name} is to be ${keepAlive ? `at least ${LEAST_KEEP_ALIVE_MS}, or -1` : 'a whole number above 0'}`)
    numbers[name] = value
  }
  return E.right(numbers)
}

/**
 * Reads `esdb://user:password@host:2113,host2:2113?tls=true` or `esdb+discover://name`. What is wrong is a sentence that repeats nothing of
 * the address but the names of options.
 */
export const parseAddress = (text: string): Either<string, Address> => {
  const { discover, login, hosts = '', query = '' } = ADDRESS.exec(text.trim())?.groups ?? {}
  const nodes = hosts.split(',').map(hostOf)
  const [first, ...others] = nodes.filter((node) => node !== undefined)
  if (first === undefined || others.length !== nodes.length - 1)
    return E.left('it is not of the form esdb://user:password@host:port?option=value; further hosts stand after commas')
  const who = login === undefined ? undefined : loginOf(login)
  if (login !== undefined && who === undefined)
    return E.left('what stands before @ is not user:password, written for an address (% for what is special)')
  const options = optionsOf(query)
  if (E.isLeft(options)) return options
  const numbers = numbersOf(options.right)
  if (E.isLeft(numbers)) return numbers
  const said = (name: (typeof TEXTS)[number]): string | undefined => options.right.get(name)
  const tls = said('tls') ?? 'true'
  if (tls !== 'true' && tls !== 'false') return E.left('its option tls is to be true or false')
  const [caFile, certFile, keyFile, connectionName] = [said('tlsCAFile'), said('userCertFile'), said('userKeyFile'), said('connectionName')]
  if ((certFile === undefined) !== (keyFile === undefined)) return E.left('its options userCertFile and userKeyFile go together')
  return E.right({
    hosts: discover === undefined ? [first, ...others] : [first],
    discover: discover !== undefined,
    tls: tls === 'true',
    numbers: numbers.right,
    ...(who && { login: who }),
    ...(caFile !== undefined && { caFile }),
    ...(certFile !== undefined && keyFile !== undefined && { certificate: { certFile, keyFile } }),
    ...(connectionName !== undefined && { connectionName }),
  })
}
