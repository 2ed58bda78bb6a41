import { endOfDayIn } from '@jejak/domain';
import fc from 'fast-check';

import { canPass, type DeadlineTerm, hasPassed, judgedFrom } from './term';

const instant = fc
  .date({ min: new Date('2023-12-25'), max: new Date('2024-01-10'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = instant.map((at) => at.slice(0, 10));
const clock = fc.constantFrom(420, 480, 540).map((offsetMinutes) => ({ offsetMinutes }));
const term: fc.Arbitrary<DeadlineTerm> = fc
  .record({
    dueOn: day,
    endsAt: fc.option(instant),
    since: instant,
    endedAt: fc.option(instant),
    keptOn: fc.option(day),
    withdrawnAt: fc.constant(null),
  })
  .map((one) => ({
    ...one,
    endedAt: one.endedAt !== null && one.endedAt < one.since ? one.since : one.endedAt,
    keptOn: one.endedAt === null ? null : one.keptOn,
  }));

describe('a term', () => {
  it('is never judged before its last day has ended where it counts', () => {
    fc.assert(
      fc.property(term, clock, (one, at) => {
        expect(judgedFrom(one, at) >= endOfDayIn(at, one.dueOn)).toBe(true);
        expect(judgedFrom(one, at) > one.since).toBe(true);
      }),
    );
  });

  it('kept and recorded before the end of its last day never passes', () => {
    fc.assert(
      fc.property(term, clock, (one, at) => {
        const { dueOn, endedAt, keptOn } = one;
        fc.pre(endedAt !== null && endedAt < endOfDayIn(at, dueOn));
        fc.pre(keptOn === null || keptOn <= dueOn);
        expect(hasPassed(one, at)).toBe(false);
      }),
    );
  });

  it('that was open when it was judged has passed, whatever is recorded afterwards', () => {
    fc.assert(
      fc.property(term, clock, instant, day, (one, at, endedAt, keptOn) => {
        fc.pre(endedAt >= judgedFrom(one, at));
        expect(hasPassed({ ...one, endedAt: null, keptOn: null }, at)).toBe(true);
        expect(hasPassed({ ...one, endedAt, keptOn }, at)).toBe(true);
      }),
    );
  });

  it('kept too late has passed, unless that was withdrawn before it was judged', () => {
    const wib = { offsetMinutes: 420 };
    const past = {
      ...{ dueOn: '2017-10-31', endsAt: null, since: '2024-01-10T03:00:00.000Z' },
      ...{ endedAt: '2024-01-10T04:00:00.000Z', keptOn: '2017-11-02', withdrawnAt: null },
    };
    expect(hasPassed(past, wib)).toBe(true);
    expect(hasPassed({ ...past, withdrawnAt: '2024-01-10T05:00:00.000Z' }, wib)).toBe(false);
    expect(hasPassed({ ...past, withdrawnAt: '2024-01-10T17:00:00.000Z' }, wib)).toBe(true);
  });

  it('that no clock of Indonesia can find passed is not watched, and every other one is', () => {
    fc.assert(
      fc.property(term, clock, (one, at) => {
        if (hasPassed(one, at)) expect(canPass(one)).toBe(true);
      }),
    );
  });
});
