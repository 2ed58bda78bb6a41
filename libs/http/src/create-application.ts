import { type DynamicModule, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

import { createHttpAdapter } from './http-adapter';
import { type ApiDescription, serveOpenApi } from './open-api';
import { type ExplainError, ProblemFilter } from './problem-filter';

export interface ApplicationOptions {
  readonly logger: LoggerService;
  /** Absent for a process without an API of its own. */
  readonly api?: ApiDescription;
  /** Knows errors that this library does not, such as those of a database driver. */
  readonly explain?: ExplainError;
}

/**
 * A Nest application as every process of Jejak runs it: strict JSON, one kind of problem for
 * everything that goes wrong, OpenAPI beside it. Not listening yet; a failure to assemble rejects.
 */
export async function createApplication(
  module: DynamicModule,
  { logger, api, explain }: ApplicationOptions,
): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, createHttpAdapter(), {
    logger,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(explain));
  if (api !== undefined) serveOpenApi(app, api);
  return app;
}
