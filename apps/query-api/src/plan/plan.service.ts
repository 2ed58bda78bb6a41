import type { Position } from '@jejak/domain';
import { planProgress, planProgressOn, type PlanProgressOn } from '@jejak/views';
import { Injectable } from '@nestjs/common';

import { todayInJakarta } from '../reading/moments';
import { replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import type { PlanQuery } from './plan.query';

@Injectable()
export class PlanService {
  constructor(private readonly views: ViewReader) {}

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
