import { at, by, calendars, receiver, report, reported } from '../testing/gratifications';
import { givenFor } from '../testing/given';
import {
  type CompleteGratification,
  type DecideGratification,
  type DropGratification,
  type ForwardGratification,
  type GratificationForwarded,
  gratification,
} from '.';

const given = givenFor(gratification);
const of = { receiver, report: '2026-01' };
const key = { ...of, region: '36.73' };
const common = { ...of, actor: by('verifier'), at, calendars };

const forward = (forwardedOn = '2026-03-02'): ForwardGratification => ({
  type: 'ForwardGratification',
  ...common,
  forwardedOn,
});
const decide = (change: Partial<DecideGratification> = {}): DecideGratification => ({
  type: 'DecideGratification',
  ...common,
  decidedOn: '2026-04-20',
  owner: 'state',
  decision: 'SK-12/2026',
  ...change,
});
const complete = (completedOn = '2026-03-20'): CompleteGratification => ({
  type: 'CompleteGratification',
  ...common,
  completedOn,
});
const drop = (droppedOn: string): DropGratification => ({
  type: 'DropGratification',
  ...common,
  droppedOn,
});

const atUnit = reported({ to: 'upg', reportedOn: '2026-02-16', forwardBy: '2026-03-02' });
const forwarded = (
  forwardedOn = '2026-03-02',
  late = false,
  decideBy = '2026-04-13',
): GratificationForwarded => ({
  type: 'GratificationForwarded',
  data: {
    ...{ ...key, forwardedOn, late, decideBy },
    counted: [
      {
        ...{ term: 'decision', from: forwardedOn, length: { count: 30, unit: 'working-days' } },
        ...{ countedOn: forwardedOn, dueOn: decideBy, calendarVersion: 1, calendarEndsOn: null },
      },
    ],
  },
});
const decided = {
  type: 'GratificationDecided',
  data: {
    ...key,
    decidedOn: '2026-04-20',
    owner: 'state',
    decision: 'SK-12/2026',
    decidedBy: 'verifier',
  },
} as const;
const incomplete = reported({ complete: false, completeBy: '2026-04-13' });

describe('a report to the unit (UPG)', () => {
  it('is passed on in ten working days, or late', () => {
    given(atUnit).when(forward()).then(forwarded());
    given(atUnit)
      .when(forward('2026-03-03'))
      .then(forwarded('2026-03-03', true, '2026-04-14'));
  });

  it('is decided only after it was passed on', () => {
    given(atUnit).when(decide()).refused('gratification.not-forwarded');
    given(atUnit, forwarded()).when(decide()).then(decided);
    given(atUnit, forwarded())
      .when(decide({ decidedOn: '2026-03-01' }))
      .refused('gratification.out-of-order');
  });

  it('is passed on once, and one to the Commission never', () => {
    given(atUnit, forwarded()).when(forward()).refused('gratification.not-at-unit');
    given(reported()).when(forward('2026-03-20')).refused('gratification.not-at-unit');
  });

  it('about an exempt gift goes nowhere', () => {
    const exempt = reported({ to: 'upg', verdict: 'exempt', reportable: false });
    given(exempt).when(forward('2026-03-20')).refused('gratification.not-reportable');
    given(exempt).when(decide()).refused('gratification.not-reportable');
  });
});

describe('a decision', () => {
  it('says whose the gift is, by decree, once', () => {
    given(reported()).when(decide()).then(decided);
    given(reported(), decided).when(decide()).refused('gratification.closed');
  });

  it('is recorded by another than who took the report', () => {
    given(reported())
      .when(decide({ actor: by('operator') }))
      .refused('gratification.decider-is-recorder');
  });

  it('names its decree', () => {
    given(reported())
      .when(decide({ decision: 'as the Commission said' }))
      .refused('gratification.invalid-decision');
  });

  it('is about a report there is', () => {
    given().when(decide()).refused('gratification.not-found');
    given(reported())
      .when(decide({ report: 'other' }))
      .refused('gratification.not-found');
  });
});

describe('missing documents', () => {
  const completed = {
    type: 'GratificationCompleted',
    data: { ...key, completedOn: '2026-03-20', late: false },
  } as const;

  it('hold up the decision until they come', () => {
    given(incomplete).when(decide()).refused('gratification.incomplete');
    given(incomplete).when(complete()).then(completed);
    given(incomplete, completed).when(decide()).then(decided);
    given(incomplete, completed).when(complete()).refused('gratification.already-complete');
    given(reported()).when(complete()).refused('gratification.already-complete');
  });

  it('end the report when their term has passed, not before', () => {
    given(incomplete).when(drop('2026-04-13')).refused('gratification.completion-term-runs');
    given(incomplete)
      .when(drop('2026-04-14'))
      .then({ type: 'GratificationDropped', data: { ...key, droppedOn: '2026-04-14' } });
    given(reported({ complete: false }))
      .when(drop('2026-05-30'))
      .refused('gratification.completion-term-runs');
    given(reported()).when(drop('2026-05-30')).refused('gratification.already-complete');
  });
});

it('a judged report is judged again from its own record only', () => {
  const decision = gratification.decide(gratification.initialState(), report());
  expect(decision).toEqual({ kind: 'accepted', events: [reported()] });
});
