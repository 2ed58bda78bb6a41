import fc from 'fast-check';
import { Query } from 'mingo';

import { queriesAfter, type Order, type Place } from './keyset';
import type { Scalar } from './query';

interface Stored {
  readonly _id: string;
  readonly kind: string;
  readonly at?: { readonly due: Scalar };
}

/** Texts with ties, nulls, and documents without the field. */
const document = fc.record({
  _id: fc.string({ minLength: 1, maxLength: 3 }),
  kind: fc.constantFrom('a', 'b'),
  due: fc.option(fc.constantFrom('2024-01-01', '2024-01-02', '', null), { nil: undefined }),
});
const stored = fc
  .uniqueArray(document, { selector: ({ _id }) => _id, maxLength: 25 })
  .map((all) =>
    all.map(({ _id, kind, due }): Stored =>
      due === undefined ? { _id, kind } : { _id, kind, at: { due } },
    ),
  );
const order: fc.Arbitrary<Order> = fc.record({
  field: fc.constantFrom('at.due', '_id', 'kind'),
  direction: fc.constantFrom(1, -1),
});
const limit = fc.integer({ min: 1, max: 4 });

/** As a server answers: each query its filter, order and what is left of the limit. */
function pageOf(all: readonly Stored[], by: Order, place: Place | null, limit: number): Stored[] {
  const page: Stored[] = [];
  for (const { filter, sort } of queriesAfter({ kind: 'a' }, by, place, limit)) {
    const found = new Query({ ...filter }).find<Stored>([...all]).sort({ ...sort });
    page.push(...found.limit(limit - page.length).all());
    if (page.length === limit) break;
  }
  return page;
}

const valueOf = ({ field }: Order, one: Stored): Scalar => {
  if (field === '_id') return null;
  return field === 'kind' ? one.kind : (one.at?.due ?? null);
};

function* pages(all: () => readonly Stored[], by: Order, limit: number): Generator<Stored> {
  for (let place: Place | null = null; ;) {
    const page = pageOf(all(), by, place, limit);
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    place = { value: valueOf(by, last), id: last._id };
  }
}

/** Nothing before every value; then the value as text; then the identifier. */
function sorted(all: readonly Stored[], by: Order): Stored[] {
  const keyOf = (one: Stored): string[] => {
    const value = valueOf(by, one);
    return [value === null ? '0' : `1${String(value)}`, one._id];
  };
  const compare = ([a = '', x = '']: string[], [b = '', y = '']: string[]): number =>
    a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1;
  return all
    .filter(({ kind }) => kind === 'a')
    .sort((a, b) => by.direction * compare(keyOf(a), keyOf(b)));
}

describe('Paging by a field and the identifier', () => {
  it('gives every document once, in order, whatever the page size', () => {
    fc.assert(
      fc.property(stored, order, limit, (all, by, size) => {
        expect([...pages(() => all, by, size)]).toEqual(sorted(all, by));
      }),
    );
  });

  it('skips and repeats nothing that stays while others come and go', () => {
    fc.assert(
      fc.property(stored, stored, order, limit, (all, others, by, size) => {
        const ids = new Set(all.map(({ _id }) => _id));
        const passing = others.filter(({ _id }) => !ids.has(_id));
        let reads = 0;
        const changing = () => [...all, ...passing.filter((_, at) => at % 3 === reads++ % 3)];
        const seen = [...pages(changing, by, size)].filter(({ _id }) => ids.has(_id));
        expect(seen).toEqual(sorted(all, by));
      }),
    );
  });

  it('asks plain ranges, with the filter in each', () => {
    const by = { field: 'due', direction: -1 } as const;
    const sort = { due: -1, _id: -1 };
    expect(queriesAfter({ region: '36' }, by, { value: 'x', id: 'p' }, 9)).toEqual([
      { filter: { region: '36', due: 'x', _id: { $lt: 'p' } }, sort, limit: 9 },
      { filter: { region: '36', due: { $lt: 'x' } }, sort, limit: 9 },
      { filter: { region: '36', due: null }, sort, limit: 9 },
    ]);
    const [first] = queriesAfter({ due: { $gte: 'a' } }, by, { value: 'x', id: 'p' }, 9);
    expect(first.filter).toEqual({
      $and: [{ due: { $gte: 'a' } }, { due: 'x', _id: { $lt: 'p' } }],
    });
  });
});
