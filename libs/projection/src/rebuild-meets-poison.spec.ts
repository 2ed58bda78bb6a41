import { event, ready, running, state, unthrottled } from './testing/building';
import { entry } from './testing/moody-views';
import { at, logged } from './testing/recorded';
import { eventually, statusOf, stopAll } from './testing/running';
import { skipped } from './testing/skips';

afterEach(stopAll);

describe('A rebuild that meets an event it cannot fold', () => {
  it('fails and says where, and the live generation goes on', async () => {
    const { runtime, operations, faults, log, view } = await running(8);
    faults.add('5/b');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    expect(operations.build('moody')).toMatchObject({
      position: at(4),
      error: { event: { position: at(5), stream: 'pact-p', type: 'PactSigned' } },
    });
    await expect(operations.switchOver('moody')).rejects.toMatchObject({
      code: 'projection.build-not-ready',
    });
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    expect(statusOf(runtime.status(), view)).toMatchObject({
      state: 'live',
      parked: 0,
      error: null,
    });
  });

  it('says so beside what is parked, without being taken for it', async () => {
    const { runtime, operations, faults, log, view, storage, generation } = await running(8);
    faults.add('9/b');
    log.append(event(9));
    expect(await runtime.waitFor(['moody'], at(9), 1_000)).toBe(true);
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    const same = { kind: 'document', key: 'b', event: { position: at(9) } };
    expect(await operations.parked('moody')).toMatchObject([
      { ...same, generation: generation(1), holdsUp: 'live' },
      { ...same, generation: generation(2), holdsUp: 'build' },
    ]);
    expect(statusOf(runtime.status(), view)).toMatchObject({ parked: 1 });
    expect(storage.census()).toMatchObject({ parked: 1 });
  });

  it('goes on by itself when it was decided to leave it out', async () => {
    const { runtime, operations, faults, log, storage, generation } = await running(8);
    faults.add('5/b');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    log.append(logged(skipped(9, 'moody', { kind: 'document', key: 'b' }, entry(5, 'b'))));
    expect((await ready(runtime)).difference).toMatchObject({
      changed: 1,
      examples: [{ id: 'b' }],
    });
    expect(storage.contents(generation(2))).toMatchObject({ b: { places: ['1'] } });
    expect(storage.contents(generation(1))).toMatchObject({ b: { places: ['1', '5'] } });
  });

  it('fails as well at what the storage refuses', async () => {
    const { runtime, operations, storage, faults } = await running(8);
    storage.refuses = ({ places }) => Array.isArray(places) && places.includes('6');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    expect(operations.build('moody')?.error).toMatchObject({ event: { position: at(6) } });
    expect(faults.size).toBe(0);
  });

  it('fails where the documents that are read cannot be compared, and they are fed all the same', async () => {
    const { runtime, operations, storage, log, generation } = await running(8);
    const documents = storage.documents.bind(storage);
    storage.documents = (of, ...place) =>
      of.build === 1
        ? Promise.reject(new TypeError('The document b is not as it was'))
        : documents(of, ...place);
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    expect(operations.build('moody')?.error?.message).toContain('The document b');
    log.append(event(9));
    expect(await runtime.waitFor(['moody', 'tally'], at(9), 1_000)).toBe(true);
    expect(storage.contents(generation(1))).toMatchObject({ b: { places: ['1', '5', '9'] } });
    expect(runtime.totals().resumed).toBe(0);
  });

  it('can be given up', async () => {
    const { runtime, operations, faults, storage } = await running(8);
    const before = storage.census();
    faults.add('5/b');
    await operations.rebuild('moody', unthrottled);
    await eventually(() => state(runtime) === 'failed', 'failed');
    await operations.cancel('moody');
    expect(storage.census()).toEqual(before);
  });
});
