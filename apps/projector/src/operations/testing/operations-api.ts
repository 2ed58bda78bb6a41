import { type Principal, type AuthenticationGuard } from '@jejak/access';
import { ProblemFilter, createHttpAdapter, problem } from '@jejak/http';
import type { ProjectionRuntime } from '@jejak/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';

import { ProjectorModule } from '../../projector.module';
import type { OperatedProjection } from '../operated-projection';

const principals: Readonly<Record<string, Pick<Principal, 'roles' | 'regions'>>> = {
  maintainer: { roles: ['maintainer'], regions: ['*'] },
  local: { roles: ['maintainer'], regions: ['36'] },
  operator: { roles: ['operator', 'verifier', 'auditor'], regions: ['*'] },
};

/** Takes the name of a principal for their token. */
const tokenVerifier: ConstructorParameters<typeof AuthenticationGuard>[0] = {
  verify: (token) => {
    const known = principals[token];
    if (known === undefined) return Promise.reject(problem('access.token-invalid'));
    return Promise.resolve({ kind: 'person', id: token, ...known });
  },
};

/** The projector's application over a projection that follows nothing. */
export async function operationsApiOver(
  projection: OperatedProjection,
  { guarded = true } = {},
): Promise<NestFastifyApplication> {
  const idle = { start: () => Promise.resolve(), stop: () => Promise.resolve() };
  const runtime = Object.assign(projection, idle) as OperatedProjection as ProjectionRuntime;
  const noClock = { start: () => undefined, stop: () => Promise.resolve() };
  const imports = [ProjectorModule.with(runtime, noClock, guarded ? { tokenVerifier } : {})];
  const testing = await Test.createTestingModule({ imports }).compile();
  const app = testing.createNestApplication<NestFastifyApplication>(createHttpAdapter());
  app.useLogger(false);
  app.useGlobalFilters(new ProblemFilter());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
