import type { Position } from '@jejak/domain';
import type { Db } from 'mongodb';

import { majority } from '../storage/mongo/view-collection';
import { collectionName } from '../view/generation';
import { decodePosition } from '../view/position-codec';
import { generationToRead, type Choice, type Generations } from './generation-to-read';
import { parkedNotices } from './mongo-parked-notices';
import type { Looked } from './shared-look';
import { answerMilliseconds, standingsFrom } from './standings-from';
import { ViewBeingBuilt, type ReadableView, type ViewStandings } from './view-standings';

export interface ViewStandingsOptions {
  readonly db: Db;
  /** Default 50. */
  readonly cacheMilliseconds?: number;
}

type StoredGenerations = Generations & { readonly _id: string };

interface StoredCheckpoint {
  readonly _id: string;
  readonly position: Position | null;
  readonly events: number;
  /** Absent in checkpoints from before anything could be parked. */
  readonly parked?: number;
}

export function createViewStandings(options: ViewStandingsOptions): ViewStandings {
  const { db, cacheMilliseconds = 50 } = options;
  return {
    ...standingsFrom((views) => readStandings(db, views), { cacheMilliseconds }),
    async parkedAmong(standing, documents) {
      if (standing.parked === 0) return [];
      return parkedNotices(db, standing.generation, documents);
    },
  };
}

/** The catalogue first, so that every position is read after its generation was chosen. */
async function readStandings(db: Db, views: readonly ReadableView[]): Promise<readonly Looked[]> {
  // A client whose very first connection failed answers nothing any more until it is told to.
  await db.client.connect();
  const names = [...new Set(views.map(({ name }) => name))];
  const catalogue = await byId<StoredGenerations>(db, 'views', names);
  const choices = views.map((view) => generationToRead(view, catalogue.get(view.name) ?? null));
  const keys = [...new Set(choices.flatMap(checkpointKey))];
  const checkpoints = await byId<StoredCheckpoint>(db, 'checkpoints', keys);
  const checkpointOf = (choice: Choice): StoredCheckpoint | undefined =>
    checkpointKey(choice).map((key) => checkpoints.get(key))[0];
  return views.map((view, index) => {
    const choice = choices[index] as Choice;
    return lookedOf(view, choice, checkpointOf(choice));
  });
}

function checkpointKey(choice: Choice): readonly string[] {
  if (choice.kind === 'read') return [collectionName(choice.generation)];
  if (choice.kind === 'empty' || choice.next === null) return [];
  return [collectionName(choice.next)];
}

function lookedOf(
  { name, version }: ReadableView,
  choice: Choice,
  checkpoint: StoredCheckpoint | undefined,
): Looked {
  if (choice.kind === 'being-built') {
    return new ViewBeingBuilt({ name, version }, checkpoint?.events ?? null);
  }
  const { position = null, parked = 0 } = checkpoint ?? {};
  return {
    generation: choice.generation,
    position: position && decodePosition(position),
    parked,
  };
}

async function byId<Stored extends { readonly _id: string }>(
  db: Db,
  collection: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stored>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .collection<{ readonly _id: string }>(collection, majority)
    .find({ _id: { $in: [...ids] } }, { timeoutMS: answerMilliseconds })
    .toArray();
  return new Map(found.map((stored) => [stored._id, stored as Stored]));
}
