import type { Metadata } from '@grpc/grpc-js'
import { type Address, accessDenied, type Failure, notLeader, notReady, timedOut, unauthenticated } from './failures.js'

/** Which part a node plays. One that follows names the leader, which may be dead. */
export type Role =
  | { readonly is: 'leader' }
  | { readonly is: 'follower'; readonly leader: Address }
  /** Between a leader's death and the election: the dead one is still named. */
  | { readonly is: 'leaderless'; readonly last: Address }
  | { readonly is: 'not ready' }

/** Names and passwords. */
export type Users = Readonly<Record<string, string>>

/** The name and the password of a basic authorization header. */
const credentialsOf = (header: string): readonly [string, string] => {
  const decoded = Buffer.from(header.replace(/^Basic /i, ''), 'base64').toString('utf8')
  const [name = '', ...rest] = decoded.split(':')
  return [name, rest.join(':')]
}

export const headerOf = (metadata: Metadata, key: string): string | undefined => metadata.get(key).map(String)[0]

/** Nobody may come in without credentials where there are users at all, nor with wrong ones. */
export const refuseStrangers = (users: Users | undefined, metadata: Metadata): Failure | undefined => {
  if (users === undefined) return undefined
  const header = headerOf(metadata, 'authorization')
  if (header === undefined) return accessDenied()
  const [name, password] = credentialsOf(header)
  return users[name] === password ? undefined : unauthenticated()
}

/**
 * Only calls with `requires-leader` are refused by a follower: others it serves itself, and writes it passes on, as long as there is a
 * leader to pass them on to.
 */
export const refuseFollowing = (role: Role, metadata: Metadata, writes: boolean): Failure | undefined => {
  const needsLeader = headerOf(metadata, 'requires-leader')?.toLowerCase() === 'true'
  switch (role.is) {
    case 'leader':
      return undefined
    case 'follower':
      return needsLeader ? notLeader(role.leader) : undefined
    case 'leaderless':
      if (needsLeader) return notLeader(role.last)
      return writes ? timedOut('Forwarding timeout') : undefined
    case 'not ready':
      return notReady()
  }
}
