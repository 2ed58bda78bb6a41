import { opened2025 } from '../testing/evidence-scorecards';
import { givenFor } from '../testing/given';
import { context, key, opened } from '../testing/scorecards';
import { type AssignIndicator, leadOf, scorecard, type ScorecardEvent } from '.';

const given = givenFor(scorecard);
const start = opened2025('city');
const place = { area: 'assets', indicator: 'assets.1', subIndicator: null };

const assign = (unit: string, change: Partial<AssignIndicator> = {}): AssignIndicator => ({
  type: 'AssignIndicator',
  ...{ ...context, ...place, unit },
  ...change,
});
const assigned = (
  unit: string,
  replaces: string | null,
  subIndicator: string | null = null,
): ScorecardEvent => ({
  type: 'IndicatorAssigned',
  data: {
    ...{ ...key, year: 2025, ...place, subIndicator, unit, replaces },
    assignedBy: 'operator',
  },
});

describe('assigning an indicator', () => {
  it('gives it one lead, whom another can follow', () => {
    given(start).when(assign('bpkad')).then(assigned('bpkad', null));
    given(start, assigned('bpkad', null))
      .when(assign('bapenda'))
      .then(assigned('bapenda', 'bpkad'));
    given(start, assigned('bpkad', null))
      .when(assign('bpkad'))
      .refused('scorecard.already-assigned');
  });

  it('takes units and indicators that can be', () => {
    given(start).when(assign('BPKAD Kota')).refused('scorecard.invalid-identifier');
    given(start)
      .when(assign('bpkad', { indicator: 'assets.9' }))
      .refused('scorecard.indicator-not-listed');
    given(start)
      .when(assign('bpkad', { indicator: 'v.1', area: 'villages' }))
      .refused('scorecard.area-not-applicable');
  });
});

describe('assigning a sub-indicator', () => {
  const of = (unit: string, subIndicator = 'assets.1.1') => assign(unit, { subIndicator });

  it('gives it a lead of its own, whom another can follow', () => {
    const before = [start, assigned('bpkad', null)];
    given(...before)
      .when(of('bapenda'))
      .then(assigned('bapenda', null, 'assets.1.1'));
    given(...before, assigned('bapenda', null, 'assets.1.1'))
      .when(of('dpkp'))
      .then(assigned('dpkp', 'bapenda', 'assets.1.1'));
    given(...before, assigned('bapenda', null, 'assets.1.1'))
      .when(of('bapenda'))
      .refused('scorecard.already-assigned');
  });

  it('leaves the rest with the lead of the indicator, whoever that becomes', () => {
    const state = [
      start,
      assigned('bpkad', null),
      assigned('bapenda', null, 'assets.1.1'),
      assigned('dpkp', 'bpkad'),
    ].reduce((before, event) => scorecard.evolve(before, event), scorecard.initialState());
    if (state.status === 'unopened') throw new Error('not opened');
    const leads = [null, 'assets.1.1', 'assets.1.2'].map((subIndicator) =>
      leadOf(state.assignments, { ...place, subIndicator }),
    );
    expect(leads).toEqual(['dpkp', 'bapenda', 'dpkp']);
  });

  it('needs one that the indicator lists', () => {
    given(start).when(of('bpkad', 'assets.1.9')).refused('scorecard.sub-indicator-not-listed');
    given(start).when(of('bpkad', 'tax.1.1')).refused('scorecard.sub-indicator-not-listed');
    given(opened)
      .when(assign('bpkad', { area: 'procurement', indicator: 'plan', subIndicator: 'plan.1' }))
      .refused('scorecard.sub-indicator-not-listed');
  });
});
