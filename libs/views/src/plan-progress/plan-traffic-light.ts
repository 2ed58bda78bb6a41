import type { CalendarDate, DecimalText } from '@jejak/domain';
import { type TrafficLight, trafficLight } from '@jejak/domain/plan';
import type { PolicyInForce } from '@jejak/domain/policy';

import type { CheckpointStanding } from './checkpoint-standing';
import type { PlanDocument } from './plan-progress';

type LightPolicy = PolicyInForce<'plan-traffic-light'>;

export interface LitCheckpoint {
  readonly checkpoint: string;
  readonly dueOn: CalendarDate;
  /** Once the checkpoint is closed, the office that answered for it then. */
  readonly owner: string | null;
  readonly target: DecimalText | null;
  /** Percent the colour rests on; null where nothing was reported or verified. */
  readonly reached: DecimalText | null;
  /** `claimed`: nobody has verified it yet, and the colour may change. */
  readonly basis: 'verified' | 'claimed' | null;
  /** Null where no version of the policy applied on the day of the checkpoint. */
  readonly light: TrafficLight | null;
  readonly policyVersion: number | null;
}

export interface LitItem {
  readonly item: string;
  readonly title: string;
  readonly owner: string | null;
  readonly checkpoints: readonly LitCheckpoint[];
}

export interface PlanTrafficLights {
  readonly plan: string;
  readonly region: string;
  readonly period: string;
  /** The versions the colours follow, with what no source confirms of them. */
  readonly policies: readonly (Pick<LightPolicy, 'version' | 'effectiveFrom' | 'unconfirmed'> &
    LightPolicy['content'])[];
  readonly items: readonly LitItem[];
}

/**
 * The colour of every item at every checkpoint (the traffic light of UKP4 and Setnas practice), by
 * the version that applied on the day of the checkpoint. `policyOn` knows which.
 */
export function planTrafficLights(
  document: PlanDocument,
  policyOn: (day: CalendarDate) => LightPolicy | null,
): PlanTrafficLights {
  const { plan, region, period, items, checkpoints } = document;
  const policies = new Map<number, PlanTrafficLights['policies'][number]>();
  for (const { dueOn } of checkpoints) {
    const policy = policyOn(dueOn);
    if (policy === null) continue;
    const { version, effectiveFrom, unconfirmed, content } = policy;
    policies.set(version, { version, effectiveFrom, unconfirmed, ...content });
  }
  return {
    ...{ plan, region, period },
    policies: [...policies.values()],
    items: items.map((item) => ({
      item: item.id,
      title: item.title,
      owner: item.owner,
      checkpoints: item.checkpoints.map((one) => lit(one, policyOn(one.dueOn))),
    })),
  };
}

function lit(standing: CheckpointStanding, policy: LightPolicy | null): LitCheckpoint {
  const { checkpoint, dueOn, owner, target } = standing;
  const { reached, basis } = reachedAt(standing);
  const light = policy && trafficLight(policy.content, target, reached);
  return {
    checkpoint,
    dueOn,
    owner,
    target,
    reached,
    basis,
    light,
    policyVersion: policy?.version ?? null,
  };
}

/** After the checkpoint is closed only what was verified counts; before, a waiting claim does. */
function reachedAt({
  state,
  frozen,
  report,
  verified,
}: CheckpointStanding): Pick<LitCheckpoint, 'reached' | 'basis'> {
  if (verified !== null) return { reached: verified, basis: 'verified' };
  if (state !== 'reported' || frozen || report === null) return { reached: null, basis: null };
  return { reached: report.claimed, basis: 'claimed' };
}
