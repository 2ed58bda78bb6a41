import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Body, Controller, Get, Header, HttpException, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { StoreUnavailable, UnknownOutcome } from '@jejak/event-store';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import {
  commandValidationPipe,
  createHttpAdapter,
  problem,
  ProblemCatalogueController,
  ProblemFilter,
  problemOf,
  REFUSAL_CODES,
} from './index';

class Milestone {
  @IsString() name!: string;
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'dueOn must be a date such as 2026-12-31' })
  dueOn!: string;
}

class Item {
  @Length(1, 20) title!: string;
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Milestone)
  milestones?: Milestone[];
}

class AdoptPlan {
  @IsString() region!: string;
  @IsOptional() @IsInt() year?: number;
  @ValidateNested({ each: true }) @Type(() => Item) items!: Item[];
  @IsOptional() @ValidateNested() @Type(() => Milestone) closing?: Milestone;
}

class Filter {
  @IsOptional() @IsString() region?: string;
}

@Controller()
class SampleController {
  @Post('plans') adopt(@Body() plan: AdoptPlan) {
    return { isInstance: plan instanceof AdoptPlan, plan };
  }
  @Get('plans') list(@Query() filter: Filter) {
    return { filter };
  }
  @Get('page')
  @Header('Content-Security-Policy', "default-src 'self'")
  @Header('Cache-Control', 'max-age=60')
  page() {
    return {};
  }
  @Get('crash') crash() {
    throw new Error('password=hunter2 at /srv/secret.ts:7');
  }
  @Get('refused') refused() {
    throw problemOf({
      code: 'pact.witness-is-signer',
      reason: 'The witness has signed the pact.',
      remedy: 'Name another witness.',
      field: 'witness',
    });
  }
  @Get('store') store() {
    throw new StoreUnavailable(new Error('10.0.0.7:2113 refused'));
  }
  @Get('unknown') unknown() {
    throw new UnknownOutcome('pact-1', new Error('timed out'));
  }
  @Get('teapot') teapot() {
    throw new HttpException('short and stout', 418);
  }
  @Get('token') token() {
    throw problem('access.token-missing', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
}

describe('the edge of an API', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = await Test.createTestingModule({
      controllers: [SampleController, ProblemCatalogueController],
      providers: [{ provide: REFUSAL_CODES, useValue: ['pact.witness-is-signer'] }],
    }).compile();
    app = module.createNestApplication<NestFastifyApplication>(
      createHttpAdapter({ requestTimeout: 300 }),
    );
    app.useLogger(false);
    app.useGlobalFilters(new ProblemFilter());
    app.useGlobalPipes(commandValidationPipe());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });

  afterAll(() => app.close());

  async function post(payload: string | Buffer | object, headers: Record<string, string> = {}) {
    const reply = await app.inject({
      method: 'POST',
      url: '/plans?x=secret',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.json() };
  }

  async function get(url: string, headers: Record<string, string> = {}) {
    const reply = await app.inject({ method: 'GET', url, headers });
    return { status: reply.statusCode, headers: reply.headers, body: reply.json() };
  }

  const plan = { region: '36.73', items: [{ title: 'One', milestones: [] }] };

  describe('validation', () => {
    it('hands a handler an instance of its class, nothing converted', async () => {
      expect(await post(plan)).toMatchObject({ status: 201, body: { isInstance: true, plan } });
    });

    it('lists every field with its place, in one problem', async () => {
      const { status, headers, body } = await post(
        {
          region: 36,
          year: '2026',
          items: [
            {
              title: 'One',
              milestones: [
                { name: 'a', dueOn: '2026-01-01' },
                { name: 'b', dueOn: 'soon', dueOm: 1 },
              ],
            },
          ],
        },
        { 'x-correlation-id': 'audit-2026-0001' },
      );
      expect(status).toBe(400);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(body).toEqual({
        type: '/problems/request.invalid',
        title: 'The request is not valid',
        status: 400,
        detail: expect.stringContaining('Several fields stand in the way: '),
        code: 'request.invalid',
        fix: 'Correct the fields listed.',
        errors: expect.arrayContaining([
          { field: 'region', message: 'region must be a string' },
          { field: 'year', message: 'year must be an integer number' },
          {
            field: 'items[0].milestones[1].dueOn',
            message: 'dueOn must be a date such as 2026-12-31',
          },
          {
            field: 'items[0].milestones[1].dueOm',
            message: 'dueOm is not known here; did you mean dueOn?',
            nearest: 'dueOn',
            allowed: ['dueOn', 'name'],
          },
        ]),
        correlationId: 'audit-2026-0001',
        instance: '/plans',
      });
      expect(body.errors).toHaveLength(4);
    });

    it('answers a field it does not know with the nearest name and the allowed ones', async () => {
      const { body } = await post({ ...plan, regoin: 'x' });
      expect(body).toMatchObject({
        code: 'request.unknown-field',
        field: 'regoin',
        fix: 'Did you mean region?',
        errors: [{ nearest: 'region', allowed: ['closing', 'items', 'region', 'year'] }],
      });
      const far = await post({ ...plan, somethingElse: 1 });
      expect(far.body.errors[0]).not.toHaveProperty('nearest');
    });

    it.each([
      ['a list for the body', []],
      ['a list of bodies', [plan]],
      ['text for the body', '"text"'],
      ['null for the body', 'null'],
      ['a number for the body', '7'],
      ['text for a list of objects', { ...plan, items: 'one' }],
      ['one object for a list of them', { ...plan, items: { title: 'One' } }],
      ['null in a list of objects', { ...plan, items: [null] }],
      ['a number in a list of objects', { ...plan, items: [3] }],
      ['a list in a list of objects', { ...plan, items: [[{ title: 'One' }]] }],
      ['a list for one object', { ...plan, closing: [{ name: 'a', dueOn: '2026-01-01' }] }],
      ['an empty list for one object', { ...plan, closing: [] }],
      ['text for one object', { ...plan, closing: 'x' }],
      ['a list for text', { ...plan, region: ['36'] }],
      ['an operator for text', { ...plan, region: { $ne: null } }],
      ['an operator as a field', { ...plan, $where: 'sleep(1)' }],
      ['nothing', {}],
    ])('refuses %s', async (_, body) => {
      const reply = await post(body);
      expect(reply.status).toBe(400);
      expect(reply.body.code).toMatch(/^request\.(invalid|unknown-field)$/);
    });

    it('names at most 50 fields, however many are wrong', async () => {
      const { status, body } = await post({
        ...plan,
        items: Array.from({ length: 9_000 }, () => ({})),
      });
      expect(status).toBe(400);
      expect(body.errors).toHaveLength(50);
    });

    it.each(['region[$ne]=1', 'region=1&region=2', '__proto__=1', 'constructor=1', '$where=1'])(
      'refuses the query %s',
      async (query) => {
        expect((await get(`/plans?${query}`)).status).toBe(400);
        expect({}).not.toHaveProperty('admin');
      },
    );
  });

  describe('reading bodies', () => {
    it.each<[string, string | Buffer, string, number]>([
      ['malformed JSON', '{"region":', 'request.malformed-json', 400],
      ['an empty body', '', 'request.malformed-json', 400],
      ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'request.malformed-json', 400],
      ['duplicate keys', '{"region":"1","region":"2"}', 'request.duplicate-key', 400],
      ['2^53 + 1', '{"year":9007199254740993}', 'request.unsafe-number', 400],
      ['a lone surrogate', '{"region":"\\ud800"}', 'request.broken-text', 400],
      ['a depth of 100,000', '['.repeat(100_000), 'request.too-deep', 400],
      ['__proto__', '{"__proto__":{"admin":1}}', 'request.forbidden-key', 400],
      [
        'a long text',
        JSON.stringify({ region: 'x'.repeat(65_537) }),
        'request.string-too-long',
        400,
      ],
      ['10 MB', ' '.repeat(10_000_000), 'request.too-large', 413],
    ])('refuses %s', async (_, payload, code, status) => {
      const started = performance.now();
      const reply = await post(payload);
      expect(reply.body).toMatchObject({ code, status, type: `/problems/${code}` });
      expect(reply.status).toBe(status);
      expect(performance.now() - started).toBeLessThan(1_000);
    });

    it('reads past a byte order mark', async () => {
      expect((await post('\ufeff' + JSON.stringify(plan))).status).toBe(201);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
      'reads no %s',
      async (type) => {
        const { status, body } = await post('region=1', { 'content-type': type });
        expect(status).toBe(415);
        expect(body.code).toBe('request.unsupported-media-type');
      },
    );

    it('unpacks nothing, so that no small body can become a large one', async () => {
      const { status } = await post(Buffer.from([31, 139, 8]), { 'content-encoding': 'gzip' });
      expect(status).toBe(415);
    });
  });

  describe('what goes wrong', () => {
    it('tells nothing of an error nobody foresaw', async () => {
      const { status, body } = await get('/crash');
      expect(status).toBe(500);
      expect(body.code).toBe('server.unexpected');
      expect(JSON.stringify(body)).not.toMatch(/hunter2|secret|stack/);
    });

    it('answers a refusal with the reason, the remedy and the field', async () => {
      expect(await get('/refused')).toMatchObject({
        status: 409,
        body: {
          type: '/problems/pact.witness-is-signer',
          title: 'Pact: witness is signer',
          detail: 'The witness has signed the pact.',
          fix: 'Name another witness.',
          field: 'witness',
        },
      });
    });

    it.each([
      ['/store', 503, 'store.unavailable', '2'],
      ['/unknown', 503, 'store.unknown-outcome', '1'],
    ])('says when to come back: %s', async (url, status, code, seconds) => {
      const reply = await get(url);
      expect(reply).toMatchObject({ status, body: { code }, headers: { 'retry-after': seconds } });
      expect(JSON.stringify(reply.body)).not.toContain('10.0.0.7');
    });

    it('sends the headers that belong to a problem', async () => {
      expect((await get('/token')).headers['www-authenticate']).toBe('Bearer');
    });

    it.each([
      ['/nowhere', 404, 'request.not-found'],
      ['/plans/%zz', 400, 'request.malformed-url'],
      ['/teapot', 400, 'request.invalid'],
    ])('answers %s with %i', async (url, status, code) => {
      const reply = await get(url);
      expect(reply).toMatchObject({ status, body: { code } });
      expect(reply.headers['x-content-type-options']).toBe('nosniff');
      expect(reply.headers['x-correlation-id']).toBe(reply.body.correlationId);
    });

    it('tells a wrong method from a wrong path', async () => {
      const reply = await app.inject({ method: 'DELETE', url: '/plans?x=1' });
      expect(reply.statusCode).toBe(405);
      expect(reply.headers['allow']).toBe('GET, HEAD, POST');
      expect(reply.json().code).toBe('request.method-not-allowed');
      expect((await app.inject({ method: 'PUT', url: '/problems/x' })).statusCode).toBe(405);
    });
  });

  describe('headers', () => {
    it('gives every reply the safe defaults', async () => {
      expect((await get('/plans')).headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      });
    });

    it('leaves alone what a route set itself', async () => {
      expect((await get('/page')).headers).toMatchObject({
        'content-security-policy': "default-src 'self'",
        'cache-control': 'max-age=60',
      });
    });

    it.each(['short', 'with space in it', 'x'.repeat(129), 'új-azonosító'])(
      'draws a fresh correlation id instead of %s',
      async (sent) => {
        const { headers } = await get('/plans', { 'x-correlation-id': sent });
        expect(headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
      },
    );
  });

  describe('the catalogue', () => {
    it('explains the code of a problem, the domain’s among them', async () => {
      expect((await get('/problems/request.too-deep')).body).toMatchObject({
        code: 'request.too-deep',
        status: 400,
      });
      expect((await get('/problems/pact.witness-is-signer')).body).toMatchObject({ status: 409 });
      expect((await get('/problems')).body.problems.length).toBeGreaterThan(30);
    });

    it.each(['nonsense', 'constructor', '__proto__'])('knows no %s', async (code) => {
      expect(await get(`/problems/${code}`)).toMatchObject({
        status: 404,
        body: { code: 'resource.not-found' },
      });
    });
  });

  describe('on the wire', () => {
    beforeAll(() => app.listen(0, '127.0.0.1'));

    function say(text: string): Promise<string> {
      const { port } = app.getHttpServer().address() as AddressInfo;
      return new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text));
        let heard = '';
        socket.on('data', (chunk: Buffer) => (heard += chunk.toString()));
        socket.on('close', () => {
          resolve(heard);
        });
        socket.on('error', reject);
      });
    }

    it('cuts off a body that does not arrive in time', async () => {
      const heard = await say(
        'POST /plans HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
      );
      expect(heard).toContain('HTTP/1.1 408 ');
      expect(heard).toContain('"code":"request.timeout"');
    });

    it('answers what is not HTTP with a problem', async () => {
      const heard = await say('HELO there\r\n\r\n');
      expect(heard).toContain('HTTP/1.1 400 ');
      expect(heard).toContain('"code":"request.malformed-http"');
    });

    it('answers headers without end with a problem', async () => {
      const heard = await say(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
      expect(heard).toContain('HTTP/1.1 431 ');
    });
  });
});
