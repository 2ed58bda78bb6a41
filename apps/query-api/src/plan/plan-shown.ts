import type { CalendarDate } from '@jejak/domain';
import { type PlanDocument, planProgressOn, type PlanProgressOn } from '@jejak/views';

import type { Unconfirmed } from '../policy/policy-versions';

/** A plan on a day, with what no source confirms of the days of its checkpoints. */
export interface PlanShown extends PlanProgressOn {
  /** Of version `checkpointPolicy` of `plan-checkpoints`; empty without checkpoints. */
  readonly unconfirmed: readonly string[];
}

export function planShown(
  plan: PlanDocument,
  on: CalendarDate,
  unconfirmed: Unconfirmed<'plan-checkpoints'>,
): PlanShown {
  const version = plan.checkpointPolicy;
  return {
    ...planProgressOn(plan, on),
    unconfirmed: version === null ? [] : unconfirmed('plan-checkpoints', version),
  };
}
