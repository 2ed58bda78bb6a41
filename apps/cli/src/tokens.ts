import { type Role } from '@jejak/access';

/** Seconds before its end at which a token is replaced. */
const margin = 60;
const lifetime = 600;

/** Whose token is asked for: that of a person in a role, or that of a registered system. */
export type Bearer = Role | 'system';

const names: { readonly [Who in Bearer]?: string } = {
  verifier: 'JEJAK_VERIFIER_TOKEN',
  system: 'JEJAK_SYSTEM_TOKEN',
};

/**
 * Tokens for whoever acts: the one in `JEJAK_TOKEN` (`JEJAK_VERIFIER_TOKEN` for the verifier, who
 * must be somebody else, `JEJAK_SYSTEM_TOKEN` for a system), or else fresh ones from the built-in
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
    const identity =
      as === 'system' ? ({ as: 'operator', kind: as, subject: 'demo-system' } as const) : { as };
    const token = await issuer.issueToken({
      ...identity,
      regions: ['*'],
      lifetimeSeconds: lifetime,
    });
    issued.set(as, { token, until: Date.now() + (lifetime - margin) * 1_000 });
    return token;
  };
}
