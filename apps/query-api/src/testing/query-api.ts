import type { JejakEvent, RecordedEvent } from '@jejak/domain';
import { createHttpAdapter, ProblemFilter } from '@jejak/http';
import type { ViewStandings } from '@jejak/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { QueryApiModule } from '../query-api.module';
import { type Unreadable, databaseOf, standingsOf, storeOf } from './fakes';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Empty when the reply is not JSON. */
  readonly body: Record<string, unknown>;
  readonly text: string;
}

export interface QueryApi {
  get(url: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  close(): Promise<void>;
}

/** The query API over a log held in memory, asked without a port. */
export async function queryApiOver(
  log: readonly RecordedEvent<JejakEvent>[],
  standings: ViewStandings = standingsOf(log),
  unreadable: Unreadable | null = null,
): Promise<QueryApi> {
  const queryApi = QueryApiModule.with({
    eventStore: storeOf(log, unreadable),
    database: databaseOf(log),
    standings,
  });
  const testing = await Test.createTestingModule({ imports: [queryApi] }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  app.useLogger(false);
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return {
    async get(url, headers = {}) {
      const reply = await app.inject({ method: 'GET', url, headers: { ...headers } });
      const { statusCode: status, headers: sent, payload: text } = reply;
      const isJson = /^application\/(problem\+)?json/.test(String(sent['content-type']));
      return { status, headers: sent, text, body: isJson ? reply.json() : {} };
    },
    close: () => app.close(),
  };
}
