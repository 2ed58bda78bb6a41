import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import { createHttpAdapter, ProblemFilter } from '@jejak/http';
import { Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { QueryApiModule } from '../query-api.module';
import { EVENT_STORE, READ_DATABASE, VIEW_POSITIONS } from '../tokens';
import { databaseOf, positionsOf, storeOf } from './fakes';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Record<string, unknown>;
}

export interface QueryApi {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

/** The query API over a log held in memory, asked without a port. */
export async function queryApiOver(log: readonly RecordedEvent<JejakEvent>[]): Promise<QueryApi> {
  const providers = [
    { provide: EVENT_STORE, useValue: storeOf(log) },
    { provide: READ_DATABASE, useValue: databaseOf(log) },
    { provide: VIEW_POSITIONS, useValue: positionsOf(log) },
  ];

  @Global()
  @Module({ providers, exports: providers })
  class Stores {}

  const testing = await Test.createTestingModule({ imports: [Stores, QueryApiModule] }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  app.useLogger(false);
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    async get(url, headers = {}) {
      const reply = await app.inject({ method: 'GET', url, headers: { ...headers } });
      return { status: reply.statusCode, headers: reply.headers, body: reply.json() };
    },
    close: () => app.close(),
  };
}
