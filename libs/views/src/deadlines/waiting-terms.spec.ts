import type { CountedTerm } from '@jejak/domain';
import type {
  InformationEvent,
  InformationRequested,
  InformationTermsSettled,
} from '@jejak/domain/information/events';

import { informationRegister } from '../information-register/information-register';
import { fold, twice } from '../testing/fold';
import { informationEvents } from '../testing/information';
import { recorded } from '../testing/recorded';
import { deadlines } from './deadlines';
import { waitingTerms } from './waiting-terms';

const { answered } = informationEvents;
const request = 'serang-2026-014';
const stream = `information-${request}`;
const id = `information.answer:${request}`;
const key = { request, region: '36.73' };

const unknown: CountedTerm = {
  ...{ term: 'answer', from: '2026-12-21', length: { count: 10, unit: 'working-days' } },
  ...{ countedOn: '2026-12-21', dueOn: null, calendarVersion: 3, calendarEndsOn: '2026-12-31' },
};
const known = (keptOn: string | null = null, late: boolean | null = null) => ({
  ...{ ...unknown, dueOn: '2027-01-07', calendarVersion: 4, calendarEndsOn: null },
  ...{ keptOn, late },
});

const requested: InformationRequested = {
  type: 'InformationRequested',
  data: {
    ...informationEvents.requested.data,
    ...{ ...key, receivedOn: '2026-12-21', dueOn: null, counted: [unknown] },
    countedBy: { termsVersion: 1, calendarVersion: 3 },
  },
};
const settled = (keptOn: string | null = null, late: boolean | null = null): InformationEvent =>
  ({
    type: 'InformationTermsSettled',
    data: { ...key, settled: [known(keptOn, late)] },
  }) satisfies InformationTermsSettled;
const answeredOn = (day: string, late: boolean | null): InformationEvent => ({
  ...answered,
  data: { ...answered.data, ...key, answeredOn: day, late },
});

type Fact = readonly [at: string, event: InformationEvent];
const december = '2026-12-21T03:00:00.000Z';
const january = '2027-01-04T03:00:00.000Z';
const later = '2027-01-11T03:00:00.000Z';
const logOf = (...facts: readonly Fact[]) =>
  twice(recorded(facts.map(([recordedAt, event]) => ({ stream, event, recordedAt }))));

describe('a deadline whose last day no calendar reaches', () => {
  const open = fold(deadlines, logOf([december, requested])).get(id);

  it('is open, says why the day is unknown, and is not watched', () => {
    expect(open).toMatchObject({
      ...{ state: 'open', dueOn: null, watchedFrom: null, terms: [] },
      counted: { from: '2026-12-21', calendarEndsOn: '2026-12-31' },
      policy: { kind: 'information-terms', version: 1 },
    });
  });

  it('has its day once that is settled, and is watched from then on', () => {
    expect(
      fold(deadlines, logOf([december, requested], [january, settled()])).get(id),
    ).toMatchObject({
      ...{ state: 'open', dueOn: '2027-01-07', watchedFrom: '2027-01-07' },
      ...{ setAt: january, counted: { calendarVersion: 4, calendarEndsOn: null } },
    });
  });

  it.each([
    ['2027-01-07', null],
    ['2027-01-08', '2027-01-07'],
  ])('that was kept on %s before it was known is found passed: %s', (day, watchedFrom) => {
    const facts: Fact[] = [
      [december, requested],
      [january, answeredOn(day, null)],
      [later, settled(day, day > '2027-01-07')],
    ];
    expect(fold(deadlines, logOf(...facts)).get(id)).toMatchObject({
      ...{ state: 'met', metOn: day, dueOn: '2027-01-07', watchedFrom },
    });
    expect(fold(informationRegister, logOf(...facts)).get(request)).toMatchObject({
      dueOn: '2027-01-07',
      answer: { late: day > '2027-01-07' },
    });
  });
});

describe('cases that wait for a calendar', () => {
  it('are those with a last day that nobody knows', () => {
    expect([...fold(waitingTerms, logOf([december, requested])).values()]).toEqual([
      { subject: stream, region: '36.73', terms: [unknown], since: '2026-12-21' },
    ]);
  });

  it('wait no longer once it is settled', () => {
    expect(fold(waitingTerms, logOf([december, requested], [january, settled()])).size).toBe(0);
  });

  it('are none where the calendar reached every day', () => {
    const log = logOf([december, informationEvents.requested], [december, answered]);
    expect(fold(waitingTerms, log).size).toBe(0);
  });
});
