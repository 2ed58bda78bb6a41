import { givenFor } from '../testing/given';
import { rollout, type RolloutCommand, type RolloutEvent } from '.';

const given = givenFor(rollout);
const context = {
  actor: { kind: 'person', id: 'operator' },
  at: '2026-01-05T02:00:00.000Z',
} as const;
const key = { region: '36.04', system: 'simral' } as const;
const source = { id: 'S1,S2', citation: 'lBC Serang and Yan Cikal, 2017' };

type EventOf<Type> = Extract<RolloutEvent, { type: Type }>;
type CommandOf<Type> = Extract<RolloutCommand, { type: Type }>;

const plan: EventOf<'RolloutPlanned'>['data'] = {
  ...key,
  name: 'Simral',
  aliases: [],
  modules: ['e-planning', 'e-budgeting'],
  partner: 'BPPT',
  promotedBy: null,
  announcedOn: '2017-10-18',
  source,
};
const planned: RolloutEvent = { type: 'RolloutPlanned', data: plan };
const planning = (changes: Partial<CommandOf<'PlanRollout'>> = {}): RolloutCommand => ({
  type: 'PlanRollout',
  ...context,
  ...plan,
  regionRegistered: true,
  ...changes,
});

const live: EventOf<'RolloutWentLive'>['data'] = {
  ...key,
  module: 'e-planning',
  level: 'village',
  since: '2017',
  source,
};
const going = (changes: Partial<typeof live> = {}): RolloutCommand => ({
  type: 'RecordRolloutLive',
  ...context,
  ...live,
  ...changes,
});
const wentLive = (changes: Partial<typeof live> = {}): RolloutEvent => ({
  type: 'RolloutWentLive',
  data: { ...live, ...changes },
});

const retirement: EventOf<'RolloutRetired'>['data'] = {
  ...key,
  module: null,
  on: '2020-06',
  reason: 'Replaced by SIPD',
  source,
};
const retiring = (changes: Partial<typeof retirement> = {}): RolloutCommand => ({
  type: 'RetireRollout',
  ...context,
  ...retirement,
  ...changes,
});
const retired = (changes: Partial<typeof retirement> = {}): RolloutEvent => ({
  type: 'RolloutRetired',
  data: { ...retirement, ...changes },
});

describe('a system', () => {
  it('is planned once, in a region that is registered', () => {
    given().when(planning()).then(planned);
    given(planned).when(planning()).refused('rollout.already-planned');
    given()
      .when(planning({ regionRegistered: false }))
      .refused('rollout.region-unknown');
    given()
      .when(planning({ system: 'Simral!' }))
      .refused('rollout.invalid-identifier');
  });

  it('has at least one module, each named once', () => {
    given()
      .when(planning({ modules: [] }))
      .refused('rollout.no-module');
    given()
      .when(planning({ modules: ['a', 'a'] }))
      .refused('rollout.repeated-module');
    given()
      .when(planning({ modules: ['E planning'] }))
      .refused('rollout.invalid-identifier');
    const adding = (modules: string[]): RolloutCommand => ({
      type: 'AddRolloutModules',
      ...context,
      ...key,
      modules,
      source,
    });
    given(planned)
      .when(adding(['reporting']))
      .then({ type: 'RolloutModulesAdded', data: { ...key, modules: ['reporting'], source } });
    given(planned)
      .when(adding(['e-planning']))
      .refused('rollout.repeated-module');
    given(planned).when(adding([])).refused('rollout.no-module');
    given()
      .when(adding(['reporting']))
      .refused('rollout.rollout-unknown');
    given(planned, retired())
      .when(adding(['reporting']))
      .refused('rollout.retired');
  });

  it('keeps a spelling only with who spells it so, and a date only as exact as its source', () => {
    given()
      .when(planning({ aliases: [{ name: 'Symponi', source: { id: '', citation: 'x' } }] }))
      .refused('rollout.blank-text');
    for (const announcedOn of ['2017', '2017-10', '2017-10-18']) {
      given()
        .when(planning({ announcedOn }))
        .then({ type: 'RolloutPlanned', data: { ...plan, announcedOn } });
    }
    given()
      .when(planning({ announcedOn: '2017-13' }))
      .refused('rollout.invalid-date');
    given()
      .when(planning({ announcedOn: '2027' }))
      .refused('rollout.future-date');
  });
});

describe('a system that changes hands', () => {
  const delegation: EventOf<'RolloutDelegated'>['data'] = {
    ...key,
    office: 'Kepala DPMPTSP',
    unit: null,
    on: null,
    source,
  };
  const delegating = (
    changes: Partial<CommandOf<'DelegateRollout'>> = {},
  ): CommandOf<'DelegateRollout'> => ({
    type: 'DelegateRollout',
    ...context,
    ...delegation,
    unitRegistered: true,
    ...changes,
  });

  it('is delegated to an office, registered or only named', () => {
    given(planned).when(delegating()).then({ type: 'RolloutDelegated', data: delegation });
    given(planned)
      .when(delegating({ unit: 'dpmptsp', unitRegistered: false }))
      .refused('rollout.unit-unknown');
    given(planned)
      .when(delegating({ office: ' ' }))
      .refused('rollout.blank-text');
    given().when(delegating()).refused('rollout.rollout-unknown');
  });

  const adoption: EventOf<'RolloutAdopted'>['data'] = {
    ...key,
    from: { region: '36.74', name: 'SIMPONIE' },
    aliases: [{ name: 'Symponi', source }],
    on: null,
    source,
  };
  const adopting = (changes: Partial<CommandOf<'AdoptRollout'>> = {}): RolloutCommand => ({
    type: 'AdoptRollout',
    ...context,
    ...adoption,
    originRegistered: true,
    ...changes,
  });

  it('is adopted from another region, once', () => {
    const adopted: RolloutEvent = { type: 'RolloutAdopted', data: adoption };
    given(planned).when(adopting()).then(adopted);
    given(planned, adopted)
      .when(adopting({ from: { region: '36.74', name: 'Simponie' } }))
      .refused('rollout.already-adopted');
    given(planned)
      .when(adopting({ from: { region: '36.04', name: 'SIMPONIE' } }))
      .refused('rollout.own-origin');
    given(planned)
      .when(adopting({ originRegistered: false }))
      .refused('rollout.region-unknown');
  });
});

describe('when a system began', () => {
  const start: EventOf<'RolloutStartRecorded'>['data'] = {
    ...key,
    kind: 'running',
    on: '2016',
    source,
  };
  const claiming = (changes: Partial<typeof start> = {}): RolloutCommand => ({
    type: 'RecordRolloutStart',
    ...context,
    ...start,
    ...changes,
  });
  const claimed: RolloutEvent = { type: 'RolloutStartRecorded', data: start };

  it('is what each source says: two that disagree are both kept, one says it once', () => {
    given(planned).when(claiming()).then(claimed);
    const other = { on: '2017', source: { id: 'S9', citation: 'another paper' } };
    given(planned, claimed)
      .when(claiming(other))
      .then({ type: 'RolloutStartRecorded', data: { ...start, ...other } });
    given(planned, claimed)
      .when(claiming({ on: '2017' }))
      .refused('rollout.said-before');
  });

  it('holds for each module and level by itself', () => {
    given(planned).when(going()).then(wentLive());
    given(planned, wentLive())
      .when(going({ level: 'district' }))
      .then(wentLive({ level: 'district' }));
    given(planned, wentLive())
      .when(going({ since: '2018' }))
      .refused('rollout.said-before');
    given(planned)
      .when(going({ module: null, since: null }))
      .then(wentLive({ module: null, since: null }));
    given(planned)
      .when(going({ module: 'e-procurement' }))
      .refused('rollout.module-unknown');
  });
});

describe('a system that ends', () => {
  it('ends module by module or as a whole, and then for good', () => {
    given(planned, wentLive())
      .when(retiring({ module: 'e-planning' }))
      .then(retired({ module: 'e-planning' }));
    given(planned).when(retiring()).then(retired());
    given(planned, wentLive(), retired({ module: 'e-planning' }))
      .when(going({ level: 'region' }))
      .refused('rollout.retired');
    given(planned, retired()).when(going()).refused('rollout.retired');
    given(planned, retired()).when(retiring()).refused('rollout.retired');
  });

  it('has run before it ends', () => {
    given(planned)
      .when(retiring({ module: 'e-planning' }))
      .refused('rollout.not-live');
    given(planned, wentLive())
      .when(retiring({ on: '2016' }))
      .refused('rollout.retired-before-live');
    given(planned, wentLive())
      .when(retiring({ on: '2017-01' }))
      .then(retired({ on: '2017-01' }));
    given(planned)
      .when(retiring({ reason: '' }))
      .refused('rollout.blank-text');
  });
});
