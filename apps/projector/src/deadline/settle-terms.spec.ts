import { type Calendars, type JejakEvent, policyStream } from '@jejak/domain';
import { information } from '@jejak/domain/information';
import { requestOf2025 } from '@jejak/domain/testing/information';

import { type ClockWorld, clockWorld } from './testing/clock-world';

const source = { id: 'T', citation: 'made up for a test' };
const content = (...years: readonly number[]) => ({
  weekend: [6, 7],
  jointLeaveIsWork: false,
  years: years.map((year) => ({ year, holidays: [], source })),
});
const version = (number: number, ...years: readonly number[]): readonly JejakEvent[] => [
  {
    type: 'PolicyDrafted',
    data: {
      ...{ kind: 'working-days', content: content(...years), title: 'Days', legalBasis: 'none' },
      ...{ effectiveFrom: `202${number + 4}-01-01`, source, unconfirmed: [], version: number },
      ...{ draftedBy: 'operator-1', contentSha256: '0'.repeat(64) },
    },
  },
  {
    type: 'PolicyApproved',
    data: { kind: 'working-days', version: number, approvedBy: 'verifier-1' },
  },
];
const short: Calendars = [
  { version: 1, effectiveFrom: '2025-01-01', lastDay: null, content: content(2025) },
];

const stream = 'information-serang-2025-001';
const receivedOn = '2025-12-22';

let world: ClockWorld;
beforeEach(async () => {
  world = clockWorld('2025-12-23T03:00:00.000Z');
  await world.recordZones();
  for (const event of version(1, 2025)) await world.record(policyStream('working-days'), event);
  const decision = information.decide(information.initialState(), {
    ...{ ...requestOf2025, receivedOn, at: world.now },
    calendars: short,
  });
  if (decision.kind === 'refused') throw new Error(decision.refusal.code);
  for (const event of decision.events) await world.record(stream, event);
});

const settlements = async () =>
  (await world.log()).flatMap((one) =>
    one.event.type === 'InformationTermsSettled' ? [{ ...one, data: one.event.data }] : [],
  );
const approveNext = async (): Promise<void> => {
  for (const event of version(2, 2025, 2026)) {
    await world.record(policyStream('working-days'), event);
  }
};

describe('a last day that no calendar reaches', () => {
  it('is left unknown while none does, however often the clock looks', async () => {
    const clock = world.newClock();
    await clock.runOnce();
    await clock.runOnce();
    expect([await settlements(), clock.status().error]).toEqual([[], null]);
  });

  it('is settled once when one is approved, by whichever process looks first', async () => {
    await approveNext();
    const clocks = [world.newClock(), world.newClock()];
    await Promise.all(clocks.map((clock) => clock.runOnce()));
    await world.newClock().runOnce();
    expect(await settlements()).toMatchObject([
      {
        stream,
        metadata: { actor: { kind: 'system', id: 'clock' }, $correlationId: 'calendar-2' },
        data: {
          settled: [{ term: 'answer', dueOn: '2026-01-05', calendarVersion: 2, late: null }],
        },
      },
    ]);
    expect(clocks.map((clock) => clock.status().error)).toEqual([null, null]);
  });

  it('is settled once also where an append went wrong', async () => {
    await approveNext();
    for (const fault of ['unavailable', 'lost-after-writing', 'written-late'] as const) {
      world.store.failNextAppends(fault);
      await world.newClock().runOnce();
    }
    world.store.heal();
    for (let turn = 0; turn < 6; turn += 1) await new Promise(setImmediate);
    await world.newClock().runOnce();
    expect(await settlements()).toHaveLength(1);
  });

  it('passes like any other once it is known', async () => {
    await approveNext();
    const clock = world.newClock();
    await clock.runOnce();
    world.now = '2026-01-05T17:01:00.000Z';
    await clock.runOnce();
    expect(await world.passings()).toMatchObject([
      { id: 'information.answer:serang-2025-001', dueOn: '2026-01-05' },
    ]);
  });
});
