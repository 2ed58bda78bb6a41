import { type Value } from '../bson/value';
import { pause, Pacer, type Step } from './pace';
import { Memory } from './memory';
import { merge } from './merge-runs';

export interface Keyed {
  readonly key: Buffer;
  readonly document: Value;
}

/** So many are sorted at once: about two milliseconds. */
const runLength = 2_048;

const compare = (left: Keyed, right: Keyed): number => Buffer.compare(left.key, right.key);

const sizeOf = ({ key, document }: Keyed): number => key.length + document.end - document.start;

/** Gathers sorted runs; never more than `limit` documents for long when there is one. */
class Runs {
  runs: Keyed[][] = [];
  private current: Keyed[] = [];
  private count = 0;
  private memory = new Memory('Sort');
  /** The last of the first `limit`, once there were so many: what is not below it is not wanted. */
  private bound: Buffer | undefined;

  constructor(private readonly limit: number) {}

  add(keyed: Keyed): void {
    if (this.bound !== undefined && Buffer.compare(keyed.key, this.bound) >= 0) return;
    this.current.push(keyed);
    this.count += 1;
    this.memory.take(sizeOf(keyed));
    if (this.current.length >= runLength) this.close();
  }

  close(): void {
    if (this.current.length === 0) return;
    this.runs.push(this.current.sort(compare));
    this.current = [];
  }

  /** Far more than are wanted, or more than memory may hold although fewer are wanted. */
  get isExcessive(): boolean {
    if (this.limit === 0 || this.count <= this.limit) return false;
    return this.memory.isFull || this.count >= this.limit * 2 + runLength;
  }

  *shrink(): Generator<typeof pause> {
    this.close();
    const kept: Keyed[] = [];
    for (const step of merge(this.runs, this.limit)) {
      if (step === pause) yield pause;
      else kept.push(step);
    }
    this.runs = [kept];
    this.count = kept.length;
    this.bound = kept.at(-1)?.key;
    this.memory = new Memory('Sort');
    for (const each of kept) this.memory.take(sizeOf(each));
  }

  demandRoom(): void {
    this.memory.demandRoom();
  }
}

/**
 * Documents in the order of their keys, equal ones in the order they came: sorted runs, merged while
 * they are taken, so that no step works long. With `limit` (0: none), only that many.
 * @throws ServerError 292 above 100 MB.
 */
export function* keyedBy(
  documents: Iterable<Step>,
  keyOf: (document: Value) => Buffer,
  limit: number,
): Generator<Step<Keyed>> {
  const gathered = new Runs(limit);
  const pacer = new Pacer();
  for (const document of documents) {
    if (document === pause) {
      yield pause;
      pacer.restart();
      continue;
    }
    gathered.add({ key: keyOf(document), document });
    if (gathered.isExcessive) yield* gathered.shrink();
    gathered.demandRoom();
    if (pacer.isDue()) {
      yield pause;
      pacer.restart();
    }
  }
  gathered.close();
  yield* merge(gathered.runs, limit);
}

/** The same without the keys. */
export function* sortedBy(
  documents: Iterable<Step>,
  keyOf: (document: Value) => Buffer,
  limit: number,
): Generator<Step> {
  for (const step of keyedBy(documents, keyOf, limit)) {
    yield step === pause ? pause : step.document;
  }
}
