import type { SubscriptionMessage } from '@jejak/event-store';

import type { LogMessage } from '../fold/project-batch';

export interface BatchLimits {
  /** Most messages in a batch. */
  readonly events: number;
  /** Longest a batch grows while catching up, from its first message. */
  readonly catchingUpMilliseconds: number;
  /** Longest a batch grows once live, from its first message. */
  readonly liveMilliseconds: number;
}

export const defaultBatchLimits: BatchLimits = {
  events: 1_000,
  catchingUpMilliseconds: 250,
  liveMilliseconds: 20,
};

export interface Batch {
  readonly messages: readonly LogMessage[];
  /** Everything that was in the log at the start has been yielded, this batch included. */
  readonly caughtUp: boolean;
}

/** A promise for one batch's patience; a new one for each, so that nothing gathers on it. */
function patience(signal: AbortSignal) {
  let end = (): void => undefined;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<'over'>((resolve) => {
    end = () => {
      resolve('over');
    };
  });
  signal.addEventListener('abort', end);
  return {
    over,
    limit(milliseconds: number): void {
      timer ??= setTimeout(end, milliseconds);
    },
    dispose(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}

/**
 * Cuts a subscription into batches. Pulls one message at a time and only while a batch is being
 * gathered, so that at most one message waits while the consumer works. Ends without an error when
 * the signal aborts, giving up the unfinished batch; rethrows the source's error after yielding
 * what came before it.
 */
export async function* batches(
  source: AsyncIterable<SubscriptionMessage>,
  limits: BatchLimits,
  signal: AbortSignal,
): AsyncGenerator<Batch, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  let pending: Promise<Pulled> | null = null;
  let caughtUp = false;
  try {
    while (!signal.aborted) {
      const messages: LogMessage[] = [];
      const wait = patience(signal);
      let last: Pulled | 'over' | null = null;
      while (last === null && messages.length < limits.events) {
        pending ??= pull(iterator);
        const pulled = await Promise.race([pending, wait.over]);
        if (pulled !== 'over') pending = null;
        if (pulled === 'over' || pulled.kind !== 'message') last = pulled;
        else if (pulled.message.kind === 'caught-up') last = pulled;
        else messages.push(pulled.message);
        wait.limit(caughtUp ? limits.liveMilliseconds : limits.catchingUpMilliseconds);
      }
      wait.dispose();
      // The abort may have come while the last message was being pulled.
      if (isAborted(signal)) return;
      const reached = last !== null && last !== 'over' && last.kind === 'message';
      caughtUp ||= reached;
      if (messages.length > 0 || reached) yield { messages, caughtUp: reached };
      if (last === null || last === 'over') continue;
      if (last.kind === 'failed') throw last.error;
      if (last.kind === 'ended') return;
    }
  } finally {
    // Not awaited: a generator suspended in a read answers only after that read.
    void iterator.return?.().then(undefined, () => undefined);
  }
}

const isAborted = (signal: AbortSignal): boolean => signal.aborted;

type Pulled =
  | { readonly kind: 'message'; readonly message: SubscriptionMessage }
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly error: unknown };

async function pull(iterator: AsyncIterator<SubscriptionMessage>): Promise<Pulled> {
  try {
    const next = await iterator.next();
    return next.done === true ? { kind: 'ended' } : { kind: 'message', message: next.value };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
