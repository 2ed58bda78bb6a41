import type { RolloutEvent } from '@jejak/domain/rollout/events';

import { fold, twice } from '../testing/fold';
import { recorded } from '../testing/recorded';
import { rolloutMap } from './rollout-map';
import { rolloutRegister } from './rollout-register';

const source = { id: 'S1,S2', citation: 'lBC Serang and Yan Cikal, 2017' };
const other = { id: 'S9', citation: 'another paper' };
const key = { region: '36.04', system: 'simral' };
const story: readonly RolloutEvent[] = [
  {
    type: 'RolloutPlanned',
    data: {
      ...key,
      ...{ name: 'Simral', aliases: [], modules: ['e-planning'], partner: 'BPPT' },
      ...{ promotedBy: null, announcedOn: null, source },
    },
  },
  { type: 'RolloutModulesAdded', data: { ...key, modules: ['e-budgeting'], source } },
  { type: 'RolloutDelegated', data: { ...key, office: 'Bappeda', unit: null, on: null, source } },
  {
    type: 'RolloutAdopted',
    data: { ...key, from: { region: '36.74', name: 'X' }, aliases: [], on: null, source },
  },
  { type: 'RolloutStartRecorded', data: { ...key, kind: 'running', on: '2016', source } },
  { type: 'RolloutStartRecorded', data: { ...key, kind: 'running', on: '2017', source: other } },
  {
    type: 'RolloutWentLive',
    data: { ...key, module: null, level: 'village', since: '2017', source },
  },
  {
    type: 'RolloutWentLive',
    data: { ...key, module: 'e-planning', level: 'region', since: null, source },
  },
  {
    type: 'RolloutRetired',
    data: { ...key, module: 'e-budgeting', on: '2020-06', reason: 'replaced', source },
  },
];
const log = recorded(story.map((event) => ({ stream: 'rollout-36.04-simral', event })));
const documents = [...fold(rolloutRegister, log).values()];
const stateOn = (asOf: string) =>
  rolloutMap(documents, asOf).map(({ module, systems: [one] }) => [
    module,
    one?.state,
    one?.levels.map(({ level, state }) => `${level} ${state}`),
  ]);

describe('the map of who runs what', () => {
  it('says only what is certain on the day, as exact as the sources are', () => {
    expect(stateOn('2016-12-31')).toEqual([
      ['e-budgeting', 'planned', ['village planned']],
      ['e-planning', 'perhaps-live', ['village planned', 'region perhaps-live']],
    ]);
    expect(stateOn('2017-06-30')[0]).toEqual([
      'e-budgeting',
      'perhaps-live',
      ['village perhaps-live'],
    ]);
    expect(stateOn('2017-12-31')[1]).toEqual([
      'e-planning',
      'live',
      ['village live', 'region perhaps-live'],
    ]);
  });

  it('retires a module and leaves the others', () => {
    expect(stateOn('2020-06-15')[0]?.[1]).toBe('perhaps-retired');
    expect(stateOn('2020-06-30').map(([module, state]) => [module, state])).toEqual([
      ['e-budgeting', 'retired'],
      ['e-planning', 'live'],
    ]);
  });

  it('shows sources that disagree side by side, and says that they do', () => {
    const [first] = rolloutMap(documents, '2018-01-01');
    expect(first?.systems[0]).toMatchObject({
      startDisputed: true,
      starts: [{ on: '2016' }, { on: '2017' }],
      offices: ['Bappeda'],
      adoptedFrom: [{ region: '36.74', name: 'X' }],
    });
  });

  it('is unchanged by events it has seen', () => {
    expect([...fold(rolloutRegister, twice(log)).values()]).toEqual(documents);
  });
});
