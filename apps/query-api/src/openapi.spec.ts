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
  });
});

const parametersOf = (operation: OpenAPIObject['paths'][string]['get']): string[] =>
  (operation?.parameters ?? []).flatMap((one) => ('name' in one ? [one.name] : []));
