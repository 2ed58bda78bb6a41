import type { StoredRecord } from '@jejak/event-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  DocumentBuilder,
  type OpenAPIObject,
  type SchemaObject,
  SwaggerModule,
} from '@nestjs/swagger';

import {
  type FakeProjection,
  build,
  createFakeProjection,
  parkedAt,
  status,
} from '../testing/fake-projection';
import { objections } from '../testing/objections';
import { operationsApiOver } from '../testing/operations-api';

let projection: FakeProjection;
let app: NestFastifyApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  projection = createFakeProjection();
  app = await operationsApiOver(projection);
  document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
});
afterAll(() => app.close());

type Method = 'GET' | 'POST';

/** What the OpenAPI document says the route answers with. */
function described(method: Method, route: string, code: number): SchemaObject | undefined {
  const operation = document.paths[route]?.[method === 'GET' ? 'get' : 'post'];
  const response = operation?.responses[String(code)];
  if (response === undefined || '$ref' in response) return undefined;
  const schema = response.content?.['application/json']?.schema;
  return schema === undefined || '$ref' in schema ? undefined : schema;
}

const all = '/v1/projections';
const ofBuild = `${all}/{view}/build`;
const ofKey = `${all}/{view}/parked/{kind}/{key}`;

const routes: (readonly [Method, route: string, code: number])[] = [
  ['GET', all, 200],
  ['POST', ofBuild, 202],
  ['GET', ofBuild, 200],
  ['POST', `${ofBuild}/switch`, 200],
  ['GET', `${all}/parked`, 200],
  ['GET', ofKey, 200],
  ['GET', `${ofKey}/stored`, 200],
  ['POST', `${ofKey}/retry`, 200],
];

const address = (route: string): string =>
  route.replace('{view}', 'ranking').replace('{kind}', 'document').replace('{key}', '36');

async function answered(method: Method, route: string) {
  const headers = { authorization: 'Bearer maintainer' };
  const isBuild = method === 'POST' && route === ofBuild;
  const body = isBuild ? { payload: { purpose: 'rebuild' } } : {};
  const reply = await app.inject({ method, url: address(route), headers, ...body });
  return { code: reply.statusCode, body: reply.json<unknown>() };
}

const recorded: StoredRecord = {
  id: '5d0b1f5e-1f43-4d0c-9d5c-0c8d5f6c2a11',
  stream: 'pact-36',
  revision: 0n,
  position: { commit: 1n, prepare: 1n },
  type: 'PactSigned',
  isJson: true,
  data: { region: '36' },
  metadata: { schemaVersion: 1 },
  unreadable: null,
};

/** Everything there can be, and then everything absent that can be. */
const situations: (readonly [string, () => void])[] = [
  [
    'a build that has failed, and parked events',
    () => {
      projection.under = { ...build, throttle: 500, state: 'failed' };
      projection.entries = [parkedAt('36', 1n), parkedAt('32', 2n)];
      projection.stored = recorded;
      const { error } = build;
      projection.views = [{ ...status, state: 'stopped', writer: 'another', error }, status];
    },
  ],
  [
    'a build that has just begun, and a view of which nothing is known',
    () => {
      const nothing = { position: null, totalEvents: null, secondsLeft: null };
      projection.under = { ...build, ...nothing, events: 0, difference: null, error: null };
      projection.entries = [{ ...parkedAt('36', 1n), waiting: null }];
      const unreadable = { data: new Uint8Array(3), metadata: undefined, unreadable: 'no JSON' };
      projection.stored = { ...recorded, ...unreadable, isJson: false };
      projection.views = [{ ...status, position: null, lagSeconds: null, lagEvents: null }];
    },
  ],
];

describe.each(situations)('with %s', (_, prepare) => {
  beforeEach(prepare);

  it.each(routes)('%s %s answers with what its schema describes', async (method, route, code) => {
    const schema = described(method, route, code);
    expect(schema).toMatchObject({ type: 'object' });
    const reply = await answered(method, route);
    expect(reply.code).toBe(code);
    expect(objections(reply.body, schema!)).toEqual([]);
  });
});

it('A reply that is not as described is objected to, field by field', () => {
  const schema = described('GET', all, 200)!;
  const item = { view: 5, version: 1.5, state: 'idle', position: '9', events: -1, more: 1 };
  expect(objections({ items: [item] }, schema)).toEqual(
    expect.arrayContaining([
      'reply.items[0].view is no text',
      'reply.items[0].version is not whole',
      'reply.items[0].state must not be idle',
      'reply.items[0].position must not be 9',
      'reply.items[0].events is no number from 0',
      'reply.items[0].more is not described',
      'reply.items[0].parked is missing',
    ]),
  );
});

it('The document names every route of the operations, and none answers without a schema', () => {
  const operations = Object.entries(document.paths).filter(([path]) => path.startsWith(all));
  const described = operations.flatMap(([path, item]) =>
    (['get', 'post', 'delete'] as const).flatMap((method) =>
      item[method] ? [`${method} ${path}`] : [],
    ),
  );
  const tested = routes.map(([method, route]) => `${method.toLowerCase()} ${route}`);
  expect(described.sort()).toEqual([...tested, `delete ${ofBuild}`].sort());
});
