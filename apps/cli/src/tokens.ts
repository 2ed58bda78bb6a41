import { type Role, type TokenRequest } from '@jejak/access';

/** Seconds before its end at which a token is replaced. */
const margin = 60;
const lifetime = 600;

/** Whose token is asked for: a person's in a role, the one's who decides, or a registered system's. */
export type Bearer = Role | 'minister' | 'system';

const names: { readonly [Who in Bearer]?: string } = {
  verifier: 'JEJAK_VERIFIER_TOKEN',
  evaluator: 'JEJAK_EVALUATOR_TOKEN',
  minister: 'JEJAK_MINISTER_TOKEN',
  system: 'JEJAK_SYSTEM_TOKEN',
};

function identityOf(bearer: Bearer): Omit<TokenRequest, 'regions'> {
  if (bearer === 'system') return { as: 'operator', kind: bearer, subject: 'demo-system' };
  return bearer === 'minister' ? { as: 'evaluator', subject: 'demo-minister' } : { as: bearer };
}

/**
 * Tokens for whoever acts: the one in `JEJAK_TOKEN` (`JEJAK_VERIFIER_TOKEN` for the verifier, who
 * must be somebody else, and `JEJAK_EVALUATOR_TOKEN`, `JEJAK_MINISTER_TOKEN`, `JEJAK_SYSTEM_TOKEN`), or else fresh ones from the built-in
 * issuer of the data folder, where each role is a person of its own.
 */
export function tokensFor(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
): (as: Bearer) => Promise<string> {
  const issued = new Map<Bearer, { token: string; until: number }>();
  return async (as) => {
    const given = environment[names[as] ?? 'JEJAK_TOKEN'];
    if (given !== undefined && given !== '') return given;
    const known = issued.get(as);
    if (known !== undefined && Date.now() < known.until) return known.token;
    const { openBuiltInIssuer } = await import('./issuer.js');
    const issuer = await openBuiltInIssuer({ directory: dataDirectory });
    const token = await issuer.issueToken({
      ...identityOf(as),
      regions: ['*'],
      lifetimeSeconds: lifetime,
    });
    issued.set(as, { token, until: Date.now() + (lifetime - margin) * 1_000 });
    return token;
  };
}
