import { RecentIds } from './recent-ids';

describe('RecentIds', () => {
  it('knows an id only in the stream that recorded it', () => {
    const ids = new RecentIds(2);
    ids.add('a', 'pact-1', 7);
    expect(ids.revisionOf('a', 'pact-1')).toBe(7);
    expect(ids.revisionOf('a', 'pact-2')).toBeUndefined();
  });

  it('knows an id in every stream that recorded it', () => {
    const ids = new RecentIds(2);
    ids.add('a', 'pact-1', 7);
    ids.add('a', 'pact-2', 0);
    expect(['pact-1', 'pact-2'].map((stream) => ids.revisionOf('a', stream))).toEqual([7, 0]);
  });

  it('forgets the oldest first, and keeps the first revision of an id used twice', () => {
    const ids = new RecentIds(2);
    ids.add('a', 's', 0);
    ids.add('b', 's', 1);
    ids.add('a', 's', 2);
    ids.add('c', 's', 3);
    expect(['a', 'b', 'c'].map((id) => ids.revisionOf(id, 's'))).toEqual([0, undefined, 3]);
  });
});
