import type { Batch } from '../lane/batches';
import { projectBatch, type Concerns, type Projected } from './project-batch';
import { AnotherWriter } from '../errors';
import type { StoredDocument } from '../view/stored-document';
import type { ViewProgress } from '../runtime/view-progress';
import type { ViewStorage } from '../storage/view-storage';

type Outcome =
  | { readonly kind: 'projected'; readonly projected: Projected }
  /** Nothing but a change of the view or the event cures it. */
  | { readonly kind: 'stopped'; readonly error: unknown }
  /** Reading again from the checkpoint cures it. */
  | { readonly kind: 'interrupted'; readonly error: unknown };

async function attempt(
  { view, moment }: ViewProgress,
  { messages }: Batch,
  concerns: Concerns,
  storage: ViewStorage,
): Promise<Outcome> {
  try {
    const { checkpoint } = moment();
    const projected = await projectBatch(view, checkpoint, messages, concerns, storage);
    return { kind: 'projected', projected };
  } catch (error) {
    const again = error instanceof AnotherWriter || storage.isOutage(error);
    return { kind: again ? 'interrupted' : 'stopped', error };
  }
}

/**
 * Brings every view up to the end of the batch: the documents of each, then the checkpoints of all
 * in one write, then the sweep of tombstones the checkpoints have passed. A view that cannot pass an
 * event is stopped and the others go on. Throws when the batch must be read again.
 */
export async function handleBatch(
  views: readonly ViewProgress[],
  batch: Batch,
  concerns: Concerns,
  storage: ViewStorage,
): Promise<void> {
  const active = views.filter((progress) => !progress.isStopped());
  const outcomes = await Promise.all(
    active.map(async (progress) => ({
      progress,
      outcome: await attempt(progress, batch, concerns, storage),
    })),
  );
  const projected = outcomes.flatMap(({ progress, outcome }) =>
    outcome.kind === 'projected' ? [{ progress, ...outcome.projected }] : [],
  );

  const advances = projected.flatMap(({ advance }) => (advance === null ? [] : [advance]));
  if (advances.length > 0) await storage.saveCheckpoints(advances);
  for (const { progress, advance, failure } of projected) {
    if (advance !== null) progress.advance(advance.to);
    if (failure !== null) progress.stop(failure);
  }
  for (const { progress, outcome } of outcomes) {
    if (outcome.kind === 'stopped') progress.stop(outcome.error);
  }
  await Promise.all(
    projected.map(({ progress, tombstones }) => sweep(progress, tombstones, storage)),
  );
  for (const { outcome } of outcomes) {
    if (outcome.kind === 'interrupted') throw outcome.error;
  }
  if (batch.caughtUp) {
    for (const progress of active) progress.becomeLive();
  }
}

async function sweep(
  { view }: ViewProgress,
  tombstones: readonly StoredDocument[],
  storage: ViewStorage,
): Promise<void> {
  if (tombstones.length > 0) await storage.sweep(view, tombstones);
}
