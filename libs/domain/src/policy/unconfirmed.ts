import type { PolicyDescription } from './events';

/**
 * Which of the parts a decision rested on nobody confirms, by their paths; a policy may say more
 * about each after a colon. A part stands for all that lies in it (`completion` for
 * `completion.count`), and `effectiveFrom` for whether the policy applied at all on the day.
 */
export const unconfirmedIn = (
  { unconfirmed }: Pick<PolicyDescription, 'unconfirmed'>,
  ...parts: readonly string[]
): readonly string[] =>
  unconfirmed
    .map((one) => one.replace(/:.*$/su, ''))
    .filter((path) =>
      ['effectiveFrom', ...parts].some((part) => path === part || path.startsWith(`${part}.`)),
    );
