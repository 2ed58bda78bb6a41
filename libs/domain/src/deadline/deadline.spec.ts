import fc from 'fast-check';

import { endOfDayIn } from '../calendar';
import { givenFor } from '../testing/given';
import { deadline, type DeadlinePassed, type PassDeadline } from '.';

const given = givenFor(deadline);

const wib = { id: 'WIB', offsetMinutes: 420 };
const wit = { id: 'WIT', offsetMinutes: 540 };

const told = {
  id: 'plan.milestone:banten-2017:apbd:m1',
  deadline: 'plan.milestone',
  region: '36',
  subject: 'plan-banten-2017',
  title: 'The budget is public',
  dueOn: '2017-10-31',
  zoneAssumed: false,
  policyVersion: 1,
};

const pass = (overrides: Partial<PassDeadline> = {}): PassDeadline => ({
  type: 'PassDeadline',
  actor: { kind: 'system', id: 'clock' },
  at: '2017-10-31T17:01:00.000Z',
  ...told,
  zone: wib,
  ...overrides,
});

const passed = (overrides: Partial<DeadlinePassed['data']> = {}): DeadlinePassed => ({
  type: 'DeadlinePassed',
  data: { ...told, zone: 'WIB', passedAt: '2017-10-31T17:00:00.000Z', ...overrides },
});

describe('a deadline', () => {
  it('passes when its last day has ended in the zone of the region', () => {
    given().when(pass()).then(passed());
  });

  it('is not passed while the day lasts there, although it has ended further east', () => {
    const at = '2017-10-31T16:59:59.999Z';
    given().when(pass({ at })).refused('deadline.not-over');
    given()
      .when(pass({ at, zone: wit }))
      .then(passed({ zone: 'WIT', passedAt: '2017-10-31T15:00:00.000Z' }));
  });

  it('passes once for each last day', () => {
    given(passed()).when(pass()).refused('deadline.already-passed');
    given(passed())
      .when(pass({ dueOn: '2017-12-31', at: '2018-01-01T00:00:00.000Z' }))
      .then(passed({ dueOn: '2017-12-31', passedAt: '2017-12-31T17:00:00.000Z' }));
  });

  it('says when the zone of the region was not known', () => {
    given()
      .when(pass({ zoneAssumed: true }))
      .then(passed({ zoneAssumed: true }));
  });

  it.each<[string, Partial<PassDeadline>]>([
    ['deadline.invalid-identifier', { id: 'Plan Milestone' }],
    ['deadline.invalid-date', { dueOn: '2017-02-30' }],
    ['deadline.blank-text', { title: ' ' }],
  ])('is refused with %s where it names nothing', (code, wrong) => {
    given().when(pass(wrong)).refused(code);
  });

  it('passes at the end of its day and not a millisecond before, in every zone', () => {
    const instant = fc.date({
      min: new Date('2015-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: -720, max: 840 }), (date, offsetMinutes) => {
        const at = date.toISOString();
        const zone = { id: 'X', offsetMinutes };
        const { kind } = deadline.decide(deadline.initialState(), pass({ at, zone }));
        expect(kind).toBe(at >= endOfDayIn(zone, told.dueOn) ? 'accepted' : 'refused');
      }),
    );
  });
});
