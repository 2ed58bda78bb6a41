import { createHttpAdapter } from '@jejak/http';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';

import { QueryApiModule } from '../query-api.module';
import { EVENT_STORE, READ_DATABASE, VIEW_STANDINGS } from '../tokens';

const providers = [EVENT_STORE, READ_DATABASE, VIEW_STANDINGS].map((provide) => ({
  provide,
  useValue: {},
}));

@Global()
@Module({ providers, exports: providers })
class Nothing {}

/** What the query API says of itself, over no stores at all. */
export async function described(): Promise<OpenAPIObject> {
  const testing = await Test.createTestingModule({
    imports: [Nothing, QueryApiModule],
  }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  return SwaggerModule.createDocument(app, new DocumentBuilder().build());
}

export interface DescribedParameter {
  readonly name: string;
  readonly description: string;
  /** What it can be, where that is one of several texts. */
  readonly values: readonly string[];
}

export interface DescribedRoute {
  readonly path: string;
  /** In the address before the question mark. */
  readonly names: readonly DescribedParameter[];
  readonly query: readonly DescribedParameter[];
  /** Media types of what it answers. */
  readonly forms: readonly string[];
}

/** Every question there is, as it is described. */
export async function describedRoutes(): Promise<readonly DescribedRoute[]> {
  const { paths } = await described();
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (get === undefined) return [];
    const parametersIn = (place: string) =>
      (get.parameters ?? []).flatMap((one) =>
        'name' in one && one.in === place ? [parameterOf(one)] : [],
      );
    const answer = get.responses['200'];
    const forms =
      answer !== undefined && 'content' in answer ? Object.keys(answer.content ?? {}) : [];
    return [{ path, names: parametersIn('path'), query: parametersIn('query'), forms }];
  });
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { readonly name: string }>;

function parameterOf({ name, description = '', schema }: Parameter): DescribedParameter {
  const values = schema !== undefined && 'enum' in schema ? (schema.enum ?? []) : [];
  return { name, description, values: values.map(String) };
}
