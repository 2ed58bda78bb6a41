import {
  Body,
  Controller,
  Get,
  Header,
  HttpException,
  type LoggerService,
  Post,
  Query,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { StoreUnavailable, UnknownOutcome } from '@jejak/event-store';
import {
  commandValidationPipe,
  createHttpAdapter,
  problem,
  ProblemCatalogueController,
  ProblemFilter,
  problemOf,
  REFUSAL_CODES,
} from '@jejak/http';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';

class Milestone {
  @IsString() name!: string;
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'dueOn must be a date such as 2026-12-31' })
  dueOn!: string;
}

class Item {
  @Length(1, 20) title!: string;
  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => Milestone)
  milestones?: Milestone[];
}

class AdoptPlan {
  @IsString() region!: string;
  @IsOptional() @IsInt() year?: number;
  @ValidateNested({ each: true }) @Type(() => Item) items!: Item[];
  @IsOptional() @ValidateNested() @Type(() => Milestone) closing?: Milestone;
}

class Filter {
  @IsOptional() @IsString() region?: string;
}

@Controller()
class SampleController {
  @Post('plans') adopt(@Body() plan: AdoptPlan) {
    return { isInstance: plan instanceof AdoptPlan, plan };
  }
  @Get('plans') list(@Query() filter: Filter) {
    return { filter };
  }
  @Get('page')
  @Header('Content-Security-Policy', "default-src 'self'")
  @Header('Cache-Control', 'max-age=60')
  page() {
    return {};
  }
  @Get('crash') crash() {
    throw new Error('password=hunter2 at /srv/secret.ts:7');
  }
  @Get('refused') refused() {
    throw problemOf({
      code: 'pact.witness-is-signer',
      reason: 'The witness has signed the pact.',
      remedy: 'Name another witness.',
      field: 'witness',
    });
  }
  @Get('store') store() {
    throw new StoreUnavailable(new Error('10.0.0.7:2113 refused'));
  }
  @Get('unknown') unknown() {
    throw new UnknownOutcome('pact-1', new Error('timed out'));
  }
  @Get('teapot') teapot() {
    throw new HttpException('short and stout', 418);
  }
  @Get('token') token() {
    throw problem('access.token-missing', { headers: { 'WWW-Authenticate': 'Bearer' } });
  }
}

/** A body the sample takes. */
export const plan = { region: '36.73', items: [{ title: 'One', milestones: [] }] };

export interface Heard {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  // Replies are compared with what they should be, never relied upon.
  readonly body: ReturnType<typeof JSON.parse>;
}

export interface SampleApi {
  readonly app: NestFastifyApplication;
  post(payload: string | Buffer | object, headers?: Record<string, string>): Promise<Heard>;
  get(url: string, headers?: Record<string, string>): Promise<Heard>;
  call(method: 'PUT' | 'DELETE', url: string): Promise<Heard>;
}

/** A small API behind the edge, quick to cut off slow requests. Close its `app` afterwards. */
export async function openSampleApi(logger: LoggerService | false = false): Promise<SampleApi> {
  const module = await Test.createTestingModule({
    controllers: [SampleController, ProblemCatalogueController],
    providers: [{ provide: REFUSAL_CODES, useValue: ['pact.witness-is-signer'] }],
  }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(
    createHttpAdapter({ requestTimeout: 300 }),
  );
  app.useLogger(logger);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(commandValidationPipe());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const heard = async (request: Parameters<typeof app.inject>[0]): Promise<Heard> => {
    const { statusCode, headers, payload } = await app.inject(request);
    return { status: statusCode, headers, body: JSON.parse(payload) };
  };
  return {
    app,
    get: (url, headers = {}) => heard({ method: 'GET', url, headers }),
    call: (method, url) => heard({ method, url }),
    post: (payload, headers = {}) =>
      heard({
        method: 'POST',
        url: '/plans?x=secret',
        headers: { 'content-type': 'application/json', ...headers },
        payload,
      }),
  };
}
