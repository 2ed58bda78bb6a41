import type { CalendarYear, Holiday, TimeZone, TimeZones, WorkingDayCalendar } from '@jejak/domain';
import type { PolicyContents, PolicyKind } from '@jejak/domain/policy/contents';
import type {
  PolicyApproved,
  PolicyDescription,
  PolicyDrafted,
  PolicyEvent,
  PolicyRetired,
} from '@jejak/domain/policy/events';

import { calendarDate, sha256, source } from './common-shapes';
import { informationTerms } from './policy-shapes/information-terms';
import { indexScales } from './policy-shapes/index-scales';
import { firstVersion, nextVersion, type SchemasOf } from './event-schema';
import { complaintTerms } from './policy-shapes/complaint-terms';
import { declarationTerms } from './policy-shapes/declaration-terms';
import { erasureRules } from './policy-shapes/erasure-rules';
import { planCheckpoints, planTrafficLight } from './policy-shapes/plan';
import { policySha256 } from './policy-sha256';
import { supervisionTerms } from './policy-shapes/supervision';
import { zoneMonitoring, zonePrerequisites, zoneSheet, zoneWindows } from './policy-shapes/zone';
import { gratificationDecision, gratificationRules } from './policy-shapes/gratification-rules';
import { type Fields, record } from './record';
import { type Check, integer, list, oneOf, type Shape, text, truth } from './shape';

const holiday = record<Holiday>({
  day: calendarDate,
  name: text,
  kind: oneOf('national-holiday', 'joint-leave'),
});

/** Content of every kind of policy, as it is stored and as a draft brings it. */
const contents: { readonly [Kind in PolicyKind]: Shape<PolicyContents[Kind]> } = {
  'working-days': record<WorkingDayCalendar>({
    weekend: list(integer),
    jointLeaveIsWork: truth,
    years: list(record<CalendarYear>({ year: integer, holidays: list(holiday), source })),
  }),
  'time-zones': record<TimeZones>({
    zones: list(record<TimeZone>({ id: text, offsetMinutes: integer, provinces: list(text) })),
  }),
  'declaration-terms': declarationTerms,
  'plan-checkpoints': planCheckpoints,
  'plan-traffic-light': planTrafficLight,
  'supervision-terms': supervisionTerms,
  'index-scales': indexScales,
  'information-terms': informationTerms,
  'zone-sheet': zoneSheet,
  'zone-window': zoneWindows,
  'zone-prerequisites': zonePrerequisites,
  'zone-monitoring': zoneMonitoring,
  'gratification-rules': gratificationRules,
  'gratification-decision': gratificationDecision,
  'complaint-terms': complaintTerms,
  'erasure-rules': erasureRules,
};

/** What is wrong with content of a kind, beginning with the path inside it; null when nothing is. */
export const policyContentProblem = (kind: PolicyKind, content: unknown): string | null =>
  contents[kind](content);

const kinds = Object.keys(contents) as PolicyKind[];
const kind = oneOf(...kinds);

const description: Fields<PolicyDescription> = {
  title: text,
  effectiveFrom: calendarDate,
  legalBasis: text,
  source,
  unconfirmed: list(text),
};

/** The kind says what the content must be like. */
function draftWith<Data>(more: Fields<object>): Shape<Data> {
  const draftOf = new Map(
    kinds.map((one): [string, Check] => [
      one,
      record({
        ...description,
        ...more,
        kind: oneOf(one),
        version: integer,
        draftedBy: text,
        content: contents[one] as Shape<object>,
      }),
    ]),
  );
  return (value) => {
    const named =
      typeof value === 'object' && value !== null && 'kind' in value ? value.kind : null;
    const check = typeof named === 'string' ? draftOf.get(named) : undefined;
    return check === undefined ? `.kind${kind(named) ?? ''}` : check(value);
  };
}

/** Version 1 had no digest: it is made of what the draft said. */
type DraftedV1 = WithoutDigest<PolicyDrafted['data']>;
type WithoutDigest<Data> = Data extends unknown ? Omit<Data, 'contentSha256'> : never;

const draftedV2 = (data: DraftedV1): PolicyDrafted['data'] => ({
  ...data,
  contentSha256: policySha256(data),
});

export const policySchemas: SchemasOf<PolicyEvent> = {
  PolicyDrafted: nextVersion(
    firstVersion(draftWith<DraftedV1>({})),
    draftWith<PolicyDrafted['data']>({ contentSha256: sha256 }),
    draftedV2,
  ),
  PolicyApproved: firstVersion(
    record<PolicyApproved['data']>({ kind, version: integer, approvedBy: text }),
  ),
  PolicyRetired: firstVersion(
    record<PolicyRetired['data']>({
      kind,
      version: integer,
      lastDay: calendarDate,
      reason: text,
      retiredBy: text,
    }),
  ),
};
