import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { type FakeProjection, createFakeProjection } from './fake-projection';
import { operationsApiOver } from './operations-api';

export type Method = 'GET' | 'POST' | 'DELETE';

interface Running {
  readonly projection: FakeProjection;
  readonly app: NestFastifyApplication;
}

/** The operations over a projection that answers as told, anew for each test of the file. */
export function useOperationsApi() {
  const api = {} as Running;
  beforeEach(async () => {
    const projection = createFakeProjection();
    Object.assign(api, { projection, app: await operationsApiOver(projection) });
  });
  afterEach(() => api.app.close());

  /** `token`: the role to ask in; null for nobody. */
  const call = async (
    method: Method,
    url: string,
    payload?: object,
    token: string | null = 'maintainer',
  ) => {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` };
    const reply = await api.app.inject({ method, url, headers, ...(payload && { payload }) });
    const body: Record<string, unknown> = reply.body === '' ? {} : reply.json();
    return { status: reply.statusCode, headers: reply.headers, body };
  };
  return { api, call };
}
