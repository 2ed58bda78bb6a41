import { DiskFull } from '@jejak/embedded-node';
import { type EventLog } from '../storage/event-log';
import { CommitPlan } from './commit-plan';
import { RecentIds } from './recent-ids';
import { type WriteOutcome, type WriteRequest } from './write-request';

interface Pending {
  readonly request: WriteRequest;
  readonly resolve: (outcome: WriteOutcome) => void;
  readonly reject: (error: Error) => void;
}

export interface WriterEvents {
  /** Called after a commit is durable, with the streams it touched. */
  readonly committed: (streams: Iterable<string>) => void;
  /** A commit failed, not for want of room: the writer takes nothing more, the node must stop. */
  readonly failed: (error: Error) => void;
}

/** What the next commit waits for: so many requests, until then at the latest. */
interface Gathering {
  readonly size: number;
  readonly until: number;
}

/** Ids remembered for repeated appends that expect `any`; refilled from the log's tail at start. */
const RECENT_IDS = 32_768;
/** Requests taken into one commit: bounds the time the first of them waits for the last. */
const GROUP_SIZE = 2_048;
/** From so many requests on, waiting for those that come back saves more than it costs. */
const WORTH_WAITING_FOR = 8;
const LONGEST_WAIT_MS = 10;

/**
 * The only writer of the log. Requests that arrive while a commit is being synced share the next
 * one (group commit); each is answered after the sync that made it durable, never before.
 */
export class Writer {
  private queue: Pending[] = [];
  private running: Promise<void> | undefined;
  private gathering: Gathering = { size: 0, until: 0 };
  private gathered: () => void = () => undefined;
  private newest: Promise<unknown> = Promise.resolve();
  private failure: Error | undefined;
  private readonly recentIds = new RecentIds(RECENT_IDS);

  constructor(
    private readonly log: EventLog,
    private readonly events: WriterEvents,
  ) {
    this.recentIds.refill(log);
  }

  /** Rejects only when the node is failing; refusals are outcomes. */
  submit(request: WriteRequest): Promise<WriteOutcome> {
    if (this.failure !== undefined) return Promise.reject(this.failure);
    const answer = new Promise<WriteOutcome>((resolve, reject) => {
      this.queue.push({ request, resolve, reject });
    });
    this.newest = answer;
    this.running ??= this.run();
    if (this.queue.length >= this.gathering.size) this.gathered();
    return answer;
  }

  /** Resolves once everything submitted so far is answered; what comes later is not waited for. */
  async drained(): Promise<void> {
    // Answers come in the order of the requests.
    await Promise.allSettled([this.newest]);
  }

  private async run(): Promise<void> {
    while (this.queue.length > 0 && this.failure === undefined) {
      await this.gather();
      // Lets the requests of this turn of the event loop join the group.
      await new Promise((resolve) => setImmediate(resolve));
      const group = this.queue.splice(0, GROUP_SIZE);
      const begun = performance.now();
      await this.commitGroup(group);
      this.gathering = gatheringAfter(group.length + this.queue.length, begun);
    }
    this.running = undefined;
  }

  /**
   * Callers that have just been answered often come again. A commit costs the same whatever it
   * holds, so the next one waits for as many as there were, no longer than the last one took.
   */
  private gather(): Promise<void> {
    const { size, until } = this.gathering;
    const left = until - performance.now();
    if (this.queue.length >= size || left <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, left);
      this.gathered = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async commitGroup(group: readonly Pending[]): Promise<void> {
    try {
      const plan = this.newPlan();
      const outcomes = group.map(({ request }) => plan.add(request));
      const { commit } = plan;
      if (commit !== undefined) await this.log.commit(commit);
      plan.settle();
      group.forEach(({ resolve }, index) => {
        const outcome = outcomes[index];
        if (outcome !== undefined) resolve(outcome);
      });
      if (commit !== undefined) this.events.committed(commit.streams.keys());
    } catch (error) {
      if (error instanceof DiskFull) this.refuse(group, error);
      else this.fail(error, group);
    }
  }

  /**
   * Nothing of the group was written, so what it was told among itself does not count: each is
   * judged by the log as it stands, and only those that would have to write are refused.
   */
  private refuse(group: readonly Pending[], { message }: DiskFull): void {
    try {
      for (const { request, resolve } of group) {
        const plan = this.newPlan();
        const outcome = plan.add(request);
        resolve(plan.commit === undefined ? outcome : { kind: 'disk-full', message });
      }
    } catch (error) {
      this.fail(error, group);
    }
  }

  private newPlan(): CommitPlan {
    return new CommitPlan(this.log, this.recentIds, Date.now());
  }

  private fail(error: unknown, group: readonly Pending[]): void {
    const failure = error instanceof Error ? error : new Error(String(error));
    this.failure = failure;
    for (const { reject } of [...group, ...this.queue.splice(0)]) reject(failure);
    this.events.failed(failure);
  }
}

function gatheringAfter(requests: number, begun: number): Gathering {
  const now = performance.now();
  const wait = requests < WORTH_WAITING_FOR ? 0 : Math.min(now - begun, LONGEST_WAIT_MS);
  return { size: Math.min(requests, GROUP_SIZE), until: now + wait };
}
