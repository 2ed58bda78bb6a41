import { addDays, latestIndonesianDay, policyStream } from '@jejak/domain';
import { calendarsOf, policy } from '@jejak/domain/policy';
import { type EventStore, type Ledger } from '@jejak/event-store';

import { recordVerdict } from './record-verdict';
import { settleTerms } from './settle-terms';
import { type Verdict, verdictsOn } from './verdicts';
import { type WatchedDeadlines } from './watched-deadlines';

/** What the clock works with. */
export interface Workshop {
  readonly eventStore: Pick<EventStore, 'head'>;
  readonly ledger: Ledger;
  readonly watched: WatchedDeadlines;
  readonly clock: () => Date;
  /**
   * How long after its end a day is judged, in milliseconds: a report of its last moment may still be
   * on its way into the log.
   */
  readonly settleMilliseconds: number;
  /** Called for each deadline that was recorded as passed by this process. */
  readonly onRaised?: () => void;
}

/** What one run found and did. */
export interface Run {
  /** Recorded by this run; those somebody else recorded meanwhile are not counted. */
  readonly raised: number;
  /** Held back by parked events. */
  readonly held: number;
  readonly withoutZones: number;
  readonly assumed: number;
  /** Cases whose unknown last days a calendar reached, recorded by this run. */
  readonly settled: number;
}

/** The view did not get as far as the log was when the run began. */
export class ViewBehind extends Error {
  override readonly name = 'ViewBehind';
  constructor() {
    super('A view of deadlines has not reached the head of the log; nothing was judged');
  }
}

/** Commands on their way at the same time, each on a stream of its own. */
const lanes = 8;

/**
 * Settles the last days that a calendar approved since reaches; they are judged from the next run on.
 * Judges every deadline whose last day has ended, and records those that passed. The instant is
 * taken first and the head of the log after it, and the view is waited for: what was reported in
 * time is in what is judged. Ends early, between two commands, when the signal aborts.
 *
 * Throws ViewBehind, VerdictRefused and whatever the stores throw. What was recorded until then
 * stands; the next run finds the rest.
 */
export async function judgeDeadlines(workshop: Workshop, signal: AbortSignal): Promise<Run> {
  const { eventStore, watched, clock, settleMilliseconds } = workshop;
  const now = new Date(clock().getTime() - settleMilliseconds).toISOString();
  const { newest } = await eventStore.head();
  let run: Run = { raised: 0, held: 0, withoutZones: 0, assumed: 0, settled: 0 };
  if (newest === null) return run;
  const waiting = await watched.waiting(newest, signal);
  if (waiting === null && signal.aborted) return run;
  if (waiting === null) throw new ViewBehind();
  const calendars = await workshop.ledger.refer(policy, policyStream('working-days'), () => false);
  const settled = await settleTerms(workshop.ledger, waiting, calendarsOf(calendars), signal);
  run = { ...run, settled };
  const lastDay = addDays(latestIndonesianDay(now), -1);
  const found = await watched.upTo(lastDay, newest, signal);
  if (found === null && signal.aborted) return run;
  if (found === null) throw new ViewBehind();
  const timeZones = await workshop.ledger.refer(policy, policyStream('time-zones'), () => false);
  for await (const documents of found.deadlines) {
    if (signal.aborted) break;
    const verdicts = verdictsOn(documents, timeZones, now);
    const named = new Set(verdicts.passed.map(({ id }) => id));
    const held = await found.held(documents.filter(({ id }) => named.has(id)));
    const free = verdicts.passed.filter(({ id }) => !held.has(id));
    run = {
      settled,
      raised: run.raised + (await recordAll(workshop, free, signal)),
      held: run.held + held.size,
      withoutZones: run.withoutZones + verdicts.withoutZones,
      assumed: run.assumed + verdicts.assumed,
    };
  }
  return run;
}

/** How many were not recorded yet. After a failure nothing new is begun, and it is thrown. */
async function recordAll(
  { ledger, onRaised = () => undefined }: Workshop,
  verdicts: readonly Verdict[],
  signal: AbortSignal,
): Promise<number> {
  const waiting = verdicts.values();
  let failed = false;
  let raised = 0;
  const lane = async (): Promise<void> => {
    for (const verdict of waiting) {
      if (failed || signal.aborted) return;
      try {
        if (!(await recordVerdict(ledger, verdict))) continue;
        raised += 1;
        onRaised();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const settled = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const rejected = settled.find((one) => one.status === 'rejected');
  if (rejected !== undefined) throw rejected.reason;
  return raised;
}
