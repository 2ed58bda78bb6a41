import { type CalendarDate, type Calendars, policyStream } from '@jejak/domain';
import {
  calendarsOf,
  policy,
  policyInForce,
  type PolicyInForce,
  type PolicyKind,
} from '@jejak/domain/policy';
import { type Ledger } from '@jejak/event-store';

/**
 * The policy that applies on a day, null where none does, for a decision that asks about several
 * days; see `policyOn`.
 */
export async function policyByDay<Kind extends PolicyKind>(
  ledger: Ledger,
  kind: Kind,
): Promise<(day: CalendarDate) => PolicyInForce<Kind> | null> {
  const state = await ledger.refer(policy, policyStream(kind), () => false);
  return (day) => policyInForce(state, kind, day);
}

/**
 * The policy that applies on a day, null where none does. Reads to the end of its stream every
 * time: an older version in memory would look sufficient and is not, once another process has
 * approved a newer one.
 */
export async function policyOn<Kind extends PolicyKind>(
  ledger: Ledger,
  kind: Kind,
  day: CalendarDate,
): Promise<PolicyInForce<Kind> | null> {
  return (await policyByDay(ledger, kind))(day);
}

/**
 * Every approved calendar of working days, for a decision that counts a term or finds that one which
 * led beyond the calendars of its day can be counted by now. Read to its end, as `policyOn` does.
 */
export const approvedCalendars = async (ledger: Ledger): Promise<Calendars> =>
  calendarsOf(await ledger.refer(policy, policyStream('working-days'), () => false));
