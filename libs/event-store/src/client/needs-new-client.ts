import { ErrorType, isCommandError } from '@eventstore/db-client';

import { StoreUnavailable } from '../store-errors';

/**
 * Whether the client a call failed on must not be used again. Unavailable, Cancelled and NotLeader
 * make a client reconnect by itself; after an unknown error, or none at all, it keeps its channel.
 */
export function needsNewClient(error: unknown): boolean {
  if (!(error instanceof StoreUnavailable)) return false;
  const { cause } = error;
  if (!(cause instanceof Error) || !isCommandError(cause)) return true;
  return cause.type === ErrorType.UNKNOWN;
}
