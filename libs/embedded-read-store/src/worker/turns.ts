/**
 * One waiting command goes on per turn of the event loop, in the order of their coming: between two of
 * them the loop reads what clients have sent. So nobody waits longer than one slice of somebody else.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  readonly next = (): Promise<void> =>
    new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length === 1) setImmediate(this.give);
    });

  private readonly give = (): void => {
    this.waiting.shift()?.();
    if (this.waiting.length > 0) setImmediate(this.give);
  };
}
