import { at } from '../testing/recorded';
import { toStored } from '../view/stored-document';
import { after, createWorkingSet, type Held } from './working-set';

const folded = (before: Held, place: number, document: object | null) =>
  after(before, at(place), document);

describe('The working set', () => {
  it('knows nothing of a document before it learns of it', () => {
    const documents = createWorkingSet(10);
    expect(documents.get('x')).toBeUndefined();
    expect(documents.learn('x', undefined)).toMatchObject({ storedAt: null, document: null });
    expect(documents.get('x')).toBeDefined();
  });

  it('looks for nothing that was never written to a generation that began empty', () => {
    const documents = createWorkingSet(0, true);
    const absent = documents.get('x');
    expect(absent).toMatchObject({ storedAt: null, document: null });
    if (absent !== undefined) documents.accept(new Map([['x', folded(absent, 1, { count: 1 })]]));
    documents.take();
    documents.arrived();
    expect(documents.get('x')).toBeUndefined();
    documents.forget('y');
    expect(documents.get('y')).toBeUndefined();
    expect(documents.get('z')).toBeDefined();
  });

  it('inserts what was not there, and replaces what it has sent, each at its place', () => {
    const documents = createWorkingSet(10);
    const absent = documents.learn('x', undefined);
    documents.accept(new Map([['x', folded(absent, 1, { count: 1 })]]));
    expect(documents.take()).toEqual([
      { kind: 'insert', document: toStored('x', at(1), { count: 1 }) },
    ]);
    // The first write is still on its way: the next one is guarded by what it will have written.
    const sent = documents.get('x') ?? absent;
    documents.accept(new Map([['x', folded(sent, 2, { count: 2 })]]));
    expect(documents.take()).toEqual([
      { kind: 'replace', loadedAt: at(1), document: toStored('x', at(2), { count: 2 }) },
    ]);
    expect(documents.take()).toEqual([]);
  });

  it('writes a document once, however often it was changed since', () => {
    const documents = createWorkingSet(10);
    let held = documents.learn('x', toStored('x', at(1), { count: 1 }));
    for (const place of [2, 3, 4]) {
      held = folded(held, place, { count: place });
      documents.accept(new Map([['x', held]]));
    }
    expect(documents.dirty()).toBe(1);
    expect(documents.take()).toEqual([
      { kind: 'replace', loadedAt: at(1), document: toStored('x', at(4), { count: 4 }) },
    ]);
  });

  it('writes what came and went as deleted, and nothing for what never was', () => {
    const documents = createWorkingSet(10);
    const came = folded(documents.learn('x', undefined), 1, {});
    documents.accept(new Map([['x', folded(came, 2, null)]]));
    documents.accept(new Map([['y', folded(documents.learn('y', undefined), 3, null)]]));
    expect(documents.take()).toEqual([{ kind: 'insert', document: toStored('x', at(2), null) }]);
  });

  it('takes a tombstone for a place in the log without a document', () => {
    const documents = createWorkingSet(10);
    expect(documents.learn('x', toStored('x', at(3), null))).toMatchObject({
      storedAt: at(3),
      position: at(3),
      document: null,
    });
  });

  it('forgets what was not used for longest, but nothing that is to be written', () => {
    const documents = createWorkingSet(2);
    for (const id of ['a', 'b', 'c', 'd']) documents.learn(id, undefined);
    const a = documents.get('a') ?? documents.learn('a', undefined);
    documents.accept(new Map([['a', folded(a, 1, {})]]));
    documents.arrived();
    const known = ['a', 'b', 'c', 'd'].filter((id) => documents.get(id) !== undefined);
    expect(known).toEqual(['a', 'd']);
    const small = createWorkingSet(0);
    small.accept(new Map([['x', folded(small.learn('x', undefined), 1, {})]]));
    small.arrived();
    expect(small.take()).toHaveLength(1);
    small.arrived();
    expect(small.get('x')).toBeUndefined();
  });
});
