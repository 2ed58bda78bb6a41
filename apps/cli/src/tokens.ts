import { type Role, openBuiltInIssuer } from '@jejak/access';
import { type SendAs } from '@jejak/client';

/** Seconds before its end at which a token is replaced. */
const margin = 60;
const lifetime = 600;

/**
 * Tokens for an import: those in `JEJAK_TOKEN` (operator) and `JEJAK_VERIFIER_TOKEN`, or else fresh
 * ones from the built-in issuer of the data folder, whose two subjects are two different people.
 */
export function tokensFor(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
): (as: SendAs) => Promise<string> {
  const given: Record<SendAs, string | undefined> = {
    operator: environment['JEJAK_TOKEN'],
    verifier: environment['JEJAK_VERIFIER_TOKEN'],
  };
  const issued = new Map<Role, { token: string; until: number }>();
  return async (as) => {
    const fromEnvironment = given[as];
    if (fromEnvironment !== undefined && fromEnvironment !== '') return fromEnvironment;
    const known = issued.get(as);
    if (known !== undefined && Date.now() < known.until) return known.token;
    const issuer = await openBuiltInIssuer({ directory: dataDirectory });
    const token = await issuer.issueToken({ as, regions: ['*'], lifetimeSeconds: lifetime });
    issued.set(as, { token, until: Date.now() + (lifetime - margin) * 1_000 });
    return token;
  };
}
