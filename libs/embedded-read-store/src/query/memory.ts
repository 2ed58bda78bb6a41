import { ServerError } from '../errors';

/** What one stage may hold, in bytes: MongoDB's limit for a stage that may not use the disk. */
const limit = 100 * 1024 * 1024;
/** What an entry costs beside its bytes: objects, buffers and a place in a table. */
const overhead = 200;

/** Counts what a stage that gathers documents holds. */
export class Memory {
  private bytes = 0;

  constructor(private readonly holder: string) {}

  take(bytes: number): void {
    this.bytes += bytes + overhead;
  }

  /** What an entry that is counted already has grown by. */
  grow(bytes: number): void {
    this.bytes += bytes;
  }

  get isFull(): boolean {
    return this.bytes > limit;
  }

  /** @throws ServerError 292 when more is held than allowed. */
  demandRoom(): void {
    if (!this.isFull) return;
    throw new ServerError(
      292,
      `${this.holder} exceeded memory limit of ${String(limit)} bytes, and this node does not use the disk for it`,
    );
  }
}
