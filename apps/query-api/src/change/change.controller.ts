import { comparePositions, type Position } from '@jejak/domain';
import { formatPosition, parsePosition } from '@jejak/event-store';
import { type Exchange, InExchange, problem } from '@jejak/http';
import { trailId, type QueryFilter } from '@jejak/views';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import type { TrailRow } from '../audit/trail.list';
import { ListRoute } from '../reading/list-route';
import { Lists } from '../reading/lists';
import { QueryRoute } from '../reading/query-route';
import type { Positioned } from '../reading/replies';
import { changeList } from './change.list';
import { ChangesQuery } from './change.query';

export interface ChangesReply extends Positioned {
  readonly items: readonly TrailRow[];
  /** What to ask with as `since` to get what comes after these; null before the first event. */
  readonly next: string | null;
  /** Whether more had been recorded when this was answered. */
  readonly more: boolean;
}

@ApiTags('Changes')
@QueryRoute()
@Controller('v1/changes')
export class ChangeController {
  constructor(private readonly lists: Lists) {}

  @Get()
  @ListRoute(
    'What was recorded since a position, in the order of the log; ask on with the position in next',
    changeList,
  )
  async changes(
    @Query() query: ChangesQuery,
    @InExchange() exchange: Exchange,
  ): Promise<ChangesReply | StreamableFile> {
    const since = sinceOf(query);
    const reply = await this.lists.answer(changeList, query, exchange, ({ position }) =>
      within(since, position),
    );
    if (reply instanceof StreamableFile) return reply;
    const more = reply.next !== null;
    const reached = later(since, parsePosition(reply.position ?? ''));
    const next = more ? (reply.items.at(-1)?.position ?? null) : reached && formatPosition(reached);
    return { ...reply, next, more };
  }
}

/**
 * Only what the view is known to contain: beyond it a row may be there before an earlier one is, and
 * whoever asked on from it would never see that one.
 */
function within(since: Position | null, reached: Position | null): QueryFilter {
  return {
    _id: {
      ...(since === null ? {} : { $gt: trailId(since) }),
      $lte: reached === null ? '' : trailId(reached),
    },
  };
}

function sinceOf({ since }: ChangesQuery): Position | null {
  if (since === undefined) return null;
  const position = parsePosition(since);
  if (position !== null) return position;
  throw problem('request.invalid', {
    field: 'since',
    detail: 'since is not a position.',
    fix: 'Give the next or position of an earlier reply, such as 1024/1024, or leave it out.',
  });
}

const later = (a: Position | null, b: Position | null): Position | null =>
  a && b ? (comparePositions(a, b) >= 0 ? a : b) : (a ?? b);
