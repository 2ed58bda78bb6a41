import type { Position } from '@jejak/domain';

import { AnotherWriter } from '../errors';
import type { Operation } from '../fold/operation';
import type { ProjectionStorage } from '../storage/projection-storage';
import { collectionName, type Generation } from '../view/generation';
import { decodePosition, encodePosition } from '../view/position-codec';
import type { StoredDocument } from '../view/stored-document';
import { byBytes, type MemoryServer, within } from './memory-storage-server';

export const samePlace = (left: Position | null, right: Position | null): boolean =>
  left?.commit === right?.commit && left?.prepare === right?.prepare;

/** The server is there and does not take what it was sent. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Throws as MongoDB's codec does for a position that was not made of two Longs. */
function copy(document: StoredDocument): StoredDocument {
  encodePosition(decodePosition(document.position));
  return structuredClone(document);
}

const isFree = (operation: Operation, standing: StoredDocument | undefined): boolean =>
  operation.kind === 'insert'
    ? standing === undefined
    : standing !== undefined && samePlace(standing.position, operation.loadedAt);

export function memoryDocuments(
  server: MemoryServer,
  beforeWrite: () => Promise<void>,
  refuses: (document: StoredDocument) => boolean,
): Pick<ProjectionStorage, 'load' | 'documents' | 'write' | 'add'> {
  const collection = (generation: Generation): Map<string, StoredDocument> =>
    within(server.documents, collectionName(generation));
  const taken = (document: StoredDocument): StoredDocument => {
    if (refuses(document)) throw new Refused(`${document._id} cannot be stored`);
    return copy(document);
  };

  return {
    async load(generation, ids) {
      await server.reachable();
      server.calls.push(`load ${generation.name}`);
      const known = server.documents.get(collectionName(generation));
      const found = ids.flatMap((id) => known?.get(id) ?? []);
      return new Map(found.map((document) => [document._id, structuredClone(document)]));
    },

    async documents(generation, after, limit) {
      await server.reachable();
      const known = server.documents.get(collectionName(generation));
      return [...(known?.values() ?? [])]
        .filter(({ _id }) => after === null || byBytes(_id, after) > 0)
        .toSorted((left, right) => byBytes(left._id, right._id))
        .slice(0, limit)
        .map((document) => structuredClone(document));
    },

    async write(generation, operations) {
      await beforeWrite();
      await server.reachable();
      server.calls.push(`write ${generation.name} ${operations.length}`);
      const missed: string[] = [];
      for (const operation of operations) {
        const document = taken(operation.document);
        server.effect(() => {
          const documents = collection(generation);
          if (isFree(operation, documents.get(document._id))) documents.set(document._id, document);
          else missed.push(document._id);
        });
      }
      if (missed.length > 0) throw new AnotherWriter(generation.name, `document ${missed.join()}`);
    },

    async add(generation, rows) {
      await beforeWrite();
      await server.reachable();
      server.calls.push(`add ${generation.name} ${rows.length}`);
      for (const row of rows.map(taken)) {
        server.effect(() => {
          const documents = collection(generation);
          if (!documents.has(row._id)) documents.set(row._id, row);
        });
      }
    },
  };
}
