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
  /** The colour was recorded when the checkpoint was closed: no later version changes it. */
  readonly recorded: boolean;
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

/** Where the versions are that colours are given by. */
export interface LightPolicies {
  /** The one that applies on a day; null where none does. */
  readonly on: (day: CalendarDate) => LightPolicy | null;
  /** The one of a number; null where it is not known. */
  readonly ofVersion: (version: number) => LightPolicy | null;
}

/**
 * The colour of every item at every checkpoint (the traffic light of UKP4 and Setnas practice): the
 * one it was closed with, else by the version that applies on the day of the checkpoint.
 */
export function planTrafficLights(
  document: PlanDocument,
  policies: LightPolicies,
): PlanTrafficLights {
  const { plan, region, period } = document;
  const items = document.items.map((item) => ({
    item: item.id,
    title: item.title,
    owner: item.owner,
    checkpoints: item.checkpoints.map((one) => lit(one, policies)),
  }));
  const named = items.flatMap(({ checkpoints }) => checkpoints.map((one) => one.policyVersion));
  return {
    ...{ plan, region, period },
    policies: [...new Set(named)].flatMap((version) => {
      const policy = version === null ? null : policies.ofVersion(version);
      if (policy === null) return [];
      const { effectiveFrom, unconfirmed, content } = policy;
      return [{ version: policy.version, effectiveFrom, unconfirmed, ...content }];
    }),
    items,
  };
}

function lit(standing: CheckpointStanding, { on }: LightPolicies): LitCheckpoint {
  const { checkpoint, dueOn, owner, target, closedWith } = standing;
  const reached = reachedAt(standing);
  const about = { checkpoint, dueOn, owner, target, ...reached };
  if (closedWith !== null) return { ...about, ...closedWith, recorded: true };
  const policy = on(dueOn);
  const light = policy && trafficLight(policy.content, target, reached.reached);
  return { ...about, light, policyVersion: policy?.version ?? null, recorded: false };
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
