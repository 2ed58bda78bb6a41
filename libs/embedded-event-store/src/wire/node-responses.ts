import { encodeUuid } from './identifiers';
import { ProtoWriter } from './proto-writer';

export interface SupportedMethod {
  readonly service: string;
  readonly method: string;
  readonly features: readonly string[];
}

export function encodeSupportedMethods(
  methods: readonly SupportedMethod[],
  version: string,
): Buffer {
  const writer = new ProtoWriter();
  for (const { service, method, features } of methods) {
    writer.message(1, (message) => {
      message.string(1, method).string(2, service);
      for (const feature of features) message.string(3, feature);
    });
  }
  return writer.string(2, version).finish();
}

/** `MemberInfo.VNodeState.Leader`: a single node always leads. */
const LEADER = 8;

/** A cluster of one: what Gossip says to a client that discovers before it dials. */
export function encodeClusterOfOne(instanceId: string, host: string, port: number): Buffer {
  return new ProtoWriter()
    .message(1, (member) => {
      encodeUuid(member, 1, instanceId);
      member
        .uint(2, BigInt(Date.now()) * 10_000n)
        .uint(3, LEADER)
        .uint(4, 1);
      member.message(5, (endpoint) => endpoint.string(1, host).uint(2, port));
    })
    .finish();
}
