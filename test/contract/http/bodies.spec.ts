import { openSampleApi, plan, type SampleApi } from './sample-api';

let api: SampleApi;

beforeAll(async () => {
  api = await openSampleApi();
});

afterAll(() => api.app.close());

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
    ['a long text', JSON.stringify({ region: 'x'.repeat(65_537) }), 'request.string-too-long', 400],
    ['10 MB', ' '.repeat(10_000_000), 'request.too-large', 413],
  ])('refuses %s', async (_, payload, code, status) => {
    const started = performance.now();
    const reply = await api.post(payload);
    expect(reply.body).toMatchObject({ code, status, type: `/problems/${code}` });
    expect(reply.status).toBe(status);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('reads past a byte order mark', async () => {
    expect((await api.post('\ufeff' + JSON.stringify(plan))).status).toBe(201);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'reads no %s',
    async (type) => {
      const { status, body } = await api.post('region=1', { 'content-type': type });
      expect(status).toBe(415);
      expect(body.code).toBe('request.unsupported-media-type');
    },
  );

  it('unpacks nothing, so that no small body can become a large one', async () => {
    const { status } = await api.post(Buffer.from([31, 139, 8]), { 'content-encoding': 'gzip' });
    expect(status).toBe(415);
  });
});
