import type { PolicyDescription } from './events';

/**
 * Which of the parts a decision rested on nobody confirms, in the policy's own words. A part stands
 * for all that lies in it (`completion` for `completion.count`), and `effectiveFrom` for the policy
 * as a whole: whether it applied at all on the day.
 */
export const unconfirmedIn = (
  { unconfirmed }: Pick<PolicyDescription, 'unconfirmed'>,
  ...parts: readonly string[]
): readonly string[] =>
  unconfirmed.filter((one) =>
    ['effectiveFrom', ...parts].some((part) => one === part || one.startsWith(`${part}.`)),
  );
