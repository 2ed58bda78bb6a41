import type { Refusal } from '../../decider';
import { mustBeDate, mustHaveHappened } from '../../rules/dates';
import { refusal } from '../../rules/refusal';
import { mustNotBeBlank } from '../../rules/text';
import type { CalendarDate } from '../../values';
import type { Decision } from './events';
import type { HeldPredicate, PredicateHistory } from './state';

/** A decision has a number and a day that has come, not before what it rests on. */
export const decisionMustBeSound = (
  { number, date }: Decision,
  notBefore: CalendarDate,
  at: string,
): Refusal | null =>
  mustNotBeBlank('zone', 'decision.number', number) ??
  mustHaveHappened('zone', 'decision.date', date, at) ??
  mustNotPrecede('decision.date', date, notBefore);

export const mustNotPrecede = (
  field: string,
  day: CalendarDate,
  notBefore: CalendarDate,
): Refusal | null =>
  day >= notBefore
    ? null
    : refusal(
        'zone.before-previous-step',
        `${field} ${day} lies before ${notBefore}, the day of the step before it`,
        `Give a day from ${notBefore} on.`,
        field,
      );

/** Validity is what the decision states; it may state none. */
export const validityMustFollow = (
  validUntil: CalendarDate | null,
  decidedOn: CalendarDate,
): Refusal | null =>
  mustBeDate('zone', 'validUntil', validUntil) ??
  (validUntil === null || validUntil >= decidedOn
    ? null
    : refusal(
        'zone.invalid-validity',
        `the predicate ends on ${validUntil}, before it is decided on ${decidedOn}`,
        'Give the last day that the decision states, or null where it states none.',
        'validUntil',
      ));

export const nothingHeld = ({ revocations }: PredicateHistory): Refusal => {
  const lost = revocations.at(-1);
  return refusal(
    'zone.nothing-held',
    lost ? `the unit lost ${lost.predicate} on ${lost.on}` : 'the unit holds no predicate',
    'Only a predicate that was granted can be monitored, retained or revoked.',
  );
};

/** The last re-evaluation since the grant or the last retention. */
export const lastMonitoring = ({
  monitoring,
}: HeldPredicate): HeldPredicate['monitoring'][number] | null => monitoring.at(-1) ?? null;
