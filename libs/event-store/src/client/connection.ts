import { EventStoreDBClient } from '@eventstore/db-client';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Opens nothing yet: the client connects with its first call. */
export type Connect = () => EventStoreDBClient;

/**
 * Checks a connection string and says how to connect with it. Throws for what the client would
 * accept and then do wrong in silence: credentials over plain text, which it does not send, and
 * `throwOnAppendFailure=false`, after which a conflict is answered with a wrong revision.
 *
 * Credentials become the client's default ones. Given per call they would move appends to a path
 * that is three times slower.
 */
export function connector(connectionString: string, credentials?: Credentials): Connect {
  const complete =
    credentials === undefined ? connectionString : withCredentials(connectionString, credentials);
  const isPlainText = /[?&]tls=false(&|$)/i.test(complete);
  if (isPlainText && /^[^:]+:\/\/[^/?]*@/.test(complete)) {
    throw new Error('The event store client does not send credentials when tls=false');
  }
  if (/[?&]throwOnAppendFailure=false(&|$)/i.test(complete)) {
    throw new Error('throwOnAppendFailure=false would hide conflicts');
  }
  return () => EventStoreDBClient.connectionString(complete);
}

function withCredentials(connectionString: string, { username, password }: Credentials): string {
  const [scheme, rest] = connectionString.split('://', 2);
  if (scheme === undefined || rest === undefined) {
    throw new Error('A connection string begins with esdb:// or esdb+discover://');
  }
  if (/^[^/?]*@/.test(rest)) throw new Error('The connection string holds credentials already');
  return `${scheme}://${encodeURIComponent(username)}:${encodeURIComponent(password)}@${rest}`;
}
