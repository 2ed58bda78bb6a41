import { principalOf } from '@jejak/access';
import { type RegisteredFeed } from '@jejak/domain/feed';
import {
  binaryEventFrom,
  cloudEventFrom,
  cloudEventTypes,
  commandIdOf,
  type Exchange,
  InExchange,
  isBinaryEvent,
  problem,
  TakesCloudEvents,
} from '@jejak/http';
import { Body, Controller, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConsumes,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';

import { CommandDesk } from '../edge/command-desk';
import { CommandRoute } from '../edge/command-route';
import { slugInPath } from '../edge/path';
import { type RecordedReply } from '../edge/recorded.reply';
import {
  type BatchItem,
  type EventReply,
  itemOf,
  refusedItem,
  replyOf,
  statusOf,
} from './event-reply';
import { FeedInbox, type Reception, type Sender } from './feed-inbox';
import {
  DefineFeedTypeBody,
  RegisterFeedSourceBody,
  ReplayFeedEventBody,
  RetireFeedSourceBody,
} from './feed.bodies';
import { defineFeedType, registerFeedSource, retireFeedSource } from './feed.commands';

const feedInPath = slugInPath('feed');

/** Events of one batch. */
const mostEvents = 100;

@ApiTags('Commands: feeds')
@ApiBearerAuth()
@ApiParam({ name: 'feed', example: 'licensing' })
@Controller('v1/feeds/:feed')
export class FeedController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly inbox: FeedInbox,
  ) {}

  @Post('register')
  @CommandRoute('Register a system that reports facts itself')
  register(
    @Param('feed', feedInPath) feed: string,
    @Body() body: RegisterFeedSourceBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, registerFeedSource, feed, body);
  }

  @Post('define-type')
  @CommandRoute('Allow a type of event, or define anew how it is read')
  defineType(
    @Param('feed', feedInPath) feed: string,
    @Body() body: DefineFeedTypeBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, defineFeedType, feed, body);
  }

  @Post('retire')
  @CommandRoute('Retire the system: it reports nothing new')
  retire(
    @Param('feed', feedInPath) feed: string,
    @Body() body: RetireFeedSourceBody,
    @InExchange() exchange: Exchange,
  ): Promise<RecordedReply> {
    return this.desk.record(exchange, retireFeedSource, feed, body);
  }

  @Post('quarantine/:id/replay')
  @ApiParam({ name: 'id', example: 'licence-503-17', description: 'The id its source gave it.' })
  @CommandRoute('Take a quarantined event in, now that its definition is mended')
  async replay(
    @Param('feed', feedInPath) feed: string,
    @Param('id') id: string,
    @Body() body: ReplayFeedEventBody,
    @InExchange() exchange: Exchange,
  ): Promise<EventReply> {
    const sender = senderOf(exchange);
    const given = { commandId: body.commandId ?? undefined };
    const commandId = commandIdOf(exchange.request, given, sender.principal);
    return this.answer(exchange, await this.inbox.replay(feed, id, sender, commandId));
  }

  @Post('events')
  @TakesCloudEvents()
  @ApiOperation({
    summary: 'Report events as CloudEvents 1.0: structured, binary or a batch',
    description:
      'An event is taken in once, whatever is repeated; the same id with other content is a conflict. What does not fit its definition is quarantined with the reason (202) and can be replayed. A batch of at most 100 answers 200 with the outcome of each.',
  })
  @ApiConsumes(...Object.values(cloudEventTypes), 'application/json')
  @ApiResponse({ status: 201, description: 'Taken in, now or by an earlier try.' })
  @ApiResponse({ status: 202, description: 'Quarantined, with the reason.' })
  @ApiResponse({ status: 200, description: 'A batch: the outcome of each event.' })
  @ApiResponse({ status: 400, description: 'No CloudEvent; nothing was recorded.' })
  @ApiResponse({ status: 403, description: 'Not the token of the registered system.' })
  @ApiResponse({ status: 409, description: 'Another event has this id, or the source is retired.' })
  async events(
    @Param('feed', feedInPath) feed: string,
    @Body() body: unknown,
    @InExchange() exchange: Exchange,
  ): Promise<EventReply | { readonly items: readonly BatchItem[] }> {
    const sender = senderOf(exchange);
    const opened = await this.inbox.open(feed, sender);
    const { headers } = exchange.request;
    const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    if (type === cloudEventTypes.batch) {
      const items: BatchItem[] = [];
      for (const one of batchFrom(body)) {
        items.push(await this.itemFrom(one, opened, sender));
      }
      void exchange.reply.status(200);
      return { items };
    }
    if (type !== cloudEventTypes.structured && !isBinaryEvent(headers)) {
      throw problem('request.invalid', {
        detail: 'The request is no CloudEvent: neither its type nor its headers say so.',
        fix: `Send ${cloudEventTypes.structured}, or ce- headers with the data as application/json.`,
        field: 'ce-specversion',
      });
    }
    const event =
      type === cloudEventTypes.structured ? cloudEventFrom(body) : binaryEventFrom(headers, body);
    return this.answer(exchange, await this.inbox.receive(opened, event, sender));
  }

  private async itemFrom(one: unknown, opened: RegisteredFeed, sender: Sender): Promise<BatchItem> {
    try {
      return itemOf(await this.inbox.receive(opened, cloudEventFrom(one), sender));
    } catch (error) {
      return refusedItem(one, error);
    }
  }

  private answer({ reply }: Exchange, reception: Reception): EventReply {
    if (reception.repeated) void reply.header('Idempotency-Replayed', 'true');
    void reply.status(statusOf(reception));
    return replyOf(reception);
  }
}

const senderOf = ({ request }: Exchange): Sender => ({
  principal: principalOf(request),
  correlationId: request.correlationId,
  ...(request.traceparent === undefined ? {} : { traceparent: request.traceparent }),
});

function batchFrom(body: unknown): readonly unknown[] {
  if (Array.isArray(body) && body.length <= mostEvents) return body as unknown[];
  throw problem('request.invalid', {
    detail: `A batch is a JSON list of at most ${mostEvents} events.`,
    fix: 'Send fewer at once.',
    field: '',
  });
}
