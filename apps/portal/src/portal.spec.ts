import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { PortalModule } from './portal.module';
import type { PortalRanking, RankingQuery } from './ranking-reader';
import { august, incomplete, mixed, nothing, row } from './testing/replies';

const hostile = `</td><script>alert("x")</script>`;
const asked: RankingQuery[] = [];
const answers: Readonly<Record<string, PortalRanking>> = {
  '2019-12-31': mixed,
  '2020-12-31': incomplete,
  '2021-01-01': {
    ...august,
    titleId: hostile,
    statement: [{ text: hostile, textId: hostile }],
    rows: [row('36.01', hostile, { source: { id: '"', citation: hostile } })],
  },
};
const reader = {
  ranking: (query: RankingQuery) => {
    asked.push(query);
    if (query.instrument === 'NONE') return Promise.resolve(nothing);
    return Promise.resolve(answers[query.validAt ?? ''] ?? august);
  },
};

describe('the page', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const portal = PortalModule.register({ useFactory: () => reader });
    const module = await Test.createTestingModule({ imports: [portal] }).compile();
    app = module.createNestApplication(new FastifyAdapter());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    asked.length = 0;
  });

  const get = async (address: string) => {
    const { statusCode, headers, body } = await app.inject(address);
    // Templates for the script are not shown.
    return { statusCode, headers, body, shown: body.replace(/<template.*?<\/template>/gs, '') };
  };

  it('shows the latest complete table, with the shared rank twice in table and chart', async () => {
    const { statusCode, headers, shown } = await get('/');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(asked.map(({ validAt }) => validAt)).toEqual([undefined, '2019-08-21']);
    expect(shown).toContain('<html lang="id">');
    expect(shown.match(/class="big" data-text="rank">3=</g)).toHaveLength(2);
    expect(shown.match(/class="bar-rank" data-text="rank">3=</g)).toHaveLength(2);
    expect(shown.match(/<tr role="row" class="provisional"/g)).toHaveLength(8);
    expect(shown).toContain(august.titleId);
    expect(shown).toContain('8 dari 8 kabupaten/kota punya skor.');
    expect(shown).toContain('posisi 123/123');
  });

  it('gives no rank where provisional and final scores are mixed', async () => {
    const { shown } = await get('/?validAt=2019-12-31');
    expect(asked).toHaveLength(1);
    expect(shown).toContain('tidak diperingkat, baru 1 dari 8 daerah yang final');
    expect(shown.match(/data-text="rank">–</g)).toHaveLength(16);
    expect(shown).not.toMatch(/data-text="rank">\d/);
  });

  it('lists units without data apart, never as the last of the table', async () => {
    const { shown } = await get('/?year=2020&validAt=2020-12-31');
    expect(shown.match(/<tr role="row" class="final"/g)).toHaveLength(2);
    const apart = shown.slice(shown.indexOf('Belum ada data'));
    expect(apart.match(/<li>Kota Cilegon<\/li>/g)).toHaveLength(1);
    expect(apart).toContain('tidak berarti terakhir');
  });

  it('hides what is empty and offers no day when nothing is recorded', async () => {
    const { statusCode, shown } = await get('/?instrument=NONE');
    expect(statusCode).toBe(200);
    expect(shown).toContain('Belum ada hari dengan data.');
    expect(shown).not.toContain('name="validAt"');
  });

  it('speaks English on request and keeps the question in the switch', async () => {
    const { shown, headers } = await get('/?lang=en&validAt=2019-08-21&status=provisional');
    expect(headers['content-language']).toBe('en');
    expect(shown).toContain('<html lang="en">');
    expect(shown).toContain(august.title);
    expect(shown).toContain(
      'href="/?instrument=MCP&amp;year=2019&amp;validAt=2019-08-21&amp;status=provisional&amp;lang=id"',
    );
  });

  it('works as a form: every day with data can be chosen and the question is carried on', async () => {
    const { shown } = await get('/?knownAt=2026-01-05T09:00&publication=B5');
    for (const day of august.dates) expect(shown).toContain(`<option value="${day}"`);
    expect(shown).toContain('<option value="2019-08-21" selected>21 Agustus 2019</option>');
    expect(shown).toContain('value="2026-01-05T09:00:00"');
    expect(shown).toContain('<option value="B5" selected>');
    expect(shown).toMatch(/<input type="hidden" name="instrument" value="MCP" \/>/);
  });

  it('names the public reply it shows, for the script and for readers', async () => {
    const { shown } = await get('/');
    const api = '/v1/rankings?instrument=MCP&amp;year=2019&amp;province=36&amp;validAt=2019-08-21';
    expect(shown).toContain(`data-api="${api}"`);
    expect(shown).toContain(`href="${api}"`);
  });

  it('answers 400 in plain words, and asks nothing, when a parameter cannot be read', async () => {
    const { statusCode, shown } = await get('/?validAt=2019-02-30&status=%3Cb%3E&year=0');
    expect(statusCode).toBe(400);
    expect(asked).toEqual([]);
    expect(shown).toContain('harus hari yang ada di kalender');
    expect(shown).toContain('Status harus provisional');
    expect(shown).not.toContain('<b>');
  });

  it('shows hostile text as text', async () => {
    const { body } = await get('/?validAt=2021-01-01');
    expect(body).not.toContain('<script>');
    expect(body).toContain('&lt;/td&gt;&lt;script&gt;alert(&quot;x&quot;)');
  });

  it('has no style or script in the page and allows only its own', async () => {
    const { body, headers } = await get('/');
    expect(body).not.toMatch(/ style=|<style| on\w+=|<script(?! type="module" src="\/portal\/)/);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
  });

  it('serves its files for ever under their digest, and nothing else', async () => {
    const { body } = await get('/');
    const [, script = ''] = /src="([^"]+portal\.js)"/.exec(body) ?? [];
    const found = await get(script);
    expect(found.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(found.headers['cache-control']).toContain('immutable');
    const view = await get(script.replace('portal.js', 'ranking-view.mjs'));
    expect(view.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/portal/portal.css')).headers['cache-control']).toBe('no-cache');
    expect((await get('/portal/tsconfig.json')).statusCode).toBe(404);
    expect((await get('/portal/..%2F..%2Fpackage.json')).statusCode).toBe(404);
  });
});
