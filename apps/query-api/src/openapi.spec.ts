import { createHttpAdapter } from '@jejak/http';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';

import { QueryApiModule } from './query-api.module';
import { EVENT_STORE, READ_DATABASE, VIEW_STANDINGS } from './tokens';

const providers = [EVENT_STORE, READ_DATABASE, VIEW_STANDINGS].map((provide) => ({
  provide,
  useValue: {},
}));

@Global()
@Module({ providers, exports: providers })
class Nothing {}

async function described() {
  const testing = await Test.createTestingModule({
    imports: [Nothing, QueryApiModule],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  return SwaggerModule.createDocument(app, new DocumentBuilder().build());
}

describe('the OpenAPI description', () => {
  it('says what a reply leaves out, without what went wrong', async () => {
    const { components } = await described();
    expect(components?.schemas).toMatchObject({
      LeftOut: { properties: { parked: { description: expect.stringContaining('leaves out') } } },
      LeftOutEvent: { required: ['kind', 'stream', 'revision', 'type', 'since'] },
    });
  });

  it('says which forms a list has and what it can be ordered by', async () => {
    const { paths } = await described();
    const { parameters = [], responses = {} } = paths['/v1/pacts']?.get ?? {};
    expect(parameters).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'sort',
          schema: { type: 'string', enum: ['date', '-date', 'changedAt', '-changedAt'] },
        }),
        expect.objectContaining({
          name: 'format',
          schema: { type: 'string', enum: ['json', 'csv', 'ndjson'] },
        }),
      ]),
    );
    expect(responses['200']).toMatchObject({ description: expect.stringContaining('row') });
  });

  it('says of every route what it answers, from when on, and what stands in its address', async () => {
    const { paths } = await described();
    for (const [path, { get }] of Object.entries(paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect([path, get?.summary]).toEqual([path, expect.stringMatching(/\w/)]);
      expect([path, Object.keys(get?.responses ?? {})]).toEqual([
        path,
        expect.arrayContaining(['200', '400', '503']),
      ]);
      const parameters = parametersOf(get);
      expect([path, parameters]).toEqual([
        path,
        expect.arrayContaining([...inPath, 'Jejak-After']),
      ]);
      expect(new Set(parameters).size).toBe(parameters.length);
    }
    expect(Object.keys(paths).length).toBeGreaterThan(30);
  });

  it('gives every list that has pages an order and its forms', async () => {
    const { paths } = await described();
    const lists = Object.entries(paths).filter(([, { get }]) =>
      parametersOf(get).includes('cursor'),
    );
    expect(lists.map(([path]) => path)).toEqual(
      expect.arrayContaining(['/v1/pacts', '/v1/plans', '/v1/audit/trail']),
    );
    for (const [path, { get }] of lists) {
      expect([path, parametersOf(get)]).toEqual([
        path,
        expect.arrayContaining(['limit', 'format']),
      ]);
    }
    const routes = Object.entries(paths).map(([path, { get }]) => [
      path,
      (get?.parameters ?? [])
        .map((one) => ('name' in one ? one.name : ''))
        .sort()
        .join(' '),
    ]);
    expect(Object.fromEntries(routes)).toEqual({
      '/v1/rankings':
        'Jejak-After format instrument knownAt province publication status validAt year',
      '/v1/complaints': 'Jejak-After class cursor format limit region sort status',
      '/v1/complaints/board': 'Jejak-After region',
      '/v1/complaints/{id}': 'Jejak-After id',
      '/v1/gratifications': 'Jejak-After category cursor format inTime limit region sort status',
      '/v1/declarations': 'Jejak-After cursor field format limit obliged region sort',
      '/v1/declarations/compliance': 'Jejak-After asOf region year',
      '/v1/declarations/statistics': 'Jejak-After cursor field format limit sort source year',
      '/v1/declarations/{person}/{position}': 'Jejak-After person position',
      '/v1/changes': 'Jejak-After category cursor format limit region since sort type',
      '/v1/frameworks': 'Jejak-After cursor format instrument limit sort',
      '/v1/frameworks/{instrument}/{year}': 'Jejak-After instrument year',
      '/v1/scores/comparison': 'Jejak-After format instrument regions year',
      '/v1/scores/series': 'Jejak-After format instrument region',
      '/v1/scores/disputes': 'Jejak-After cursor format instrument limit sort',
      '/v1/scores/disputes/{instrument}/{year}': 'Jejak-After instrument year',
      '/v1/regions': 'Jejak-After format knownAt province validAt',
      '/v1/regions/{code}': 'Jejak-After asOf code',
      '/v1/rollouts': 'Jejak-After adoptedFrom cursor format limit module province region sort',
      '/v1/rollouts/map': 'Jejak-After asOf province',
      '/v1/rollouts/{region}/{system}': 'Jejak-After region system',
      '/v1/units': 'Jejak-After asOf cursor format kind limit parent region sort',
      '/v1/units/{region}/{unit}': 'Jejak-After asOf region unit',
      '/v1/regions/{code}/page': 'Jejak-After asOf code',
      '/v1/scorecards/{region}/{instrument}/{year}': 'Jejak-After instrument region year',
      '/v1/pacts': 'Jejak-After cursor format limit region sort state',
      '/v1/pacts/{id}': 'Jejak-After id',
      '/v1/deadlines':
        'Jejak-After cursor deadline dueBefore dueFrom format limit province region sort state',
      '/v1/plans': 'Jejak-After cursor format limit on period region sort',
      '/v1/plans/{id}': 'Jejak-After id on',
      '/v1/policies': 'Jejak-After cursor format limit sort',
      '/v1/policies/{kind}': 'Jejak-After kind knownAt on version',
      '/v1/indices':
        'Jejak-After cursor disputed format kind limit misjudged region sort subject year',
      '/v1/indices/divergence': 'Jejak-After cursor format limit region sort year',
      '/v1/indices/{kind}': 'Jejak-After kind on subject',
      '/v1/calendar/due': 'Jejak-After from knownAt workingDays',
      '/v1/audit/trail':
        'Jejak-After actor cursor format from limit order region sort stream to type',
      '/v1/audit/streams/{stream}': 'Jejak-After direction from limit stream',
      '/v1/audit/streams/{stream}/state': 'Jejak-After asOf atRevision stream',
    });
  });
});

const parametersOf = (operation: OpenAPIObject['paths'][string]['get']): string[] =>
  (operation?.parameters ?? []).flatMap((one) => ('name' in one ? [one.name] : []));
