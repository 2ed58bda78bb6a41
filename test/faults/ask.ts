import { setTimeout as sleep } from 'node:timers/promises';

import { OperationRefused, type ProjectionRuntime } from '@jejak/projection';

/** What an operator asks of a projector in the middle of a round; crosses to other processes. */
export type Request =
  | { readonly kind: 'rebuild'; readonly view: string }
  /** One of what is parked; nothing when nothing is. */
  | { readonly kind: 'retry'; readonly view: string; readonly choice: number };

const attempts = 20;
const pauseMilliseconds = 10;

async function attempt({ operations }: ProjectionRuntime, request: Request): Promise<void> {
  if (request.kind === 'rebuild') {
    await operations.rebuild(request.view, { throttle: null });
    return;
  }
  const parked = await operations.parked(request.view);
  const entry = parked[request.choice % Math.max(parked.length, 1)];
  if (entry !== undefined) await operations.retry(request.view, entry);
}

/**
 * Asks until it is granted, or for good refused; a refusal is an answer. Resolves with what else
 * came of it, which is wrong, or null.
 */
export async function ask(runtime: ProjectionRuntime, request: Request): Promise<string | null> {
  for (let number = 1; ; number += 1) {
    try {
      await attempt(runtime, request);
      return null;
    } catch (error) {
      if (!(error instanceof OperationRefused)) {
        return `${request.kind} of ${request.view}: ${error instanceof Error ? (error.stack ?? '') : String(error)}`;
      }
      if (error.code !== 'projection.not-following' || number === attempts) return null;
      await sleep(pauseMilliseconds);
    }
  }
}
