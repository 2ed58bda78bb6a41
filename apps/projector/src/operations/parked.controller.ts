import type { ParkedPage, ParkedReply, RetryReply, StoredEventReply } from '@jejak/client';
import { TakesNoBody, limitOf, problem } from '@jejak/http';
import type { ParkedEntry, ParkedKey, ParkedKind } from '@jejak/projection';
import {
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  applyDecorators,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';

import { OPERATED_PROJECTION, type OperatedProjection } from './operated-projection';
import { OperationsRoute } from './operations-route';
import { pageOfParked } from './parked-page';
import { ParkedQuery } from './parked.query';
import { kindInPath } from './path';
import { parkedReply } from './replies';
import {
  parkedPageSchema,
  parkedSchema,
  retrySchema,
  storedEventSchema,
} from './schemas/parked.schema';
import { storedReply } from './stored-reply';

/** A key may hold anything, slashes among it: it stands percent-encoded in the address. */
const OneParked = (summary: string): MethodDecorator =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiParam({ name: 'view', example: 'ranking' }),
    ApiParam({ name: 'kind', enum: ['document', 'event', 'stream'], example: 'document' }),
    ApiParam({ name: 'key', example: 'MCP/2019/36', description: 'Percent-encoded.' }),
  );

@OperationsRoute()
@Controller('v1/projections')
export class ParkedController {
  constructor(@Inject(OPERATED_PROJECTION) private readonly projection: OperatedProjection) {}

  @Get('parked')
  @ApiOperation({ summary: 'Events that views cannot pass, by view and in the order of the log' })
  @ApiOkResponse({
    description: 'What stands still, why and how much waits, and the next page.',
    schema: parkedPageSchema,
  })
  async list(@Query() query: ParkedQuery): Promise<ParkedPage> {
    const { view, limit: perPage, cursor } = query;
    const limit = limitOf(query);
    const page = pageOfParked(await this.projection.operations.parked(view), limit, cursor);
    const next = page.next && addressOf({ view, limit: perPage, cursor: page.next });
    return { items: await this.replies(page.items), next };
  }

  @Get(':view/parked/:kind/:key')
  @OneParked('Everything known about one parked event')
  @ApiOkResponse({
    description: 'The event, what it holds up, the last error.',
    schema: parkedSchema,
  })
  async read(
    @Param('view') view: string,
    @Param('kind', kindInPath) kind: ParkedKind,
    @Param('key') key: string,
  ): Promise<ParkedReply> {
    const reply = await this.find(view, { kind, key });
    if (reply !== null) return reply;
    const detail = `No event is parked for the ${kind} ${key} of ${view}.`;
    throw problem('projection.not-parked', { detail });
  }

  @Get(':view/parked/:kind/:key/stored')
  @OneParked('The parked event as it is stored, also when nobody can read it')
  @ApiOkResponse({
    description: 'Type, version, data and metadata, and why it cannot be read.',
    schema: storedEventSchema,
  })
  async stored(
    @Param('view') view: string,
    @Param('kind', kindInPath) kind: ParkedKind,
    @Param('key') key: string,
  ): Promise<StoredEventReply> {
    const record = await this.projection.operations.storedEvent(view, { kind, key });
    if (record !== null) return storedReply(record);
    const detail = `The event store no longer has the event parked for the ${kind} ${key} of ${view}.`;
    throw problem('resource.not-found', { detail });
  }

  @Post(':view/parked/:kind/:key/retry')
  @HttpCode(200)
  @TakesNoBody()
  @OneParked('Try the event again now')
  @ApiOkResponse({
    description: 'Whether it was released; if not, what is parked there now.',
    schema: retrySchema,
  })
  async retry(
    @Param('view') view: string,
    @Param('kind', kindInPath) kind: ParkedKind,
    @Param('key') key: string,
  ): Promise<RetryReply> {
    const released = await this.projection.operations.retry(view, { kind, key });
    return { released, parked: released ? null : await this.find(view, { kind, key }) };
  }

  private async find(view: string, { kind, key }: ParkedKey): Promise<ParkedReply | null> {
    const entries = await this.projection.operations.parked(view);
    const found = entries.find((entry) => entry.kind === kind && entry.key === key);
    const [reply] = await this.replies(found === undefined ? [] : [found]);
    return reply ?? null;
  }

  /** Only of what is shown is it counted what waits. */
  private async replies(entries: readonly ParkedEntry[]): Promise<readonly ParkedReply[]> {
    const waiting = await this.projection.operations.waitingBehind(entries);
    return entries.map((entry, index) => parkedReply(entry, waiting[index] ?? null));
  }
}

function addressOf(query: object): string {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return `/v1/projections/parked?${new URLSearchParams(given).toString()}`;
}
