import type { PolicyInForce } from '../../policy/state';
import type { CalendarDate } from '../../values';
import type { UnitKey } from '../key';
import { monitoredBy } from '../policy/monitoring';
import type { MonitoringTermSet } from './events';
import type { HeldPredicate } from './state';

type Monitoring = PolicyInForce<'zone-monitoring'>;
type Term = NonNullable<HeldPredicate['monitoringTerm']>;

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4));

/**
 * The next re-evaluation falls in the first calendar year after that of the last one, or of the grant,
 * of which the day has not gone by. Where the validity ends before it there is none: the predicate is
 * retained first, or not held any more.
 */
function nextTerm(held: HeldPredicate, { content }: Monitoring): Term {
  const { evaluatedOn, lastStepOn, spans } = held;
  const year = Math.max(yearOf(evaluatedOn) + 1, yearOf(lastStepOn));
  const forYear = monitoredBy(content, year) < lastStepOn ? year + 1 : year;
  const dueOn = monitoredBy(content, forYear);
  const until = spans.at(-1)?.until ?? null;
  return { forYear, dueOn: until !== null && until < dueOn ? null : dueOn };
}

/** A day that was set already is not set again; only what was set can be taken back. */
function isNew({ forYear, dueOn }: Term, before: HeldPredicate['monitoringTerm']): boolean {
  const dueBefore = before?.forYear === forYear ? before.dueOn : null;
  return dueOn !== dueBefore;
}

/** What a step says of when the predicate is evaluated again; nothing where that stays as it was. */
export function monitoringTermAfter(
  held: HeldPredicate | null,
  policy: Monitoring | null,
  { region, unit }: UnitKey,
): readonly MonitoringTermSet[] {
  if (held === null || policy === null) return [];
  const term = nextTerm(held, policy);
  if (!isNew(term, held.monitoringTerm)) return [];
  const { year, predicate, lastStepOn: setOn } = held;
  const data = { region, unit, year, predicate, setOn, ...term, policyVersion: policy.version };
  return [{ type: 'MonitoringTermSet', data }];
}
