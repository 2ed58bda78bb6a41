import { type Role } from '@jejak/access';

/** Seconds before its end at which a token is replaced. */
const margin = 60;
const lifetime = 600;

/**
 * Tokens for whoever acts: the one in `JEJAK_TOKEN` (`JEJAK_VERIFIER_TOKEN` for the verifier, who
 * must be somebody else), or else fresh ones from the built-in issuer of the data folder, where each
 * role is a person of its own.
 */
export function tokensFor(
  dataDirectory: string,
  environment: NodeJS.ProcessEnv,
): (as: Role) => Promise<string> {
  const issued = new Map<Role, { token: string; until: number }>();
  return async (as) => {
    const given = environment[as === 'verifier' ? 'JEJAK_VERIFIER_TOKEN' : 'JEJAK_TOKEN'];
    if (given !== undefined && given !== '') return given;
    const known = issued.get(as);
    if (known !== undefined && Date.now() < known.until) return known.token;
    const { openBuiltInIssuer } = await import('./issuer.js');
    const issuer = await openBuiltInIssuer({ directory: dataDirectory });
    const token = await issuer.issueToken({ as, regions: ['*'], lifetimeSeconds: lifetime });
    issued.set(as, { token, until: Date.now() + (lifetime - margin) * 1_000 });
    return token;
  };
}
