import { elementsOf, isArray, type Value } from '../bson/value';
import { nullValue } from '../bson/write';
import { equalityName } from '../keys/equality-name';
import { Memory } from '../query/memory';
import { pause, Pacer, type Step } from '../query/pace';
import { someAt } from '../storage/paths';

const nullName = equalityName(nullValue);

/** What `{ path: value }` finds a document by: its values there, those in lists too, null for none. */
function namesAt(document: Value, parts: readonly string[]): Set<string> {
  const names = new Set<string>();
  someAt(document, parts, (value) => {
    names.add(value === undefined ? nullName : equalityName(value));
    if (isArray(value)) for (const element of elementsOf(value)) names.add(equalityName(element));
    return false;
  });
  return names;
}

/** The documents of a collection in memory, by what stands at one path. */
export class ForeignTable {
  private readonly documents: Value[] = [];
  private readonly places = new Map<string, number[]>();
  private readonly memory = new Memory('$lookup');

  constructor(private readonly parts: readonly string[]) {}

  /** Takes all documents in, with pauses; gives false, and is of no use, when they are too many. */
  *fill(source: Iterable<Step>): Generator<typeof pause, boolean> {
    const pacer = new Pacer();
    for (const document of source) {
      if (document === pause) {
        yield pause;
        pacer.restart();
        continue;
      }
      this.add(document);
      if (this.memory.isFull) return false;
      if (!pacer.isDue()) continue;
      yield pause;
      pacer.restart();
    }
    return true;
  }

  private add(document: Value): void {
    const place = this.documents.push(document) - 1;
    this.memory.take(document.end - document.start);
    for (const name of namesAt(document, this.parts)) {
      const places = this.places.get(name);
      if (places === undefined) this.places.set(name, [place]);
      else places.push(place);
      this.memory.grow(name.length + 8);
    }
  }

  /** The documents that equality with any of the values finds, in the order they came. */
  find(values: readonly Value[]): Value[] {
    const found = values.map((value) => this.places.get(equalityName(value)) ?? []);
    const [only = []] = found;
    const places = found.length === 1 ? only : [...new Set(found.flat())].sort((a, b) => a - b);
    return places.flatMap((place) => this.documents[place] ?? []);
  }
}
