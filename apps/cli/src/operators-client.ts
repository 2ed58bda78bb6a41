import { type OperationsClient, createOperationsClient } from '@jejak/client';

import { tokensFor } from './tokens';

export interface OperatorOptions {
  readonly url: string;
  readonly commandUrl?: string;
  readonly data: string;
}

/** The client of a maintainer, whose token comes from the environment or the built-in issuer. */
export function operatorsClient({ url, commandUrl, data }: OperatorOptions): OperationsClient {
  const tokenOf = tokensFor(data, process.env);
  return createOperationsClient({
    url,
    ...(commandUrl === undefined ? {} : { commandUrl }),
    token: () => tokenOf('maintainer'),
  });
}

/** Said in the help of every command that operates the projection. */
export const maintainerTokens = `
Tokens: JEJAK_TOKEN (role maintainer, every region), or the built-in issuer of
the data folder when it is not set.`;
