import type { Refusal } from '../decider';
import { refusal } from '../rules/refusal';
import type { CalendarDate } from '../values';
import type { Predicate } from './policy/predicate-name';
import { heldOn, type PredicateHistory } from './predicate/state';

/**
 * WBBM is for units that already hold WBK; a unit that lost it cannot be proposed. Sources:
 * PermenPAN-RB 90/2021 as told by polresdeliserdang.com (prerequisites of WBK and WBBM) and an
 * encyclopedia mirror (dosen.profillengkap.com) on revocation.
 */
export function mustBeEligible(
  history: PredicateHistory,
  target: Predicate,
  day: CalendarDate,
): Refusal | null {
  if (target === 'WBK' || heldOn(history, day)?.predicate === 'WBK') return null;
  const lost = history.revocations.at(-1);
  if (!history.held && lost) {
    return refusal(
      'zone.predicate-revoked',
      `the unit lost ${lost.predicate} on ${lost.on} and cannot be proposed for WBBM`,
      'Aim at WBK first.',
      'target',
    );
  }
  const held = heldOn(history, day)?.predicate ?? 'no predicate';
  return refusal(
    'zone.not-wbk',
    `WBBM is for units that hold WBK; on ${day} this one holds ${held}`,
    'Aim at WBK, or record the grant of WBK that is missing.',
    'target',
  );
}
