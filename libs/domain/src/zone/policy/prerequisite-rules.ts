import type { Refusal } from '../../decider';
import { invalidContent, repeated } from '../../policy/invalid-content';
import { firstRefusal } from '../../rules/refusal';
import { canonicalDecimal, isWithin } from '../../values/decimal';
import { isSlug } from '../../values/identifier';
import { isBlank } from '../../values/name';
import type { Prerequisite, ZonePrerequisites } from './prerequisites';
import { predicates } from './predicate-name';

function fault(prerequisite: Prerequisite): string | null {
  const { id, name } = prerequisite;
  if (!isSlug(id) || isBlank(name)) return 'has no identifier or no name';
  switch (prerequisite.kind) {
    case 'grade':
      if (repeated(prerequisite.grades)) return 'has a grade twice';
      return predicates.every((one) => prerequisite.grades.includes(prerequisite.minimum[one]))
        ? null
        : 'asks for a grade that its scale does not have';
    case 'percentage':
      return predicates.every((one) => isPercentage(prerequisite.minimum[one]))
        ? null
        : 'asks for something else than 0 to 100 percent';
    case 'confirmation':
      return null;
  }
}

const isPercentage = (text: string): boolean =>
  canonicalDecimal(text) !== null && isWithin(text, '0', '100');

/** Each prerequisite stands once and can be met. */
export const zonePrerequisitesMustBeSound = ({
  prerequisites,
}: ZonePrerequisites): Refusal | null =>
  firstRefusal(prerequisites, (prerequisite, index) => {
    const ids = prerequisites.map(({ id }) => id);
    const found =
      fault(prerequisite) ?? (ids.indexOf(prerequisite.id) < index ? 'stands twice' : null);
    return found === null
      ? null
      : invalidContent(
          `prerequisites[${index}]`,
          `the prerequisite "${prerequisite.id}" ${found}`,
          'Give each an identifier of its own and a minimum of its scale.',
        );
  });
