import type { Position } from '@jejak/domain';
import type { SubscriptionMessage } from '@jejak/event-store';

import type { LogMessage } from '../fold/log-message';

export interface PageLimits {
  /** Most events in a page. */
  readonly events: number;
  /** Longest a page grows while catching up, from its first event. */
  readonly catchingUpMilliseconds: number;
  /** Longest a page grows once live, from its first event. */
  readonly liveMilliseconds: number;
}

export const defaultPageLimits: PageLimits = {
  events: 1_000,
  catchingUpMilliseconds: 250,
  liveMilliseconds: 20,
};

export interface Page {
  readonly messages: readonly LogMessage[];
  /**
   * Set when everything that was in the log at the start has been yielded, this page included:
   * the end of the log as it was scanned, if it lies behind the last event.
   */
  readonly caughtUp: { readonly scannedTo: Position | null } | null;
}

/** What the pump has taken from the source and nobody has taken from the pump. */
interface Gathered {
  messages: LogMessage[];
  caughtUp: Page['caughtUp'];
  end: 'open' | 'ended' | { readonly error: unknown };
  /** Its first message has waited long enough for company. */
  isDue: boolean;
  /** Nobody wants another page. */
  isOver: boolean;
}

/**
 * Cuts a subscription into pages. The next page is gathered while the last one is worked on; the
 * source is not asked for more than that. Ends without an error when the signal aborts, giving up
 * what is gathered; rethrows the source's error after yielding what came before it.
 */
export async function* pages(
  source: AsyncIterable<SubscriptionMessage>,
  limits: PageLimits,
  signal: AbortSignal,
): AsyncGenerator<Page, void, undefined> {
  const gathered: Gathered = {
    messages: [],
    caughtUp: null,
    end: 'open',
    isDue: false,
    isOver: false,
  };
  const changed = bell();
  const room = bell();
  let isLive = false;
  let timer: NodeJS.Timeout | undefined;

  const isFull = (): boolean =>
    gathered.messages.length >= limits.events || gathered.caughtUp !== null;
  const startTimer = (): void => {
    const wait = isLive ? limits.liveMilliseconds : limits.catchingUpMilliseconds;
    timer = setTimeout(() => {
      gathered.isDue = true;
      changed.ring();
    }, wait);
  };
  const pump = async (): Promise<void> => {
    try {
      for await (const message of source) {
        if (message.kind === 'caught-up') gathered.caughtUp = { scannedTo: message.scannedTo };
        else if (gathered.messages.push(message) === 1) startTimer();
        if (!isFull()) continue;
        changed.ring();
        while (isFull() && !gathered.isOver) await room.next();
        if (gathered.isOver) return;
      }
      gathered.end = 'ended';
    } catch (error) {
      gathered.end = { error };
    } finally {
      changed.ring();
    }
  };
  const close = (): void => {
    gathered.isOver = true;
    changed.ring();
    room.ring();
  };
  if (signal.aborted) return;
  signal.addEventListener('abort', close);
  // Its errors are kept in `gathered` and thrown from here.
  void pump();
  try {
    for (;;) {
      while (!isFull() && !gathered.isDue && gathered.end === 'open' && !gathered.isOver) {
        await changed.next();
      }
      if (gathered.isOver) return;
      const page: Page = { messages: gathered.messages, caughtUp: gathered.caughtUp };
      const { end } = gathered;
      clearTimeout(timer);
      gathered.isDue = false;
      isLive ||= page.caughtUp !== null;
      gathered.messages = [];
      gathered.caughtUp = null;
      room.ring();
      if (page.messages.length > 0 || page.caughtUp !== null) yield page;
      if (end === 'ended') return;
      if (end !== 'open') throw end.error;
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', close);
    close();
  }
}

/** Wakes whoever waits for the next ring; a ring that nobody waited for is not forgotten. */
function bell() {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring(): void {
      rung = true;
      wake?.();
      wake = null;
    },
    async next(): Promise<void> {
      if (!rung) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      rung = false;
    },
  };
}
