import { createMemoryStorage } from '../testing/memory-storage';
import { at } from '../testing/recorded';
import { encodePosition } from '../view/position-codec';
import { compareGenerations } from './compare';

const live = { name: 'ranking', version: 1, build: 1 };
const next = { ...live, build: 2 };
const never = new AbortController().signal;

function generations() {
  const storage = createMemoryStorage();
  const put = (generation: typeof live, _id: string, place: number, fields: object | null) => {
    const position = encodePosition(at(place));
    const stored = fields === null ? { _deleted: true as const } : fields;
    storage.put(generation, { _id, position, ...stored });
  };
  const both = (_id: string, place: number, fields: object | null): void => {
    put(live, _id, place, fields);
    put(next, _id, place, fields);
  };
  const compare = (settle = () => Promise.resolve(at(9))) =>
    compareGenerations(storage, live, next, settle, never);
  return { storage, put, both, compare };
}

describe('Two generations', () => {
  it('are the same document by document, whatever the order of their fields', async () => {
    const { put, both, compare } = generations();
    both('a', 1, { score: 1 });
    put(live, 'b', 2, { score: 1, rank: { of: 3, at: 1 } });
    put(next, 'b', 2, { rank: { at: 1, of: 3 }, score: 1 });
    expect(await compare()).toEqual({
      position: at(9),
      same: 2,
      changed: 0,
      onlyLive: 0,
      onlyNext: 0,
      examples: [],
    });
  });

  it('differ in what one has and the other has not, and in named fields', async () => {
    const { put, compare } = generations();
    put(live, 'a', 1, { score: 1, rank: 1, name: 'x' });
    put(next, 'a', 1, { score: 2, place: 1, name: 'x' });
    put(live, 'b', 2, {});
    put(next, 'c', 3, {});
    expect(await compare()).toMatchObject({
      ...{ same: 0, changed: 1, onlyLive: 1, onlyNext: 1 },
      examples: [
        { id: 'a', kind: 'changed', fields: ['score', 'rank', 'place'] },
        { id: 'b', kind: 'only-live', fields: [] },
        { id: 'c', kind: 'only-next', fields: [] },
      ],
    });
  });

  it('do not differ in documents that are deleted in both, swept or not', async () => {
    const { put, both, compare } = generations();
    both('a', 1, null);
    put(live, 'b', 1, null);
    put(next, 'c', 1, null);
    expect(await compare()).toMatchObject({ same: 0, changed: 0, onlyLive: 0, onlyNext: 0 });
    put(next, 'b', 1, { score: 1 });
    expect(await compare()).toMatchObject({ onlyNext: 1 });
  });

  it('are compared in the order of their bytes, page by page', async () => {
    const { both, put, compare } = generations();
    for (let index = 0; index < 1_200; index += 1) both(`d${index}`, 1, { index });
    for (const odd of ['\u{ff5e}', '\u{1f600}', 'ÿ', 'Z']) both(odd, 1, {});
    put(live, '\u{1f601}', 1, {});
    expect(await compare()).toMatchObject({ same: 1_204, onlyLive: 1, onlyNext: 0, changed: 0 });
  });

  it('name the first examples by identifier and count the rest', async () => {
    const { put, compare } = generations();
    for (let index = 10; index < 40; index += 1) {
      // Every other one is looked at again at the end.
      put(live, `d${index}`, 1, { index });
      put(next, `d${index}`, index % 2 === 0 ? 1 : 2, { index: 0 });
    }
    const { changed, examples } = await compare();
    expect(changed).toBe(30);
    expect(examples.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, index) => `d${10 + index}`),
    );
  });

  it('are compared at the same event where they change meanwhile', async () => {
    const { put, both, compare } = generations();
    put(live, 'a', 5, { score: 5 });
    put(next, 'a', 4, { score: 4 });
    put(live, 'b', 5, { score: 5 });
    const difference = await compare(() => {
      both('a', 6, { score: 6 });
      both('b', 6, { score: 6 });
      return Promise.resolve(at(6));
    });
    expect(difference).toMatchObject({ position: at(6), same: 2, changed: 0, onlyLive: 0 });
  });

  it('are looked at again for as long as one is ahead of where both were seen', async () => {
    const { put, compare } = generations();
    let place = 10;
    put(live, 'a', place, { score: place });
    const difference = await compare(() => {
      // A writer is always caught between the one generation and the other, until it rests.
      const both = at(place);
      put(next, 'a', place, { score: place });
      if (place < 15) put(live, 'a', (place += 1), { score: place });
      return Promise.resolve(both);
    });
    expect(difference).toMatchObject({ same: 1, changed: 0, onlyLive: 0 });
  });

  it('are compared no further when the signal aborts', async () => {
    const { storage, both } = generations();
    both('a', 1, {});
    const settle = () => Promise.resolve(at(1));
    const aborted = compareGenerations(storage, live, next, settle, AbortSignal.abort());
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  });
});
