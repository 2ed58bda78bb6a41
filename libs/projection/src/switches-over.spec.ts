import { skipped } from './testing/skips';
import { entry } from './testing/moody-views';
import { event, ready, running, unthrottled } from './testing/building';
import { at, logged } from './testing/recorded';
import { eventually, statusOf, stopAll } from './testing/running';
import { encodePosition } from './view/position-codec';

afterEach(stopAll);

describe('Before a switch', () => {
  it('both generations are compared, and each difference is named', async () => {
    const { runtime, operations, storage, generation } = await running(12);
    const position = encodePosition(at(12));
    storage.put(generation(1), { _id: 'a', position, places: [], extra: 1 });
    storage.put(generation(1), { _id: 'zombie', position, places: ['5'] });
    await operations.rebuild('moody', unthrottled);
    expect((await ready(runtime)).difference).toEqual({
      ...{ position: at(12), same: 3, changed: 1, onlyLive: 1, onlyNext: 0 },
      examples: [
        { id: 'a', kind: 'changed', fields: ['places', 'extra'] },
        { id: 'zombie', kind: 'only-live', fields: [] },
      ],
    });
  });

  it('they are compared at the same event while events flow', async () => {
    const { runtime, operations, log } = await running(12, { limits: { events: 2 } });
    let place = 12;
    const flow = setInterval(() => {
      log.append(event((place += 1)), event((place += 1)));
    }, 1);
    try {
      await eventually(() => place > 14, 'events flow');
      await operations.rebuild('moody', { throttle: 500 });
      const { difference } = await ready(runtime);
      expect(difference).toMatchObject({ same: 4, changed: 0, onlyLive: 0, onlyNext: 0 });
    } finally {
      clearInterval(flow);
    }
  });

  it('a build that is ready follows the log beside the live generation', async () => {
    const { runtime, operations, log, storage, generation } = await running(4);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    log.append(event(5), event(6));
    expect(await runtime.waitFor(['moody'], at(6), 1_000)).toBe(true);
    await eventually(() => operations.build('moody')?.position?.commit === 6n, 'followed');
    expect(storage.contents(generation(2))).toEqual(storage.contents(generation(1)));
  });
});

describe('A switch', () => {
  it('is one write of the catalogue; the other generation is kept', async () => {
    const { runtime, operations, storage, generation, log, view } = await running(8);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    const before = await storage.catalogue.read('moody');
    expect(await operations.switchOver('moody')).toEqual(generation(2));
    expect(await storage.catalogue.read('moody')).toEqual({
      ...before,
      revision: (before?.revision ?? 0n) + 1n,
      live: { version: 1, build: 2 },
      previous: { version: 1, build: 1 },
      next: null,
    });
    expect(operations.build('moody')).toBeNull();
    const kept = storage.contents(generation(1));
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), view)).toMatchObject({ build: 2, events: 9 });
    expect(storage.contents(generation(2))).not.toEqual(kept);
    expect(storage.contents(generation(1))).toEqual(kept);
  });

  it('discards the generation that was kept by the switch before', async () => {
    const { runtime, operations, storage } = await running(8);
    for (let round = 1; round <= 2; round += 1) {
      await operations.rebuild('moody', unthrottled);
      await ready(runtime);
      await operations.switchOver('moody');
    }
    expect(Object.keys(storage.census()).filter((name) => name.startsWith('moody'))).toEqual([
      'moody_v1_b2',
      'moody_v1_b3',
    ]);
    expect(await storage.catalogue.read('moody')).toMatchObject({ builds: 3, discarded: [] });
    expect(storage.census()).toMatchObject({ checkpoints: 3 });
  });

  it('goes on after the process died at any write of it', async () => {
    for (let effects = 0; effects < 12; effects += 1) {
      const { runtime, operations, storage, another, log, view } = await running(8);
      await operations.rebuild('moody', unthrottled);
      await ready(runtime);
      storage.failAfter(effects);
      let isAnswered = false;
      const answered = (): void => {
        isAnswered = true;
      };
      const asked = operations.switchOver('moody').then(answered, answered);
      const isAway = (): boolean => statusOf(runtime.status(), view).error !== null;
      await eventually(() => isAnswered || isAway(), 'an outage or an answer');
      await runtime.stop();
      await asked;
      storage.recover();
      const next = another();
      await next.start();
      log.append(event(9));
      expect(await next.waitFor(['moody'], at(9), 1_000)).toBe(true);
      if ((await storage.catalogue.read('moody'))?.next) {
        await ready(next);
        await next.operations.switchOver('moody');
      }
      expect(await storage.catalogue.read('moody')).toMatchObject({
        ...{ live: { build: 2 }, previous: { build: 1 }, next: null, discarded: [] },
      });
      await next.stop();
    }
  });

  it('is undone by a rollback, which lets the other generation catch up first', async () => {
    const { runtime, operations, storage, log, generation } = await running(8);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    await operations.switchOver('moody');
    log.append(event(9), event(10));
    expect(await runtime.waitFor(['moody'], at(10), 1_000)).toBe(true);
    expect(await operations.rollback('moody')).toMatchObject({ build: 1, purpose: 'rollback' });
    expect(await operations.rollback('moody')).toMatchObject({ build: 1, purpose: 'rollback' });
    const { position, difference } = await ready(runtime);
    expect({ position, difference }).toMatchObject({
      position: at(10),
      difference: { changed: 0 },
    });
    expect(await operations.switchOver('moody')).toEqual(generation(1));
    expect(await storage.catalogue.read('moody')).toMatchObject({
      ...{ live: { build: 1 }, previous: { build: 2 }, next: null, builds: 2 },
    });
    expect(storage.contents(generation(1))).toEqual(storage.contents(generation(2)));
  });

  it('is not given up for a stream that is parked in what it goes back to', async () => {
    const { runtime, operations, storage, log, faults } = await running(8);
    faults.add('9/*');
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    faults.clear();
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    await operations.switchOver('moody');
    const stream = { kind: 'stream', key: 'pact-p' } as const;
    log.append(logged(skipped(10, 'moody', stream, entry(9, 'b'))));
    expect(await runtime.waitFor(['moody'], at(10), 1_000)).toBe(true);
    await operations.rollback('moody');
    expect(await ready(runtime)).toMatchObject({ build: 1, purpose: 'rollback' });
    expect(await operations.switchOver('moody')).toMatchObject({ build: 1 });
    await eventually(() => runtime.status()[0]?.build === 3, 'built anew with the stream');
    expect(await storage.catalogue.read('moody')).toMatchObject({ builds: 3, next: null });
  });

  it('keeps what was there when a rollback is given up', async () => {
    const { runtime, operations, storage } = await running(8);
    await operations.rebuild('moody', unthrottled);
    await ready(runtime);
    await operations.switchOver('moody');
    const before = [storage.census(), await storage.catalogue.read('moody')] as const;
    await operations.rollback('moody');
    await operations.cancel('moody');
    expect(storage.census()).toEqual(before[0]);
    expect(await storage.catalogue.read('moody')).toEqual({
      ...before[1],
      revision: expect.any(BigInt),
    });
  });

  it('never goes back behind what a reader has seen', async () => {
    const { runtime, operations, storage, log, view } = await running(8);
    const seen: bigint[] = [];
    const said: bigint[] = [];
    let place = 8;
    let isOver = false;
    const read = async (): Promise<void> => {
      while (!isOver) {
        const live = (await storage.catalogue.read('moody'))?.live;
        if (live) {
          const { position } = await storage.checkpoint({ name: 'moody', ...live });
          seen.push(position?.commit ?? 0n);
        }
        said.push(statusOf(runtime.status(), view).position?.commit ?? 0n);
        if (seen.length % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    };
    const flow = setInterval(() => {
      log.append(event((place += 1)));
    }, 1);
    const reading = read();
    try {
      for (let round = 0; round < 4; round += 1) {
        await (round === 2
          ? operations.rollback('moody')
          : operations.rebuild('moody', unthrottled));
        await ready(runtime);
        await operations.switchOver('moody');
      }
    } finally {
      clearInterval(flow);
      isOver = true;
      await reading;
    }
    expect(seen).toEqual(seen.toSorted((one, other) => Number(one - other)));
    expect(said).toEqual(said.toSorted((one, other) => Number(one - other)));
  });
});
