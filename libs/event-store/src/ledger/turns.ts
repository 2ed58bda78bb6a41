/** Runs work under one key one after another, in the order it was asked for; keys do not wait. */
export type Turns = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/** A key is forgotten as soon as nobody waits for it. */
export function createTurns(tails = new Map<string, Promise<unknown>>()): Turns {
  return (key, work) => {
    const before = tails.get(key);
    const result = before === undefined ? work() : before.then(work);
    const tail: Promise<void> = result.then(
      () => {
        leave(key, tail);
      },
      () => {
        leave(key, tail);
      },
    );
    tails.set(key, tail);
    return result;
  };

  function leave(key: string, tail: Promise<void>): void {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
