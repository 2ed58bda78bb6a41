import { type CalendarDate, type Position, planStream } from '@jejak/domain';
import { policyInForce, policyOfVersion } from '@jejak/domain/policy';
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

import { PolicyVersions } from '../policy/policy-versions';
import { instantOf, todayInJakarta } from '../reading/moments';
import { existing, positioned, replyFrom, type Positioned } from '../reading/replies';
import { ViewReader } from '../reading/view-reader';
import { EVENT_STORE } from '../tokens';
import type { PlanAsKnownQuery, PlanQuery } from './plan.query';

/** A plan on a day, with the parts of its policy of checkpoints that no source confirms. */
export interface PlanReply extends PlanProgressOn, Positioned {
  readonly unconfirmed: readonly string[];
}

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
    const unconfirmed = await this.unconfirmedOf(plan);
    return replyFrom(reading, { ...planProgressOn(plan, on), unconfirmed });
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
    const unconfirmed = await this.unconfirmedOf(known);
    return positioned({ ...planProgressOn(known, on), unconfirmed }, position);
  }

  private async unconfirmedOf({ checkpointPolicy }: PlanDocument): Promise<readonly string[]> {
    if (checkpointPolicy === null) return [];
    const unconfirmed = await this.policies.unconfirmed(['plan-checkpoints']);
    return unconfirmed('plan-checkpoints', checkpointPolicy);
  }
}
