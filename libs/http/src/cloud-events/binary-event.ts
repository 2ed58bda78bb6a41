import type { IncomingHttpHeaders } from 'node:http';

import { type CloudEvent, cloudEventFrom, invalid } from './cloud-event';

const prefix = 'ce-';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Whether a request carries its event in headers: the binary content mode. */
export const isBinaryEvent = (headers: IncomingHttpHeaders): boolean =>
  headers[`${prefix}specversion`] !== undefined;

/** The event of a request in binary content mode: attributes from its headers, data from its body. */
export function binaryEventFrom(headers: IncomingHttpHeaders, body: unknown): CloudEvent {
  const attributes = Object.entries(headers)
    .filter(([name, value]) => name.startsWith(prefix) && value !== undefined)
    .map(([name, value]): [string, string] => {
      const attribute = name.slice(prefix.length);
      if (attribute === 'data' || attribute === 'datacontenttype') {
        throw invalid(
          attribute,
          `The header ${name} is no attribute: that is what the body is for`,
        );
      }
      return [attribute, decodedHeader(attribute, String(value))];
    });
  const type = headers['content-type'];
  return cloudEventFrom({
    ...Object.fromEntries(attributes),
    ...(type === undefined ? {} : { datacontenttype: type }),
    ...(body === undefined ? {} : { data: body }),
  });
}

/**
 * HTTP protocol binding 3.1.3.2: a quoted value is unquoted first, then every percent-encoded octet
 * is decoded, and the octets together are UTF-8. What cannot be decoded is refused.
 */
export function decodedHeader(attribute: string, sent: string): string {
  const text = /^".*"$/s.test(sent) ? sent.slice(1, -1).replace(/\\(.)/gs, '$1') : sent;
  const octets: number[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const hex = text.slice(index + 1, index + 3);
    if (code > 0x7e || code < 0x20) throw invalid(attribute, `${attribute} is not percent-encoded`);
    if (code === 0x25 && /^[0-9A-Fa-f]{2}$/.test(hex)) {
      octets.push(Number.parseInt(hex, 16));
      index += 2;
    } else {
      octets.push(code);
    }
  }
  try {
    return utf8.decode(Uint8Array.from(octets));
  } catch (cause) {
    throw Object.assign(invalid(attribute, `${attribute} is not UTF-8 when decoded`), { cause });
  }
}
