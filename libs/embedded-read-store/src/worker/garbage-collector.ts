import { ServerError } from '../errors';
import { type Store } from '../storage/store';

/** Between two looks for something to remove, and between two removals, in milliseconds. */
const idle = 100;
const working = 5;
/** After a removal that was refused: on a full disk also removing needs room. */
const refused = 2_000;

/** Cleans up after dropped collections, a little at a time between the writes of clients. */
export class GarbageCollector {
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(private readonly store: Store) {
    this.later(idle);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private later(milliseconds: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.store.collectGarbage().then(
        (more) => {
          this.later(more ? working : idle);
        },
        // A failed commit has ended the node already; the rest waits until there is room.
        (error: unknown) => {
          if (error instanceof ServerError) this.later(refused);
        },
      );
    }, milliseconds).unref();
  }
}
