import { bracketed, isEveryAddress, isLoopback, socketPathFault } from '@jejak/embedded-node';
import { resolve as absolutePath } from 'node:path';
import { type EmbeddedReadStoreOptions } from './options';

/** Where a node listens: options that were found to go together. */
export interface Listening {
  readonly tcp: { readonly host: string; readonly port: number } | null;
  /** Absolute. */
  readonly unixSocket: string | null;
}

const refusal = (code: string, message: string): Error =>
  Object.assign(new Error(message), { code });

/**
 * Checks the options against each other. Throws an error with a `code`: `remote-refused` (an address
 * that other machines reach, without leave) or `options-contradictory`.
 */
export function listeningOf(options: EmbeddedReadStoreOptions): Listening {
  const { host = '127.0.0.1', port = 0, remote = 'refused' } = options;
  const unixSocket = options.unixSocket === undefined ? null : absolutePath(options.unixSocket);
  const fault =
    unixSocket === null
      ? port === null && 'without a port there has to be a Unix socket'
      : socketPathFault(unixSocket);
  if (typeof fault === 'string') throw refusal('options-contradictory', fault);
  if (port !== null && !isLoopback(host) && remote !== 'unprotected') {
    throw refusal(
      'remote-refused',
      `other machines reach ${host}, where everybody may do everything, and that was not asked for`,
    );
  }
  return { tcp: port === null ? null : { host, port }, unixSocket };
}

/** For the official client: `mongodb://127.0.0.1:27017/…`, or the path of the socket, escaped. */
export function connectionStringOf(listening: Listening, port: number | null): string {
  const { tcp, unixSocket } = listening;
  const host =
    tcp === null || port === null
      ? encodeURIComponent(unixSocket ?? '')
      : `${bracketed(isEveryAddress(tcp.host) ? '127.0.0.1' : tcp.host)}:${String(port)}`;
  return `mongodb://${host}/?directConnection=true`;
}

/** The same for the socket beside a port; null without a socket. */
export const socketConnectionStringOf = (listening: Listening): string | null =>
  listening.unixSocket === null ? null : connectionStringOf({ ...listening, tcp: null }, null);
