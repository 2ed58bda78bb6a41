import { bracketed, isEveryAddress, isLoopback, socketPathFault } from '@jejak/embedded-node';
import { resolve as absolutePath } from 'node:path';
import { createSecureContext } from 'node:tls';
import { type EmbeddedEventStoreOptions, type TlsMaterial, type User } from './options';

/** Where a node listens and whom it answers: options that were found to go together. */
export interface Listening {
  readonly tcp: { readonly host: string; readonly port: number } | null;
  /** Absolute. */
  readonly unixSocket: string | null;
  readonly tls: TlsMaterial | null;
  readonly user: User | null;
  readonly advertisedHost: string | null;
}

/**
 * Checks the options against each other. Throws an error with a `code`: `remote-refused` (an address
 * that other machines reach, without leave or without protection), `tls-unusable`,
 * `options-contradictory`.
 */
export function listeningOf(options: EmbeddedEventStoreOptions): Listening {
  const { host = '127.0.0.1', port = 0, tls, user, advertisedHost } = options;
  const unixSocket = options.unixSocket === undefined ? null : absolutePath(options.unixSocket);
  if (port === null) {
    if (unixSocket === null) throw contradictory('without a port there has to be a Unix socket');
    if (tls !== undefined || user !== undefined || advertisedHost !== undefined) {
      throw contradictory('TLS, a user and an advertised host are for a port, and there is none');
    }
  }
  if (unixSocket !== null) assertFits(unixSocket);
  if (user !== undefined) assertUsable(user, tls);
  if (tls !== undefined) assertLoadable(tls);
  if (port !== null && !isLoopback(host)) assertAllowed(host, options);
  return {
    tcp: port === null ? null : { host, port },
    unixSocket,
    tls: tls ?? null,
    user: user ?? null,
    advertisedHost: advertisedHost ?? null,
  };
}

/**
 * For the official client: `esdb://127.0.0.1:2113?tls=false`; for a socket only, which that client's
 * connection strings cannot say, `unix:///path`.
 */
export function connectionStringOf(listening: Listening, port: number | null): string {
  const { tcp, tls, advertisedHost } = listening;
  if (tcp === null || port === null) return socketAddressOf(listening) ?? '';
  const own = isEveryAddress(tcp.host) ? '127.0.0.1' : tcp.host;
  return `esdb://${bracketed(advertisedHost ?? own)}:${port}?tls=${tls !== null}`;
}

/** `unix:///path`, as `createEventStore` takes it; null without a socket. */
export const socketAddressOf = ({ unixSocket }: Listening): string | null =>
  unixSocket === null ? null : `unix://${unixSocket}`;

function assertAllowed(host: string, { remote, tls, user }: EmbeddedEventStoreOptions): void {
  if (remote === 'unprotected') return;
  if (remote !== 'protected') {
    throw refusal('remote-refused', `other machines reach ${host}, and that was not asked for`);
  }
  if (tls === undefined || user === undefined) {
    throw refusal(
      'remote-refused',
      `other machines reach ${host}, so TLS and a user are needed: every caller may do everything`,
    );
  }
}

function assertUsable({ name, password }: User, tls: TlsMaterial | undefined): void {
  if (tls === undefined) {
    throw contradictory('a user without TLS protects nothing: clients then send no credentials');
  }
  // What HTTP's Basic scheme cannot carry.
  if (name === '' || name.includes(':')) {
    throw contradictory('the name of the user must not be empty and not contain a colon');
  }
  if (password === '') throw contradictory('the password must not be empty');
}

function assertLoadable({ certificate, key }: TlsMaterial): void {
  try {
    createSecureContext({ cert: certificate, key });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal('tls-unusable', `the certificate and its key cannot be used: ${reason}`);
  }
}

function assertFits(path: string): void {
  const fault = socketPathFault(path);
  if (fault !== undefined) throw contradictory(fault);
}

const contradictory = (reason: string): Error => refusal('options-contradictory', reason);

const refusal = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });
