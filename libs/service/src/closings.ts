type Closing = () => Promise<void>;

/** What a process has opened, closed again in the opposite order. */
export interface Closings {
  add(closing: Closing): void;
  /**
   * Closes everything, also what comes after something that does not close; then throws the first
   * failure. What was closed once is not closed again.
   */
  close(): Promise<void>;
}

export function createClosings(): Closings {
  const pending: Closing[] = [];
  return {
    add: (closing) => {
      pending.push(closing);
    },
    async close() {
      const failures: unknown[] = [];
      for (let closing = pending.pop(); closing !== undefined; closing = pending.pop()) {
        await closing().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
