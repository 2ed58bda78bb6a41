import type { CalendarDate, Position } from '@jejak/domain';
import { limitOf } from '@jejak/http';
import {
  pageOf,
  planProgress,
  planProgressOn,
  registerQuery,
  type PlanProgressOn,
} from '@jejak/views';
import { Injectable } from '@nestjs/common';

import {
  identifierOf,
  pageReply,
  replyFrom,
  type PageReply,
  type Positioned,
} from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { PlanQuery, PlansQuery } from './plan.query';

@Injectable()
export class PlanService {
  constructor(private readonly views: ViewReader) {}

  async plans(query: PlansQuery, after: Position | null): Promise<PageReply<PlanProgressOn>> {
    const limit = limitOf(query);
    const asked = registerQuery(query, identifierOf(query.cursor), limit);
    const on = query.on ?? todayInJakarta();
    const reading = await this.views.reading([planProgress], after);
    const page = pageOf(await reading.documents(planProgress, asked), limit, ({ id }) => id);
    const items = page.items.map(({ document }) => planProgressOn(document, on));
    return pageReply({ ...page, items }, reading, '/v1/plans', query);
  }

  async plan(
    id: string,
    { on = todayInJakarta() }: PlanQuery,
    after: Position | null,
  ): Promise<PlanProgressOn & Positioned> {
    const reading = await this.views.reading([planProgress], after);
    const plan = await reading.existing(planProgress, id, `action plan ${id}`);
    return replyFrom(reading, planProgressOn(plan, on));
  }
}

/** Western Indonesian time has been UTC+7 without daylight saving since 1964 (IANA Asia/Jakarta). */
const todayInJakarta = (): CalendarDate =>
  new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
