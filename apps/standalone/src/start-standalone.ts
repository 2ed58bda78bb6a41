import { type Settings } from '@jejak/config';
import { formatPosition } from '@jejak/event-store';
import { type ProjectionRuntime } from '@jejak/projection';
import { type StartupFacts, type Stoppable, startService, tokensInWords } from '@jejak/service';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { standaloneParts } from './assemble';

/** Everything, running in one process. */
export interface Standalone extends Stoppable {
  readonly url: string;
  /** Position of the newest event as text; null while there is none. */
  headPosition(): Promise<string | null>;
  /** Whether the log was seen to hold an event; from memory, so that no store is waited for. */
  holdsEvents(): boolean;
  /** What a person or a program is told once the service is up; `next` is a command to try. */
  facts(next: string): StartupFacts;
}

/**
 * Starts stores, projector and both APIs on one port. What was started is stopped again when a
 * later step fails.
 * @throws PortBusy before anything is touched
 */
export async function startStandalone(settings: Settings): Promise<Standalone> {
  const service = await startService('jejak', settings, (tools) =>
    standaloneParts(settings, tools),
  );
  const { url, parts, failed } = service;
  await firstCatchUp(parts.projection);
  const embedded = settings.eventStoreUrl === null || settings.mongoUrl === null;
  return {
    url,
    failed,
    stop: () => service.stop(),
    headPosition: async () => {
      const { newest } = await parts.eventStore.head();
      return newest && formatPosition(newest);
    },
    holdsEvents: () => parts.projection.head().position !== null,
    facts: (next) => ({
      service: 'jejak',
      url,
      page: `${url}/`,
      docs: `${url}/docs`,
      ...parts.description,
      lagSeconds: lagOf(parts.projection.status()),
      dataDirectory: embedded ? resolve(settings.dataDirectory) : null,
      tokens: tokensInWords(settings),
      next,
    }),
  };
}

/** Milliseconds the start waits for the views; a long rebuild goes on while the service is up. */
const catchUpPatience = 2_000;

/** Waits for no store that is away either: readiness says so, as it does when that happens later. */
async function firstCatchUp(projection: ProjectionRuntime): Promise<void> {
  const deadline = performance.now() + catchUpPatience;
  const isLevel = (): boolean =>
    projection.head().ageSeconds !== null && projection.status().every(({ caughtUp }) => caughtUp);
  while (!isLevel() && performance.now() < deadline) await sleep(20);
}

/** Of the view furthest behind; null while one of them knows nothing of its lag. */
function lagOf(views: readonly { readonly lagSeconds: number | null }[]): number | null {
  return views.reduce<number | null>(
    (lag, { lagSeconds }) =>
      lag === null || lagSeconds === null ? null : Math.max(lag, lagSeconds),
    0,
  );
}
