import { deadlineStream } from '@jejak/domain';

import { type ClockWorld, clockWorld } from './testing/clock-world';
import { milestoneFacts } from './testing/plan-facts';

const budget = milestoneFacts('banten-2024', '36');
const papua = milestoneFacts('papua-2024', '91');
const unknown = milestoneFacts('elsewhere-2024', '73');

const january = '2024-01-10T03:00:00.000Z';
const lastMoment = '2024-03-31T16:59:59.999Z';
/** The day has ended in Banten, and the minute in which something may still arrive too. */
const over = '2024-03-31T17:01:00.000Z';

let world: ClockWorld;
beforeEach(async () => {
  world = clockWorld(january);
  await world.recordZones();
});

const streams = async (): Promise<string[]> =>
  (await world.log())
    .filter(({ event: { type } }) => type === 'DeadlinePassed')
    .map((one) => one.stream);

describe('the clock', () => {
  it('raises what nobody kept, when the day has ended in the zone of the region', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    await world.record(papua.stream, papua.adopted('2024-03-31'));
    const clock = world.newClock();
    world.now = '2024-03-31T15:01:00.000Z';
    await clock.runOnce();
    expect(await streams()).toEqual([deadlineStream(papua.id)]);
    world.now = '2024-03-31T17:00:59.999Z';
    await clock.runOnce();
    expect(await streams()).toHaveLength(1);
    world.now = over;
    await clock.runOnce();
    expect((await world.passings())[1]).toEqual({
      ...{ id: budget.id, deadline: 'plan.milestone', region: '36', subject: budget.stream },
      ...{ title: 'Budget: Published', dueOn: '2024-03-31', zone: 'WIB', zoneAssumed: false },
      ...{ policyVersion: 1, passedAt: '2024-03-31T17:00:00.000Z' },
    });
    expect(clock.status()).toMatchObject({
      ...{ state: 'acting', raised: 2, runs: 3, failures: 0, error: null },
      last: { at: over, raised: 1 },
    });
  });

  it('says that it was the clock, and for which day', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    world.now = over;
    await world.newClock().runOnce();
    expect((await world.log()).at(-1)?.metadata).toMatchObject({
      actor: { kind: 'system', id: 'clock' },
      $correlationId: 'clock-2024-03-31',
    });
  });

  it('never raises what was reported in the last moment', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    await world.record(budget.stream, budget.reported('2024-03-31'), lastMoment);
    world.now = '2024-05-01T00:00:00.000Z';
    await world.newClock().runOnce();
    expect(await streams()).toEqual([]);
  });

  it('finds after a week of standing still what it would have found in time', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    await world.record(budget.stream, budget.reported('2024-03-30'), '2024-03-31T18:00:00.000Z');
    world.now = '2024-04-07T00:00:00.000Z';
    await world.newClock().runOnce();
    expect(await streams()).toEqual([deadlineStream(budget.id)]);
  });

  it('leaves a term of the past the day of its recording', async () => {
    await world.record(budget.stream, budget.adopted('2017-10-31'));
    await world.record(papua.stream, papua.adopted('2017-10-31'));
    world.now = '2024-01-10T03:05:00.000Z';
    await world.newClock().runOnce();
    expect(await streams()).toEqual([]);
    await world.record(budget.stream, budget.reported('2017-10-30'));
    world.now = '2024-01-11T00:00:00.000Z';
    await world.newClock().runOnce();
    expect(await world.passings()).toMatchObject([
      { id: papua.id, dueOn: '2017-10-31', passedAt: '2017-10-31T15:00:00.000Z' },
    ]);
  });

  it('raises a moved deadline again, and only for its new day', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    const clock = world.newClock();
    world.now = over;
    await clock.runOnce();
    await world.record(budget.stream, budget.moved('2024-06-30'));
    world.now = '2024-07-01T00:00:00.000Z';
    await clock.runOnce();
    await clock.runOnce();
    expect((await world.passings()).map(({ dueOn }) => dueOn)).toEqual([
      '2024-03-31',
      '2024-06-30',
    ]);
  });

  it('calls nobody late before the day has ended everywhere where the zone is not known', async () => {
    await world.record(unknown.stream, unknown.adopted('2024-03-31'));
    const clock = world.newClock();
    world.now = '2024-03-31T17:00:00.000Z';
    await clock.runOnce();
    expect(clock.status().last).toMatchObject({ raised: 0, assumed: 1 });
    world.now = over;
    await clock.runOnce();
    expect(await world.passings()).toMatchObject([{ zone: 'WIB', zoneAssumed: true }]);
  });

  it('judges nothing without a policy of time zones, and says so', async () => {
    world = clockWorld(january);
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    world.now = over;
    const clock = world.newClock();
    await clock.runOnce();
    expect(clock.status().last).toMatchObject({ raised: 0, withoutZones: 1 });
  });

  it('calls nobody late on half of a story', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    world.held.add(budget.id);
    world.now = over;
    const clock = world.newClock();
    await clock.runOnce();
    expect([await streams(), clock.status().last?.held]).toEqual([[], 1]);
    world.held.clear();
    await clock.runOnce();
    expect(await streams()).toHaveLength(1);
  });

  it('judges nothing while the view is behind, keeps the failure and tries again', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    world.now = over;
    const clock = world.newClock({
      watched: { upTo: () => Promise.resolve(null), waiting: () => Promise.resolve(null) },
    });
    await clock.runOnce();
    await clock.runOnce();
    expect(clock.status()).toMatchObject({
      ...{ state: 'failing', last: null, failures: 2 },
      error: { since: over, message: expect.stringContaining('not reached the head') as string },
    });
  });

  it('leaves it to another process where it does not write the view', async () => {
    await world.record(budget.stream, budget.adopted('2024-03-31'));
    world.now = over;
    const clock = world.newClock({ acts: () => false });
    await clock.runOnce();
    expect([clock.status().state, await streams()]).toEqual(['standing-by', []]);
  });

  it('runs again and again until it is stopped, and then no more', async () => {
    const looks: number[] = [];
    const acts = (): boolean => looks.push(0) > 100;
    const clock = world.newClock({ acts, intervalMilliseconds: 1 });
    clock.start();
    while (looks.length < 3) await new Promise((resolve) => setTimeout(resolve, 1));
    await clock.stop();
    const { length } = looks;
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect([looks.length, clock.status().state]).toEqual([length, 'stopped']);
  });
});
