import { type Logger } from '@jejak/telemetry';
import { setTimeout as after } from 'node:timers/promises';

import { judgeDeadlines, type Run, type Workshop } from './run';

export interface DeadlineClockOptions extends Omit<Workshop, 'onRaised'> {
  /**
   * Whether this process is the one to act. Two that act at once do no harm; it saves the second
   * one its trouble.
   */
  readonly acts: () => boolean;
  readonly intervalMilliseconds: number;
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

export interface ClockStatus {
  /** `standing-by`: another process acts. `failing`: the last run did not end. */
  readonly state: 'starting' | 'acting' | 'standing-by' | 'failing' | 'stopped';
  /** The last run that went through, by this process. */
  readonly last: (Run & { readonly at: string }) | null;
  /** Why the last run failed; null when it did not. */
  readonly error: { readonly message: string; readonly since: string } | null;
  /** Since the process started. */
  readonly raised: number;
  readonly runs: number;
  readonly failures: number;
}

/** Raises the deadlines that have passed, again and again. */
export interface DeadlineClock {
  start(): void;
  /** Finishes the command in hand; what is left is found at the next start. */
  stop(): Promise<void>;
  /** One run now; a failure is kept in the status and logged, never thrown. */
  runOnce(): Promise<void>;
  status(): ClockStatus;
}

/**
 * The process manager of deadlines. It keeps nothing of its own: what has to be judged stands in the
 * view, what was judged stands in the log under a name that only one event can have. So it may be
 * ended at any instruction, run twice, or begin again with an empty database, and raises the same.
 */
export function createDeadlineClock(options: DeadlineClockOptions): DeadlineClock {
  const { acts, clock, intervalMilliseconds, logger } = options;
  const stopping = new AbortController();
  let state: ClockStatus['state'] = 'starting';
  let last: ClockStatus['last'] = null;
  let error: ClockStatus['error'] = null;
  let raised = 0;
  let runs = 0;
  let failures = 0;
  let running: Promise<void> = Promise.resolve();

  const onRaised = (): void => {
    raised += 1;
  };

  const failed = (thrown: unknown): void => {
    failures += 1;
    state = 'failing';
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    if (error?.message === message) return;
    error = { message, since: clock().toISOString() };
    logger.error({ err: thrown }, 'Deadlines were not judged; it is tried again');
  };

  const run = async (): Promise<void> => {
    if (!acts()) {
      state = 'standing-by';
      error = null;
      return;
    }
    runs += 1;
    try {
      const done = await judgeDeadlines({ ...options, onRaised }, stopping.signal);
      last = { ...done, at: clock().toISOString() };
      if (done.raised > 0) logger.info({ raised: done.raised }, 'Deadlines passed');
      if (done.settled > 0) logger.info({ settled: done.settled }, 'Unknown last days settled');
      state = 'acting';
      error = null;
    } catch (thrown) {
      failed(thrown);
    }
  };

  const runOnce = (): Promise<void> => {
    running = running.then(run);
    return running;
  };

  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await runOnce();
      await after(intervalMilliseconds, undefined, { signal: stopping.signal }).catch(
        (thrown: unknown) => {
          if (!stopping.signal.aborted) throw thrown;
        },
      );
    }
  };
  let looping: Promise<void> = Promise.resolve();

  return {
    start() {
      looping = loop();
    },
    async stop() {
      stopping.abort();
      await Promise.all([looping, running]);
      state = 'stopped';
    },
    runOnce,
    status: () => ({ state, last, error, raised, runs, failures }),
  };
}
