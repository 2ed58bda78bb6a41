import { type CalendarDate, type Position, planStream, policyStream } from '@jejak/domain';
import { policy, policyInForce } from '@jejak/domain/policy';
import type { EventStore } from '@jejak/event-store';
import {
  ownerWorkload,
  type OwnerWorkload,
  type PlanDocument,
  planProgress,
  planProgressOn,
  type PlanProgressOn,
  planTrafficLights,
  type PlanTrafficLights,
} from '@jejak/views';
import { Inject, Injectable } from '@nestjs/common';

import { instantOf, todayInJakarta } from '../reading/moments';
import { existing, positioned, replyFrom, type Positioned } from '../reading/replies';
import { stateOf } from '../reading/stream-state';
import { ViewReader } from '../reading/view-reader';
import { EVENT_STORE } from '../tokens';
import type { PlanAsKnownQuery, PlanQuery } from './plan.query';

export interface PlanWorkload {
  readonly plan: string;
  readonly on: CalendarDate;
  readonly owners: readonly OwnerWorkload[];
}

@Injectable()
export class PlanService {
  constructor(
    private readonly views: ViewReader,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async plan(
    id: string,
    { on = todayInJakarta(), knownAt }: PlanAsKnownQuery,
    after: Position | null,
  ): Promise<PlanProgressOn & Positioned> {
    if (knownAt !== undefined) return this.planAsKnown(id, on, instantOf(knownAt, 'end'));
    const reading = await this.views.reading([planProgress], after);
    const plan = await reading.existing(planProgress, id, `action plan ${id}`);
    return replyFrom(reading, planProgressOn(plan, on));
  }

  async trafficLights(id: string, after: Position | null): Promise<PlanTrafficLights & Positioned> {
    const reading = await this.views.reading([planProgress], after);
    const plan = await reading.existing(planProgress, id, `action plan ${id}`);
    const versions = await this.versions();
    const lights = planTrafficLights(plan, (day) =>
      policyInForce(versions, 'plan-traffic-light', day),
    );
    return replyFrom(reading, lights);
  }

  async workload(
    id: string,
    { on = todayInJakarta() }: PlanQuery,
    after: Position | null,
  ): Promise<PlanWorkload & Positioned> {
    const reading = await this.views.reading([planProgress], after);
    const plan = await reading.existing(planProgress, id, `action plan ${id}`);
    return replyFrom(reading, { plan: id, on, owners: ownerWorkload(plan, on) });
  }

  /** From the plan's own stream: what had been recorded by then, whatever was recorded since. */
  private async planAsKnown(
    id: string,
    on: CalendarDate,
    instant: string,
  ): Promise<PlanProgressOn & Positioned> {
    let plan: PlanDocument | null = null;
    let position: Position | null = null;
    for await (const event of this.store.readStream(planStream(id))) {
      if (event.metadata.recordedAt > instant) break;
      plan = planProgress.apply(plan, event, id);
      ({ position } = event);
    }
    const known = existing(plan, `action plan ${id} known by ${instant}`);
    return positioned(planProgressOn(known, on), position);
  }

  private async versions(): Promise<ReturnType<typeof policy.initialState>> {
    const found = await stateOf(this.store, policyStream('plan-traffic-light'));
    return (found?.state ?? policy.initialState()) as ReturnType<typeof policy.initialState>;
  }
}
