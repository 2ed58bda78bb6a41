import { causeOf, diskFull } from '@jejak/embedded-node';
import { ServerError } from '../errors';
import { Catalogue, type CollectionRecord } from './catalogue';
import { CollectionReader } from './collection';
import { Environment, type Flush } from './environment';
import { countKey, documentsPrefix, entriesPrefix, startingWith } from './keys';
import { present, type Transaction } from './transaction';
import { Writers } from './writers';

/** Keys removed per transaction when a dropped collection is cleaned up. */
const garbageChunk = 1_000;

/** A commit failed, and it is not known what is on the disk: nothing may be answered any more. */
export class CommitFailed extends Error {
  readonly code = 'commit-failed';
}

/** The documents on disk and the catalogue in memory, kept in step. */
export class Store {
  readonly catalogue: Catalogue;
  private readonly environment: Environment;
  private readonly writers: Writers;

  /** `onFailure` is called once when the node has to end: see `CommitFailed`. */
  constructor(
    directory: string,
    private readonly onFailure: (error: CommitFailed) => void,
    flush: Flush = 'disk',
  ) {
    this.environment = new Environment(directory, flush);
    this.catalogue = new Catalogue(this.environment.committed, directory);
    this.writers = new Writers(this.environment, this.catalogue, {
      ofWrite: (error) => this.ofWrite(error),
      ofCommit: (error) => this.ofCommit(error),
    });
  }

  /**
   * Resolves when all of `work` is durable; when it throws, disk and memory are as before. One write at
   * a time, writes that come together share a commit; it may await its turns, and reading goes on meanwhile without seeing it.
   * @throws ServerError 14031 when the disk has no room for it.
   */
  write<T>(work: (transaction: Transaction) => T | Promise<T>): Promise<T> {
    return this.writers.write(work);
  }

  /** Whether what was acknowledged survives the end of the machine. */
  get isFlushed(): boolean {
    return this.environment.flush === 'disk';
  }

  /** What a write is told that gave up. */
  private async ofWrite(error: unknown): Promise<unknown> {
    return error instanceof ServerError ? error : await this.meaningOf(error);
  }

  private async ofCommit(error: unknown): Promise<unknown> {
    const failure = await this.ofWrite(error);
    // A full disk leaves everything as it was; of any other failed commit nobody knows.
    const isHarmless = failure instanceof ServerError && !this.environment.hasCommitted();
    return isHarmless ? failure : this.fail(failure);
  }

  /** A full disk, said so; anything else as it is. */
  private async meaningOf(error: unknown): Promise<unknown> {
    const cause = await causeOf(error);
    const full = await diskFull(this.environment.file, cause);
    return full === undefined ? cause : new ServerError(14031, full.message);
  }

  private fail(cause: unknown): CommitFailed {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const failure = new CommitFailed(`a commit to ${this.environment.file} failed: ${reason}`, {
      cause,
    });
    this.onFailure(failure);
    return failure;
  }

  find(database: string, name: string): CollectionReader | undefined {
    const record = this.catalogue.find(database, name);
    return record && new CollectionReader(this.environment.committed, this.catalogue, record);
  }

  /** @throws ServerError 26. */
  require(database: string, name: string): CollectionReader {
    return present(this.find(database, name), database, name);
  }

  /** Every collection there is, to be read. */
  collections(): CollectionReader[] {
    const open = (record: CollectionRecord): CollectionReader =>
      new CollectionReader(this.environment.committed, this.catalogue, record);
    return this.catalogue.collections().map(open);
  }

  /** Removes a part of what dropped collections left; false when nothing is left. */
  async collectGarbage(): Promise<boolean> {
    const garbage = this.catalogue.firstGarbage();
    if (garbage === undefined) return false;
    const prefix = (garbage.kind === 'documents' ? documentsPrefix : entriesPrefix)(garbage.id);
    await this.write(({ entries }) => {
      const removed = entries.removeSome(startingWith(prefix), garbageChunk);
      if (removed === garbageChunk) return;
      if (garbage.kind === 'documents') entries.remove(countKey(garbage.id));
      this.catalogue.forgetFirstGarbage();
    });
    return true;
  }

  /** Resolves when the write under way, and those that wait, are over. */
  async close(): Promise<void> {
    await this.writers.idle();
    await this.environment.close();
  }
}
