import type { CatalogueEntry, NextGeneration } from '../storage/catalogue';
import {
  fillable,
  settled,
  switched,
  switchesByItself,
  withBuild,
  withoutBuild,
  withRollback,
} from './decide';

const now = '2026-01-02T00:00:00.000Z';
const first: CatalogueEntry = {
  view: 'ranking',
  revision: 4n,
  builds: 1,
  live: { version: 1, build: 1 },
  previous: null,
  next: null,
  discarded: [],
};
const next = (part: Partial<NextGeneration> = {}): NextGeneration => ({
  version: 1,
  build: 2,
  purpose: 'rebuild',
  state: 'filling',
  throttle: null,
  requestedAt: now,
  ...part,
});
const code = (version: number) => ({ name: 'ranking', version });

describe('At its start a program', () => {
  it('makes the first generation of a view live at once', () => {
    expect(settled(code(3), null, now)).toEqual({
      ...first,
      revision: 0n,
      live: { version: 3, build: 1 },
    });
    expect(settled(code(3), { ...first, live: null, builds: 6 }, now)).toMatchObject({
      revision: 4n,
      builds: 7,
      live: { version: 3, build: 7 },
    });
  });

  it('changes nothing about a view of its own version or of a newer one', () => {
    expect(settled(code(1), first, now)).toBeNull();
    expect(settled(code(1), { ...first, live: { version: 2, build: 1 } }, now)).toBeNull();
  });

  it('has a new version built beside the live one', () => {
    expect(settled(code(2), first, now)).toEqual({
      ...first,
      builds: 2,
      next: next({ version: 2, purpose: 'new-version' }),
    });
  });

  it('goes on with the build of its version', () => {
    const building = { ...first, builds: 2, next: next({ version: 2, purpose: 'new-version' }) };
    expect(settled(code(2), building, now)).toBeNull();
  });

  it('puts a new version in the place of any build of an older one', () => {
    const building = { ...first, builds: 2, next: next({ version: 2, purpose: 'new-version' }) };
    expect(settled(code(3), building, now)).toMatchObject({
      builds: 3,
      next: { version: 3, build: 3 },
      discarded: [{ version: 2, build: 2 }],
    });
  });

  it('builds no version that was rolled back from', () => {
    const back = { ...first, builds: 2, previous: { version: 2, build: 2 } };
    expect(settled(code(2), back, now)).toBeNull();
    expect(settled(code(3), back, now)).toMatchObject({ next: { version: 3, build: 3 } });
  });

  it('leaves the build of a newer version alone', () => {
    const building = { ...first, builds: 3, next: next({ version: 3, purpose: 'new-version' }) };
    expect(settled(code(2), building, now)).toBeNull();
  });
});

describe('A build', () => {
  it('gets a number that was never used', () => {
    const request = { purpose: 'rebuild', throttle: 50, requestedAt: now } as const;
    expect(withBuild({ ...first, builds: 8 }, 1, request)).toEqual({
      ...first,
      builds: 9,
      next: next({ build: 9, throttle: 50 }),
    });
  });

  it('is discarded when it is given up', () => {
    const building = { ...first, builds: 2, next: next() };
    expect(withoutBuild(building)).toEqual({
      ...first,
      builds: 2,
      discarded: [{ version: 1, build: 2 }],
    });
    expect(withoutBuild(first)).toBe(first);
  });

  it('is what is read from the switch on; what was read is kept, what was kept is discarded', () => {
    const once = switched({ ...first, builds: 2, next: next({ state: 'ready' }) });
    expect(once).toEqual({
      ...first,
      builds: 2,
      live: { version: 1, build: 2 },
      previous: { version: 1, build: 1 },
    });
    expect(switched({ ...once, next: next({ build: 3 }) })).toMatchObject({
      live: { build: 3 },
      previous: { build: 2 },
      discarded: [{ version: 1, build: 1 }],
    });
    expect(switched(first)).toBe(first);
  });

  it('is switched to by itself where the code or a decision promised it', () => {
    const purposes = ['rebuild', 'new-version', 'release', 'rollback'] as const;
    expect(purposes.filter((purpose) => switchesByItself(next({ purpose })))).toEqual([
      'new-version',
      'release',
    ]);
  });
});

describe('A rollback', () => {
  const twice = { ...first, builds: 2, live: { version: 1, build: 2 }, previous: first.live };

  it('lets the generation that was live before catch up', () => {
    expect(withRollback(twice, now)).toEqual({
      ...twice,
      previous: null,
      next: next({ build: 1, purpose: 'rollback' }),
    });
    expect(withRollback(first, now)).toBe(first);
  });

  it('swaps the two when it is switched to, and discards nothing', () => {
    expect(switched(withRollback(twice, now))).toEqual({
      ...twice,
      live: { version: 1, build: 1 },
      previous: { version: 1, build: 2 },
    });
  });

  it('keeps the generation that was live before when it is given up', () => {
    expect(withoutBuild(withRollback(twice, now))).toEqual(twice);
  });
});

describe('A program fills', () => {
  const name = 'ranking';
  const own = (version: number, build: number) => ({ name, version, build });

  it('the live generation of its version, and the build beside it', () => {
    expect(fillable(code(1), first)).toEqual({ primary: own(1, 1), next: null });
    const building = { ...first, next: next() };
    expect(fillable(code(1), building)).toEqual({
      primary: own(1, 1),
      next: { name, ...next() },
    });
  });

  it('the build of its version where another version is live', () => {
    const request = next({ version: 2, purpose: 'new-version' });
    const building = { ...first, next: request };
    expect(fillable(code(2), building)).toEqual({
      primary: own(2, 2),
      next: { name, ...request },
    });
    expect(fillable(code(1), building)).toEqual({ primary: own(1, 1), next: null });
  });

  it('the generation of its version that was live before, for whoever rolls back', () => {
    const after = { ...first, live: { version: 2, build: 2 }, previous: { version: 1, build: 1 } };
    expect(fillable(code(1), after)).toEqual({ primary: own(1, 1), next: null });
  });

  it('nothing when all there is is of other versions', () => {
    expect(fillable(code(7), first)).toEqual({ primary: null, next: null });
  });
});
