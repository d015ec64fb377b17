import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import { Server } from '@grpc/grpc-js'
import { clusterInfo, supportedMethods } from './wire/about.js'
import { appendHandler } from './wire/append.js'
import { batchAppendHandler } from './wire/batch-append.js'
import type { Node } from './wire/node.js'
import { readHandler } from './wire/read.js'
import { softDeleted, tombstoned } from './wire/remove.js'
import { unary } from './wire/unary.js'

/** A request over this is refused with RESOURCE_EXHAUSTED. */
const LARGEST_REQUEST = 16 * 1024 * 1024

/** Everything that the double answers: with the messages and stubs that the client itself ships. */
export const grpcServer = (node: Node): Server => {
  const server = new Server({ 'grpc.max_receive_message_length': LARGEST_REQUEST })
  server.addService(StreamsService, {
    append: appendHandler(node),
    batchAppend: batchAppendHandler(node),
    read: readHandler(node),
    delete: unary(
      node,
      'delete',
      (metadata) => node.faults.remove?.(metadata),
      (request: Parameters<typeof softDeleted>[1]) => softDeleted(node, request),
    ),
    tombstone: unary(
      node,
      'tombstone',
      (metadata) => node.faults.remove?.(metadata),
      (request: Parameters<typeof tombstoned>[1]) => tombstoned(node, request),
    ),
  })
  server.addService(ServerFeaturesService, {
    getSupportedMethods: unary(
      node,
      'features',
      (metadata) => node.faults.features?.(metadata),
      () => supportedMethods(node),
      true,
    ),
  })
  server.addService(GossipService, {
    read: unary(
      node,
      'gossip',
      (metadata) => node.faults.gossip?.(metadata),
      () => clusterInfo(node),
      true,
    ),
  })
  return server
}
