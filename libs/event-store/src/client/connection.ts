import { EventStoreDBClient } from '@eventstore/db-client';

import { socketPathIn } from './socket-address';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/**
 * The address of the event store cannot be used. Says why and never repeats the address, which may
 * hold a password.
 */
export class EventStoreAddressInvalid extends Error {
  override readonly name = 'EventStoreAddressInvalid';
  readonly code = 'event-store.address-invalid';
}

/** Options the client knows; any other it would ignore, after printing the whole address. */
const options = [
  'connectionName',
  'defaultDeadline',
  'discoveryInterval',
  'dnsDiscover',
  'gossipTimeout',
  'keepAliveInterval',
  'keepAliveTimeout',
  'maxDiscoverAttempts',
  'nodePreference',
  'throwOnAppendFailure',
  'tls',
  'tlsCAFile',
  'tlsVerifyCert',
  'userCertFile',
  'userKeyFile',
];

/** Opens nothing yet: the client connects with its first call. */
export type Connect = () => EventStoreDBClient;

/**
 * Checks a connection string, or the address of a Unix socket (`unix:///path`), and says how to
 * connect with it. Refuses what the client would accept and then do wrong in silence: credentials over
 * plain text, which it does not send, options it ignores, and `throwOnAppendFailure=false`, after which
 * a conflict is answered with a wrong revision.
 * @throws EventStoreAddressInvalid
 *
 * Credentials become the client's default ones. Given per call they would move appends to a path
 * that is three times slower.
 */
export function connector(connectionString: string, credentials?: Credentials): Connect {
  if (connectionString.startsWith('unix:')) return socketConnector(connectionString, credentials);
  const complete =
    credentials === undefined ? connectionString : withCredentials(connectionString, credentials);
  const isPlainText = /[?&]tls=false(&|$)/i.test(complete);
  if (isPlainText && /^[^:]+:\/\/[^/?]*@/.test(complete)) {
    throw new EventStoreAddressInvalid(
      'The event store client does not send credentials when tls=false',
    );
  }
  if (/[?&]throwOnAppendFailure=false(&|$)/i.test(complete)) {
    throw new EventStoreAddressInvalid('throwOnAppendFailure=false would hide conflicts');
  }
  const ignored = optionsIn(complete).find((name) => !isKnown(name));
  if (ignored !== undefined) {
    throw new EventStoreAddressInvalid(
      `The event store client knows no option ${ignored}; it knows ${options.join(', ')}`,
    );
  }
  if (/[?&]tlsVerifyCert=false(&|$)/i.test(complete)) {
    throw new EventStoreAddressInvalid(
      'The event store client always verifies certificates: name the authority with tlsCAFile instead',
    );
  }
  return () => clientOf(complete);
}

/**
 * The client's connection strings cannot name a Unix socket, its constructor can. There is nothing to
 * discover behind one and nobody to show credentials to: its file says who may open it.
 */
function socketConnector(address: string, credentials: Credentials | undefined): Connect {
  const path = socketPathIn(address);
  if (path === null) {
    throw new EventStoreAddressInvalid(
      'The address of a Unix socket is of the form unix:///absolute/path',
    );
  }
  if (credentials !== undefined) {
    throw new EventStoreAddressInvalid(
      'The event store client does not send credentials over a Unix socket',
    );
  }
  return () => new EventStoreDBClient({ endpoint: `unix:${path}` }, { insecure: true });
}

/** The client's own message quotes the address, so it is not passed on. */
function clientOf(connectionString: string): EventStoreDBClient {
  try {
    return EventStoreDBClient.connectionString(connectionString);
  } catch {
    throw new EventStoreAddressInvalid(
      'The address of the event store is not of the form esdb://host:2113?tls=true',
    );
  }
}

function optionsIn(connectionString: string): string[] {
  const [, query = ''] = connectionString.split('?', 2);
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => pair.split('=', 1)[0] ?? '');
}

const isKnown = (name: string): boolean =>
  options.some((option) => option.toLowerCase() === name.toLowerCase());

function withCredentials(connectionString: string, { username, password }: Credentials): string {
  const [scheme, rest] = connectionString.split('://', 2);
  if (scheme === undefined || rest === undefined) {
    throw new EventStoreAddressInvalid(
      'A connection string begins with esdb:// or esdb+discover://',
    );
  }
  if (/^[^/?]*@/.test(rest))
    throw new EventStoreAddressInvalid('The connection string holds credentials already');
  return `${scheme}://${encodeURIComponent(username)}:${encodeURIComponent(password)}@${rest}`;
}
