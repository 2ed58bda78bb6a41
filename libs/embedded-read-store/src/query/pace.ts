import { type Value } from '../bson/value';

/** Given between two documents by whoever has worked for a while: let others have a turn. */
export const pause: unique symbol = Symbol('pause');

/**
 * What a source of documents gives: a document, or a pause. Whoever stands between source and taker
 * (filter, page, sort, stage) passes every pause on at once, and gives pauses of its own by a `Pacer`
 * where it works long without asking its source. The taker awaits its `Turn` at each.
 */
export type Step<Item = Value> = Item | typeof pause;

/** Resolves when it is one's turn again. Rejects when the command is not to go on. */
export type Turn = () => Promise<void>;

/** How long one may work before others get a turn, in milliseconds. */
const slice = 4;
/** The clock is read once for so many items, or for so many bytes. */
const itemsPerLook = 8;
const bytesPerItem = 4_096;

/** Tells when a pause is due. */
export class Pacer {
  private since = performance.now();
  private unlooked = 0;

  /** To be asked after every item of work, with its size in bytes where items may be large. */
  isDue(bytes = 0): boolean {
    this.unlooked += 1 + bytes / bytesPerItem;
    if (this.unlooked < itemsPerLook) return false;
    this.unlooked = 0;
    return performance.now() - this.since >= slice;
  }

  /** To be told when the pause is over. */
  restart(): void {
    this.since = performance.now();
  }
}

/** Hands every item to `visit`, awaiting a turn at each pause. */
export async function forEach<Item>(
  steps: Iterable<Step<Item>>,
  turn: Turn,
  visit: (item: Item) => void,
): Promise<void> {
  for (const step of steps) {
    if (step === pause) await turn();
    else visit(step);
  }
}

/** The same with items that are there already, when handling one of them takes its time. */
export async function inTurns<Item>(
  items: Iterable<Item>,
  turn: Turn,
  handle: (item: Item) => void,
): Promise<void> {
  const pacer = new Pacer();
  for (const item of items) {
    handle(item);
    if (!pacer.isDue()) continue;
    await turn();
    pacer.restart();
  }
}
