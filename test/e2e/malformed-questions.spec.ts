import { randomUUID } from 'node:crypto';

import { startWithFacts } from './support/facts';
import { type ProblemBody, get, postText, tokenOf } from './support/http';
import { expectProblem } from './support/problem';
import { type Service, cleanUp } from './support/service';
import { type Page, headOf } from './support/streams';

let service: Service;
let head: string;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  head = await headOf(service, position);
});
afterEach(async () => {
  expect(await headOf(service)).toBe(head);
  expect((await get(service, '/health/live')).status).toBe(200);
});
afterAll(cleanUp);

describe('an address', () => {
  it.each([
    '/v1/scorecards/36.7/MCP/2019/open',
    '/v1/scorecards/36.73/mcp/2019/open',
    '/v1/scorecards/36.73/MCP/19/open',
    '/v1/scorecards/$all/MCP/2019/open',
    '/v1/pacts/Serang_2022/sign',
    '/v1/pacts/..%2f..%2fetc/sign',
    '/v1/pacts/%00/sign',
    `/v1/pacts/${'x'.repeat(400)}/sign`,
    '/v1/pacts/%F0%9F/sign',
    '/v1/nothing/here',
  ])('is refused where its parts are malformed: %s', async (path) => {
    const authorization = `Bearer ${await tokenOf(service, { as: 'operator' })}`;
    const headers = { authorization, 'idempotency-key': randomUUID() };
    expectProblem(await postText(service, path, '{}', headers), path);
  });
});

describe('a question', () => {
  const ranking = '/v1/rankings?instrument=MCP&year=2019&province=36';
  const trail = '/v1/audit/trail';
  const stream = '/v1/audit/streams/scorecard-36.73-mcp-2019';
  const cursorOf = (value: unknown) =>
    `${trail}?cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}`;

  it.each([
    ['an unknown parameter', `${ranking}&valid_at=2019-08-21`, 'valid_at'],
    ['an unknown parameter of the trail', `${trail}?regions=36`, 'regions'],
    ['a parameter where none is taken', '/v1/pacts/serang-2022-06-23?full=1', 'full'],
    ['an operator as a parameter', `${trail}?region[$ne]=x`, 'region[$ne]'],
    ['an operator as a parameter of the register', '/v1/pacts?region[$gt]=', 'region[$gt]'],
    ['an operator as a value', `${trail}?region={"$ne":null}`, 'region'],
    ['a parameter twice', `${trail}?region=36.01&region=36.02`, 'region'],
    ['a province twice', `${ranking}&province=32`, 'province'],
    ['a year that is none', '/v1/rankings?instrument=MCP&year=19&province=36', 'year'],
    ['a missing parameter', '/v1/rankings?instrument=MCP&year=2019', 'province'],
    ['30 February', `${ranking}&validAt=2019-02-30`, 'validAt'],
    ['an instant without offset', `${ranking}&knownAt=2019-02-03T10:00:00`, 'knownAt'],
    ['an unknown status', `${ranking}&status=almost`, 'status'],
    ['an unknown type of event', `${trail}?type=$any`, 'type'],
    ['a limit of nothing', `${trail}?limit=0`, 'limit'],
    ['a limit beyond 500', `${trail}?limit=501`, 'limit'],
    ['a limit in another notation', `${trail}?limit=1e2`, 'limit'],
    ['a negative limit', `${trail}?limit=-1`, 'limit'],
    ['a made-up cursor', `${trail}?cursor=abc`, 'cursor'],
    ['an operator as cursor', cursorOf([{ $gt: '' }]), 'cursor'],
    ['a number as cursor', cursorOf([1]), 'cursor'],
    ['two cursors in one', cursorOf(['1/1', '2/2']), 'cursor'],
    ['a revision that is none', `${stream}/state?atRevision=-1`, 'atRevision'],
    ['two moments at once', `${stream}/state?atRevision=1&asOf=2030-01-01`, 'asOf'],
    ['a revision beyond 64 bits', `${stream}?from=99999999999999999999`, 'from'],
    ['a direction that is none', `${stream}?direction=sideways`, 'direction'],
    ['__proto__ as a parameter', `${trail}?__proto__[region]=36`, '__proto__[region]'],
  ])('is refused with its parameter: %s', async (_, path, field) => {
    const said = expectProblem(await get<ProblemBody>(service, path), path);
    expect([said.status, said.field]).toEqual([400, field]);
  });

  it.each([
    '/v1/pacts/nothing-of-the-kind',
    '/v1/pacts/%7B%22$ne%22:1%7D',
    '/v1/pact-texts/nothing-of-the-kind',
    '/v1/plans/nothing-of-the-kind',
    '/v1/audit/streams/$all',
    '/v1/audit/streams/%24streams',
    '/v1/audit/streams/nothing-of-the-kind',
    '/v1/audit/streams/scorecard-36.73-mcp-2019/state?atRevision=999',
    '/v1/scorecards/36.01/MCP/2024',
  ])('for what is not there is answered with 404: %s', async (path) => {
    const said = expectProblem(await get<ProblemBody>(service, path), path);
    expect([said.status, said.code]).toEqual([404, 'resource.not-found']);
  });

  it('matches texts, never patterns or prefixes', async () => {
    for (const query of ['actor=.*', 'actor=demo', 'stream=pact-', 'actor=$ne', 'region=37']) {
      const { status, body } = await get<Page<unknown>>(service, `${trail}?${query}`);
      expect([query, status, body.items]).toEqual([query, 200, []]);
    }
  });
});
