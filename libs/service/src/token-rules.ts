import { type TokenRules, openBuiltInIssuer } from '@jejak/access';
import { type Settings } from '@jejak/config';
import { resolve } from 'node:path';

/** Whose tokens count: the configured issuer's, or the built-in one's for trying it out. */
export async function tokenRulesOf({ tokens, dataDirectory }: Settings): Promise<TokenRules> {
  if (tokens === null) return openBuiltInIssuer({ directory: dataDirectory });
  const { jwksUrl, issuer, audience } = tokens;
  return { jwks: new URL(jwksUrl), issuer, audience };
}

/** The same for a person. */
export const tokensInWords = ({ tokens, dataDirectory }: Settings): string =>
  tokens === null
    ? `signed by the built-in issuer in ${resolve(dataDirectory)}, for trying it out`
    : `signed by ${tokens.issuer}`;
