import type { Standing } from '@jejak/projection';
import type { Db } from 'mongodb';

import { ViewReading } from './view-reading';

const at = (commit: bigint, parked = 0, build = 1): Standing => ({
  generation: { name: 'scores', version: 1, build },
  position: { commit, prepare: commit },
  parked,
});

const standingOf = (...standings: readonly Standing[]): string | null => {
  const source = { parkedAmong: () => Promise.resolve([]) };
  const named = standings.map((standing, index) => [`view-${index}`, standing] as const);
  return new ViewReading({} as Db, source, new Map(named)).standing;
};

describe('where the views of a request stand', () => {
  const before = standingOf(at(5n), at(7n));

  it('is the same text while none of them has moved', () => {
    expect(before).toEqual(expect.any(String));
    expect(standingOf(at(5n), at(7n))).toBe(before);
  });

  it.each([
    ['one moves', [at(5n), at(8n)]],
    ['one is read from another generation', [at(5n), at(7n, 0, 2)]],
    ['one has seen no event', [{ ...at(5n), position: null }, at(7n)]],
  ])('is another when %s', (_what, standings) => {
    expect(standingOf(...standings)).not.toBe(before);
  });

  it('is unknown while something is parked: its release moves no view', () => {
    expect(standingOf(at(5n), at(7n, 1))).toBeNull();
  });
});
