import type { OperationCode, ProjectionOperations } from './operations';
import { entry, moody } from './testing/moody-views';
import { at, logged } from './testing/recorded';
import { createRunning, eventually, statusOf, stopAll } from './testing/running';
import { generationOf, tally } from './testing/views';

afterEach(stopAll);

const unthrottled = { throttle: null };
const document = { kind: 'document', key: 'x' } as const;

/** Everything that is asked of a view that somebody writes. */
const asked: readonly (readonly [
  string,
  (operations: ProjectionOperations) => Promise<unknown>,
])[] = [
  ['rebuild', (operations) => operations.rebuild('moody', unthrottled)],
  ['rollback', (operations) => operations.rollback('moody')],
  ['switchOver', (operations) => operations.switchOver('moody')],
  ['cancel', (operations) => operations.cancel('moody')],
  ['retry', (operations) => operations.retry('moody', document)],
];
const everything = [
  ...asked,
  ['parked', (operations: ProjectionOperations) => operations.parked('moody')] as const,
];

async function running() {
  const { view, faults } = moody();
  const all = createRunning([view], { writer: 'one' });
  all.log.append(logged(entry(1, 'x')), logged(entry(2, 'y')));
  await all.runtime.start();
  expect(await all.runtime.waitFor(['moody'], at(2), 1_000)).toBe(true);
  const { operations } = all.runtime;
  const ready = async (): Promise<void> => {
    await eventually(() => operations.build('moody')?.state === 'ready', 'ready');
  };
  return { ...all, view, faults, operations, ready };
}

const refusal = (code: OperationCode) => ({ name: 'OperationRefused', code });

describe('What is asked of a projection is refused', () => {
  it.each(everything)('for a view that is not there (%s)', async (_, ask) => {
    const { operations } = createRunning([tally]).runtime;
    await expect(ask(operations)).rejects.toMatchObject(refusal('projection.unknown-view'));
    expect(() => operations.build('moody')).toThrow('No view is called moody; there are tally');
  });

  it.each(asked)('before it follows the log (%s)', async (_, ask) => {
    const { operations } = createRunning([moody().view]).runtime;
    await expect(ask(operations)).rejects.toMatchObject(refusal('projection.not-following'));
  });

  it.each(everything)('after it was stopped (%s)', async (_, ask) => {
    const { operations, runtime } = await running();
    await runtime.stop();
    await expect(ask(operations)).rejects.toMatchObject(refusal('projection.not-following'));
  });

  it.each(asked)('where another process writes the view (%s)', async (_, ask) => {
    const { another } = await running();
    const other = another({ writer: 'two' });
    await other.start();
    await eventually(() => other.status()[0]?.state === 'standing-by', 'standing by');
    await expect(ask(other.operations)).rejects.toMatchObject({
      ...refusal('projection.written-elsewhere'),
      message: expect.stringContaining('written by one'),
    });
  });

  const stored = everything.filter(([name]) => name !== 'retry');
  it.each(stored)('while the read store is away (%s)', async (name, ask) => {
    const { operations, storage, ready } = await running();
    if (name !== 'rebuild') {
      await operations.rebuild('moody', unthrottled);
      await ready();
    }
    if (name === 'rollback') await operations.switchOver('moody');
    storage.failAfter(0);
    await expect(ask(operations)).rejects.toMatchObject(refusal('projection.not-following'));
  });

  it('when there is no build to switch to or to give up', async () => {
    const { operations } = await running();
    const code = refusal('projection.no-build');
    await expect(operations.switchOver('moody')).rejects.toMatchObject(code);
    await expect(operations.cancel('moody')).rejects.toMatchObject(code);
    expect(operations.build('moody')).toBeNull();
  });

  it('when the build is not ready', async () => {
    const { operations } = await running();
    await operations.rebuild('moody', { throttle: 1 });
    await expect(operations.switchOver('moody')).rejects.toMatchObject(
      refusal('projection.build-not-ready'),
    );
  });

  it('when there is nothing to roll back to', async () => {
    const { operations } = await running();
    await expect(operations.rollback('moody')).rejects.toMatchObject(
      refusal('projection.nothing-to-roll-back-to'),
    );
  });

  it('when what is to be rolled back to is of another version', async () => {
    const { runtime, another, storage } = await running();
    await runtime.stop();
    const newer = another({}, [moody('moody', 2).view]);
    await newer.start();
    await eventually(() => newer.status()[0]?.caughtUp === true, 'caught up');
    await eventually(() => newer.operations.build('moody') === null, 'switched');
    expect((await storage.catalogue.read('moody'))?.live).toMatchObject({ version: 2 });
    await expect(newer.operations.rollback('moody')).rejects.toMatchObject({
      ...refusal('projection.nothing-to-roll-back-to'),
      message: expect.stringContaining('version 1'),
    });
  });

  it('while a build for another purpose is under way', async () => {
    const { operations, ready } = await running();
    const code = refusal('projection.build-under-way');
    await operations.rebuild('moody', unthrottled);
    await ready();
    await operations.switchOver('moody');
    await operations.rebuild('moody', { throttle: 1 });
    await expect(operations.rollback('moody')).rejects.toMatchObject(code);
    await operations.cancel('moody');
    await operations.rollback('moody');
    await expect(operations.rebuild('moody', unthrottled)).rejects.toMatchObject(code);
  });

  it('where a newer release builds its version, unless that is given up', async () => {
    const { operations, storage, another } = await running();
    const { view, faults } = moody('moody', 2);
    faults.add('2/y');
    const newer = another({ writer: 'two' }, [view]);
    await newer.start();
    await eventually(() => newer.operations.build('moody')?.state === 'failed', 'failed');
    const code = refusal('projection.build-under-way');
    await expect(operations.rebuild('moody', unthrottled)).rejects.toMatchObject(code);
    await expect(operations.rollback('moody')).rejects.toMatchObject(code);
    await expect(newer.operations.cancel('moody')).rejects.toMatchObject(code);
    await newer.stop();
    await operations.cancel('moody');
    expect(await storage.catalogue.read('moody')).toMatchObject({ next: null, discarded: [] });
    expect(storage.census()['moody_v2_b2']).toBeUndefined();
    expect(await operations.rebuild('moody', unthrottled)).toMatchObject({ build: 3 });
  });

  it('without a trace', async () => {
    const { operations, storage } = await running();
    const before = await storage.catalogue.read('moody');
    for (const [, ask] of asked.slice(1)) await ask(operations).catch(() => null);
    expect(await storage.catalogue.read('moody')).toEqual(before);
  });
});

describe('What is asked of a projection', () => {
  it('is done although somebody changes the catalogue at the same time', async () => {
    const { operations, storage } = await running();
    const replace = storage.catalogue.replace.bind(storage.catalogue);
    let interfered = 0;
    storage.catalogue.replace = async (changed) => {
      const now = await storage.catalogue.read('moody');
      if (now !== null && (interfered += 1) === 1) await replace(now);
      return replace(changed);
    };
    expect(await operations.rebuild('moody', unthrottled)).toMatchObject({ purpose: 'rebuild' });
  });

  it('is taken up once the stores answer again', async () => {
    const { operations, log, runtime, storage, view } = await running();
    storage.failAfter(1);
    const rebuilding = operations.rebuild('moody', unthrottled);
    await eventually(() => statusOf(runtime.status(), view).error !== null, 'an outage');
    storage.recover();
    expect(await rebuilding).toMatchObject({ build: 2 });
    log.append(logged(entry(3, 'x')));
    expect(await runtime.waitFor(['moody'], at(3), 1_000)).toBe(true);
  });

  it('shows the generation that is read until the other one stands where it did', async () => {
    const { operations, storage, runtime, ready } = await running();
    const acquire = storage.acquire.bind(storage);
    storage.acquire = async (...input) => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      return acquire(...input);
    };
    await operations.rebuild('moody', unthrottled);
    await ready();
    const seen: unknown[] = [];
    const watch = setInterval(() => seen.push(runtime.status()[0]?.position), 1);
    await operations.switchOver('moody');
    clearInterval(watch);
    expect(runtime.status()[0]).toMatchObject({ build: 2 });
    expect(new Set(seen)).toEqual(new Set([at(2)]));
  });

  it('is shown of what is live, also to who does not write it', async () => {
    const { view, faults, log, runtime, ready, operations, another } = await running();
    const other = another({ writer: 'two' });
    await other.start();
    await eventually(() => other.status()[0]?.state === 'standing-by', 'standing by');
    await operations.rebuild('moody', unthrottled);
    await ready();
    await operations.switchOver('moody');
    faults.add('3/x');
    log.append(logged(entry(3, 'x')));
    expect(await runtime.waitFor(['moody'], at(3), 1_000)).toBe(true);
    expect(await other.operations.parked('moody')).toMatchObject([
      { key: 'x', generation: { ...generationOf(view), build: 2 } },
    ]);
  });
});
