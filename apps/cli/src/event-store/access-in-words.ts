import { type EmbeddedEventStoreOptions } from '@jejak/embedded-event-store';

/** Who may call a node, for the person who started it. */
export function accessInWords(options: EmbeddedEventStoreOptions): string {
  const { port, unixSocket, remote, tls, user } = options;
  const atPort = [
    remote === 'refused' ? 'this machine' : 'every machine that reaches the port',
    user === undefined ? '' : `as ${user.name}`,
    tls === undefined ? '' : 'over TLS',
    remote === 'unprotected' && user === undefined ? 'WITHOUT PROTECTION' : '',
  ];
  return [
    port === null ? '' : atPort.filter((part) => part !== '').join(' '),
    unixSocket === undefined ? '' : 'your own user at the socket',
  ]
    .filter((part) => part !== '')
    .join('; ');
}
