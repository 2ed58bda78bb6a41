import { type Catalogue } from './catalogue';
import { type Environment, type WritableEntries } from './environment';
import { Transaction } from './transaction';

interface Waiting {
  readonly work: (transaction: Transaction) => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Tells a write what became of it, once that is on the disk. */
type Outcome = () => void;

/** What the owner of the writers says of failures: what its clients are told. */
export interface Failures {
  ofWrite(error: unknown): Promise<unknown>;
  ofCommit(error: unknown): Promise<unknown>;
}

/** How long writes may join a commit before it is made, in milliseconds. */
const longestGroup = 20;

/**
 * Writes one after the other. Those that wait at the same time share a commit, since what a commit
 * costs is the disk: each takes effect or fails on its own, and none is told before all are durable.
 */
export class Writers {
  private readonly waiting: Waiting[] = [];
  private working: Promise<void> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
    private readonly failures: Failures,
  ) {}

  /** Resolves when what `work` wrote is committed; when it throws, disk and memory are as before. */
  write<T>(work: (transaction: Transaction) => T | Promise<T>): Promise<T> {
    const written = new Promise<unknown>((resolve, reject) => {
      this.waiting.push({ work, resolve, reject });
    });
    this.working ??= this.workOff();
    return written as Promise<T>;
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    await this.working;
  }

  private async workOff(): Promise<void> {
    while (this.waiting.length > 0) {
      // Whatever else has been sent by now is read first, and joins.
      await new Promise((resolve) => setImmediate(resolve));
      await this.commit();
    }
    this.working = undefined;
  }

  private async commit(): Promise<void> {
    const joined: Waiting[] = [];
    const outcomes: Outcome[] = [];
    const reached = { commit: false };
    try {
      await this.environment.transaction(async (entries) => {
        await this.join(entries, joined, outcomes);
        reached.commit = true;
      });
    } catch (error) {
      const failure = await (reached.commit
        ? this.failures.ofCommit(error)
        : this.failures.ofWrite(error));
      this.catalogue.reload();
      // No transaction could be begun where none has joined it.
      const failed = joined.length > 0 ? joined : this.waiting.splice(0);
      for (const { reject } of failed) reject(failure);
      return;
    }
    for (const tell of outcomes) tell();
  }

  private async join(
    entries: WritableEntries,
    joined: Waiting[],
    outcomes: Outcome[],
  ): Promise<void> {
    const isAlone = this.waiting.length === 1;
    const endsAt = performance.now() + longestGroup;
    const { generation } = this.catalogue;
    do {
      const next = this.waiting.shift();
      if (next === undefined) break;
      joined.push(next);
      outcomes.push(await (isAlone ? this.whole(next, entries) : this.part(next, entries)));
      // What is changed in the catalogue is seen by readers at once: then it is committed at once.
    } while (!isAlone && this.catalogue.generation === generation && performance.now() < endsAt);
  }

  private async whole({ work, resolve }: Waiting, entries: WritableEntries): Promise<Outcome> {
    const transaction = new Transaction(this.catalogue, entries);
    const result = await work(transaction);
    transaction.save();
    return () => {
      resolve(result);
    };
  }

  private async part(waiting: Waiting, entries: WritableEntries): Promise<Outcome> {
    try {
      return await this.environment.part(() => this.whole(waiting, entries));
    } catch (error) {
      const failure = await this.failures.ofWrite(error);
      this.catalogue.reload(entries);
      return () => {
        waiting.reject(failure);
      };
    }
  }
}
