import { randomUUID } from 'node:crypto';

import { startWithFacts, senderFor } from './support/facts';
import { get } from './support/http';
import { cleanUp, type Service } from './support/service';

interface Said {
  readonly kind?: string;
  readonly on?: string;
  readonly source: { readonly id: string };
}
interface System {
  readonly region: string;
  readonly system: string;
  readonly state: string;
  readonly starts: readonly Said[];
  readonly levels: readonly { readonly level: string; readonly state: string }[];
}

let service: Service;
let position: string | null;

beforeAll(async () => {
  ({ service, position } = await startWithFacts());
});
afterAll(cleanUp);

const read = async <Body>(path: string): Promise<Body> => {
  const headers = position === null ? undefined : { 'jejak-after': position };
  const answer = await get<Body>(service, path, headers);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.body;
};
const mapOn = async (asOf: string) => {
  const { modules } = await read<{ modules: { module: string; systems: System[] }[] }>(
    `/v1/rollouts/map?province=36&asOf=${asOf}`,
  );
  return new Map(modules.map(({ module, systems }) => [module, systems]));
};

describe('the information systems of Banten', () => {
  it('are on the map as certain as the sources are: Simral ran in 2017, some time', async () => {
    const stateOn = async (asOf: string) => (await mapOn(asOf)).get('e-planning')?.[0]?.state;
    expect(await stateOn('2016-12-31')).toBe('planned');
    expect(await stateOn('2017-10-18')).toBe('perhaps-live');
    expect(await stateOn('2017-12-31')).toBe('live');
  });

  it('keep the two starts that the articles name, with their source', async () => {
    const [simral] = (await mapOn('2018-01-01')).get('e-budgeting') ?? [];
    expect(simral?.starts.map(({ kind, on, source }) => [kind, on, source.id])).toEqual([
      ['built', '2016', 'S1,S2'],
      ['running', '2017', 'S1,S2'],
    ]);
    expect(simral?.levels.map(({ level, state }) => `${level} ${state}`)).toEqual([
      'village live',
      'district live',
      'region live',
    ]);
  });

  it('are adopted from a neighbour: licensing is SIMPONIE, which one article spells Symponi', async () => {
    const licensing = await read<object>('/v1/rollouts/36.04/online-licensing');
    expect(licensing).toMatchObject({
      adoptions: [
        {
          from: { region: '36.74', name: 'SIMPONIE' },
          aliases: [{ name: 'Symponi', source: { id: 'S2' } }],
        },
      ],
      delegations: [{ office: 'head of the licensing office', unit: null }],
      announcedOn: '2017-10-18',
    });
    const { items } = await read<{ items: System[] }>('/v1/rollouts?adoptedFrom=36.74');
    expect(items.map(({ region, system }) => [region, system])).toEqual([
      ['36.04', 'online-licensing'],
    ]);
    expect((await mapOn('2018-01-01')).get('online-licensing')).toMatchObject([
      { region: '36.04', state: 'planned' },
      { region: '36.74', system: 'simponie', state: 'perhaps-live' },
    ]);
  });

  it('are urged where they do not run yet', async () => {
    expect(await read('/v1/rollouts/36/e-procurement')).toMatchObject({
      promotedBy: 'Governor of Banten',
      live: [],
    });
    const { items } = await read<{ items: object[] }>('/v1/rollouts?province=36');
    expect(items).toHaveLength(5);
  });
});

describe('a region whose code changes', () => {
  const command = (path: string, body: Readonly<Record<string, unknown>>) =>
    senderFor(service)({ path, key: randomUUID(), as: 'operator', body });
  const source = { id: 'K1', citation: 'github.com/cahyadsn/wilayah' };
  const change = { validFrom: '2022-12-09', legalBasis: 'UU 29/2022', source };

  it('keeps its id and its units, and is found under the code of the day', async () => {
    const recorded = [
      await command('/v1/regions/92/register', { name: 'Papua Barat', level: 'province' }),
      await command('/v1/regions/96/register', {
        ...{ name: 'Papua Barat Daya', level: 'province', validFrom: '2022-12-09' },
      }),
      await command('/v1/regions/92.01/register', {
        ...{ name: 'Kabupaten Sorong', level: 'regency', parent: '92' },
      }),
      await command('/v1/units/92.01/aimas/register', {
        ...{ kind: 'district', name: 'Aimas', code: '92.01.08' },
      }),
      await command('/v1/regions/96.01/reserve-code', {
        ...{ region: '92.01', validFrom: '2022-12-09', source },
      }),
      await command('/v1/regions/92.01/recode', { code: '96.01', ...change }),
      await command('/v1/units/92.01/aimas/recode', { code: '96.01.08', ...change }),
    ];
    expect(recorded.map(({ kind }) => kind)).toEqual(recorded.map(() => 'recorded'));
    const last = recorded.at(-1);
    position = last?.kind === 'recorded' ? last.position : position;
    expect(await read('/v1/regions/92.01?asOf=2022-12-08')).toMatchObject({ id: '92.01' });
    expect(await read('/v1/regions/96.01?asOf=2022-12-09')).toMatchObject({
      ...{ id: '92.01', parent: '96', codes: [{ code: '92.01' }, { code: '96.01' }] },
    });
    const { items } = await read<{ items: object[] }>('/v1/units?region=92.01&asOf=2022-12-08');
    expect(items).toMatchObject([{ unit: 'aimas', code: '92.01.08' }]);
  });

  it('is named by its id where a command gives the code it has now', async () => {
    for (const [path, body] of [
      ['/v1/indices/SPI/96.01/2023/record', { value: '70', source }],
      ['/v1/trainings/sorong-2023/open', { region: '96.01', title: 'Socialisation', source }],
    ] as const) {
      const { kind, problem } = (await command(path, body)) as {
        readonly kind: string;
        readonly problem: { readonly status: number; readonly fix: string };
      };
      expect([path, kind, problem.status]).toEqual([path, 'refused', 404]);
      expect(problem.fix).toContain('Send 92.01');
    }
  });

  it('leaves its code to nobody else before that day', async () => {
    const outcome = await command('/v1/regions/92.01/reserve-code', {
      ...{ region: '36.01', validFrom: '2022-01-01', source },
    });
    expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'region.code-held' } });
  });
});
