import { type CalendarDate, type Position, planStream } from '@jejak/domain';
import { policyInForce, policyOfVersion } from '@jejak/domain/policy';
import type { EventStore } from '@jejak/event-store';
import {
  ownerWorkload,
  type OwnerWorkload,
  type PlanDocument,
  planProgress,
  planTrafficLights,
  type PlanTrafficLights,
} from '@jejak/views';
import { Inject, Injectable } from '@nestjs/common';

import { PolicyVersions } from '../policy/policy-versions';
import { instantOf, todayInJakarta } from '../reading/moments';
import { existing, positioned, replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { EVENT_STORE } from '../tokens';
import { type PlanShown, planShown } from './plan-shown';
import type { PlanAsKnownQuery, PlanQuery } from './plan.query';

export type PlanReply = PlanShown & Positioned;

export interface PlanWorkload {
  readonly plan: string;
  readonly on: CalendarDate;
  readonly owners: readonly OwnerWorkload[];
}

@Injectable()
export class PlanService {
  constructor(
    private readonly views: ViewReader,
    private readonly policies: PolicyVersions,
    @Inject(EVENT_STORE) private readonly store: EventStore,
  ) {}

  async plan(
    id: string,
    { on = todayInJakarta(), knownAt }: PlanAsKnownQuery,
    after: Position | null,
  ): Promise<PlanReply> {
    if (knownAt !== undefined) return this.planAsKnown(id, on, instantOf(knownAt, 'end'));
    const reading = await this.views.reading([planProgress], after);
    const plan = await reading.existing(planProgress, id, `action plan ${id}`);
    const unconfirmed = await this.policies.unconfirmed(['plan-checkpoints']);
    return replyFrom(reading, planShown(plan, on, unconfirmed));
  }

  async trafficLights(id: string, after: Position | null): Promise<PlanTrafficLights & Positioned> {
    const reading = await this.views.reading([planProgress], after);
    const plan = await reading.existing(planProgress, id, `action plan ${id}`);
    const versions = await this.policies.of('plan-traffic-light');
    const lights = planTrafficLights(plan, {
      on: (day) => policyInForce(versions, 'plan-traffic-light', day),
      ofVersion: (version) => policyOfVersion(versions, 'plan-traffic-light', version),
    });
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
  private async planAsKnown(id: string, on: CalendarDate, instant: string): Promise<PlanReply> {
    let plan: PlanDocument | null = null;
    let position: Position | null = null;
    for await (const event of this.store.readStream(planStream(id))) {
      if (event.metadata.recordedAt > instant) break;
      plan = planProgress.apply(plan, event, id);
      ({ position } = event);
    }
    const known = existing(plan, `action plan ${id} known by ${instant}`);
    const unconfirmed = await this.policies.unconfirmed(['plan-checkpoints']);
    return positioned(planShown(known, on, unconfirmed), position);
  }
}
