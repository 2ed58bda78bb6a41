import { type TokenRules, openBuiltInIssuer } from '@jejak/access';
import { type Settings } from '@jejak/config';

/** Whose tokens count: the configured issuer's, or the built-in one's for trying it out. */
export async function tokenRulesOf({ tokens, dataDirectory }: Settings): Promise<TokenRules> {
  if (tokens === null) return openBuiltInIssuer({ directory: dataDirectory });
  const { jwksUrl, issuer, audience } = tokens;
  return { jwks: new URL(jwksUrl), issuer, audience };
}
