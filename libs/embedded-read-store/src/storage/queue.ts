/** Works one after the other, each begun when the one before it is over. */
export class Queue {
  private last: Promise<unknown> = Promise.resolve();
  private length = 0;

  /** Resolves or rejects as `work` does. */
  add<T>(work: () => Promise<T>): Promise<T> {
    const result = this.length === 0 ? work() : this.last.then(work);
    this.length += 1;
    const over = (): void => {
      this.length -= 1;
    };
    this.last = result.then(over, over);
    return result;
  }
}
