import type { InformationTerms } from '../information/policy';
import type { IndexScales } from '../indices/scales';
import type { TimeZones, WorkingDayCalendar } from '../calendar';
import type { ComplaintTerms } from '../complaint/policy';
import type { ErasureRules } from '../erasure/policy';
import type { DeclarationTerms } from '../declaration/policy';
import type { PlanCheckpoints, PlanTrafficLight } from '../plan/policy';
import type { SupervisionTerms } from '../supervision/policy';
import type { ZoneMonitoring } from '../zone/policy/monitoring';
import type { ZonePrerequisites } from '../zone/policy/prerequisites';
import type { ZoneSheet } from '../zone/policy/sheet';
import type { ZoneWindows } from '../zone/policy/window';
import type { GratificationDecisionTerm, GratificationRules } from '../gratification/policy';

/**
 * What each kind of policy says. A number that can change belongs in one of these, never in code:
 * every weight, threshold, band, deadline and calendar has changed at least once.
 */
export interface PolicyContents {
  'working-days': WorkingDayCalendar;
  'time-zones': TimeZones;
  'declaration-terms': DeclarationTerms;
  'plan-checkpoints': PlanCheckpoints;
  'plan-traffic-light': PlanTrafficLight;
  'supervision-terms': SupervisionTerms;
  'index-scales': IndexScales;
  'information-terms': InformationTerms;
  'zone-sheet': ZoneSheet;
  'zone-window': ZoneWindows;
  'zone-prerequisites': ZonePrerequisites;
  'zone-monitoring': ZoneMonitoring;
  'gratification-rules': GratificationRules;
  'gratification-decision': GratificationDecisionTerm;
  'complaint-terms': ComplaintTerms;
  'erasure-rules': ErasureRules;
}

export type PolicyKind = keyof PolicyContents;

/** One of the kinds together with content of that kind. */
export type PolicyOfKind = {
  readonly [Kind in PolicyKind]: { readonly kind: Kind; readonly content: PolicyContents[Kind] };
}[PolicyKind];
