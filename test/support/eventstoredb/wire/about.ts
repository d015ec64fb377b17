import { randomUUID } from 'node:crypto'
import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import features from '@eventstore/db-client/generated/serverfeatures_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { Member, Node } from './node.js'

// The client takes the names in lower case: without them it uses the unary append.
const STREAMS = 'event_store.client.streams.streams'
const FEATURES = 'event_store.client.server_features.serverfeatures'

const method = (of: string, name: string, known: ReadonlyArray<string> = []): features.SupportedMethod =>
  new features.SupportedMethod()
    .setServiceName(of)
    .setMethodName(name)
    .setFeaturesList([...known])

export const supportedMethods = ({ version, offersBatchAppend }: Node): features.SupportedMethods =>
  new features.SupportedMethods()
    .setEventStoreServerVersion(version.name)
    .setMethodsList([
      method(STREAMS, 'append'),
      method(STREAMS, 'delete'),
      method(STREAMS, 'tombstone'),
      method(STREAMS, 'read', ['position', 'events']),
      ...(offersBatchAppend ? [method(STREAMS, 'batchappend', ['deadline_duration'])] : []),
      method(FEATURES, 'getsupportedmethods'),
    ])

const memberInfo = ({ host, port, state, isAlive }: Member): gossip.MemberInfo =>
  new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp(String(BigInt(Date.now()) * 10_000n))
    .setState(gossip.MemberInfo.VNodeState[state])
    .setIsAlive(isAlive)
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port))

export const clusterInfo = (node: Node): gossip.ClusterInfo => new gossip.ClusterInfo().setMembersList(node.members().map(memberInfo))
