import { type CalendarDate, type TimeZone, zoneOf } from '@jejak/domain';
import { type PassDeadline } from '@jejak/domain/deadline';
import { policyInForce, type PolicyState } from '@jejak/domain/policy';
import { type DeadlineDocument, type DeadlineTerm, hasPassed, judgedFrom } from '@jejak/views';

/** What is to be recorded, but for who records it and when. */
export type Verdict = Omit<PassDeadline, 'type' | 'actor' | 'at'>;

export interface Verdicts {
  readonly passed: readonly Verdict[];
  /** Last days on which no version of the policy `time-zones` applied: nothing to judge by. */
  readonly withoutZones: number;
  /** Deadlines of regions that no zone names, judged by the one whose day ends last. */
  readonly assumed: number;
}

interface Judge {
  readonly zone: TimeZone;
  readonly zoneAssumed: boolean;
  readonly policyVersion: number;
}

/**
 * Which of the deadlines have passed by `now` (ISO 8601), each last day once. A region whose zone
 * nobody knows is not called late before the day has ended everywhere: it is judged by the zone
 * that lies furthest behind, and the event says that this was assumed.
 */
export function verdictsOn(
  documents: readonly DeadlineDocument[],
  timeZones: PolicyState,
  now: string,
): Verdicts {
  const passed = new Map<string, Verdict>();
  const assumed = new Set<string>();
  let withoutZones = 0;
  for (const document of documents) {
    for (const term of document.terms) {
      const judge = judgeOf(timeZones, document.region, term.dueOn);
      if (judge === null) withoutZones += 1;
      else {
        if (judge.zoneAssumed) assumed.add(document.id);
        if (judgedFrom(term, judge.zone) <= now && hasPassed(term, judge.zone)) {
          passed.set(`${document.id} ${term.dueOn}`, verdictOn(document, term, judge));
        }
      }
    }
  }
  return { passed: [...passed.values()], withoutZones, assumed: assumed.size };
}

function judgeOf(timeZones: PolicyState, region: string, day: CalendarDate): Judge | null {
  const policy = policyInForce(timeZones, 'time-zones', day);
  if (policy === null) return null;
  const known = zoneOf(policy.content, region);
  const zone = known ?? lastToEnd(policy.content.zones);
  return zone && { zone, zoneAssumed: known === null, policyVersion: policy.version };
}

/** The zone whose day ends after all the others'; null when there is none. */
const lastToEnd = (zones: readonly TimeZone[]): TimeZone | null =>
  zones.toSorted((a, b) => a.offsetMinutes - b.offsetMinutes)[0] ?? null;

const verdictOn = (
  { id, deadline, region, subject, title }: DeadlineDocument,
  { dueOn }: DeadlineTerm,
  { zone: { id: name, offsetMinutes }, zoneAssumed, policyVersion }: Judge,
): Verdict => ({
  ...{ id, deadline, region, subject, title, dueOn },
  ...{ zone: { id: name, offsetMinutes }, zoneAssumed, policyVersion },
});
