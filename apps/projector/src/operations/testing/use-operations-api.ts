import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { type FakeProjection, createFakeProjection } from './fake-projection';
import { operationsApiOver } from './operations-api';

export type Method = 'GET' | 'POST' | 'DELETE';

/** The operations over a projection that answers as told, anew for each test of the file. */
export function useOperationsApi() {
  const api = {
    call,
    // Set before each test.
    projection: null as unknown as FakeProjection,
    app: null as unknown as NestFastifyApplication,
  };
  beforeEach(async () => {
    api.projection = createFakeProjection();
    api.app = await operationsApiOver(api.projection);
  });
  afterEach(() => api.app.close());

  /** `token`: the role to ask in; null for nobody. */
  async function call(
    method: Method,
    url: string,
    payload?: object,
    token: string | null = 'maintainer',
  ) {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const reply = await api.app.inject({ method, url, headers, ...(payload && { payload }) });
    const body: Record<string, unknown> = reply.body === '' ? {} : reply.json();
    return { status: reply.statusCode, headers: reply.headers, body };
  }
  return api;
}
