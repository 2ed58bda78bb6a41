import { openSampleApi, plan, type SampleApi } from './sample-api';

let api: SampleApi;

beforeAll(async () => {
  api = await openSampleApi();
});

afterAll(() => api.app.close());

describe('validation', () => {
  it('hands a handler an instance of its class, nothing converted', async () => {
    expect(await api.post(plan)).toMatchObject({ status: 201, body: { isInstance: true, plan } });
  });

  it('lists every field with its place, in one problem', async () => {
    const { status, headers, body } = await api.post(
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
    const { body } = await api.post({ ...plan, regoin: 'x' });
    expect(body).toMatchObject({
      code: 'request.unknown-field',
      field: 'regoin',
      fix: 'Did you mean region?',
      errors: [{ nearest: 'region', allowed: ['closing', 'items', 'region', 'year'] }],
    });
    const far = await api.post({ ...plan, somethingElse: 1 });
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
    const reply = await api.post(body);
    expect(reply.status).toBe(400);
    expect(reply.body.code).toMatch(/^request\.(invalid|unknown-field)$/);
  });

  it('names at most 50 fields, however many are wrong', async () => {
    const { status, body } = await api.post({
      ...plan,
      items: Array.from({ length: 9_000 }, () => ({})),
    });
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(50);
  });

  it.each(['region[$ne]=1', 'region=1&region=2', '__proto__=1', 'constructor=1', '$where=1'])(
    'refuses the query %s',
    async (query) => {
      expect((await api.get(`/plans?${query}`)).status).toBe(400);
      expect({}).not.toHaveProperty('admin');
    },
  );
});
