import { idInStream, RecentIds } from './recent-ids';

describe('RecentIds', () => {
  const add = (ids: RecentIds, id: string, stream: string, revision: number): void => {
    ids.add(idInStream(id, stream), revision);
  };
  const revisionOf = (ids: RecentIds, id: string, stream: string): number | undefined =>
    ids.revisionOf(idInStream(id, stream));

  it.each(['pact-', 'x'.repeat(5_000)])(
    'knows an id in every stream that recorded it: %#',
    (name) => {
      const ids = new RecentIds(2);
      add(ids, 'a', `${name}1`, 7);
      add(ids, 'a', `${name}2`, 0);
      const found = ['1', '2', '3'].map((n) => revisionOf(ids, 'a', name + n));
      expect(found).toEqual([7, 0, undefined]);
    },
  );

  it('forgets the oldest first, and keeps the first revision of an id used twice', () => {
    const ids = new RecentIds(2);
    add(ids, 'a', 's', 0);
    add(ids, 'b', 's', 1);
    add(ids, 'a', 's', 2);
    add(ids, 'c', 's', 3);
    expect(['a', 'b', 'c'].map((id) => revisionOf(ids, id, 's'))).toEqual([0, undefined, 3]);
  });

  it('does not take a long name for the short one that its digest would be', () => {
    const long = idInStream('a', 'x'.repeat(5_000));
    expect(idInStream('a', long.slice(2))).not.toBe(long);
    expect(long.length).toBeLessThan(100);
  });
});
