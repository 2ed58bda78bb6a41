/**
 * Wakes the readers that wait at the end of the log or of a stream. A reader that finds nothing
 * and waits in the same turn of the event loop misses no commit.
 */
export class Tail {
  /** Key undefined: whoever waits for `$all`. */
  private readonly waiting = new Map<string | undefined, Set<() => void>>();

  /** Resolves after the next commit that touches the stream (undefined: any), or on abort. */
  next(stream: string | undefined, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const ofStream = this.waiting.get(stream) ?? new Set();
      this.waiting.set(stream, ofStream);
      const wake = (): void => {
        ofStream.delete(wake);
        if (ofStream.size === 0 && this.waiting.get(stream) === ofStream)
          this.waiting.delete(stream);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      ofStream.add(wake);
      signal.addEventListener('abort', wake);
      if (signal.aborted) wake();
    });
  }

  publish(streams: Iterable<string>): void {
    for (const key of [undefined, ...streams]) {
      for (const wake of [...(this.waiting.get(key) ?? [])]) wake();
    }
  }
}
