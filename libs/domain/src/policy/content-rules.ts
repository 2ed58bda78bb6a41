import type { Refusal } from '../decider';
import { planCheckpointsMustBeSound, planTrafficLightMustBeSound } from '../plan/policy-rules';
import { informationTermsMustBeSound } from '../information/policy-rules';
import { supervisionTermsMustBeSound } from '../supervision/policy-rules';
import { indexScalesMustBeSound } from '../indices/scale-rules';
import type { PolicyContents, PolicyKind, PolicyOfKind } from './contents';
import { complaintTermsMustBeSound } from './complaint-terms-rules';
import { erasureRulesMustBeSound } from '../erasure/policy-rules';
import { declarationTermsMustBeSound } from './declaration-terms-rules';
import { zoneMonitoringMustBeSound } from '../zone/policy/monitoring-rules';
import { zonePrerequisitesMustBeSound } from '../zone/policy/prerequisite-rules';
import { zoneSheetMustBeSound } from '../zone/policy/sheet-rules';
import { zoneWindowsMustBeSound } from '../zone/policy/window-rules';
import {
  gratificationDecisionMustBeSound,
  gratificationRulesMustBeSound,
} from './gratification-rules';
import { timeZonesMustBeSound } from './time-zone-rules';
import { workingDaysMustBeSound } from './working-day-rules';

/** What must be true of content beyond its shape, kind by kind. */
const rules: { readonly [Kind in PolicyKind]: (content: PolicyContents[Kind]) => Refusal | null } =
  {
    'working-days': workingDaysMustBeSound,
    'time-zones': timeZonesMustBeSound,
    'declaration-terms': declarationTermsMustBeSound,
    'plan-checkpoints': planCheckpointsMustBeSound,
    'plan-traffic-light': planTrafficLightMustBeSound,
    'supervision-terms': supervisionTermsMustBeSound,
    'index-scales': indexScalesMustBeSound,
    'information-terms': informationTermsMustBeSound,
    'zone-sheet': zoneSheetMustBeSound,
    'zone-window': zoneWindowsMustBeSound,
    'zone-prerequisites': zonePrerequisitesMustBeSound,
    'zone-monitoring': zoneMonitoringMustBeSound,
    'gratification-rules': gratificationRulesMustBeSound,
    'gratification-decision': gratificationDecisionMustBeSound,
    'complaint-terms': complaintTermsMustBeSound,
    'erasure-rules': erasureRulesMustBeSound,
  };

export const contentMustBeSound = <Kind extends PolicyKind>({
  kind,
  content,
}: {
  readonly kind: Kind;
  readonly content: PolicyContents[Kind];
}): Refusal | null => rules[kind](content);

export const isPolicyKind = (kind: string): kind is PolicyKind => Object.hasOwn(rules, kind);

export const policyKinds = Object.keys(rules) as readonly PolicyKind[];

/** Kind and content belong together by construction; TypeScript loses the pair in the union. */
export const policyMustBeSound = (policy: PolicyOfKind): Refusal | null =>
  contentMustBeSound(policy as never);
