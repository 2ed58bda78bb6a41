import { pause, Pacer, type Step } from './pace';

interface Ordered {
  readonly key: Buffer;
}

interface Head<Item> {
  readonly run: readonly Item[];
  /** Its place among the runs: earlier runs come first among equals. */
  readonly place: number;
  at: number;
}

function isBefore<Item extends Ordered>(left: Head<Item>, right: Head<Item>): boolean {
  const [a, b] = [left.run[left.at], right.run[right.at]];
  if (a === undefined || b === undefined) return a !== undefined;
  const order = Buffer.compare(a.key, b.key);
  return order < 0 || (order === 0 && left.place < right.place);
}

/** Puts the head at `index` of a binary heap where it belongs below. */
function sink<Item extends Ordered>(heap: Head<Item>[], index: number): void {
  for (let at = index; ;) {
    let least = at;
    for (const child of [at * 2 + 1, at * 2 + 2]) {
      const [below, best] = [heap[child], heap[least]];
      if (below !== undefined && best !== undefined && isBefore(below, best)) least = child;
    }
    const [moved, risen] = [heap[at], heap[least]];
    if (least === at || moved === undefined || risen === undefined) return;
    heap[at] = risen;
    heap[least] = moved;
    at = least;
  }
}

/** The items of sorted runs in one order, up to `limit` of them (0: all), with pauses. */
export function* merge<Item extends Ordered>(
  runs: readonly (readonly Item[])[],
  limit: number,
): Generator<Step<Item>> {
  const heap = runs.map((run, place) => ({ run, place, at: 0 }));
  for (let index = heap.length >> 1; index >= 0; index -= 1) sink(heap, index);
  const pacer = new Pacer();
  for (let given = 0; limit === 0 || given < limit; given += 1) {
    const [head] = heap;
    const item = head?.run[head.at];
    if (head === undefined || item === undefined) return;
    yield item;
    head.at += 1;
    sink(heap, 0);
    if (pacer.isDue()) {
      yield pause;
      pacer.restart();
    }
  }
}
