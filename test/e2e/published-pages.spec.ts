import { startWithFacts } from './support/facts';
import { type ProblemBody, get, postText } from './support/http';
import { expectProblem } from './support/problem';
import { type Service, cleanUp } from './support/service';

let service: Service;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  await get(service, '/v1/audit/trail?limit=1', { 'jejak-after': position });
});
afterAll(cleanUp);

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly responses?: Readonly<Record<string, object>>;
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: string;
    readonly schema?: { readonly example?: string };
  }[];
}

interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

type Listed = [path: string, operation: Operation];

/** What maintainers ask of the projector has a tag of its own. */
const isForOperators = ([, { tags = [] }]: Listed): boolean => tags.includes('Operations');

/** The few questions that are not for everybody say so. */
const needsToken = ([, { security = [] }]: Listed): boolean => security.length > 0;

const operations = async (method: string): Promise<Listed[]> => {
  const { body } = await get<OpenApi>(service, '/openapi.json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    path.startsWith('/v1/') && methods[method] ? [[path, methods[method]]] : [],
  );
};

/** Needed by one of several kinds of question, which OpenAPI cannot say: see the rankings. */
const conditionallyNeeded: readonly string[] = ['province'];

/** The address of an operation with the examples its own description gives. */
function addressOf(path: string, { parameters = [] }: Operation): string {
  const exampleOf = ({ example, schema }: (typeof parameters)[number]): string =>
    example ?? schema?.example ?? 'missing-example';
  const filled = parameters
    .filter((parameter) => parameter.in === 'path')
    .reduce((text, one) => text.replace(`{${one.name}}`, encodeURIComponent(exampleOf(one))), path);
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .filter(({ name, required }) => required === true || conditionallyNeeded.includes(name))
    .map((one) => `${one.name}=${exampleOf(one)}`);
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

describe('the OpenAPI document', () => {
  it('is of version 3.1 and names the version of the service', async () => {
    const { status, body } = await get<OpenApi>(service, '/openapi.json');
    expect(status).toBe(200);
    expect(body.openapi).toMatch(/^3\.1\./);
    expect(body.info).toMatchObject({ title: 'Jejak', version: service.started['version'] });
  });

  it('lists the commands, each closed to whoever shows no token', async () => {
    const commands = (await operations('post')).filter((one) => !isForOperators(one));
    expect(commands.length).toBeGreaterThan(24);
    for (const [path, operation] of commands) {
      const answer = await postText(service, addressOf(path, operation), '{}');
      expectProblem(answer, path);
      expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'access.token-missing']);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('lists questions that answer to everybody, at the examples it gives', async () => {
    const questions = (await operations('get')).filter(
      (one) => !isForOperators(one) && !needsToken(one),
    );
    expect(questions.length).toBeGreaterThanOrEqual(9);
    for (const [path, operation] of questions) {
      const answer = await get(service, addressOf(path, operation));
      expect([path, [200, 404]]).toEqual([path, expect.arrayContaining([answer.status])]);
      expect(answer.text).not.toContain('missing-example');
    }
  });

  it('lists what maintainers ask of the projector, with every reply, closed without a token', async () => {
    const listed = [];
    for (const method of ['get', 'post', 'delete']) {
      for (const [path, operation] of (await operations(method)).filter(isForOperators)) {
        listed.push(`${method} ${path}`);
        expect([path, operation.summary]).toEqual([path, expect.stringMatching(/^[A-Z]/)]);
        const replies = Object.keys(operation.responses ?? {});
        expect([path, replies]).toEqual([
          path,
          expect.arrayContaining(['400', '401', '403', '404', '409', '503']),
        ]);
        expect([path, replies.some((status) => status.startsWith('2'))]).toEqual([path, true]);
        const address = `${service.url}${addressOf(path, operation)}`;
        const { status } = await fetch(address, { method: method.toUpperCase() });
        expect([path, status]).toEqual([path, 401]);
      }
    }
    expect(listed).toHaveLength(9);
  });

  it('is shown as a page whose own files are there', async () => {
    const page = await get<string>(service, '/docs');
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ]);
    const files = [...page.text.matchAll(/(?:src|href)="(?:\.\/)?([^"]+\.(?:js|css))"/g)];
    expect(files.length).toBeGreaterThan(1);
    for (const [, file] of files) {
      const address = new URL(file!, `${service.url}/docs`).pathname;
      expect([address, (await get(service, address)).status]).toEqual([address, 200]);
    }
  });
});

describe('a problem', () => {
  it('of every code is explained where its type points to', async () => {
    const { body } = await get<{ problems: { code: string; status: number }[] }>(
      service,
      '/problems',
    );
    expect(body.problems.length).toBeGreaterThan(100);
    for (const explained of body.problems) {
      const answer = await get(service, `/problems/${explained.code}`);
      expect([answer.status, answer.body]).toEqual([200, explained]);
    }
  });

  it('there is no such thing is explained by a problem too', async () => {
    for (const path of ['/problems/pact.nothing', '/problems/constructor', '/nowhere']) {
      expect(expectProblem(await get<ProblemBody>(service, path), path).status).toBe(404);
    }
  });
});

describe('the health of the service', () => {
  it('is live and ready, part by part', async () => {
    expect((await get(service, '/health/live')).body).toEqual({ status: 'alive' });
    const { status, body } = await get(service, '/health/ready');
    expect([status, body]).toEqual([200, expect.objectContaining({ ready: true })]);
    expect(JSON.stringify(body)).toContain('projector');
  });
});

describe('the portal', () => {
  const page = (query = '') => get<string>(service, `/${query}`);

  it('shows the ranking of 2019 in the page itself, with two shared third ranks and no script needed', async () => {
    const { status, text, headers } = await page('?instrument=MCP&year=2019&validAt=2019-08-21');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const table = /<table[\s\S]*?<\/table>/.exec(text)![0];
    const cells = table.replace(/<template[\s\S]*?<\/template>/g, '').match(/>\s*3=\s*</g);
    expect(cells).toHaveLength(2);
    for (const name of ['Kabupaten Tangerang', 'Kota Tangerang Selatan', 'Kabupaten Pandeglang']) {
      expect(table).toContain(name);
    }
  });

  it('says in the page which scores are provisional and where they come from', async () => {
    const { text } = await page('?instrument=MCP&year=2019&validAt=2019-08-21&lang=en');
    expect(text).toContain('B5');
    expect(text).toMatch(/provisional/i);
  });

  it('runs no script and loads no file but its own', async () => {
    const { text, headers } = await page();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    const files = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, one]) => one!);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(file).toMatch(/^\/portal\//);
      expect([file, (await get(service, file)).status]).toEqual([file, 200]);
    }
    expect(text).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*[^\s<]/);
  });

  it('says in a page of its own what it cannot read, and never echoes markup', async () => {
    const { status, text } = await page('?year=<script>alert(1)</script>');
    expect(status).toBe(400);
    expect(text).not.toContain('<script>alert');
  });
});
