import { EventStoreDBClient } from '@eventstore/db-client';
import { GossipClient } from '@eventstore/db-client/generated/gossip_grpc_pb';
import { type ClusterInfo, MemberInfo } from '@eventstore/db-client/generated/gossip_pb';
import { Empty } from '@eventstore/db-client/generated/shared_pb';
import { credentials, type ServiceError } from '@grpc/grpc-js';
import { collect, newStream, noted, numbers, useConnection } from './support';

const connected = useConnection();
let address: string;
beforeAll(() => {
  [, address = ''] = /:\/\/(?:[^@/]*@)?([^?/,]+)/u.exec(connected.store.connectionString) ?? [];
});

describe('a client that discovers', () => {
  it.each([
    ['esdb+discover', (to: string) => `esdb+discover://${to}?tls=false`],
    ['a follower', (to: string) => `esdb+discover://${to}?tls=false&nodePreference=follower`],
    ['any node', (to: string) => `esdb+discover://${to}?tls=false&nodePreference=random`],
    ['several hosts, of which one answers', (to: string) => `esdb://127.0.0.1:1,${to}?tls=false`],
  ])('finds the node: %s', async (_title, connectionString) => {
    const client = EventStoreDBClient.connectionString(connectionString(address));
    const stream = newStream();
    expect(await client.appendToStream(stream, noted(7))).toMatchObject({ success: true });
    expect(numbers(await collect(client.readStream(stream)))).toEqual([7]);
    await client.dispose();
  });

  it('may say that it wants the leader', async () => {
    const client = EventStoreDBClient.connectionString(`esdb+discover://${address}?tls=false`);
    const stream = newStream();
    await client.appendToStream(stream, noted(7), { requiresLeader: true });
    await client.deleteStream(stream, { requiresLeader: true });
    await client.dispose();
  });
});

describe('gossip', () => {
  it('names a leader that is alive, where the client is to dial', async () => {
    const client = new GossipClient(address, credentials.createInsecure());
    const info = await new Promise<ClusterInfo>((resolve, reject) => {
      client.read(new Empty(), (error: ServiceError | null, cluster) => {
        if (error === null) resolve(cluster);
        else reject(error);
      });
    });
    client.close();
    const leaders = info
      .getMembersList()
      .filter((member) => member.getState() === MemberInfo.VNodeState.LEADER);
    expect(leaders).toHaveLength(1);
    const [leader] = leaders;
    expect(leader?.getIsAlive()).toBe(true);
    expect(leader?.getInstanceId()?.getString()).toMatch(/^[0-9a-f-]{36}$/u);
    expect(leader?.getHttpEndPoint()?.getPort()).toBeGreaterThan(0);
  });
});
