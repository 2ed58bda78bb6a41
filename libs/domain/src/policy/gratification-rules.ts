import type { Refusal } from '../decider';
import type {
  GiftExemption,
  GratificationDecisionTerm,
  GratificationRules,
} from '../gratification/policy';
import { firstRefusal } from '../rules/refusal';
import { compareDecimals, isDecimalText } from '../values/decimal';
import { invalidContent, repeated } from './invalid-content';
import { termMustBeSound } from './term-rules';

const isAmount = (text: string): boolean => isDecimalText(text) && compareDecimals(text, '0') > 0;

function limitsMustFit({ limit, yearlyLimit }: GiftExemption, place: number): Refusal | null {
  const sound =
    isAmount(limit) &&
    (yearlyLimit === null || (isAmount(yearlyLimit) && compareDecimals(yearlyLimit, limit) >= 0));
  return sound
    ? null
    : invalidContent(
        `exemptions[${place}].limit`,
        `the limits are ${limit} for a gift and ${yearlyLimit ?? 'none'} for a year`,
        'Give rupiah above 0, and for a year no less than for one gift.',
      );
}

function categoriesMustDiffer({ exemptions }: GratificationRules): Refusal | null {
  const twice = repeated(exemptions.map(({ category }) => category));
  return (
    twice &&
    invalidContent(
      `exemptions[${twice.index}].category`,
      `${twice.value} is exempted twice`,
      'Give each category at most once.',
    )
  );
}

export const gratificationRulesMustBeSound = (rules: GratificationRules): Refusal | null =>
  termMustBeSound('reportToKpk', rules.reportToKpk) ??
  termMustBeSound('reportToUpg', rules.reportToUpg) ??
  termMustBeSound('forward', rules.forward) ??
  termMustBeSound('completion.term', rules.completion.term) ??
  categoriesMustDiffer(rules) ??
  firstRefusal(rules.exemptions, limitsMustFit);

export const gratificationDecisionMustBeSound = ({
  decision,
}: GratificationDecisionTerm): Refusal | null => termMustBeSound('decision', decision);
