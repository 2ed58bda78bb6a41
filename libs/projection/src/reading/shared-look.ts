import { collectionName } from '../view/generation';
import type { ReadableView, Standing, ViewBeingBuilt } from './view-standings';

/** Where a view stands, or that nothing of it can be read yet. */
export type Looked = Standing | ViewBeingBuilt;

/** Answers for each view, in order. */
export type ReadStandings = (views: readonly ReadableView[]) => Promise<readonly Looked[]>;

/** One answered question to the database. */
export interface Look {
  /** When it was asked, by `performance.now()`. */
  readonly began: number;
  readonly answers: ReadonlyMap<string, Looked>;
}

export const keyOf = (view: ReadableView): string =>
  `${collectionName(view)} from ${view.readsFrom ?? view.version}`;

export interface SharedLook {
  /** A look that begins now, or once the one under way is over, with everybody else's views. */
  begin(views: readonly ReadableView[]): Promise<Look>;
  /** The look under way when it answers for the view and did not begin before `earliest`. */
  underWay(view: ReadableView, earliest: number): Promise<Look> | null;
}

/** The database took too long to answer, or to be found at all. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  constructor(milliseconds: number) {
    super(`Where the views stand was not answered within ${milliseconds} ms`);
  }
}

interface Batch {
  readonly views: Map<string, ReadableView>;
  readonly promise: Promise<Look>;
  readonly resolve: (look: Look) => void;
  readonly reject: (error: unknown) => void;
  began: number;
}

/**
 * At most one question to the database at a time, given up with `NoAnswer` after so many
 * milliseconds; `onLook` hears every answer first.
 */
export function createSharedLook(
  read: ReadStandings,
  { onLook, patience }: { readonly onLook: (look: Look) => void; readonly patience: number },
): SharedLook {
  let current: Batch | null = null;
  let following: Batch | null = null;

  /** A moment later, so that views asked for together are one question. */
  const runFollowing = async (): Promise<void> => {
    await Promise.resolve();
    if (current !== null || following === null) return;
    const next = following;
    following = null;
    await run(next);
  };

  const run = async (batch: Batch): Promise<void> => {
    current = batch;
    batch.began = performance.now();
    try {
      const answered = await within(patience, read([...batch.views.values()]));
      const answers = new Map(
        [...batch.views.keys()].flatMap((key, index) => {
          const looked = answered[index];
          return looked === undefined ? [] : [[key, looked] as const];
        }),
      );
      const look = { began: batch.began, answers };
      onLook(look);
      batch.resolve(look);
    } catch (error) {
      batch.reject(error);
      // Away is away: nobody waits a second time for the same silence.
      following?.reject(error);
      following = null;
    }
    current = null;
    void runFollowing();
  };

  return {
    begin(views) {
      const batch = following ?? newBatch();
      for (const view of views) batch.views.set(keyOf(view), view);
      following = batch;
      if (current === null) void runFollowing();
      return batch.promise;
    },
    underWay: (view, earliest) =>
      current !== null && current.began >= earliest && current.views.has(keyOf(view))
        ? current.promise
        : null,
  };
}

async function within<Value>(milliseconds: number, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(milliseconds));
    }, milliseconds);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function newBatch(): Batch {
  let resolve: Batch['resolve'] = () => undefined;
  let reject: Batch['reject'] = () => undefined;
  const promise = new Promise<Look>((...settle) => {
    [resolve, reject] = settle;
  });
  return { views: new Map(), promise, resolve, reject, began: Infinity };
}
