import { bracketed, isEveryAddress } from '@jejak/embedded-node';
import { type Listening } from '../listening';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * The address a client that discovers this node is told to dial. A host that means all addresses
 * cannot be dialled, so the client is told what it has just dialled (`:authority`), a mapped port
 * included.
 */
export function dialledBy(
  authority: string,
  { tcp, advertisedHost }: Pick<Listening, 'tcp' | 'advertisedHost'>,
  port: number,
): Address {
  if (advertisedHost !== null) return { host: bracketed(advertisedHost), port };
  const host = tcp?.host ?? '';
  if (!isEveryAddress(host)) return { host: bracketed(host), port };
  const [, name, dialledPort] = /^(.+):(\d+)$/.exec(authority) ?? [];
  return name === undefined ? { host: authority, port } : { host: name, port: Number(dialledPort) };
}
