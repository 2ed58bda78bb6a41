import type { OpenAPIObject } from '@nestjs/swagger';

import { byIdOrCode } from './reading/region-parameter';
import { described, describedRoutes } from './testing/described-routes';

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

  it('says of every region asked for that its id and its code both work', async () => {
    const naming = ['region', 'regions', 'province', 'adoptedFrom', 'subject'];
    const asked = (await describedRoutes()).flatMap(({ path, names, query }) =>
      [...names, ...query]
        .filter(({ name }) => naming.includes(name))
        .map(({ name, description }) => ({ path, name, description })),
    );
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter(({ description }) => !description.endsWith(byIdOrCode))).toEqual([]);
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
