import {
  MongoNetworkError,
  MongoServerSelectionError,
  ServerType,
  type TopologyDescription,
  WriteConcern,
} from 'mongodb';

import type { Collections } from './collections';
import { assertDurable } from './durability';

/** A client whose hello fails as it is told to, and what it was asked besides. */
function failing(error: Error) {
  const asked: string[] = [];
  const said = (what: string) => () => {
    asked.push(what);
    return Promise.resolve();
  };
  const client = { connect: said('connect'), close: said('close') };
  const db = { client, command: () => Promise.reject(error) };
  const checkpoints = { writeConcern: new WriteConcern('majority') };
  return { asked, collections: { db, checkpoints } as unknown as Collections };
}

const nobodyAmong = (...types: readonly ServerType[]): MongoServerSelectionError => {
  const servers = new Map(types.map((type, index) => [`server ${index}`, { type }]));
  return new MongoServerSelectionError('nobody', { servers } as unknown as TopologyDescription);
};

describe('A client that does not get an answer', () => {
  it('is closed, and so connected anew, when it knows of no server at all', async () => {
    const { asked, collections } = failing(nobodyAmong(ServerType.Unknown, ServerType.Unknown));
    await expect(assertDurable(collections)).rejects.toThrow('nobody');
    expect(asked).toEqual(['connect', 'close']);
  });

  it.each([
    nobodyAmong(ServerType.Unknown, ServerType.RSSecondary),
    new MongoNetworkError('the connection ended'),
  ])('is left alone when it may still find one: %s', async (error) => {
    const { asked, collections } = failing(error);
    await expect(assertDurable(collections)).rejects.toThrow(error);
    expect(asked).toEqual(['connect']);
  });
});
