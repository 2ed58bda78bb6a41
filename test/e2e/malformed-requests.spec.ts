import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

import { startWithFacts } from './support/facts';
import { type Answer, type ProblemBody, get, postText, tokenOf } from './support/http';
import { bodyWith, roundsOf } from './support/mutations';
import { expectProblem } from './support/problem';
import { type Service, cleanUp } from './support/service';
import { headOf } from './support/streams';
import { wellFormedBodies } from './support/well-formed-bodies';

const sign = '/v1/pacts/banten-2022-06-24/sign';
const signature = { position: 'Ketua DPRD Lebak', signedOn: '2022-06-24' };

let service: Service;
let head: string;
let authorization: string;

beforeAll(async () => {
  const { position } = ({ service } = await startWithFacts());
  head = await headOf(service, position);
  expect(head).toBe(position);
});
beforeEach(async () => {
  authorization = `Bearer ${await tokenOf(service, { as: 'operator' })}`;
});
afterEach(async () => {
  expect(await headOf(service)).toBe(head);
  expect((await get(service, '/health/live')).status).toBe(200);
});
afterAll(cleanUp);

/** A command with everything right but its body. */
async function send(
  path: string,
  text: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<ProblemBody>> {
  return postText(service, path, text, {
    authorization,
    'idempotency-key': randomUUID(),
    ...headers,
  });
}

async function refusalOf(text: string | Uint8Array<ArrayBuffer>, path = sign) {
  return expectProblem(await send(path, text), String(text).slice(0, 80));
}

/** The fields named by the refusal of a body, which has to be one with 400. */
async function namedFor(path: string, body: unknown): Promise<readonly string[]> {
  const text = JSON.stringify(body);
  const said = expectProblem(await send(path, text), `${path}: ${text.slice(0, 2_000)}`);
  expect([said.status, text]).toEqual([400, text]);
  return [said, ...(said.errors ?? [])].flatMap(({ field }) => field ?? []);
}

describe('a body that is not JSON', () => {
  it.each([
    ['nothing', ''],
    ['half an object', '{"position": "Camat'],
    ['a trailing comma', '{"position": "Camat",}'],
    ['single quotes', "{'position': 'Camat'}"],
    ['a comment', '{} // done'],
    ['two values', '{} {}'],
    ['NaN', '{"position": NaN}'],
    ['a control character in a text', '{"position": "a\nb"}'],
    ['a NUL', '\0'],
  ])('is refused: %s', async (_, text) => {
    const { code, status } = await refusalOf(text);
    expect([status, code]).toEqual([400, 'request.malformed-json']);
  });

  it('is refused when its bytes are not UTF-8', async () => {
    const { code } = await refusalOf(Uint8Array.from([0x22, 0xff, 0xfe, 0x22]));
    expect(code).toBe('request.malformed-json');
  });

  it('is told where the reading stopped', async () => {
    const { detail } = await refusalOf('{\n  "position": oops\n}');
    expect(detail).toContain('line 2, column 15');
  });
});

describe('JSON that a ledger must not take in', () => {
  it.each([
    ['a key that stands twice', '{"position": "A", "position": "B"}', 'request.duplicate-key'],
    [
      'a key that stands twice inside',
      '{"source": {"id": "A", "id": "B"}}',
      'request.duplicate-key',
    ],
    ['__proto__', '{"__proto__": {"role": "verifier"}}', 'request.forbidden-key'],
    ['constructor', '{"constructor": {"prototype": {}}}', 'request.forbidden-key'],
    ['an integer beyond 2^53', '{"position": 9007199254740993}', 'request.unsafe-number'],
    ['a number beyond every float', '{"position": 1e999}', 'request.unsafe-number'],
    ['half a surrogate pair', '{"position": "\\ud800"}', 'request.broken-text'],
    [
      'a text of 65 KiB',
      JSON.stringify({ position: 'x'.repeat(66_000) }),
      'request.string-too-long',
    ],
    ['100 levels', `${'['.repeat(100)}${']'.repeat(100)}`, 'request.too-deep'],
    ['100,000 levels', '['.repeat(100_000), 'request.too-deep'],
    [
      '5,001 keys',
      JSON.stringify(Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`k${i}`, 1]))),
      'request.too-many-keys',
    ],
    [
      '10,001 items',
      JSON.stringify({ position: Array.from({ length: 10_001 }, () => 1) }),
      'request.too-many-items',
    ],
  ])('is refused: %s', async (_, text, code) => {
    expect((await refusalOf(text)).code).toBe(code);
  });
});

it.each(['[]', '[{"position": "Camat"}]', '"text"', '42', 'true', 'null'])(
  'a body must be an object, not %s',
  async (text) => {
    const { status, code } = await refusalOf(text);
    expect([status, code]).toEqual([400, 'request.invalid']);
  },
);

describe('a request that is not read at all', () => {
  it('is refused with 413 above 256 KiB, whether its length is told or not', async () => {
    const large = JSON.stringify({
      position: ['x'.repeat(60_000), 'x'.repeat(60_000)],
      more: 'x'.repeat(200_000),
    });
    const { status, code } = await refusalOf(large);
    expect([status, code]).toEqual([413, 'request.too-large']);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json-patch+json',
  ])('is refused with 415 as %s', async (type) => {
    const answer = await send(sign, JSON.stringify(signature), { 'content-type': type });
    expect(expectProblem(answer, type).code).toBe('request.unsupported-media-type');
    expect(answer.status).toBe(415);
  });

  it('is refused with 415 when it is compressed', async () => {
    const answer = await send(sign, JSON.stringify(signature), { 'content-encoding': 'gzip' });
    expect(expectProblem(answer).code).toBe('request.unsupported-media-type');
  });

  it('is refused with 405 and the methods that are taken', async () => {
    const response = await fetch(service.url + sign, { method: 'PUT' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toContain('POST');
    expect(((await response.json()) as ProblemBody).code).toBe('request.method-not-allowed');
  });

  it.each([
    ['what is not HTTP', 'HELLO\r\n\r\n', 400],
    ['headers of 100 KiB', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}',
      400,
    ],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('is answered with a problem on the wire: %s', async (_, sent, status) => {
    const answer = await onTheWire(sent);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('application/problem+json');
  });
});

describe('a field that is not known', () => {
  it('is named, with the nearest one that is', async () => {
    const said = await refusalOf(JSON.stringify({ ...signature, postion: 'Camat' }));
    expect([said.status, said.code, said.field]).toEqual([400, 'request.unknown-field', 'postion']);
    expect(said.fix).toBe('Did you mean position?');
    expect(said.errors?.[0]?.nearest).toBe('position');
  });

  it('is found at every depth', async () => {
    const path = '/v1/regions/32/register';
    const body = { ...wellFormedBodies[path], source: { id: 'K2', citation: 'x', cite: 'x' } };
    const said = await refusalOf(JSON.stringify(body), path);
    expect([said.code, said.field]).toEqual(['request.unknown-field', 'source.cite']);
  });
});

describe('a value of the wrong kind', () => {
  it.each(Object.entries(wellFormedBodies))(
    'is refused with 400 and its field, wherever it stands: %s',
    async (path, body) => {
      for (const round of roundsOf(body)) {
        const named = await namedFor(path, bodyWith(body, round));
        // What is not looked at before the rest is right is to be refused on its own.
        const unnamed = round.filter(({ field }) => !named.includes(field));
        for (const one of unnamed) {
          const alone = round.length === 1 ? named : await namedFor(path, bodyWith(body, [one]));
          // A list of plain texts is named as a whole.
          const isNamed = alone.some(
            (name) => name.startsWith(one.field) || one.field === `${name}[0]`,
          );
          expect([path, one, isNamed, alone]).toEqual([path, one, true, alone]);
        }
      }
    },
  );

  it('is refused when it is left out and needed', async () => {
    const said = await refusalOf('{}');
    expect(said.errors?.map(({ field }) => field).sort()).toEqual(['position', 'signedOn']);
  });

  it.each(['2023-02-30', '2023-02-29', '2023-13-01', '2023-00-10', '0000-00-00'])(
    'is refused when it is no day of the calendar: %s',
    async (day) => {
      const said = await refusalOf(JSON.stringify({ ...signature, signedOn: day }));
      expect([said.status, said.code, said.field]).toEqual([400, 'pact.invalid-date', 'signedOn']);
    },
  );

  it.each(['1e2', '0x10', '1,5', ' 50', '٥٠', 'NaN', 'Infinity', '--1', '1.0000001'])(
    'is refused when it is no plain decimal: %s',
    async (value) => {
      const path = '/v1/scorecards/36.73/MCP/2019/record-published-score';
      const said = await refusalOf(JSON.stringify({ ...wellFormedBodies[path], value }), path);
      expect([said.status, said.field]).toEqual([400, 'value']);
    },
  );
});

/** What the service answers to bytes that no HTTP client would send. */
function onTheWire(bytes: string): Promise<string> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text));
    socket.once('close', () => {
      resolve(answer);
    });
    socket.once('error', reject);
  });
}
