import { setMaxListeners } from 'node:events';

import { StoreUnavailable } from '@jejak/event-store';

import { isInterruption } from '../lane/write';
import type { LaneContext } from '../lane/lane';
import { finishBuild, type FinishContext } from './finish-build';
import { openView, requestRelease } from './open-view';
import { planLanes } from './plan-lanes';
import {
  awaitLeases,
  awaitSkips,
  catchUp,
  fill,
  follow,
  keepLeases,
  sweepAgain,
  type SessionContext,
} from './session-tasks';
import type { ViewSlot } from './view-slot';

/**
 * Reads where every view stands and feeds them until the signal aborts, or until something about the
 * generations changes, of which `reopening` tells. Throws when everything must be read again. Either
 * way nothing of it goes on afterwards.
 */
export async function runSession(
  context: SessionContext,
  reopening: AbortController,
  signal: AbortSignal,
): Promise<void> {
  const { slots, leases, storage } = context;
  await storage.assertDurable();
  await openAll(context, signal);
  const fed = slots.flatMap(({ feed, build }) => [feed, build?.feed ?? null]);
  await leases.keepOnly(fed.flatMap((feed) => feed?.generation ?? []));
  context.onOpened();

  const ended = AbortSignal.any([signal, reopening.signal]);
  // Every task of the session listens to it, and their number grows with that of the views.
  setMaxListeners(0, ended);
  const reopen = (): void => {
    reopening.abort();
  };
  const failures: unknown[] = [];
  const task = async (work: Promise<void>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      if (!(ended.aborted && isAbort(error))) failures.push(error);
      reopen();
    }
  };
  const finishing: FinishContext = { storage, reopen };
  const lanes: LaneContext = {
    ...context,
    async onStreamReleased(feed) {
      // A generation that is to be live again is built anew when it is.
      const slot = slots.find((one) => one.feed === feed);
      if (slot === undefined) return;
      await requestRelease(slot, context);
      reopen();
    },
  };
  const { together, behind, fillings } = planLanes(slots);
  const builds = slots.flatMap((slot) =>
    slot.build === null ? [] : [{ slot, build: slot.build }],
  );
  await Promise.all([
    task(follow(together, lanes, context, ended)),
    task(catchUp(behind, lanes, context, reopen, ended)),
    ...fillings.map((filling) => task(fill(filling, lanes, context, finishing, ended))),
    ...builds.map(({ slot, build }) => task(finishBuild(slot, build, finishing, ended))),
    task(keepLeases(context, ended)),
    task(awaitLeases(context, reopen, ended)),
    task(awaitSkips(context, reopen, ended)),
    task(sweepAgain(context, reopen, ended)),
  ]);
  if (failures.length > 0) throw failures[0];
}

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** What is parked may take longer to be tried again than a lease lasts. */
async function openAll(context: SessionContext, signal: AbortSignal): Promise<void> {
  const over = new AbortController();
  const renewals = keepLeases(context, AbortSignal.any([signal, over.signal]));
  const opened = Promise.allSettled(context.slots.map((slot) => open(slot, context)));
  const [kept] = await Promise.allSettled([
    renewals,
    opened.then(() => {
      over.abort();
    }),
  ]);
  for (const result of [...(await opened), kept]) {
    if (result.status === 'rejected') throw result.reason;
  }
}

/** A view that cannot be opened for its own sake stops; the others go on. */
async function open(slot: ViewSlot, context: SessionContext): Promise<void> {
  try {
    await openView(slot, context);
  } catch (error) {
    const isOutage = error instanceof StoreUnavailable || isInterruption(error, context.storage);
    if (isOutage || isAbort(error)) throw error;
    slot.feed = null;
    slot.progress.stop(error);
  }
}
