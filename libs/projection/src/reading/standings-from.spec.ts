import { at } from '../testing/recorded';
import type { Looked } from './shared-look';
import { standingsFrom } from './standings-from';
import { ViewBeingBuilt, type ReadableView } from './view-standings';

const ranking = { name: 'ranking', version: 1 };
const trail = { name: 'trail', version: 1 };

const standing = (place: number | null, build = 1, view = ranking): Looked => ({
  generation: { ...view, build },
  position: place === null ? null : at(place),
  parked: 0,
});

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A database that takes `milliseconds` to answer, with what `answer` says then. */
function reading(answer: (view: ReadableView) => Looked, milliseconds = 1) {
  const looks: { readonly at: number; readonly views: readonly string[] }[] = [];
  const began = performance.now();
  let underWay = 0;
  let most = 0;
  const read = async (views: readonly ReadableView[]) => {
    looks.push({ at: performance.now() - began, views: views.map(({ name }) => name) });
    most = Math.max(most, (underWay += 1));
    if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
    underWay -= 1;
    return views.map(answer);
  };
  const mostAtOnce = () => most;
  const times = () => looks.map(({ at }) => Math.round(at));
  return { looks, times, mostAtOnce, read };
}

const cached = { cacheMilliseconds: 50 };
const outcome = async <Value>(promise: Promise<Value>, milliseconds: number) => {
  const settled = promise.then(
    (value) => value,
    (error: unknown) => error,
  );
  await jest.advanceTimersByTimeAsync(milliseconds);
  return settled;
};

describe('A standing', () => {
  it('is at most as old as the cache allows', async () => {
    let place = 1;
    const { looks, read } = reading(() => standing(place));
    const standings = standingsFrom(read, cached);
    expect(await outcome(standings.standing(ranking), 1)).toEqual(standing(1));
    place = 2;
    expect(await outcome(standings.standing(ranking), 40)).toEqual(standing(1));
    expect(looks).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(10);
    expect(await outcome(standings.standing(ranking), 1)).toEqual(standing(2));
  });

  it('is one question for all who ask at once, and one more for all who ask meanwhile', async () => {
    const { looks, mostAtOnce, read } = reading(() => standing(1), 5);
    const standings = standingsFrom(read, cached);
    const plans = { name: 'plans', version: 1 };
    const pacts = { name: 'pacts', version: 1 };
    const ask = (views: readonly ReadableView[]) =>
      Promise.all(views.map((view) => standings.standing(view)));
    const first = ask([ranking, trail, ranking]);
    await jest.advanceTimersByTimeAsync(1);
    await outcome(Promise.all([first, ask([ranking, plans, trail, pacts, plans])]), 20);
    expect(looks.map(({ views }) => views)).toEqual([
      ['ranking', 'trail'],
      ['plans', 'pacts'],
    ]);
    expect(mostAtOnce()).toBe(1);
  });

  it('is refused while nothing can be read, with how far the build is', async () => {
    const { read } = reading(() => new ViewBeingBuilt(ranking, 7));
    const refused = await outcome(standingsFrom(read, cached).standing(ranking), 1);
    expect(refused).toMatchObject({ name: 'ViewBeingBuilt', events: 7, view: ranking });
  });

  it('passes on that the database does not answer, and is asked for again afterwards', async () => {
    let away = true;
    const { read } = reading(() => {
      if (away) throw new Error('away');
      return standing(1);
    });
    const standings = standingsFrom(read, cached);
    expect(await outcome(standings.standing(ranking), 1)).toMatchObject({ message: 'away' });
    away = false;
    expect(await outcome(standings.standing(ranking), 1)).toEqual(standing(1));
  });
});

describe('Waiting for a position', () => {
  it('looks at once, after 10 ms, and then ever more seldom up to every 100 ms', async () => {
    const { times, read } = reading(() => standing(3), 0);
    const waited = standingsFrom(read, cached).waitFor(ranking, at(4), 500);
    expect(await outcome(waited, 500)).toEqual(standing(3));
    expect(times()).toEqual([0, 10, 30, 70, 150, 250, 350, 450]);
  });

  it('ends with the first look that contains the position, and nobody looks any more', async () => {
    let place = 3;
    const { looks, read } = reading(() => standing(place));
    const waited = standingsFrom(read, cached).waitFor(ranking, at(4), 5_000);
    await jest.advanceTimersByTimeAsync(200);
    place = 5;
    expect(await outcome(waited, 110)).toEqual(standing(5));
    const until = looks.length;
    await jest.advanceTimersByTimeAsync(10_000);
    expect(looks).toHaveLength(until);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('costs about as many looks for 1,000 as for one, and one at a time', async () => {
    const alone = reading(() => standing(3));
    await outcome(standingsFrom(alone.read, cached).waitFor(ranking, at(4), 1_000), 1_100);
    const crowd = reading(() => standing(3));
    const standings = standingsFrom(crowd.read, cached);
    const views = [ranking, trail];
    const all = Array.from({ length: 1_000 }, (_, index) =>
      standings.waitFor(views[index % 2] ?? ranking, at(4 + index), 1_000),
    );
    expect(await outcome(Promise.all(all), 1_100)).toHaveLength(1_000);
    expect(crowd.looks.length).toBeLessThanOrEqual(alone.looks.length + 2);
    expect(crowd.mostAtOnce()).toBe(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('never looks more often than every 10 ms, however people come and go', async () => {
    let place = 0;
    const { times, read } = reading(() => standing((place += 1)), 0);
    const standings = standingsFrom(read, { cacheMilliseconds: 0 });
    for (let index = 0; index < 100; index += 1) {
      void standings.waitFor(ranking, at(index % 2 === 0 ? 1 : 10_000), 1_000);
      await jest.advanceTimersByTimeAsync(2);
    }
    await jest.advanceTimersByTimeAsync(2_000);
    const gaps = times().map((time, index, all) => time - (all[index - 1] ?? -10));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
  });

  it('looks soon again when somebody joins', async () => {
    const { times, read } = reading(() => standing(3), 0);
    const standings = standingsFrom(read, cached);
    void standings.waitFor(ranking, at(4), 1_000);
    await jest.advanceTimersByTimeAsync(260);
    void standings.waitFor(trail, at(4), 1_000);
    await jest.advanceTimersByTimeAsync(35);
    expect(times().slice(-3)).toEqual([250, 270, 280]);
    await jest.advanceTimersByTimeAsync(2_000);
  });

  it('says yes from what was seen a moment ago, never no', async () => {
    let place = 3;
    const { looks, read } = reading(() => standing(place));
    const standings = standingsFrom(read, cached);
    await outcome(standings.standing(ranking), 1);
    place = 4;
    expect(await outcome(standings.waitFor(ranking, at(3), 0), 0)).toEqual(standing(3));
    expect(looks).toHaveLength(1);
    expect(await outcome(standings.waitFor(ranking, at(4), 0), 20)).toEqual(standing(4));
    expect(looks).toHaveLength(2);
  });

  it('does not take a look that began before it for a no', async () => {
    let place = 3;
    const { looks, read } = reading(() => standing(place), 30);
    const standings = standingsFrom(read, cached);
    void standings.standing(ranking);
    await jest.advanceTimersByTimeAsync(5);
    const waited = standings.waitFor(ranking, at(4), 0);
    await jest.advanceTimersByTimeAsync(26);
    place = 4;
    expect(await outcome(waited, 40)).toEqual(standing(4));
    expect(looks).toHaveLength(2);
  });

  it('names the generation whose position it means, also when it switches meanwhile', async () => {
    let now = standing(9, 1);
    const { read } = reading(() => now);
    const standings = standingsFrom(read, cached);
    await outcome(standings.standing(ranking), 1);
    await jest.advanceTimersByTimeAsync(60);
    now = standing(5, 2);
    const waited = standings.waitFor(ranking, at(7), 500);
    await jest.advanceTimersByTimeAsync(100);
    now = standing(8, 2);
    expect(await outcome(waited, 110)).toEqual(standing(8, 2));
  });

  it('ends at once when nothing of the view can be read, for that view alone', async () => {
    const { read } = reading((view) =>
      view.name === 'trail' ? new ViewBeingBuilt(trail, null) : standing(4),
    );
    const standings = standingsFrom(read, cached);
    const waited = [ranking, trail].map((view) => standings.waitFor(view, at(4), 5_000));
    expect(await outcome(Promise.allSettled(waited), 20)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { name: 'ViewBeingBuilt' } },
    ]);
  });

  it('ends when the database is silent, for all who wait, and is asked again afterwards', async () => {
    let milliseconds = 60_000;
    const { looks, read } = reading(() => standing(4));
    const slow: typeof read = async (views) => {
      if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return read(views);
    };
    const standings = standingsFrom(slow, cached);
    const asked = [
      standings.standing(trail),
      standings.waitFor(ranking, at(4), 1_000),
      standings.waitFor(ranking, at(4), 9_000),
    ];
    const ended = await outcome(Promise.allSettled(asked), 5_000);
    expect(ended).toMatchObject(asked.map(() => ({ reason: { name: 'NoAnswer' } })));
    milliseconds = 0;
    expect(await outcome(standings.waitFor(ranking, at(4), 1_000), 5_100)).toEqual(standing(4));
    expect(looks).toHaveLength(1);
  });

  it('passes on that the database does not answer', async () => {
    const { read } = reading(() => {
      throw new Error('away');
    });
    const waited = standingsFrom(read, cached).waitFor(ranking, at(4), 5_000);
    expect(await outcome(waited, 1)).toMatchObject({ message: 'away' });
    expect(jest.getTimerCount()).toBe(0);
  });
});
